/** One line on a terminal that says what is running; nothing elsewhere. */

export interface Progress {
  expect(total: number): void
  start(name: string): void
  step(name: string, title: string): void
  finish(name: string): void
  /** Removes the line. */
  end(): void
}

export function createProgress(wanted: boolean, out: NodeJS.WriteStream = process.stderr): Progress {
  const shown = wanted && out.isTTY
  let total = 0
  let done = 0
  const draw = (text: string): void => {
    if (!shown) return
    const width = Math.max(20, (out.columns || 80) - 1)
    out.write(`\r\u001b[K${Array.from(text.replace(/\p{Cc}/gu, ' ')).slice(0, width).join('')}`)
  }
  return {
    expect: (count) => { total = count },
    start: (name) => draw(`[${done + 1}/${total}] ${name}`),
    step: (name, title) => draw(`[${done + 1}/${total}] ${name}: ${title}`),
    finish: () => { done += 1 },
    end: () => { if (shown) out.write('\r\u001b[K') },
  }
}
