/** Passphrases: from a file, or typed in on a terminal without being shown. Never from the environment. */
import { readFileSync, statSync } from 'node:fs'
import { TattleError, toMessage } from '../errors.js'

/** The first line of the file, or what is typed. Null where neither is possible. Throws `key-unusable`. */
export async function readPassphrase(file: string | undefined, prompt: string): Promise<string | null> {
  if (file !== undefined) return fromFile(file)
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null
  return typed(prompt)
}

function fromFile(file: string): string {
  try {
    if (process.platform !== 'win32' && statSync(file).isFile() && (statSync(file).mode & 0o077) !== 0) {
      throw new Error(`it can be read by others; "chmod 600 ${file}" mends that`)
    }
    const passphrase = readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? ''
    if (passphrase === '') throw new Error('its first line is empty')
    return passphrase
  } catch (cause) {
    throw new TattleError('key-unusable', `The passphrase in ${file} cannot be used: ${toMessage(cause)}.`, { cause })
  }
}

function typed(prompt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { stdin, stderr } = process
    let text = ''
    const end = (): void => {
      stdin.setRawMode(false)
      stdin.pause()
      stdin.off('data', listen)
      stderr.write('\n')
    }
    const listen = (chunk: Buffer): void => {
      for (const letter of chunk.toString('utf8')) {
        if (letter === '\r' || letter === '\n') {
          end()
          return resolve(text)
        }
        if (letter === '\u0003') {
          end()
          return reject(new TattleError('usage', 'Stopped.'))
        }
        text = letter === '\u007f' ? text.slice(0, -1) : text + letter
      }
    }
    stderr.write(`${prompt}: `)
    stdin.setRawMode(true)
    stdin.resume()
    stdin.on('data', listen)
  })
}
