import { printDay, printMoment } from '../date.ts'
import { inLanguage } from '../language.ts'
import { number as figure } from './format.ts'

export { product } from '../program.ts'
export const day = printDay
export const moment = printMoment
export const number = /* @__PURE__ */ inLanguage('number', (n: number): string => figure.format(n))
export const percent = /* @__PURE__ */ inLanguage(
  'percent',
  (share: number) => `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(share * 100)}%`,
)
