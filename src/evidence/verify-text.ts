/**
 * VERIFY.txt: how anybody checks a bundle without tattle, with openssl and the tools that every Linux and macOS has. Each
 * line that begins with `$ ` is a command; a test runs exactly these.
 */

export interface VerifyTextFacts {
  readonly runId: string
  readonly files: number
  readonly fingerprint: string | null
  readonly stamped: 'no' | 'with-roots' | 'without-roots'
  readonly head: string
  readonly redacted: boolean
  /** Captures of the control walk. */
  readonly controls: number
  /** What could not be put in. */
  readonly missing: readonly string[]
}

export function toVerifyText(facts: VerifyTextFacts): string {
  const { runId, files, fingerprint, stamped, head, redacted, controls, missing } = facts
  const sections: string[][] = [
    [
      `How to check this bundle (run ${runId})`,
      '',
      'You need a shell, sha256sum (coreutils) and openssl 3. Unpack the bundle, go into its folder, and type what',
      'stands behind each "$". Every command says in its exit status whether what stands above it holds; the line below',
      'it says what to expect.',
    ],
    [
      '1. No file was changed, and none is missing.',
      '',
      '$ sha256sum --check --quiet --strict manifest-sha256.txt',
      '  prints nothing',
    ],
    [
      `2. No file was added: data/ holds the ${files} files of the list and nothing else.`,
      '',
      `$ test "$(find data ! -type d | LC_ALL=C sort)" = "$(cut -c67- manifest-sha256.txt | LC_ALL=C sort)"`,
      '  prints nothing',
    ],
  ]
  if (fingerprint === null) {
    sections.push([
      '3. The bundle is not signed: that nobody changed it and its list of digests together, it cannot show.',
    ])
  } else {
    sections.push([
      '3. The list was signed, with the key that lies in evidence/key.pub.pem.',
      '',
      '$ openssl pkeyutl -verify -pubin -inkey evidence/key.pub.pem -rawin -in evidence/statement.pae -sigfile evidence/statement.sig',
      '  prints "Signature Verified Successfully"',
      '',
      'What was signed names the digest of the list, of the manifest and of this text:',
      '',
      '$ grep -q "$(sha256sum manifest-sha256.txt | cut -c-64)" evidence/statement.pae',
      '$ grep -q "$(sha256sum evidence/manifest.json | cut -c-64)" evidence/statement.pae',
      '$ grep -q "$(sha256sum VERIFY.txt | cut -c-64)" evidence/statement.pae',
      '  print nothing',
    ], [
      '4. The key is that of the one who says so. This is the one thing that the bundle cannot show by itself: compare the',
      '   number with one that you were given in another way.',
      '',
      '$ openssl pkey -pubin -in evidence/key.pub.pem -outform DER | sha256sum | cut -c-64',
      `  prints ${fingerprint}`,
    ])
  }
  const stampedFile = fingerprint === null ? 'evidence/manifest.json' : 'evidence/statement.sig'
  if (stamped === 'no') {
    sections.push(['5. There is no time-stamp: when the bundle was made rests on the word of the one who made it.'])
  } else {
    sections.push([
      `5. A time-stamping authority saw ${fingerprint === null ? 'the manifest' : 'the signature'} at the time that it names.`,
      '',
      '$ openssl ts -reply -in evidence/timestamp.tsr -text',
      '  prints, among other things, "Time stamp:" and the time',
      '',
      ...(stamped === 'with-roots' ? [
        `$ openssl ts -verify -data ${stampedFile} -in evidence/timestamp.tsr -CAfile evidence/timestamp-ca.pem`,
        '  prints "Verification: OK"; the certificates in evidence/timestamp-ca.pem came with the bundle, so compare them',
        '  with those that the authority publishes',
      ] : [
        'With the certificates that the authority publishes, in a file that is here called authority.pem:',
        '',
        `  openssl ts -verify -data ${stampedFile} -in evidence/timestamp.tsr -CAfile authority.pem`,
        '  prints "Verification: OK"',
      ]),
      '',
      'Once the certificates have expired, which takes nothing from what was stamped before, add -attime and the time that the',
      'authority names, in seconds since 1970 ("date -u -d TIME +%s" gives them).',
    ])
  }
  sections.push([
    '6. The chain of custody. Every thing that was written to the findings database has a line in data/chain/links.jsonl,',
    '   which carries the digest of the one before. The last digest was printed when the run ended: compare it with the',
    '   one that was kept then.',
    '',
    `$ tail -n 1 data/chain/links.jsonl | grep -q '"digest":"${head}"'`,
    '  prints nothing',
    '',
    ...(redacted ? [
      'The rows themselves are not in this copy, because they hold what was redacted.',
    ] : [
      'The rows of the database that concern this run are in data/chain/rows-*.txt. The digest of each stands in its line:',
      '',
      '$ for rows in data/chain/rows-*.txt; do grep -q "\\"contentSha256\\":\\"$(sha256sum "$rows" | cut -c-64)\\"" data/chain/links.jsonl || exit 1; done',
      '  prints nothing',
    ]),
  ], redacted ? [
    '7. What was redacted. Words that begin with "redacted-" (and addresses within 2001:db8::/32) stand for values; where a',
    '   value was sent hashed, the same digest of its word. How it was encoded besides is not in this copy. Whoever holds',
    '   the salt can prove which value a word stands for: he tells you it and its own salt, and these give the word again:',
    '',
    "  printf '%s' 'SALT:KIND=VALUE' | sha256sum | cut -c-32",
  ] : [
    '7. That the findings follow from what was recorded: data/captures holds the traffic (HAR: open it in any browser\'s',
    '   developer tools), data/report.json each place where a datum was found, with the number of the request and the bytes',
    '   in it. With tattle of the same version, "tattle evidence verify --reanalyse" finds them again.',
    ...(controls === 0 ? [] : [
      `   ${controls} of the captures are of a control walk, in which another visitor entered other values: data/controls.json`,
      '   names them. They are there to be compared with, and nothing in the report was found in them.',
    ]),
  ])
  if (missing.length > 0) sections.push(['8. What is not in this bundle:', '', ...missing.map((sentence) => `   - ${oneLine(sentence)}`)])
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** No line of it may pass for a command. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

/** The commands of such a text, in its order. */
export function commandsOf(text: string): string[] {
  return text.split('\n').filter((line) => line.startsWith('$ ')).map((line) => line.slice(2))
}
