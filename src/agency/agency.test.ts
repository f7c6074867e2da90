import { expect, test } from 'vitest'
import {
  type Agency,
  agencyKey,
  directoryOf as directoryOn,
  likeliest,
  matchName,
  NEW_AGENCY,
} from './agency.ts'

const directoryOf = (agencies: readonly Agency[]) => directoryOn(agencies, '2026-11-21')

const agency = (n: number, name: string, kind: Agency['kind'], aliases: string[] = []): Agency => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  code: null,
  name,
  kind,
  parentId: null,
  aliases,
  ...NEW_AGENCY,
  version: 1,
})
const directory = directoryOf([
  agency(1, 'Sở Văn hóa, Thể thao và Du lịch', 'department', ['Sở VHTTDL']),
  agency(2, 'Liên minh Hợp tác xã tỉnh', 'union'),
  agency(3, 'UBND xã Suối Mơ', 'commune'),
  agency(4, 'Phòng Kinh tế', 'unit'),
  agency(5, 'Sở Tài chính', 'department'),
])
const idOf = (n: number) => `00000000-0000-4000-8000-00000000000${n}`

test.each([
  ['Sở Văn hoá, Thể thao và Du lịch', 1],
  ['SỞ VĂN HÓA THỂ THAO DU LỊCH', 1],
  ['Sở VHTTDL', 1],
  ['Liên minh HTX tỉnh', 2],
  ['Ủy ban nhân dân xã Suối Mơ', 3],
  ['Giám đốc Sở Tài chính', 5],
  ['Sở Tài chính tỉnh', 5],
])('the printed name "%s" finds its agency', (printed, n) => {
  expect(matchName(printed, directory)).toEqual({ agency: idOf(n) })
})

test.each([
  ['Các sở, ban, ngành', 'departments'],
  ['các sở, ban, ngành của tỉnh', 'departments'],
  ['Thủ trưởng các Sở, ban, ngành', 'departments'],
  ['UBND các xã, phường', 'communes'],
  ['Ủy ban nhân dân cấp xã', 'communes'],
  ['UBND xã, phường', 'communes'],
  ['Chủ tịch Ủy ban nhân dân các xã, phường', 'communes'],
  ['Các sở, ban, ngành và UBND các xã, phường', 'agencies'],
])('the collective name "%s" is the group %s', (printed, group) => {
  expect(matchName(printed, directory)).toEqual({ group })
})

test.each(['Sở Kế hoạch và Đầu tư', 'UBND xã Không Có', 'Tổ công tác'])(
  '"%s" stays unmatched, never guessed',
  (printed) => {
    expect(matchName(printed, directory)).toBeNull()
  },
)

test('an unmatched name proposes agencies with shared words, best first', () => {
  expect(likeliest('Sở Văn hóa và Thể thao', directory)[0]?.id).toBe(idOf(1))
})

test('the key keeps different agencies apart', () => {
  expect(agencyKey('Sở Công Thương')).not.toBe(agencyKey('Sở Công an'))
})

test('a name that several units have is nobody’s; an agency wins over a unit, a name over an alias', () => {
  const one = (id: string, name: string, kind: Agency['kind'], aliases: string[] = []): Agency => ({
    ...{ id, name, kind, aliases },
    ...{ ...NEW_AGENCY, code: null, parentId: null, version: 1 },
  })
  const shared = directoryOf([
    one('a', 'Phòng Tổng hợp', 'unit'),
    one('b', 'Phòng Tổng hợp', 'unit'),
    one('c', 'Thanh tra', 'unit'),
    one('d', 'Thanh tra tỉnh', 'department', ['Sở Y tế']),
    one('e', 'Sở Y tế', 'department'),
  ])
  expect(matchName('Phòng Tổng hợp', shared)).toBeNull()
  expect(matchName('Thanh tra tỉnh', shared)).toEqual({ agency: 'd' })
  expect(matchName('Sở Y tế', shared)).toEqual({ agency: 'e' })
})
