import { number as figure } from './format.ts'

export { day, moment, product } from '../vi/print.ts'

export const number = (n: number): string => figure.format(n)
export const percent = (share: number): string =>
  `${new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(share * 100)}%`
