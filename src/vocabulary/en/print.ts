import { number as figure } from './format.ts'

export { printDay as day, printMoment as moment } from '../date.ts'
export { product } from '../program.ts'

export const number = (n: number): string => figure.format(n)
export const percent = (share: number): string =>
  `${new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(share * 100)}%`
