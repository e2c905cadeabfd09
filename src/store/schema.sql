-- The findings database, version 4.
--
-- Read the views (leak, request, capture, run, analysis, analysed_capture, finding, step, stored_value, diagnostic,
-- assessment): they are the interface and stay stable. The tables below them (plural names) may be rearranged by a migration.
--
-- Rows are only ever added. Every id is text: the hash of a content, or a ULID; so the databases of several machines
-- can be merged. Times are ISO 8601 in UTC with milliseconds (2026-03-01T09:30:00.000Z). Lists and objects are JSON
-- text. NULL means: not known, or not applicable.
--
-- This file is run on a new database, and again after each migration: tables and indexes are created where they are
-- missing; triggers and views have been dropped before, so that they are always those of this version.

-- ── What this file is ────────────────────────────────────────────────────────────────────────────────────────────────

-- schema_version: version of this schema, a whole number · created_at: when the database was made ·
-- tattle_version: which version made it, or last migrated it.
CREATE TABLE IF NOT EXISTS meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- ── Runs, captures, analyses ─────────────────────────────────────────────────────────────────────────────────────────

-- One invocation of audit, record or analyze.
CREATE TABLE IF NOT EXISTS runs (
  run_id         TEXT PRIMARY KEY,  -- ULID
  command        TEXT NOT NULL,     -- audit, record, analyze, or the test runner's own command
  label          TEXT,              -- what the user called it
  started_at     TEXT NOT NULL,
  tattle_version TEXT NOT NULL,
  node_version   TEXT NOT NULL
) STRICT;

-- How a run stood, each time that it was written. A run without an exit code was interrupted, or is still going on.
CREATE TABLE IF NOT EXISTS run_ends (
  run_id    TEXT NOT NULL REFERENCES runs,
  ended_at  TEXT NOT NULL,
  exit_code INTEGER                 -- 0 done · 1 findings at or above --fail-on · 2 could not · 3 inconclusive
) STRICT;
CREATE INDEX IF NOT EXISTS run_ends_run ON run_ends (run_id);

-- What one session of one scenario in one consent state left, or one imported HAR.
CREATE TABLE IF NOT EXISTS captures (
  capture_id       TEXT PRIMARY KEY, -- derived from the hashes of its originals
  run_id           TEXT NOT NULL REFERENCES runs, -- the run that brought it into this database
  path             TEXT,             -- where it lay, relative to the working directory where possible
  scenario         TEXT NOT NULL,    -- name of the scenario; for an import, of the file
  target           TEXT NOT NULL CHECK (target IN ('live', 'stand-in')), -- stand-in: the site is, is mapped to, or answered from loopback
  site             TEXT NOT NULL,    -- registrable domain of the audited site
  base_url         TEXT,
  first_party      TEXT NOT NULL CHECK (json_valid(first_party)), -- list of domains that count as the site's own
  persona          TEXT,             -- id of the persona
  consent_asked    TEXT,             -- no-choice, reject, accept, withdraw; NULL where nobody asked: an imported HAR, driven by hand
  consent_outcome  TEXT,             -- reached, not-offered, no-banner, failed
  browser          TEXT NOT NULL,    -- name and version of what recorded it
  conditions       TEXT NOT NULL CHECK (json_valid(conditions)), -- locale, time zone, viewport, host map … by name
  started_at       TEXT,
  ended_at         TEXT,
  coverage         TEXT NOT NULL CHECK (coverage IN ('full', 'limited', 'broken')),
  coverage_reasons TEXT NOT NULL CHECK (json_valid(coverage_reasons)), -- list of sentences: what broke it
  blind_spots      TEXT NOT NULL CHECK (json_valid(blind_spots)), -- list of sentences: what it cannot show
  har_count        INTEGER NOT NULL, -- requests in the HAR that was analysed
  netlog_count     INTEGER,          -- requests in the browser's network log
  explained_count  INTEGER,          -- of the differing ones, those that are explained
  har_sha256       TEXT NOT NULL     -- of the HAR that was analysed, hexadecimal
) STRICT;

-- The files of a capture: its originals as they were when the browser exited, the others as they were when they were
-- first filed or analysed.
CREATE TABLE IF NOT EXISTS capture_files (
  capture_id TEXT NOT NULL REFERENCES captures,
  name       TEXT NOT NULL,          -- path inside the capture
  bytes      INTEGER NOT NULL,
  sha256     TEXT NOT NULL,          -- hexadecimal
  PRIMARY KEY (capture_id, name)
) STRICT, WITHOUT ROWID;

-- One pass of one version of the rules over one capture. Analysing again adds one; nothing is overwritten.
CREATE TABLE IF NOT EXISTS analyses (
  analysis_id        TEXT PRIMARY KEY, -- ULID
  capture_id         TEXT NOT NULL REFERENCES captures,
  run_id             TEXT NOT NULL REFERENCES runs,
  parent_analysis_id TEXT,           -- the analysis of the same capture that this one repeats
  rules_digest       TEXT NOT NULL,  -- of all rules and data that decide what is found: equal digests saw alike
  tattle_version     TEXT NOT NULL,
  verdict            TEXT NOT NULL CHECK (verdict IN ('leaks', 'none-observed', 'inconclusive')),
  started_at         TEXT NOT NULL,
  ended_at           TEXT NOT NULL,
  term_counts        TEXT NOT NULL CHECK (json_valid(term_counts)), -- how many values were looked for, by kind
  control            TEXT,           -- walks with other values that it was held against: persona, captureIds, unvaried,
                                     -- dropped, differential (an object); since version 3
  lists              TEXT,           -- filter lists in use: name, sha256, category, rules (a list); since version 3
  -- What this analysis took the capture for: named otherwise (--first-party, --persona …), or changed since, it is
  -- another than in captures, where the first analysis's stands. Columns as there; all since version 4.
  path               TEXT,
  scenario           TEXT,
  target             TEXT CHECK (target IN ('live', 'stand-in')),
  site               TEXT,
  first_party        TEXT,
  persona            TEXT,
  coverage           TEXT CHECK (coverage IN ('full', 'limited', 'broken')),
  coverage_reasons   TEXT,
  blind_spots        TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS analyses_capture ON analyses (capture_id);
CREATE INDEX IF NOT EXISTS analyses_run ON analyses (run_id);

-- What the scenario did, and when.
CREATE TABLE IF NOT EXISTS steps (
  capture_id TEXT NOT NULL REFERENCES captures,
  ordinal    INTEGER NOT NULL,       -- from 0, in order of time
  title      TEXT NOT NULL,
  category   TEXT NOT NULL,          -- test.step, pw:api, fixture, hook, expect, user
  location   TEXT,                   -- file:line:column
  started_at TEXT NOT NULL,
  ended_at   TEXT,
  error      TEXT,
  PRIMARY KEY (capture_id, ordinal)
) STRICT, WITHOUT ROWID;

-- ── What was sent, and what leaked ───────────────────────────────────────────────────────────────────────────────────

-- Every request of a capture, as one analysis saw it.
CREATE TABLE IF NOT EXISTS requests (
  analysis_id        TEXT NOT NULL REFERENCES analyses,
  capture_id         TEXT NOT NULL REFERENCES captures,
  entry              INTEGER NOT NULL, -- index in log.entries of the analysed HAR, from 0
  url                TEXT NOT NULL,
  method             TEXT NOT NULL,
  started_at         TEXT,
  host               TEXT NOT NULL,
  domain             TEXT NOT NULL,    -- registrable domain, private suffixes counted; an address as itself
  party              TEXT NOT NULL,    -- first, third, browser (made by the browser for itself)
  recipient_entity   TEXT,             -- who is behind it
  recipient_category TEXT,             -- advertising, social, analytics … other
  recipient_via      TEXT,             -- direct, cname, first-party (proxied)
  address_exposure   TEXT,             -- implicit (by the connection), explicit (in a field), forwarded (in a header)
  recorded_by        TEXT NOT NULL,    -- har, netlog
  status             INTEGER NOT NULL, -- HTTP status; 0 or -1: none came
  delivery           TEXT NOT NULL,    -- sent, attempted (never left: not resolved, blocked), unknown
  request_body_bytes INTEGER NOT NULL,
  initiator          TEXT,
  step               TEXT,             -- title of the step at whose time it left
  consent_at         TEXT,             -- before-choice, accepted, rejected, withdrawn, no-banner: when it left
  recipient_rule     TEXT,             -- what recognised the recipient, as in leaks; since version 3
  action             TEXT,             -- what the scenario did when it was sent, or had done last: click getByRole(…);
                                       -- since version 3
  action_location    TEXT,             -- file:line:column of that call; since version 3
  PRIMARY KEY (analysis_id, entry)
) STRICT, WITHOUT ROWID;

-- Distinct leaks: one term × recipient × part and field. Everything here holds from run to run.
CREATE TABLE IF NOT EXISTS findings (
  finding_id          TEXT PRIMARY KEY, -- hash of target and fingerprint
  fingerprint         TEXT NOT NULL,    -- SHA-256, see fingerprint_version; says nothing about the value
  fingerprint_version INTEGER NOT NULL,
  target              TEXT NOT NULL CHECK (target IN ('live', 'stand-in')),
  site                TEXT NOT NULL,
  kind                TEXT NOT NULL,    -- health.search, identity.email, network.ip, identifier.cookie …
  term_ordinal        INTEGER NOT NULL, -- which of the values of its kind, from 0; -1 a vocabulary's word
  recipient_domain    TEXT NOT NULL,
  recipient_via       TEXT NOT NULL,    -- direct, cname, first-party
  part                TEXT NOT NULL,    -- host, path, query, header, referer, cookie, body, websocket
  field               TEXT NOT NULL,    -- indices and random tokens collapsed
  transform_family    TEXT NOT NULL     -- plain, hashed
) STRICT;
CREATE INDEX IF NOT EXISTS findings_fingerprint ON findings (fingerprint);

-- One row for each place where one datum reached one recipient: one occurrence of a finding, in one request.
CREATE TABLE IF NOT EXISTS leaks (
  leak_id            TEXT PRIMARY KEY,
  finding_id         TEXT NOT NULL REFERENCES findings,
  analysis_id        TEXT NOT NULL REFERENCES analyses,
  capture_id         TEXT NOT NULL REFERENCES captures,
  run_id             TEXT NOT NULL REFERENCES runs, -- the run of the analysis
  target             TEXT NOT NULL CHECK (target IN ('live', 'stand-in')),
  entry              INTEGER NOT NULL, -- index in log.entries of the analysed HAR, from 0
  url                TEXT NOT NULL,    -- of the request, as are the following
  method             TEXT NOT NULL,
  started_at         TEXT,
  page_url           TEXT,
  frame_url          TEXT,
  server_ip          TEXT,
  recipient_host     TEXT NOT NULL,
  recipient_domain   TEXT NOT NULL,    -- registrable domain
  recipient_entity   TEXT,             -- who is behind it
  recipient_country  TEXT,             -- ISO 3166-1 alpha-2 of its seat
  recipient_category TEXT NOT NULL,
  recipient_via      TEXT NOT NULL,
  kind               TEXT NOT NULL,
  match_source       TEXT NOT NULL,    -- persona, typed, vocabulary, client-ip, signature, site-dictionary …
  term_id            TEXT NOT NULL,
  label              TEXT NOT NULL,    -- which value or word
  part               TEXT NOT NULL,
  field              TEXT NOT NULL,    -- the parameter, JSON path or form field, as sent
  layers             TEXT NOT NULL,    -- encodings peeled, outermost first, joined by >
  transform          TEXT NOT NULL,    -- what was done to the value first: '', sha256, md5>sha256 …
  pointer            TEXT NOT NULL,    -- JSON pointer (RFC 6901) into the HAR
  start_byte         INTEGER NOT NULL, -- UTF-8 bytes of the value that pointer names, as sent
  end_byte           INTEGER NOT NULL,
  excerpt            TEXT NOT NULL,    -- what stands there, with a little around it
  delivery           TEXT NOT NULL CHECK (delivery IN ('sent', 'unknown')),
  certainty          TEXT NOT NULL CHECK (certainty IN ('exact', 'hashed', 'inferred')),
  severity           TEXT NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
  severity_rule      TEXT NOT NULL,    -- which row of the table of severities, with its adjustments
  rule               TEXT NOT NULL,    -- what matched; of a word its category and sensitivity: vocabulary:de#oncology,high;
                                       -- of a digest what was hashed: persona#sha256 of "joerg@example.org"
  scenario           TEXT NOT NULL,
  step               TEXT,             -- title of the step at whose time it left
  consent_asked      TEXT,
  consent_at         TEXT,             -- the choice that stood at the time of the request
  har_sha256         TEXT NOT NULL,
  fingerprint        TEXT NOT NULL,
  recipient_rule     TEXT,             -- what recognised the recipient: signature:…, third-party-web, list:…,
                                       -- registrable-domain; since version 3
  control            TEXT,             -- confirmed: changes with what was planted · unconfirmed: the control walk showed
                                       -- nothing there · unvaried: both walks planted the same; since version 3
  action             TEXT,             -- what the scenario did when it was sent, or had done last: click getByRole(…);
                                       -- since version 3
  action_location    TEXT              -- file:line:column of that call; since version 3
) STRICT;
CREATE INDEX IF NOT EXISTS leaks_analysis ON leaks (analysis_id, finding_id);
CREATE INDEX IF NOT EXISTS leaks_finding ON leaks (finding_id, capture_id, started_at);

-- What was kept in the browser, and each field in which its value reached a third party; since version 3.
CREATE TABLE IF NOT EXISTS stored_values (
  analysis_id      TEXT NOT NULL REFERENCES analyses,
  capture_id       TEXT NOT NULL REFERENCES captures,
  ordinal          INTEGER NOT NULL, -- from 0, in the order in which things were first seen
  area             TEXT NOT NULL,    -- cookie, local, session (the storages of pages), indexed-db (names only)
  name             TEXT NOT NULL,
  place            TEXT NOT NULL,    -- domain of a cookie, else origin
  step             TEXT,             -- title of the step after which it was first seen
  stored_at        TEXT,             -- of a cookie that an answer set, when; else when it was first seen
  set_by           TEXT NOT NULL,    -- answer (Set-Cookie), script, before (there when the capture began)
  set_by_url       TEXT,             -- of that answer
  recipient_domain TEXT,             -- NULL, as are those below: no third party was seen to receive it
  recipient_entity TEXT,
  part             TEXT,             -- where it was sent: cookie, query, body …
  field            TEXT,
  first_entry      INTEGER,          -- index in log.entries of the first request that carried it
  first_sent_at    TEXT,
  requests         INTEGER NOT NULL, -- how many carried it there
  PRIMARY KEY (analysis_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Something odd that did not stop the run; also the refusal of an input that could not be read (no capture then).
CREATE TABLE IF NOT EXISTS diagnostics (
  diagnostic_id TEXT PRIMARY KEY,      -- hash of all that follows: the same is said once
  analysis_id   TEXT REFERENCES analyses,
  capture_id    TEXT REFERENCES captures,
  run_id        TEXT NOT NULL REFERENCES runs,
  code          TEXT NOT NULL,         -- kebab-case, stable
  entry         INTEGER,
  message       TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS diagnostics_run ON diagnostics (run_id);
CREATE INDEX IF NOT EXISTS diagnostics_analysis ON diagnostics (analysis_id);

-- What people said of a finding. A log: the latest row of a fingerprint holds.
CREATE TABLE IF NOT EXISTS assessments (
  assessment_id TEXT PRIMARY KEY,      -- ULID
  fingerprint   TEXT NOT NULL,
  status        TEXT NOT NULL CHECK (status IN ('pending', 'confirmed', 'dismissed')),
  reason        TEXT NOT NULL,
  assessed_by   TEXT NOT NULL,
  assessed_at   TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS assessments_fingerprint ON assessments (fingerprint);

-- ── The chain of custody ─────────────────────────────────────────────────────────────────────────────────────────────

-- One link for each thing that was written, in the order of writing. Each link carries the digest of the one before, so
-- that the last digest (the head) stands for all of it. docs/evidence.md says how to compute it by hand.
CREATE TABLE IF NOT EXISTS chain (
  link           INTEGER PRIMARY KEY, -- from 1, without gaps
  subject        TEXT NOT NULL,    -- run, run-end, capture, steps, analysis, diagnostic, assessment, tombstone, anchor
  id             TEXT NOT NULL,    -- of what was written
  at             TEXT NOT NULL,    -- when, by the clock of the machine that wrote it
  content_sha256 TEXT NOT NULL,    -- of the rows that were written
  previous       TEXT NOT NULL,    -- digest of the link before; 64 zeros for the first
  digest         TEXT NOT NULL UNIQUE -- SHA-256 of the canonical JSON (RFC 8785) of the columns above
) STRICT;
CREATE INDEX IF NOT EXISTS chain_subject ON chain (subject, id);

-- What was removed after its time, and what it was.
CREATE TABLE IF NOT EXISTS tombstones (
  tombstone_id   TEXT PRIMARY KEY, -- ULID
  subject        TEXT NOT NULL,    -- capture, steps, analysis, diagnostic: as in chain
  id             TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,    -- as it stands in the chain
  path           TEXT,             -- of a capture: the file that went with it
  reason         TEXT NOT NULL,
  removed_at     TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS tombstones_subject ON tombstones (subject, id);

-- What others attested of a head of the chain: a time-stamp (RFC 3161).
CREATE TABLE IF NOT EXISTS anchors (
  anchor_id  TEXT PRIMARY KEY,     -- ULID
  link       INTEGER NOT NULL,     -- whose digest was stamped
  digest     TEXT NOT NULL,
  authority  TEXT NOT NULL,        -- URL that was asked
  stamped_at TEXT NOT NULL,        -- the time in the stamp
  token      TEXT NOT NULL         -- the response (DER), in base64
) STRICT;

-- ── The seat belt: rows are added, never changed or removed ──────────────────────────────────────────────────────────
-- INSERT OR REPLACE would slip past a delete trigger; connections of tattle set recursive_triggers = 1 against that.

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

-- ── The views: what to read ──────────────────────────────────────────────────────────────────────────────────────────

-- run: with the last that was heard of it
CREATE VIEW run AS
  SELECT r.run_id, r.command, r.label, r.started_at, e.ended_at, e.exit_code, r.tattle_version, r.node_version
  FROM runs r LEFT JOIN run_ends e ON e.rowid = (
    SELECT rowid FROM run_ends WHERE run_id = r.run_id ORDER BY exit_code IS NULL, ended_at DESC, rowid DESC LIMIT 1);

-- analysed_capture: what each analysis took its capture for. The same HAR, analysed again with another --first-party, is
-- the capture that it was, and of another site.
CREATE VIEW analysed_capture AS
  SELECT a.analysis_id, a.capture_id, coalesce(a.path, c.path) AS path, coalesce(a.scenario, c.scenario) AS scenario,
    coalesce(a.target, c.target) AS target, coalesce(a.site, c.site) AS site,
    coalesce(a.first_party, c.first_party) AS first_party,
    CASE WHEN a.site IS NULL THEN c.persona ELSE a.persona END AS persona,
    coalesce(a.coverage, c.coverage) AS coverage, coalesce(a.coverage_reasons, c.coverage_reasons) AS coverage_reasons,
    coalesce(a.blind_spots, c.blind_spots) AS blind_spots
  FROM analyses a JOIN captures c ON c.capture_id = a.capture_id;

-- capture: as its latest analysis took it; files is a list of {name, bytes, sha256}
CREATE VIEW capture AS
  SELECT c.capture_id, c.run_id, coalesce(a.path, c.path) AS path, coalesce(a.scenario, c.scenario) AS scenario,
    coalesce(a.target, c.target) AS target, coalesce(a.site, c.site) AS site, c.base_url,
    coalesce(a.first_party, c.first_party) AS first_party,
    CASE WHEN a.site IS NULL THEN c.persona ELSE a.persona END AS persona,
    c.consent_asked, c.consent_outcome, c.browser, c.conditions, c.started_at, c.ended_at,
    coalesce(a.coverage, c.coverage) AS coverage, coalesce(a.coverage_reasons, c.coverage_reasons) AS coverage_reasons,
    coalesce(a.blind_spots, c.blind_spots) AS blind_spots, c.har_count, c.netlog_count, c.explained_count, c.har_sha256,
    (SELECT json_group_array(json_object('name', f.name, 'bytes', f.bytes, 'sha256', f.sha256))
     FROM capture_files f WHERE f.capture_id = c.capture_id) AS files
  FROM captures c LEFT JOIN analyses a ON a.rowid = (SELECT max(rowid) FROM analyses WHERE capture_id = c.capture_id);

-- analysis: is_latest is 1 for the analysis of its capture that was written last; a clock that jumped decides nothing
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

-- stored_value: sent_by is the script or document that asked for the first request that carried it
CREATE VIEW stored_value AS
  SELECT s.analysis_id, s.capture_id, s.ordinal, s.area, s.name, s.place, s.step, s.stored_at, s.set_by, s.set_by_url,
    s.recipient_domain, s.recipient_entity, s.part, s.field, s.first_entry, s.first_sent_at, s.requests,
    r.initiator AS sent_by
  FROM stored_values s LEFT JOIN requests r ON r.analysis_id = s.analysis_id AND r.entry = s.first_entry;

CREATE VIEW step AS
  SELECT capture_id, ordinal, title, category, location, started_at, ended_at, error FROM steps;

CREATE VIEW diagnostic AS
  SELECT diagnostic_id, analysis_id, capture_id, run_id, code, entry, message FROM diagnostics;

-- custody: the chain, with what became of the rows: 1 where a tombstone stands for them
CREATE VIEW custody AS
  SELECT c.link, c.subject, c.id, c.at, c.content_sha256, c.previous, c.digest,
    EXISTS (SELECT 1 FROM tombstones t WHERE t.subject = c.subject AND t.id = c.id
      AND t.content_sha256 = c.content_sha256) AS is_removed
  FROM chain c;

-- assessment: is_latest is 1 where it is the one that holds
CREATE VIEW assessment AS
  SELECT assessment_id, fingerprint, status, reason, assessed_by, assessed_at,
    row_number() OVER (PARTITION BY fingerprint ORDER BY assessed_at DESC, rowid DESC) = 1 AS is_latest
  FROM assessments;

-- finding: over the whole database, each capture by its latest analysis. severity is the worst of its leaks; leaks
-- counts them; seen_in of seen_of: in how many captures of the same target, site, scenario and consent state as any
-- capture that showed it, control walks left out. A finding that no latest analysis shows has 0 and NULL there.
CREATE VIEW finding AS
  WITH shown AS (
    SELECT l.finding_id, l.capture_id, t.target, t.site, t.scenario, c.consent_asked,
      coalesce(l.started_at, c.started_at, a.started_at) AS seen_at,
      CASE l.severity WHEN 'critical' THEN 4 WHEN 'high' THEN 3 WHEN 'medium' THEN 2 WHEN 'low' THEN 1 ELSE 0 END
        AS weight
    FROM analysis a JOIN leaks l ON l.analysis_id = a.analysis_id JOIN captures c ON c.capture_id = a.capture_id
      JOIN analysed_capture t ON t.analysis_id = a.analysis_id
    WHERE a.is_latest
  ),
  counted AS (
    SELECT finding_id, count(*) AS leaks, count(DISTINCT capture_id) AS seen_in, min(seen_at) AS first_seen,
      max(seen_at) AS last_seen, max(weight) AS weight
    FROM shown GROUP BY finding_id
  ),
  sizes AS (
    SELECT target, site, scenario, consent_asked, count(*) AS captures FROM capture
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
