/** Parts of a page that are written by different commands: each between two marks of its own. */

/** The page with this section's text replaced, or added at its end. */
export function inSection(page: string, name: string, text: string): string {
  const [begin, end] = marks(name)
  const section = `${begin}\n${text.trim()}\n${end}`
  const at = page.indexOf(begin)
  const until = page.indexOf(end, at)
  if (at < 0 || until < 0) return `${page.trimEnd()}\n\n${section}\n`
  return page.slice(0, at) + section + page.slice(until + end.length)
}

/** What another command wrote there, with its marks; empty where there is nothing. */
export function sectionOf(page: string, name: string): string {
  const [begin, end] = marks(name)
  const at = page.indexOf(begin)
  const until = page.indexOf(end, at)
  return at < 0 || until < 0 ? '' : page.slice(at, until + end.length)
}

function marks(name: string): readonly [string, string] {
  return [`<!-- begin: ${name} -->`, `<!-- end: ${name} -->`]
}
