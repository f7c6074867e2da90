import { expect, test } from 'vitest'
import {
  type Agency,
  AgencyCode,
  agencyKey,
  directoryOf as directoryOn,
  fullName,
  likeliest,
  matchName,
  membersOf,
  NEW_AGENCY,
  nameOn,
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

const TODAY = '2026-11-21'
const past = (id: string, name: string, kind: Agency['kind'], more: Partial<Agency> = {}): Agency => ({
  ...{ id, name, kind, code: null, parentId: null, aliases: [], version: 1 },
  ...{ ...NEW_AGENCY, ...more },
})
const ofMemory = [
  past('plan', 'Sở Kế hoạch và Đầu tư', 'department', { endedOn: '2025-03-01' }),
  past('health', 'Sở Y tế và Chăm sóc', 'department', {
    formerNames: [
      { name: 'Sở Chăm sóc', until: '2020-01-01' },
      { name: 'Sở Y tế', until: '2025-03-01' },
    ],
  }),
  past('culture', 'Sở Văn hóa', 'department', { validFrom: '2025-03-01' }),
  past('finance', 'Sở Tài chính', 'department'),
  past('finance-then', 'Sở Tài chính', 'department', { province: 'Đồi Xưa', endedOn: '2025-07-01' }),
  past('office', 'Phòng Tổng hợp', 'unit', { parentId: 'finance' }),
  past('office-plan', 'Phòng Tổng hợp', 'unit', { parentId: 'plan', endedOn: '2025-03-01' }),
]

test.each([
  ['Sở Kế hoạch và Đầu tư', '2023-05-01', 'plan'],
  ['Sở Kế hoạch và Đầu tư', '2025-02-28', 'plan'],
  ['Sở Kế hoạch và Đầu tư', '2025-03-01', null],
  ['Sở Kế hoạch và Đầu tư', TODAY, null],
  ['Sở Y tế', '2023-05-01', 'health'],
  ['Sở Y tế', TODAY, 'health'],
  ['Sở Y tế và Chăm sóc', '2023-05-01', 'health'],
  ['Sở Văn hóa', '2023-05-01', 'culture'],
  ['Sở Tài chính', '2023-05-01', 'finance'],
  ['Phòng Tổng hợp', TODAY, 'office'],
  ['Phòng Tổng hợp', '2023-05-01', null],
  ['Phòng Tổng hợp, Sở Tài chính', '2023-05-01', 'office'],
  ['Phòng Tổng hợp thuộc Sở Kế hoạch và Đầu tư', '2023-05-01', 'office-plan'],
])('"%s" in a document of %s is %s', (printed, day, id) => {
  const match = matchName(printed, directoryOn(ofMemory, day, { today: TODAY }))
  expect(match).toEqual(id && { agency: id })
})

test('a plan of a former province knows only the agencies of that province', () => {
  const then = directoryOn(ofMemory, '2023-05-01', { province: 'Đồi Xưa', today: TODAY })
  expect(matchName('Sở Tài chính', then)).toEqual({ agency: 'finance-then' })
  expect(matchName('Sở Y tế', then)).toBeNull()
  expect(matchName('Sở Tài chính', then.now)).toEqual({ agency: 'finance' })
})

test('an agency is called as it was on the day; one of a former province says which', () => {
  const health = ofMemory[1] as Agency
  expect(['2019-12-31', '2020-01-01', '2025-02-28', '2025-03-01'].map((day) => nameOn(health, day))).toEqual([
    ...['Sở Chăm sóc', 'Sở Y tế', 'Sở Y tế', 'Sở Y tế và Chăm sóc'],
  ])
  expect(fullName({ name: 'Sở Tài chính', province: 'Đồi Xưa' })).toBe('Sở Tài chính (tỉnh Đồi Xưa)')
  expect(fullName({ name: 'UBND tỉnh', province: 'Đồi Xưa' })).toBe('UBND tỉnh Đồi Xưa')
})

test('a named group is found by its names; its members are those of the day', () => {
  const economy = {
    ...{ id: 'economy', name: 'Các sở khối kinh tế', forms: ['khối kinh tế'], version: 1 },
    rule: {
      kinds: ['department' as const],
      under: null,
      committee: 'committee',
      plus: [],
      minus: ['health'],
    },
    members: [{ agencyId: 'office', since: '2024-01-01', until: '2025-01-01' }],
  }
  const on = (day: string) => directoryOn(ofMemory, day, { groups: [economy], today: TODAY })
  expect(matchName('các sở khối kinh tế', on(TODAY))).toEqual({ group: 'economy' })
  expect(matchName('Khối kinh tế', on(TODAY))).toEqual({ group: 'economy' })
  const members = (day: string) => membersOf('economy', on(day)).map(({ id }) => id)
  expect(members('2024-12-31')).toEqual(['plan', 'finance', 'office'])
  expect(members('2025-01-01')).toEqual(['plan', 'finance'])
  expect(members(TODAY)).toEqual(['culture', 'finance'])
})

test.each([
  ['000.00.01.H56', 'H56.01'],
  ['000.01.05.H56', 'H56.05.01'],
  ['h56.05.01', 'H56.05.01'],
  ['H56', 'H56'],
])('the agency code "%s" is kept as %s', (printed, code) => {
  expect(AgencyCode.parse(printed)).toBe(code)
})
