/** Paths as rows and reports show them: relative to where the run was started, with forward slashes on every system. */
import native, { type PlatformPath } from 'node:path'

export function shownPath(file: string, root = process.cwd(), { relative }: Pick<PlatformPath, 'relative'> = native): string {
  return withSlashes(relative(root, file))
}

/** The same of `file:line:column`; null where it is none. */
export function shownPlace(place: string, root = process.cwd(), path: Pick<PlatformPath, 'relative'> = native): string | null {
  const [, file, at] = /^(.+?)(:\d+:\d+)$/s.exec(place) ?? []
  return file === undefined || at === undefined ? null : `${shownPath(file, root, path)}${at}`
}

/** As this system writes it, or as Windows does. */
export function withSlashes(path: string): string {
  return path.replaceAll('\\', '/')
}
