// One value of a workbook in, as a Vietnamese reader sees it out: 15/03/2026, 1.234,5, 25%.

import { type Cell, type CellValue, formatValue } from 'hucre'

const two = (value: number): string => String(value).padStart(2, '0')

/** `format` tells whether the day, or only month and year, is meant. */
function printDate(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return ''
  const pattern = format.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, '').toLowerCase()
  const year = date.getUTCFullYear()
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
  if (/h/u.test(pattern) && !/[dy]/u.test(pattern)) return time
  const month = `${two(date.getUTCMonth() + 1)}/${year}`
  if (pattern !== '' && !/d/u.test(pattern)) return /m/u.test(pattern) ? month : String(year)
  const day = `${two(date.getUTCDate())}/${month}`
  return /h/u.test(pattern) && time !== '00:00' ? `${day} ${time}` : day
}

/** Excel shows eleven figures of a number without a format; the rest is rounding of the machine. */
const plainNumber = (value: number): string => String(Number(value.toPrecision(11))).replace('.', ',')

function printNumber(value: number, format: string): string {
  if (format === '' || /^(?:general|@)$/iu.test(format)) return plainNumber(value)
  try {
    // Of the locales it knows, the German one groups and parts figures as Vietnamese does.
    return formatValue(value, format, { locale: 'de-DE' }).trim()
  } catch {
    return plainNumber(value)
  }
}

/** "" for an empty cell. */
export function printValue(value: CellValue, cell: Cell | undefined): string {
  const format = cell?.style?.numFmt ?? ''
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return printDate(value, format)
  if (typeof value === 'number') return Number.isFinite(value) ? printNumber(value, format) : ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value
}
