// What the history of a row says, and how its values are printed.
import { expect, test } from 'vitest'
import { cooperative } from './cooperative.ts'
import type { Column, Value } from './kit/register.ts'
import { member } from './member.ts'
import { choiceOptions, printDerived, printValue, shownColumns, titleOf, unitOf } from './show.ts'
import { changesOf, daysOf, sentenceOf } from './story.ts'
import { yearlyUpdate } from './yearly-update.ts'

const { columns } = cooperative

test.each<[Column, Value, string | null]>([
  [columns.members, 1430, '1.430 thành viên'],
  [columns.charterCapital, 2_500_000_000, '2.500.000.000 đồng'],
  [columns.registeredOn, '2020-05-01', '01/05/2020'],
  [columns.kind, 'union', 'Liên hiệp hợp tác xã'],
  [columns.kind, 'long-gone', 'long-gone'],
  [columns.womanDirector, false, 'Không'],
  [columns.womanDirector, null, null],
  [columns.place, 'p1', 'UBND xã Suối Mơ'],
  [columns.place, 'p2', '(không có tên)'],
  [yearlyUpdate.columns.year, 2025, '2025'],
  [{ kind: 'texts', label: columns.name.label }, ['chè', 'mật ong'], 'chè; mật ong'],
  [{ kind: 'texts', label: columns.name.label }, [], null],
])('%j of %j is printed as %j', (column, value, text) => {
  expect(printValue(column, value, { p1: 'UBND xã Suối Mơ' })).toBe(text)
})

test('a table says the unit in its head; a share has none', () => {
  expect(printValue(columns.members, 1430, {}, true)).toBe('1.430')
  expect([unitOf(columns.members), unitOf(columns.charterCapital), unitOf(columns.name)]).toEqual([
    ...['thành viên', 'đồng', null],
  ])
  const share = { label: columns.name.label, share: ['a', 'b'] } as const
  expect([printDerived(share, 45.5), printDerived(share, null), unitOf(share)]).toEqual(['45,5%', null, null])
})

test('a choice says on which days it may be chosen', () => {
  const label = { vi: 'Cũ', en: 'Old' }
  expect(
    choiceOptions([
      { value: 'x', label, to: '2024-06-30' },
      { value: 'y', label },
    ]),
  ).toEqual([
    { value: 'x', label: 'Cũ (đến 30/06/2024)' },
    { value: 'y', label: 'Cũ' },
  ])
})

test('the columns of an address, as far as there are any; else those of the register', () => {
  expect(shownColumns(cooperative, 'name,nonsense,code,name')).toEqual(['name', 'code'])
  expect(shownColumns(cooperative, 'nonsense')).toEqual(shownColumns(cooperative, undefined))
  expect(shownColumns(cooperative, undefined)).toContain('status')
})

test('a page is called by the name of its row, or by what it is and whose', () => {
  expect(titleOf(cooperative, { title: 'HTX Suối Mơ', values: {} }, {})).toBe('HTX Suối Mơ')
  expect(titleOf(yearlyUpdate, { title: '2025', values: { cooperative: 'c' } }, { c: 'HTX Suối Mơ' })).toBe(
    'Bản cập nhật 2025 · HTX Suối Mơ',
  )
})

test('the history tells who did what, and each column that changed', () => {
  const batch = { id: '1', fileName: 'htx.xlsx' }
  const said = (act: string, from: { id: string; fileName: string } | null = null) =>
    sentenceOf(cooperative, { act, batch: from })
  expect([
    said('create'),
    said('import', batch),
    said('suspend'),
    said('restore'),
    said('of a room'),
  ]).toEqual([
    'thêm vào sổ',
    'nhập từ tệp htx.xlsx',
    'chuyển tình trạng: Tạm ngừng kinh doanh',
    'khôi phục',
    'cập nhật',
  ])
  const changes = [
    { column: 'members', before: 12, after: 1430 },
    { column: 'director', before: null, after: 'Lò Thị Mây' },
    { column: 'address', before: 'Bản Chè', after: null },
    { column: 'no-longer-there', before: 1, after: 2 },
    { column: 'place', before: 'a', after: 'b' },
  ]
  expect(changesOf(cooperative, { changes }, { a: 'Xã A', b: 'Xã B' })).toEqual([
    'Số thành viên chính thức: từ 12 thành viên thành 1.430 thành viên',
    'Người đại diện theo pháp luật: Lò Thị Mây',
    'Địa chỉ: bỏ trống (trước là Bản Chè)',
    'Xã, phường: từ Xã A thành Xã B',
  ])
  expect(
    changesOf(member, { changes: [{ column: 'phone', before: '•••123', after: '•••456' }] }, {}),
  ).toEqual(['Điện thoại: từ •••123 thành •••456'])
})

test('each form of a row says on which days it counted', () => {
  const since = '2025-01-01'
  expect(daysOf({ since, until: null, isVoid: false })).toBe('tính từ 01/01/2025')
  expect(daysOf({ since, until: '2025-03-10', isVoid: false })).toBe(
    'tính từ 01/01/2025 đến trước 10/03/2025',
  )
  expect(daysOf({ since, until: null, isVoid: true })).toBe('không tính vào ngày nào')
})
