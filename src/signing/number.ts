// The number of a paper: which series it is of, how it is printed, which one is free. A series runs from 01 on 1 January
// to 31 December, for each agency and type (Decree 30/2020/NĐ-CP, article 15 khoản 2 and Appendix I).
import type { OfficialPaper } from '../paper/official.ts'
import { DOCUMENT_TYPES } from '../vocabulary/document-type.ts'

/** Letters have no abbreviation of their own; this one is only how their series is called. */
const LETTER = 'CV'
export const MOST_NUMBER = 99_999

/** "BÁO CÁO" -> "BC"; a letter -> "CV"; a type the vocabulary does not know is its own series. */
export function seriesOf({ type }: Pick<OfficialPaper, 'type'>): string {
  if (type === null) return LETTER
  const name = type.trim().toLowerCase().normalize('NFC')
  return DOCUMENT_TYPES.find(([known]) => known === name)?.[1] ?? name
}

/** 5 -> "05": 0 before what is below ten. */
export const printNumber = (number: number): string => String(number).padStart(2, '0')

/** "05/BC-STC"; a Party document "05-BC/TU". */
export const fullNumber = (number: number, symbol: string, profile: OfficialPaper['profile']): string =>
  `${printNumber(number)}${profile === 'party' ? '-' : '/'}${symbol}`

export const yearOf = (day: string): number => Number(day.slice(0, 4))
