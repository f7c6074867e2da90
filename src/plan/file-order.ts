// In which order several files of one document are read, as far as their names tell. Pure.
import { searchKey } from '../base/text.ts'

/** "phu-luc-1.docx", "PL 02.pdf", "Biểu mẫu.docx", and every sheet of Excel. */
const isAnnex = ({ name }: { name: string }): boolean =>
  /\.xlsx$/iu.test(name) || /(?<![a-z])(phu[ _.-]*luc|pl|bieu)(?![a-z])/u.test(searchKey(name))

/** The body first, its annexes behind it; otherwise as they were given, figures in names counted. */
export function inReadingOrder<T extends { name: string }>(files: readonly T[]): T[] {
  const byName = (a: T, b: T) => a.name.localeCompare(b.name, 'vi', { numeric: true })
  return [...files.filter((file) => !isAnnex(file)), ...files.filter(isAnnex).sort(byName)]
}
