// Names of export markets as people write them, brought to one: "Mỹ" and "Hoa Kỳ" are one market, and what is said of the
// European Union is said of its members.
import { searchKey } from '../base/text.ts'

/** The first name stands for all of a line. */
const SAME: readonly (readonly string[])[] = [
  ['Hoa Kỳ', 'Mỹ', 'USA', 'US', 'Hợp chúng quốc Hoa Kỳ', 'United States'],
  ['EU', 'Liên minh châu Âu', 'châu Âu', 'European Union'],
  ['Anh', 'Vương quốc Anh', 'UK', 'United Kingdom'],
  ['Trung Quốc', 'China'],
  ['Hàn Quốc', 'Korea', 'Đại Hàn Dân Quốc'],
  ['Nhật Bản', 'Nhật', 'Japan'],
  ['Úc', 'Ô-xtrây-li-a', 'Australia'],
  ['Ấn Độ', 'India'],
  ['Thái Lan', 'Thailand'],
  ['Đài Loan', 'Taiwan'],
  ['Ca-na-đa', 'Canada'],
  ['Nga', 'Liên bang Nga', 'Russia'],
]

const EU_MEMBERS = [
  ...[
    'Áo',
    'Bỉ',
    'Bun-ga-ri',
    'Crô-a-ti-a',
    'Síp',
    'Séc',
    'Cộng hòa Séc',
    'Đan Mạch',
    'E-xtô-ni-a',
    'Phần Lan',
  ],
  ...['Pháp', 'Đức', 'Hy Lạp', 'Hung-ga-ri', 'Ai-len', 'Ý', 'I-ta-li-a', 'Italia', 'Lát-vi-a', 'Lít-va'],
  ...['Lúc-xăm-bua', 'Man-ta', 'Hà Lan', 'Ba Lan', 'Bồ Đào Nha', 'Ru-ma-ni', 'Xlô-va-ki-a', 'Xlô-ven-ni-a'],
  ...['Tây Ban Nha', 'Thụy Điển'],
]

const keyOf = (name: string) => searchKey(name).replace(/^thi truong /, '')
const FIRST = new Map(
  SAME.flatMap(([first = '', ...others]) => [first, ...others].map((one) => [keyOf(one), keyOf(first)])),
)
const IN_EU = new Set(EU_MEMBERS.map(keyOf))

/** One key for all names of a market. */
export const marketKey = (name: string): string => FIRST.get(keyOf(name)) ?? keyOf(name)

/** Whether what is said of one market touches the other: the same, or a member of the European Union and the Union. */
export function isSameMarket(one: string, other: string): boolean {
  const [a, b] = [marketKey(one), marketKey(other)]
  const eu = marketKey('EU')
  return a === b || (a === eu && IN_EU.has(b)) || (b === eu && IN_EU.has(a))
}
