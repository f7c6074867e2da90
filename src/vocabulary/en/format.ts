// How figures and numbers of things are printed inside the English words.

export const number = new Intl.NumberFormat('en-GB', { useGrouping: 'always' })
export const share = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 })

export const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/** "1 task", "12 tasks". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${number.format(n)} ${n === 1 ? one : many}`
export const are = (n: number): string => (n === 1 ? 'is' : 'are')
export const have = (n: number): string => (n === 1 ? 'has' : 'have')
