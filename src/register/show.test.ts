// How values of a register are printed, which columns a list shows, what a row is called.
import { expect, test } from 'vitest'
import { cooperative } from './cooperative.ts'
import { cooperativeRating } from './cooperative-rating.ts'
import { dissolution } from './dissolution.ts'
import type { Column, Value } from './kit/register.ts'
import { tellFact } from './kit/story.ts'
import { choiceOptions, printDerived, printValue, shownColumns, titleOf, unitOf, withUnit } from './show.ts'
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
  [columns.place, 'p2', 'không còn trong danh mục'],
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

test('a label says its unit once', () => {
  expect([
    withUnit('Doanh thu', 'đồng'),
    withUnit('Số thành viên', 'thành viên'),
    withUnit('Tên', null),
  ]).toEqual([...['Doanh thu (đồng)', 'Số thành viên', 'Tên']])
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

test('a page is called by the name of its row, or by what it is, whose and of when', () => {
  expect(titleOf(cooperative, { title: 'HTX Suối Mơ', values: {} }, {})).toBe('HTX Suối Mơ')
  expect(titleOf(yearlyUpdate, { title: 'HTX Suối Mơ', values: { cooperative: 'c', year: 2025 } }, {})).toBe(
    'Bản cập nhật HTX Suối Mơ · 2025',
  )
  const dissolved = { title: 'HTX Suối Mơ', values: { cooperative: 'c', decidedOn: '2026-03-05' } }
  expect(titleOf(dissolution, dissolved, {})).toBe('Hồ sơ giải thể HTX Suối Mơ · 05/03/2026')
  const rated = { title: 'Tốt', values: { cooperative: 'c', year: 2025 } }
  expect(titleOf(cooperativeRating, rated, { c: 'HTX Suối Mơ' })).toMatch(/ Tốt · HTX Suối Mơ · 2025$/)
})

test('the history names a file by its name, not by its hash', () => {
  const label = { vi: 'Quyết định', en: 'Decision' }
  const register = {
    ...cooperative,
    columns: { ...columns, decision: { kind: 'file', label, optional: true } },
  } as const
  const fact = {
    ...{ version: 2, since: '2025-01-01', until: null, act: 'change', at: '2025-01-01T00:00:00Z' },
    ...{ actor: 'Lò Thị Mây', reason: '', batch: null, isVoid: false },
    changes: [
      { column: 'decision', before: null, after: 'ab'.repeat(32) },
      { column: 'decisionName', before: null, after: 'qd-12.pdf' },
    ],
  }
  expect(tellFact(register, fact, {}).changes).toEqual([
    { label: 'Quyết định', before: 'trống', after: 'qd-12.pdf' },
  ])
})
