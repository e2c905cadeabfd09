/** How secrets are told: by the words around a field, and by the names of environment variables. */

/** Words of fields whose content is nobody's business. */
export const SECRET_WORDS = new RegExp([
  'pass(?:word|wort|phrase|code)', 'passwd', 'kennwort', 'mot[-_ ]?de[-_ ]?passe', '\\bmdp\\b', '\\bpwd\\b', '\\bpins?\\b',
  '\\b[mt]?tan\\b', '\\botps?\\b', '\\btotp\\b', '\\bmfa\\b', '\\b2fa\\b', 'token', 'secret', 'geheim', 'api[-_ ]?key',
  'one[-_ ]?time', 'einmal', 'verification[-_ ]?code', 'best[äa]e?tigungs?code', 'sicherheitscode', 'security[-_ ]?code',
  '\\bcv[cv]2?\\b', 'card[-_ ]?number', 'kartennummer', 'cc-(?:number|csc|exp)', '\\bcode\\b',
].join('|'), 'i')

const SECRET_VARIABLE = /pass|secret|token|key|pwd|credential|auth|cookie|session|private/i
/** Of desktops and shells, which name their own sessions, sockets and keyboards so. */
const OF_THE_SYSTEM = /^(?:XDG_|DBUS_|DESKTOP_SESSION|SESSION_MANAGER|SSH_AUTH_SOCK|GNOME_|KDE_|GPG_AGENT|npm_config_)|keyboard|keymap|_keyring/i
/** A switch, a small number, a place: values that stand everywhere and protect nothing. */
const NO_SECRET = /^(?:true|false|yes|none|null|auto|always|never|default|basic|bearer|\d{1,3}|\.{0,2}\/.*|unix:.*)$/i

/** Values of environment variables whose names speak of secrets. */
export function secretValues(env: NodeJS.ProcessEnv): string[] {
  return Object.entries(env).flatMap(([name, value]) => {
    const isSecret = SECRET_VARIABLE.test(name) && !OF_THE_SYSTEM.test(name)
    return isSecret && value !== undefined && value.length >= 4 && !NO_SECRET.test(value) ? [value] : []
  })
}

/** Whether a value is a secret, or one of them for the most part is the other. */
export function isSecretValue(value: string, secrets: readonly string[]): boolean {
  return secrets.some((secret) => value === secret || (secret.length >= 8 && value.includes(secret)) ||
    (secret.includes(value) && value.length * 2 >= secret.length))
}
