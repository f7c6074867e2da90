// Check rules of codes. None is sure enough to refuse by: what does not fit is told as a warning and kept.
import * as words from '../../vocabulary/words.ts'
import type { CodeRule } from './register.ts'

/** Of the first nine digits; the tenth = 10 − (Σ wᵢdᵢ mod 11). Not confirmed by a document: only warned of. */
const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3]

const checkDigit = (digits: string): number =>
  10 - (WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11)

/** "0123456789", or with the three digits of a branch: "0123456789-001". */
function taxCodeWarning(code: string): string | null {
  const [, number] = /^(\d{10})(?:-?\d{3})?$/.exec(code) ?? []
  if (!number) return words.register.codes.taxForm
  return checkDigit(number) === Number(number[9]) ? null : words.register.codes.taxDigit
}

/** Nghị định 92/2024/NĐ-CP, Điều 45: business places are numbered 00001 to 99999. */
const businessPlaceWarning = (code: string): string | null =>
  /^(?!00000)\d{5}$/.test(code) ? null : words.register.codes.businessPlace

const RULES: Record<CodeRule, (code: string) => string | null> = {
  'tax-code': taxCodeWarning,
  'business-place': businessPlaceWarning,
}

/** What looks wrong with a code, worded for the reader; null when it fits. */
export const codeWarning = (rule: CodeRule, code: string): string | null => RULES[rule](code)
