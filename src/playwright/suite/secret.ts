/** How secrets are told: by the words around a field, and by the names of environment variables. */

/** Words of fields whose content is nobody's business. */
export const SECRET_WORDS = new RegExp([
  'pass(?:word|wort|phrase|code)', 'passwd', 'kennwort', 'mot[-_ ]?de[-_ ]?passe', '\\bmdp\\b', '\\bpwd\\b', '\\bpins?\\b',
  '\\b[mt]?tan\\b', '\\botps?\\b', '\\btotp\\b', '\\bmfa\\b', '\\b2fa\\b', 'token', 'secret', 'geheim', 'api[-_ ]?key',
  'one[-_ ]?time', 'einmal', 'verification[-_ ]?code', 'best[äa]e?tigungs?code', 'sicherheitscode', 'security[-_ ]?code',
  '\\bcv[cv]2?\\b', 'card[-_ ]?number', 'kartennummer', 'cc-(?:number|csc|exp)', '\\bcode\\b',
].join('|'), 'i')

const SECRET_VARIABLE = /pass|secret|token|key|pwd|credential|auth|cookie|session|private/i

/** Values of environment variables whose names speak of secrets. */
export function secretValues(env: NodeJS.ProcessEnv): string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    SECRET_VARIABLE.test(name) && value !== undefined && value.length >= 4 ? [value] : [])
}
