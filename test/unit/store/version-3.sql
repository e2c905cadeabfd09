-- A findings database of schema version 3, as a dump. Kept as it is: later versions must be able to open it.
PRAGMA application_id = 1952543860;
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES('created_at','2026-11-22T07:24:39.620Z');
INSERT INTO meta VALUES('schema_version','3');
INSERT INTO meta VALUES('tattle_version','0.1.0');
CREATE TABLE runs (
  run_id         TEXT PRIMARY KEY,
  command        TEXT NOT NULL,
  label          TEXT,
  started_at     TEXT NOT NULL,
  tattle_version TEXT NOT NULL,
  node_version   TEXT NOT NULL
) STRICT;
INSERT INTO runs VALUES('01KB0000000000000000000000','tattle audit booking.de --base-url https://termin.klinik.example','monthly','2026-03-01T09:00:00.000Z','0.1.0','20.20.2');
CREATE TABLE run_ends (
  run_id    TEXT NOT NULL REFERENCES runs,
  ended_at  TEXT NOT NULL,
  exit_code INTEGER
) STRICT;
INSERT INTO run_ends VALUES('01KB0000000000000000000000','2026-03-01T09:04:10.000Z',0);
CREATE TABLE captures (
  capture_id       TEXT PRIMARY KEY,
  run_id           TEXT NOT NULL REFERENCES runs,
  path             TEXT,
  scenario         TEXT NOT NULL,
  target           TEXT NOT NULL CHECK (target IN ('live', 'stand-in')),
  site             TEXT NOT NULL,
  base_url         TEXT,
  first_party      TEXT NOT NULL CHECK (json_valid(first_party)),
  persona          TEXT,
  consent_asked    TEXT,
  consent_outcome  TEXT,
  browser          TEXT NOT NULL,
  conditions       TEXT NOT NULL CHECK (json_valid(conditions)),
  started_at       TEXT,
  ended_at         TEXT,
  coverage         TEXT NOT NULL CHECK (coverage IN ('full', 'limited', 'broken')),
  coverage_reasons TEXT NOT NULL CHECK (json_valid(coverage_reasons)),
  blind_spots      TEXT NOT NULL CHECK (json_valid(blind_spots)),
  har_count        INTEGER NOT NULL,
  netlog_count     INTEGER,
  explained_count  INTEGER,
  har_sha256       TEXT NOT NULL
) STRICT;
INSERT INTO captures VALUES('56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000','reports/captures/01KB0000000000000000000000/56bc94e9faafa310b6f0dfb6aed73f7a.zip','booking.de','stand-in','klinik.example','https://termin.klinik.example','["klinik.example"]','de-vasektomie','reject','reached','Chromium 156.0.8078.79','{"locale":"de-DE","timezone":"Europe/Berlin","thirdPartyCookies":"allow","hostMap":["*=127.0.0.1:8443"]}','2026-03-01T09:00:05.000Z','2026-03-01T09:01:00.000Z','full','[]','[]',61,64,3,'466cec184f2c5c096d0015f498a7ec978e2aeda23202c5da273c7b7606a228d2');
CREATE TABLE capture_files (
  capture_id TEXT NOT NULL REFERENCES captures,
  name       TEXT NOT NULL,
  bytes      INTEGER NOT NULL,
  sha256     TEXT NOT NULL,
  PRIMARY KEY (capture_id, name)
) STRICT, WITHOUT ROWID;
INSERT INTO capture_files VALUES('56bc94e9faafa310b6f0dfb6aed73f7a','originals/netlog.json.gz',91002,'1b89dc24e4936276f8fca941c20b7faa8307d86bcc4cee75bc2d0f68e58c3478');
INSERT INTO capture_files VALUES('56bc94e9faafa310b6f0dfb6aed73f7a','originals/session.har.zip',482113,'6f1d266a47c6378d1c960fbf37c12a24caedfc407aa3e4d0b31a0264085f5b74');
CREATE TABLE analyses (
  analysis_id        TEXT PRIMARY KEY,
  capture_id         TEXT NOT NULL REFERENCES captures,
  run_id             TEXT NOT NULL REFERENCES runs,
  parent_analysis_id TEXT,
  rules_digest       TEXT NOT NULL,
  tattle_version     TEXT NOT NULL,
  verdict            TEXT NOT NULL CHECK (verdict IN ('leaks', 'none-observed', 'inconclusive')),
  started_at         TEXT NOT NULL,
  ended_at           TEXT NOT NULL,
  term_counts        TEXT NOT NULL CHECK (json_valid(term_counts)),
  control            TEXT,

  lists              TEXT
) STRICT;
INSERT INTO analyses VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000',NULL,'6c621d1a05138a7888d37d9269a9da8e2e11e4aced2f6cfd24b05ab1b9e61bb0','0.1.0','leaks','2026-03-01T09:01:01.000Z','2026-03-01T09:01:02.000Z','{"health.specialty":1,"health.reason":1,"health.insurance":1,"identity.email":1,"identity.name":1,"network.ip":2}',NULL,NULL);
CREATE TABLE steps (
  capture_id TEXT NOT NULL REFERENCES captures,
  ordinal    INTEGER NOT NULL,
  title      TEXT NOT NULL,
  category   TEXT NOT NULL,
  location   TEXT,
  started_at TEXT NOT NULL,
  ended_at   TEXT,
  error      TEXT,
  PRIMARY KEY (capture_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO steps VALUES('56bc94e9faafa310b6f0dfb6aed73f7a',0,'open the start page','test.step','scenarios/booking.de.spec.ts:20:3','2026-03-01T09:00:05.000Z','2026-03-01T09:00:14.500Z',NULL);
INSERT INTO steps VALUES('56bc94e9faafa310b6f0dfb6aed73f7a',1,'answer the banner','test.step','scenarios/booking.de.spec.ts:26:3','2026-03-01T09:00:15.000Z','2026-03-01T09:00:24.500Z',NULL);
INSERT INTO steps VALUES('56bc94e9faafa310b6f0dfb6aed73f7a',2,'search for a specialist','test.step','scenarios/booking.de.spec.ts:32:3','2026-03-01T09:00:25.000Z','2026-03-01T09:00:34.500Z',NULL);
INSERT INTO steps VALUES('56bc94e9faafa310b6f0dfb6aed73f7a',3,'choose the reason for the visit','test.step','scenarios/booking.de.spec.ts:38:3','2026-03-01T09:00:35.000Z','2026-03-01T09:00:44.500Z',NULL);
INSERT INTO steps VALUES('56bc94e9faafa310b6f0dfb6aed73f7a',4,'choose a slot','test.step','scenarios/booking.de.spec.ts:44:3','2026-03-01T09:00:45.000Z','2026-03-01T09:00:54.500Z',NULL);
CREATE TABLE requests (
  analysis_id        TEXT NOT NULL REFERENCES analyses,
  capture_id         TEXT NOT NULL REFERENCES captures,
  entry              INTEGER NOT NULL,
  url                TEXT NOT NULL,
  method             TEXT NOT NULL,
  started_at         TEXT,
  host               TEXT NOT NULL,
  domain             TEXT NOT NULL,
  party              TEXT NOT NULL,
  recipient_entity   TEXT,
  recipient_category TEXT,
  recipient_via      TEXT,
  address_exposure   TEXT,
  recorded_by        TEXT NOT NULL,
  status             INTEGER NOT NULL,
  delivery           TEXT NOT NULL,
  request_body_bytes INTEGER NOT NULL,
  initiator          TEXT,
  step               TEXT,
  consent_at         TEXT,
  recipient_rule     TEXT,
  action             TEXT,

  action_location    TEXT,
  PRIMARY KEY (analysis_id, entry)
) STRICT, WITHOUT ROWID;
INSERT INTO requests VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',0,'https://termin.klinik.example/','GET','2026-03-01T09:00:07.000Z','termin.klinik.example','klinik.example','first',NULL,'other','direct','implicit','har',200,'sent',0,NULL,'open the start page','before-choice','registrable-domain','goto /','scenarios/booking.de.spec.ts:22:5');
INSERT INTO requests VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',1,'https://consent.banner.example/banner.js','GET','2026-03-01T09:00:07.001Z','consent.banner.example','banner.example','third','Banner Ltd','consent','direct','implicit','har',200,'sent',0,NULL,'open the start page','before-choice','signature:banner','goto /','scenarios/booking.de.spec.ts:22:5');
INSERT INTO requests VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',2,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=0&dl=https%3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie%2Fberlin%3Finsurance%3Dprivate%26reason%3DVorgespr%25C3%25A4ch%2520Vasektomie','GET','2026-03-01T09:00:27.002Z','www.facebook.com','facebook.com','third','Meta','social','direct','implicit','har',200,'sent',0,NULL,'search for a specialist','rejected','signature:facebook','click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO requests VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',3,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=1&dl=https%3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie%2Fberlin%3Finsurance%3Dprivate%26reason%3DVorgespr%25C3%25A4ch%2520Vasektomie','GET','2026-03-01T09:00:27.003Z','www.facebook.com','facebook.com','third','Meta','social','direct','implicit','har',200,'sent',0,NULL,'search for a specialist','rejected','signature:facebook','click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO requests VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',4,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=2&dl=https%3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie%2Fberlin%3Finsurance%3Dprivate%26reason%3DVorgespr%25C3%25A4ch%2520Vasektomie','GET','2026-03-01T09:00:27.004Z','www.facebook.com','facebook.com','third','Meta','social','direct','implicit','har',200,'sent',0,NULL,'search for a specialist','rejected','signature:facebook','click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO requests VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',5,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=3&dl=https%3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie%2Fberlin%3Finsurance%3Dprivate%26reason%3DVorgespr%25C3%25A4ch%2520Vasektomie','GET','2026-03-01T09:00:27.005Z','www.facebook.com','facebook.com','third','Meta','social','direct','implicit','har',200,'sent',0,NULL,'search for a specialist','rejected','signature:facebook','click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO requests VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',6,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=0&dl=https%3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie%2Fberlin%3Finsurance%3Dprivate%26reason%3DVorgespr%25C3%25A4ch%2520Vasektomie','GET','2026-03-01T09:00:37.006Z','www.facebook.com','facebook.com','third','Meta','social','direct','implicit','har',200,'sent',0,NULL,'choose the reason for the visit','rejected','signature:facebook','selectOption getByLabel(''Grund'')','scenarios/booking.de.spec.ts:40:5');
INSERT INTO requests VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',7,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=1&dl=https%3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie%2Fberlin%3Finsurance%3Dprivate%26reason%3DVorgespr%25C3%25A4ch%2520Vasektomie','GET','2026-03-01T09:00:37.007Z','www.facebook.com','facebook.com','third','Meta','social','direct','implicit','har',200,'sent',0,NULL,'choose the reason for the visit','rejected','signature:facebook','selectOption getByLabel(''Grund'')','scenarios/booking.de.spec.ts:40:5');
INSERT INTO requests VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',8,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=0&dl=https%3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie%2Fberlin%3Finsurance%3Dprivate%26reason%3DVorgespr%25C3%25A4ch%2520Vasektomie','GET','2026-03-01T09:00:37.008Z','www.facebook.com','facebook.com','third','Meta','social','direct','implicit','har',200,'sent',0,NULL,'choose the reason for the visit','rejected','signature:facebook','selectOption getByLabel(''Grund'')','scenarios/booking.de.spec.ts:40:5');
INSERT INTO requests VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',9,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=0&fbp=fb.1.1772355600000.1234567890','GET','2026-03-01T09:00:27.009Z','www.facebook.com','facebook.com','third','Meta','social','direct','implicit','har',200,'sent',0,NULL,'search for a specialist','rejected','signature:facebook','click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO requests VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',10,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=1&fbp=fb.1.1772355600000.1234567890','GET','2026-03-01T09:00:27.010Z','www.facebook.com','facebook.com','third','Meta','social','direct','implicit','har',200,'sent',0,NULL,'search for a specialist','rejected','signature:facebook','click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO requests VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',11,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=2&fbp=fb.1.1772355600000.1234567890','GET','2026-03-01T09:00:27.011Z','www.facebook.com','facebook.com','third','Meta','social','direct','implicit','har',200,'sent',0,NULL,'search for a specialist','rejected','signature:facebook','click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO requests VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',12,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=3&fbp=fb.1.1772355600000.1234567890','GET','2026-03-01T09:00:27.012Z','www.facebook.com','facebook.com','third','Meta','social','direct','implicit','har',200,'sent',0,NULL,'search for a specialist','rejected','signature:facebook','click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO requests VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',13,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=4&fbp=fb.1.1772355600000.1234567890','GET','2026-03-01T09:00:27.013Z','www.facebook.com','facebook.com','third','Meta','social','direct','implicit','har',200,'sent',0,NULL,'search for a specialist','rejected','signature:facebook','click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO requests VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',14,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=5&fbp=fb.1.1772355600000.1234567890','GET','2026-03-01T09:00:27.014Z','www.facebook.com','facebook.com','third','Meta','social','direct','implicit','har',200,'sent',0,NULL,'search for a specialist','rejected','signature:facebook','click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO requests VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',15,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=6&fbp=fb.1.1772355600000.1234567890','GET','2026-03-01T09:00:27.015Z','www.facebook.com','facebook.com','third','Meta','social','direct','implicit','har',200,'sent',0,NULL,'search for a specialist','rejected','signature:facebook','click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO requests VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',16,'https://cdn.widgets.example/tr/?id=4711&ev=PageView&n=0&ip=203.0.113.77','GET','2026-03-01T09:00:07.016Z','cdn.widgets.example','widgets.example','third',NULL,'other','direct','explicit','har',200,'sent',0,NULL,'open the start page','before-choice','registrable-domain','goto /','scenarios/booking.de.spec.ts:22:5');
CREATE TABLE findings (
  finding_id          TEXT PRIMARY KEY,
  fingerprint         TEXT NOT NULL,
  fingerprint_version INTEGER NOT NULL,
  target              TEXT NOT NULL CHECK (target IN ('live', 'stand-in')),
  site                TEXT NOT NULL,
  kind                TEXT NOT NULL,
  term_ordinal        INTEGER NOT NULL,
  recipient_domain    TEXT NOT NULL,
  recipient_via       TEXT NOT NULL,
  part                TEXT NOT NULL,
  field               TEXT NOT NULL,
  transform_family    TEXT NOT NULL
) STRICT;
INSERT INTO findings VALUES('697c4b747aa926dde144000a352c067e','03ddaa143c3b0c1e19de40cb4d8a0ad38d13838dd4da5b53fe5e563cfacbdc82',1,'stand-in','klinik.example','health.specialty',0,'facebook.com','direct','query','dl','plain');
INSERT INTO findings VALUES('b3970220ede242455750078f4a737d2b','6170a82e0e9942b8436bd53945e3541644b41992272e9f9061dbffd1c0667ad8',1,'stand-in','klinik.example','health.reason',0,'facebook.com','direct','query','dl','plain');
INSERT INTO findings VALUES('b2d26fad483c120454eb5573a455fb7b','88407c7c13bd239ed34c262dfd9575f33d3299136ac0f35b00205495465667b0',1,'stand-in','klinik.example','health.insurance',0,'facebook.com','direct','query','dl','plain');
INSERT INTO findings VALUES('7bfa325874825c6a6399a9c7fa11ac43','3af23a219b4eec168cf5225b7f46acc4d3896cace6411c6c2e93603872ec2346',1,'stand-in','klinik.example','identifier.cookie',0,'facebook.com','direct','query','fbp','plain');
INSERT INTO findings VALUES('02463be26c73e1c6adef263dd6c0a8a7','e169052243dc4e96e0bc41b233c7820780d1b316f180e3be7e6acc90c0e3cee2',1,'stand-in','klinik.example','network.ip',0,'widgets.example','direct','query','ip','plain');
CREATE TABLE leaks (
  leak_id            TEXT PRIMARY KEY,
  finding_id         TEXT NOT NULL REFERENCES findings,
  analysis_id        TEXT NOT NULL REFERENCES analyses,
  capture_id         TEXT NOT NULL REFERENCES captures,
  run_id             TEXT NOT NULL REFERENCES runs,
  target             TEXT NOT NULL CHECK (target IN ('live', 'stand-in')),
  entry              INTEGER NOT NULL,
  url                TEXT NOT NULL,
  method             TEXT NOT NULL,
  started_at         TEXT,
  page_url           TEXT,
  frame_url          TEXT,
  server_ip          TEXT,
  recipient_host     TEXT NOT NULL,
  recipient_domain   TEXT NOT NULL,
  recipient_entity   TEXT,
  recipient_country  TEXT,
  recipient_category TEXT NOT NULL,
  recipient_via      TEXT NOT NULL,
  kind               TEXT NOT NULL,
  match_source       TEXT NOT NULL,
  term_id            TEXT NOT NULL,
  label              TEXT NOT NULL,
  part               TEXT NOT NULL,
  field              TEXT NOT NULL,
  layers             TEXT NOT NULL,
  transform          TEXT NOT NULL,
  pointer            TEXT NOT NULL,
  start_byte         INTEGER NOT NULL,
  end_byte           INTEGER NOT NULL,
  excerpt            TEXT NOT NULL,
  delivery           TEXT NOT NULL CHECK (delivery IN ('sent', 'unknown')),
  certainty          TEXT NOT NULL CHECK (certainty IN ('exact', 'hashed', 'inferred')),
  severity           TEXT NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
  severity_rule      TEXT NOT NULL,
  rule               TEXT NOT NULL,
  scenario           TEXT NOT NULL,
  step               TEXT,
  consent_asked      TEXT,
  consent_at         TEXT,
  har_sha256         TEXT NOT NULL,
  fingerprint        TEXT NOT NULL,
  recipient_rule     TEXT,

  control            TEXT,

  action             TEXT,

  action_location    TEXT
) STRICT;
INSERT INTO leaks VALUES('e44d9b0e721c26404fae1c11dd976524','697c4b747aa926dde144000a352c067e','01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000','stand-in',2,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=0&dl=https%3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie%2Fberlin%3Finsurance%3Dprivate%26reason%3DVorgespr%25C3%25A4ch%2520Vasektomie','GET','2026-03-01T09:00:27.002Z','https://termin.klinik.example/suche/urologie/berlin?insurance=private&reason=Vorgespr%C3%A4ch%20Vasektomie',NULL,'127.0.0.1','www.facebook.com','facebook.com','Meta','US','social','direct','health.specialty','persona','health.specialty#0','urologie','query','dl','percent','','/log/entries/2/request/url',102,110,'…3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie','sent','exact','critical','health-with-person+against-choice','persona','booking.de','search for a specialist','reject','rejected','466cec184f2c5c096d0015f498a7ec978e2aeda23202c5da273c7b7606a228d2','03ddaa143c3b0c1e19de40cb4d8a0ad38d13838dd4da5b53fe5e563cfacbdc82','signature:facebook',NULL,'click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO leaks VALUES('9aba3e99c7e970165a53353c76c8c76c','697c4b747aa926dde144000a352c067e','01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000','stand-in',3,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=1&dl=https%3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie%2Fberlin%3Finsurance%3Dprivate%26reason%3DVorgespr%25C3%25A4ch%2520Vasektomie','GET','2026-03-01T09:00:27.003Z','https://termin.klinik.example/suche/urologie/berlin?insurance=private&reason=Vorgespr%C3%A4ch%20Vasektomie',NULL,'127.0.0.1','www.facebook.com','facebook.com','Meta','US','social','direct','health.specialty','persona','health.specialty#0','urologie','query','dl','percent','','/log/entries/3/request/url',102,110,'…3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie','sent','exact','critical','health-with-person+against-choice','persona','booking.de','search for a specialist','reject','rejected','466cec184f2c5c096d0015f498a7ec978e2aeda23202c5da273c7b7606a228d2','03ddaa143c3b0c1e19de40cb4d8a0ad38d13838dd4da5b53fe5e563cfacbdc82','signature:facebook',NULL,'click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO leaks VALUES('2e9feb71deb173ebb52f6b33c0bbe65a','697c4b747aa926dde144000a352c067e','01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000','stand-in',4,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=2&dl=https%3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie%2Fberlin%3Finsurance%3Dprivate%26reason%3DVorgespr%25C3%25A4ch%2520Vasektomie','GET','2026-03-01T09:00:27.004Z','https://termin.klinik.example/suche/urologie/berlin?insurance=private&reason=Vorgespr%C3%A4ch%20Vasektomie',NULL,'127.0.0.1','www.facebook.com','facebook.com','Meta','US','social','direct','health.specialty','persona','health.specialty#0','urologie','query','dl','percent','','/log/entries/4/request/url',102,110,'…3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie','sent','exact','critical','health-with-person+against-choice','persona','booking.de','search for a specialist','reject','rejected','466cec184f2c5c096d0015f498a7ec978e2aeda23202c5da273c7b7606a228d2','03ddaa143c3b0c1e19de40cb4d8a0ad38d13838dd4da5b53fe5e563cfacbdc82','signature:facebook',NULL,'click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO leaks VALUES('f26850e3405f04b038d99b705df3cb75','697c4b747aa926dde144000a352c067e','01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000','stand-in',5,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=3&dl=https%3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie%2Fberlin%3Finsurance%3Dprivate%26reason%3DVorgespr%25C3%25A4ch%2520Vasektomie','GET','2026-03-01T09:00:27.005Z','https://termin.klinik.example/suche/urologie/berlin?insurance=private&reason=Vorgespr%C3%A4ch%20Vasektomie',NULL,'127.0.0.1','www.facebook.com','facebook.com','Meta','US','social','direct','health.specialty','persona','health.specialty#0','urologie','query','dl','percent','','/log/entries/5/request/url',102,110,'…3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie','sent','exact','critical','health-with-person+against-choice','persona','booking.de','search for a specialist','reject','rejected','466cec184f2c5c096d0015f498a7ec978e2aeda23202c5da273c7b7606a228d2','03ddaa143c3b0c1e19de40cb4d8a0ad38d13838dd4da5b53fe5e563cfacbdc82','signature:facebook',NULL,'click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO leaks VALUES('bc1f3d93dd88a33781fa433de7b3f979','b3970220ede242455750078f4a737d2b','01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000','stand-in',6,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=0&dl=https%3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie%2Fberlin%3Finsurance%3Dprivate%26reason%3DVorgespr%25C3%25A4ch%2520Vasektomie','GET','2026-03-01T09:00:37.006Z','https://termin.klinik.example/suche/urologie/berlin?insurance=private&reason=Vorgespr%C3%A4ch%20Vasektomie',NULL,'127.0.0.1','www.facebook.com','facebook.com','Meta','US','social','direct','health.reason','persona','health.reason#0','Vorgespräch Vasektomie','query','dl','percent>percent','','/log/entries/6/request/url',153,188,'…berlin%3Finsurance%3Dprivate%26reason%3DVorgespr%25C3%25A4ch%2520Vasektomie','sent','exact','critical','health-with-person+against-choice','persona','booking.de','choose the reason for the visit','reject','rejected','466cec184f2c5c096d0015f498a7ec978e2aeda23202c5da273c7b7606a228d2','6170a82e0e9942b8436bd53945e3541644b41992272e9f9061dbffd1c0667ad8','signature:facebook',NULL,'selectOption getByLabel(''Grund'')','scenarios/booking.de.spec.ts:40:5');
INSERT INTO leaks VALUES('5bdfbbd39d51ead31ff5312bf53fecdb','b3970220ede242455750078f4a737d2b','01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000','stand-in',7,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=1&dl=https%3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie%2Fberlin%3Finsurance%3Dprivate%26reason%3DVorgespr%25C3%25A4ch%2520Vasektomie','GET','2026-03-01T09:00:37.007Z','https://termin.klinik.example/suche/urologie/berlin?insurance=private&reason=Vorgespr%C3%A4ch%20Vasektomie',NULL,'127.0.0.1','www.facebook.com','facebook.com','Meta','US','social','direct','health.reason','persona','health.reason#0','Vorgespräch Vasektomie','query','dl','percent>percent','','/log/entries/7/request/url',153,188,'…berlin%3Finsurance%3Dprivate%26reason%3DVorgespr%25C3%25A4ch%2520Vasektomie','sent','exact','critical','health-with-person+against-choice','persona','booking.de','choose the reason for the visit','reject','rejected','466cec184f2c5c096d0015f498a7ec978e2aeda23202c5da273c7b7606a228d2','6170a82e0e9942b8436bd53945e3541644b41992272e9f9061dbffd1c0667ad8','signature:facebook',NULL,'selectOption getByLabel(''Grund'')','scenarios/booking.de.spec.ts:40:5');
INSERT INTO leaks VALUES('b29e2c81b5177ae093dc069bac77ca9e','b2d26fad483c120454eb5573a455fb7b','01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000','stand-in',8,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=0&dl=https%3A%2F%2Ftermin.klinik.example%2Fsuche%2Furologie%2Fberlin%3Finsurance%3Dprivate%26reason%3DVorgespr%25C3%25A4ch%2520Vasektomie','GET','2026-03-01T09:00:37.008Z','https://termin.klinik.example/suche/urologie/berlin?insurance=private&reason=Vorgespr%C3%A4ch%20Vasektomie',NULL,'127.0.0.1','www.facebook.com','facebook.com','Meta','US','social','direct','health.insurance','persona','health.insurance#0','private','query','dl','percent','','/log/entries/8/request/url',134,141,'…suche%2Furologie%2Fberlin%3Finsurance%3Dprivate','sent','exact','critical','health-with-person+against-choice','persona','booking.de','choose the reason for the visit','reject','rejected','466cec184f2c5c096d0015f498a7ec978e2aeda23202c5da273c7b7606a228d2','88407c7c13bd239ed34c262dfd9575f33d3299136ac0f35b00205495465667b0','signature:facebook',NULL,'selectOption getByLabel(''Grund'')','scenarios/booking.de.spec.ts:40:5');
INSERT INTO leaks VALUES('0ff5512a45992c82c3e1f0999c63ca6f','7bfa325874825c6a6399a9c7fa11ac43','01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000','stand-in',9,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=0&fbp=fb.1.1772355600000.1234567890','GET','2026-03-01T09:00:27.009Z','https://termin.klinik.example/suche/urologie/berlin?insurance=private&reason=Vorgespr%C3%A4ch%20Vasektomie',NULL,'127.0.0.1','www.facebook.com','facebook.com','Meta','US','social','direct','identifier.cookie','signature','identifier.cookie#0','_fbp','query','fbp','','','/log/entries/9/request/url',57,86,'…ook.com/tr/?id=4711&ev=PageView&n=0&fbp=fb.1.1772355600000.1234567890','sent','exact','critical','health-with-person+against-choice','signature:meta-pixel#fbp','booking.de','search for a specialist','reject','rejected','466cec184f2c5c096d0015f498a7ec978e2aeda23202c5da273c7b7606a228d2','3af23a219b4eec168cf5225b7f46acc4d3896cace6411c6c2e93603872ec2346','signature:facebook',NULL,'click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO leaks VALUES('d95543a9b7f999a6d7ed3acc8006f8d2','7bfa325874825c6a6399a9c7fa11ac43','01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000','stand-in',10,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=1&fbp=fb.1.1772355600000.1234567890','GET','2026-03-01T09:00:27.010Z','https://termin.klinik.example/suche/urologie/berlin?insurance=private&reason=Vorgespr%C3%A4ch%20Vasektomie',NULL,'127.0.0.1','www.facebook.com','facebook.com','Meta','US','social','direct','identifier.cookie','signature','identifier.cookie#0','_fbp','query','fbp','','','/log/entries/10/request/url',57,86,'…ook.com/tr/?id=4711&ev=PageView&n=1&fbp=fb.1.1772355600000.1234567890','sent','exact','critical','health-with-person+against-choice','signature:meta-pixel#fbp','booking.de','search for a specialist','reject','rejected','466cec184f2c5c096d0015f498a7ec978e2aeda23202c5da273c7b7606a228d2','3af23a219b4eec168cf5225b7f46acc4d3896cace6411c6c2e93603872ec2346','signature:facebook',NULL,'click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO leaks VALUES('7370bd6121ec8b50288a487573038aae','7bfa325874825c6a6399a9c7fa11ac43','01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000','stand-in',11,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=2&fbp=fb.1.1772355600000.1234567890','GET','2026-03-01T09:00:27.011Z','https://termin.klinik.example/suche/urologie/berlin?insurance=private&reason=Vorgespr%C3%A4ch%20Vasektomie',NULL,'127.0.0.1','www.facebook.com','facebook.com','Meta','US','social','direct','identifier.cookie','signature','identifier.cookie#0','_fbp','query','fbp','','','/log/entries/11/request/url',57,86,'…ook.com/tr/?id=4711&ev=PageView&n=2&fbp=fb.1.1772355600000.1234567890','sent','exact','critical','health-with-person+against-choice','signature:meta-pixel#fbp','booking.de','search for a specialist','reject','rejected','466cec184f2c5c096d0015f498a7ec978e2aeda23202c5da273c7b7606a228d2','3af23a219b4eec168cf5225b7f46acc4d3896cace6411c6c2e93603872ec2346','signature:facebook',NULL,'click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO leaks VALUES('203d02bcb0a80e7ec78f3c9b6ce74da7','7bfa325874825c6a6399a9c7fa11ac43','01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000','stand-in',12,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=3&fbp=fb.1.1772355600000.1234567890','GET','2026-03-01T09:00:27.012Z','https://termin.klinik.example/suche/urologie/berlin?insurance=private&reason=Vorgespr%C3%A4ch%20Vasektomie',NULL,'127.0.0.1','www.facebook.com','facebook.com','Meta','US','social','direct','identifier.cookie','signature','identifier.cookie#0','_fbp','query','fbp','','','/log/entries/12/request/url',57,86,'…ook.com/tr/?id=4711&ev=PageView&n=3&fbp=fb.1.1772355600000.1234567890','sent','exact','critical','health-with-person+against-choice','signature:meta-pixel#fbp','booking.de','search for a specialist','reject','rejected','466cec184f2c5c096d0015f498a7ec978e2aeda23202c5da273c7b7606a228d2','3af23a219b4eec168cf5225b7f46acc4d3896cace6411c6c2e93603872ec2346','signature:facebook',NULL,'click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO leaks VALUES('b316b0bdfd19f3c5e31c701befed57cc','7bfa325874825c6a6399a9c7fa11ac43','01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000','stand-in',13,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=4&fbp=fb.1.1772355600000.1234567890','GET','2026-03-01T09:00:27.013Z','https://termin.klinik.example/suche/urologie/berlin?insurance=private&reason=Vorgespr%C3%A4ch%20Vasektomie',NULL,'127.0.0.1','www.facebook.com','facebook.com','Meta','US','social','direct','identifier.cookie','signature','identifier.cookie#0','_fbp','query','fbp','','','/log/entries/13/request/url',57,86,'…ook.com/tr/?id=4711&ev=PageView&n=4&fbp=fb.1.1772355600000.1234567890','sent','exact','critical','health-with-person+against-choice','signature:meta-pixel#fbp','booking.de','search for a specialist','reject','rejected','466cec184f2c5c096d0015f498a7ec978e2aeda23202c5da273c7b7606a228d2','3af23a219b4eec168cf5225b7f46acc4d3896cace6411c6c2e93603872ec2346','signature:facebook',NULL,'click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO leaks VALUES('78603ed9376069f29a2f168ff5b4af5b','7bfa325874825c6a6399a9c7fa11ac43','01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000','stand-in',14,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=5&fbp=fb.1.1772355600000.1234567890','GET','2026-03-01T09:00:27.014Z','https://termin.klinik.example/suche/urologie/berlin?insurance=private&reason=Vorgespr%C3%A4ch%20Vasektomie',NULL,'127.0.0.1','www.facebook.com','facebook.com','Meta','US','social','direct','identifier.cookie','signature','identifier.cookie#0','_fbp','query','fbp','','','/log/entries/14/request/url',57,86,'…ook.com/tr/?id=4711&ev=PageView&n=5&fbp=fb.1.1772355600000.1234567890','sent','exact','critical','health-with-person+against-choice','signature:meta-pixel#fbp','booking.de','search for a specialist','reject','rejected','466cec184f2c5c096d0015f498a7ec978e2aeda23202c5da273c7b7606a228d2','3af23a219b4eec168cf5225b7f46acc4d3896cace6411c6c2e93603872ec2346','signature:facebook',NULL,'click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO leaks VALUES('00f395ebdfa58143df5d324064809763','7bfa325874825c6a6399a9c7fa11ac43','01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000','stand-in',15,'https://www.facebook.com/tr/?id=4711&ev=PageView&n=6&fbp=fb.1.1772355600000.1234567890','GET','2026-03-01T09:00:27.015Z','https://termin.klinik.example/suche/urologie/berlin?insurance=private&reason=Vorgespr%C3%A4ch%20Vasektomie',NULL,'127.0.0.1','www.facebook.com','facebook.com','Meta','US','social','direct','identifier.cookie','signature','identifier.cookie#0','_fbp','query','fbp','','','/log/entries/15/request/url',57,86,'…ook.com/tr/?id=4711&ev=PageView&n=6&fbp=fb.1.1772355600000.1234567890','sent','exact','critical','health-with-person+against-choice','signature:meta-pixel#fbp','booking.de','search for a specialist','reject','rejected','466cec184f2c5c096d0015f498a7ec978e2aeda23202c5da273c7b7606a228d2','3af23a219b4eec168cf5225b7f46acc4d3896cace6411c6c2e93603872ec2346','signature:facebook',NULL,'click getByRole(''link'', { name: ''Urologie'' })','scenarios/booking.de.spec.ts:34:5');
INSERT INTO leaks VALUES('cc7873fc0866136118782ee312dda1a5','02463be26c73e1c6adef263dd6c0a8a7','01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000','stand-in',16,'https://cdn.widgets.example/tr/?id=4711&ev=PageView&n=0&ip=203.0.113.77','GET','2026-03-01T09:00:07.016Z','https://termin.klinik.example/suche/urologie/berlin?insurance=private&reason=Vorgespr%C3%A4ch%20Vasektomie',NULL,'127.0.0.1','cdn.widgets.example','widgets.example',NULL,NULL,'other','direct','network.ip','client-ip','network.ip#0','203.0.113.77','query','ip','','','/log/entries/16/request/url',59,71,'….example/tr/?id=4711&ev=PageView&n=0&ip=203.0.113.77','sent','exact','low','address-alone','client-ip','booking.de','open the start page','reject','before-choice','466cec184f2c5c096d0015f498a7ec978e2aeda23202c5da273c7b7606a228d2','e169052243dc4e96e0bc41b233c7820780d1b316f180e3be7e6acc90c0e3cee2','registrable-domain',NULL,'goto /','scenarios/booking.de.spec.ts:22:5');
CREATE TABLE stored_values (
  analysis_id      TEXT NOT NULL REFERENCES analyses,
  capture_id       TEXT NOT NULL REFERENCES captures,
  ordinal          INTEGER NOT NULL,
  area             TEXT NOT NULL,
  name             TEXT NOT NULL,
  place            TEXT NOT NULL,
  step             TEXT,
  stored_at        TEXT,
  set_by           TEXT NOT NULL,
  set_by_url       TEXT,
  recipient_domain TEXT,
  recipient_entity TEXT,
  part             TEXT,
  field            TEXT,
  first_entry      INTEGER,
  first_sent_at    TEXT,
  requests         INTEGER NOT NULL,
  PRIMARY KEY (analysis_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO stored_values VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',0,'cookie','_fbp','.klinik.example','answer the banner','2026-03-01T09:00:12.000Z','script',NULL,'facebook.com','Meta','query','fbp',9,'2026-03-01T09:00:27.009Z',7);
INSERT INTO stored_values VALUES('01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a',1,'local','visits','https://termin.klinik.example','answer the banner','2026-03-01T09:00:12.000Z','script',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0);
CREATE TABLE diagnostics (
  diagnostic_id TEXT PRIMARY KEY,
  analysis_id   TEXT REFERENCES analyses,
  capture_id    TEXT REFERENCES captures,
  run_id        TEXT NOT NULL REFERENCES runs,
  code          TEXT NOT NULL,
  entry         INTEGER,
  message       TEXT NOT NULL
) STRICT;
INSERT INTO diagnostics VALUES('23a789e6275e663776e58574bdaa2956','01KBBD8AD41966508703CA52D9','56bc94e9faafa310b6f0dfb6aed73f7a','01KB0000000000000000000000','body-missing',1,'The request body of entry 1 is not in the HAR.');
CREATE TABLE assessments (
  assessment_id TEXT PRIMARY KEY,
  fingerprint   TEXT NOT NULL,
  status        TEXT NOT NULL CHECK (status IN ('pending', 'confirmed', 'dismissed')),
  reason        TEXT NOT NULL,
  assessed_by   TEXT NOT NULL,
  assessed_at   TEXT NOT NULL
) STRICT;
CREATE TABLE chain (
  link           INTEGER PRIMARY KEY,
  subject        TEXT NOT NULL,
  id             TEXT NOT NULL,
  at             TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,
  previous       TEXT NOT NULL,
  digest         TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO chain VALUES(1,'run','01KB0000000000000000000000','2026-11-22T07:24:39.717Z','ddbbf984ef5cc9e86ac1a20192a0bd7fdd13d46676258998c2f3d84c970828eb','0000000000000000000000000000000000000000000000000000000000000000','1641e8afbc84c3da7a9192cc7a8bebfee247402af3fcf2e806918c6fecaff332');
INSERT INTO chain VALUES(2,'run-end','01KB0000000000000000000000#1','2026-11-22T07:24:39.717Z','41c499855e259bfc376a8f464421cae05276de5be37f9dac6c49c393d296225a','1641e8afbc84c3da7a9192cc7a8bebfee247402af3fcf2e806918c6fecaff332','89624f3094053c84aab459d4bfb2329be755b90f2a5bbaf3190de15317ac4eee');
INSERT INTO chain VALUES(3,'capture','56bc94e9faafa310b6f0dfb6aed73f7a','2026-11-22T07:24:39.779Z','2147a24fc93f68f3ede983b0d0c7da72709c750e58fa0d3a199b4fd27b1defe2','89624f3094053c84aab459d4bfb2329be755b90f2a5bbaf3190de15317ac4eee','f75e8b3ad67feb22a606d0dae013ab4ac8f82aa513eda625a2fbd1c195eb206e');
INSERT INTO chain VALUES(4,'steps','56bc94e9faafa310b6f0dfb6aed73f7a','2026-11-22T07:24:39.779Z','9328486f54bac58d9cd7034438f19971b47a29eaf020fe411c7ab0c0468bff54','f75e8b3ad67feb22a606d0dae013ab4ac8f82aa513eda625a2fbd1c195eb206e','a684d0297f1475d0ceeba9f227692839e4fc7ea7cd109b2837b5b25102ed0199');
INSERT INTO chain VALUES(5,'analysis','01KBBD8AD41966508703CA52D9','2026-11-22T07:24:39.793Z','b9666dcf4d74b764e21039dee5fae2da61dc891fd1543eeaefa20e07704a7cd9','a684d0297f1475d0ceeba9f227692839e4fc7ea7cd109b2837b5b25102ed0199','39986209bc1bdbff7b5207ca2ed8b077d84fc053edfc0d45bbf894cdb669da88');
CREATE TABLE tombstones (
  tombstone_id   TEXT PRIMARY KEY,
  subject        TEXT NOT NULL,
  id             TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,
  path           TEXT,
  reason         TEXT NOT NULL,
  removed_at     TEXT NOT NULL
) STRICT;
CREATE TABLE anchors (
  anchor_id  TEXT PRIMARY KEY,
  link       INTEGER NOT NULL,
  digest     TEXT NOT NULL,
  authority  TEXT NOT NULL,
  stamped_at TEXT NOT NULL,
  token      TEXT NOT NULL
) STRICT;
CREATE INDEX run_ends_run ON run_ends (run_id);
CREATE INDEX analyses_capture ON analyses (capture_id);
CREATE INDEX analyses_run ON analyses (run_id);
CREATE INDEX findings_fingerprint ON findings (fingerprint);
CREATE INDEX leaks_analysis ON leaks (analysis_id, finding_id);
CREATE INDEX leaks_finding ON leaks (finding_id, capture_id, started_at);
CREATE INDEX diagnostics_run ON diagnostics (run_id);
CREATE INDEX diagnostics_analysis ON diagnostics (analysis_id);
CREATE INDEX assessments_fingerprint ON assessments (fingerprint);
CREATE INDEX chain_subject ON chain (subject, id);
CREATE INDEX tombstones_subject ON tombstones (subject, id);
CREATE TRIGGER runs_no_update          BEFORE UPDATE ON runs          BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER runs_no_delete          BEFORE DELETE ON runs          BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER run_ends_no_update      BEFORE UPDATE ON run_ends      BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER run_ends_no_delete      BEFORE DELETE ON run_ends      BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER captures_no_update      BEFORE UPDATE ON captures      BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER captures_no_delete      BEFORE DELETE ON captures      BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER capture_files_no_update BEFORE UPDATE ON capture_files BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER capture_files_no_delete BEFORE DELETE ON capture_files BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER analyses_no_update      BEFORE UPDATE ON analyses      BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER analyses_no_delete      BEFORE DELETE ON analyses      BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER steps_no_update         BEFORE UPDATE ON steps         BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER steps_no_delete         BEFORE DELETE ON steps         BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER requests_no_update      BEFORE UPDATE ON requests      BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER requests_no_delete      BEFORE DELETE ON requests      BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER findings_no_update      BEFORE UPDATE ON findings      BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER findings_no_delete      BEFORE DELETE ON findings      BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER leaks_no_update         BEFORE UPDATE ON leaks         BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER leaks_no_delete         BEFORE DELETE ON leaks         BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER stored_values_no_update BEFORE UPDATE ON stored_values BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER stored_values_no_delete BEFORE DELETE ON stored_values BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER diagnostics_no_update   BEFORE UPDATE ON diagnostics   BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER diagnostics_no_delete   BEFORE DELETE ON diagnostics   BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER chain_no_update         BEFORE UPDATE ON chain         BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER chain_no_delete         BEFORE DELETE ON chain         BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER tombstones_no_update    BEFORE UPDATE ON tombstones    BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER tombstones_no_delete    BEFORE DELETE ON tombstones    BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER anchors_no_update       BEFORE UPDATE ON anchors       BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER anchors_no_delete       BEFORE DELETE ON anchors       BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER assessments_no_update   BEFORE UPDATE ON assessments   BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER assessments_no_delete   BEFORE DELETE ON assessments   BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE VIEW run AS
  SELECT r.run_id, r.command, r.label, r.started_at, e.ended_at, e.exit_code, r.tattle_version, r.node_version
  FROM runs r LEFT JOIN run_ends e ON e.rowid = (
    SELECT rowid FROM run_ends WHERE run_id = r.run_id ORDER BY exit_code IS NULL, ended_at DESC, rowid DESC LIMIT 1);
CREATE VIEW capture AS
  SELECT c.capture_id, c.run_id, c.path, c.scenario, c.target, c.site, c.base_url, c.first_party, c.persona,
    c.consent_asked, c.consent_outcome, c.browser, c.conditions, c.started_at, c.ended_at, c.coverage,
    c.coverage_reasons, c.blind_spots, c.har_count, c.netlog_count, c.explained_count, c.har_sha256,
    (SELECT json_group_array(json_object('name', f.name, 'bytes', f.bytes, 'sha256', f.sha256))
     FROM capture_files f WHERE f.capture_id = c.capture_id) AS files
  FROM captures c;
CREATE VIEW analysis AS
  SELECT analysis_id, capture_id, run_id, parent_analysis_id, rules_digest, tattle_version, verdict, started_at,
    ended_at, term_counts, control, lists,
    row_number() OVER (PARTITION BY capture_id ORDER BY rowid DESC) = 1 AS is_latest
  FROM analyses;
CREATE VIEW request AS
  SELECT analysis_id, capture_id, entry, url, method, started_at, host, domain, party, recipient_entity,
    recipient_category, recipient_via, address_exposure, recorded_by, status, delivery, request_body_bytes, initiator,
    step, consent_at, recipient_rule, action, action_location
  FROM requests;
CREATE VIEW leak AS
  SELECT leak_id, finding_id, analysis_id, capture_id, run_id, target, entry, url, method, started_at, page_url,
    frame_url, server_ip, recipient_host, recipient_domain, recipient_entity, recipient_country, recipient_category,
    recipient_via, kind, match_source, term_id, label, part, field, layers, transform, pointer, start_byte, end_byte,
    excerpt, delivery, certainty, severity, severity_rule, rule, scenario, step, consent_asked, consent_at, har_sha256,
    fingerprint, recipient_rule, control, action, action_location
  FROM leaks;
CREATE VIEW stored_value AS
  SELECT s.analysis_id, s.capture_id, s.ordinal, s.area, s.name, s.place, s.step, s.stored_at, s.set_by, s.set_by_url,
    s.recipient_domain, s.recipient_entity, s.part, s.field, s.first_entry, s.first_sent_at, s.requests,
    r.initiator AS sent_by
  FROM stored_values s LEFT JOIN requests r ON r.analysis_id = s.analysis_id AND r.entry = s.first_entry;
CREATE VIEW step AS
  SELECT capture_id, ordinal, title, category, location, started_at, ended_at, error FROM steps;
CREATE VIEW diagnostic AS
  SELECT diagnostic_id, analysis_id, capture_id, run_id, code, entry, message FROM diagnostics;
CREATE VIEW custody AS
  SELECT c.link, c.subject, c.id, c.at, c.content_sha256, c.previous, c.digest,
    EXISTS (SELECT 1 FROM tombstones t WHERE t.subject = c.subject AND t.id = c.id
      AND t.content_sha256 = c.content_sha256) AS is_removed
  FROM chain c;
CREATE VIEW assessment AS
  SELECT assessment_id, fingerprint, status, reason, assessed_by, assessed_at,
    row_number() OVER (PARTITION BY fingerprint ORDER BY assessed_at DESC, rowid DESC) = 1 AS is_latest
  FROM assessments;
CREATE VIEW finding AS
  WITH shown AS (
    SELECT l.finding_id, l.capture_id, c.target, c.site, c.scenario, c.consent_asked,
      coalesce(l.started_at, c.started_at, a.started_at) AS seen_at,
      CASE l.severity WHEN 'critical' THEN 4 WHEN 'high' THEN 3 WHEN 'medium' THEN 2 WHEN 'low' THEN 1 ELSE 0 END
        AS weight
    FROM analysis a JOIN leaks l ON l.analysis_id = a.analysis_id JOIN captures c ON c.capture_id = a.capture_id
    WHERE a.is_latest
  ),
  counted AS (
    SELECT finding_id, count(*) AS leaks, count(DISTINCT capture_id) AS seen_in, min(seen_at) AS first_seen,
      max(seen_at) AS last_seen, max(weight) AS weight
    FROM shown GROUP BY finding_id
  ),
  sizes AS (
    SELECT target, site, scenario, consent_asked, count(*) AS captures FROM captures
    WHERE json_extract(conditions, '$.walk') IS NOT 'control' GROUP BY 1, 2, 3, 4
  ),
  possible AS (
    SELECT s.finding_id, sum(z.captures) AS seen_of
    FROM (SELECT DISTINCT finding_id, target, site, scenario, consent_asked FROM shown) s
    JOIN sizes z ON z.target = s.target AND z.site = s.site AND z.scenario = s.scenario
      AND z.consent_asked IS s.consent_asked
    GROUP BY s.finding_id
  )
  SELECT f.finding_id, f.fingerprint, f.fingerprint_version, f.target, f.site, f.kind, f.term_ordinal,
    f.recipient_domain, f.recipient_via, f.part, f.field, f.transform_family,
    CASE n.weight WHEN 4 THEN 'critical' WHEN 3 THEN 'high' WHEN 2 THEN 'medium' WHEN 1 THEN 'low' WHEN 0 THEN 'info'
      END AS severity,
    coalesce(n.leaks, 0) AS leaks, n.first_seen, n.last_seen, coalesce(n.seen_in, 0) AS seen_in,
    coalesce(p.seen_of, 0) AS seen_of, coalesce(s.status, 'pending') AS status
  FROM findings f
  LEFT JOIN counted n ON n.finding_id = f.finding_id
  LEFT JOIN possible p ON p.finding_id = f.finding_id
  LEFT JOIN assessment s ON s.fingerprint = f.fingerprint AND s.is_latest;
