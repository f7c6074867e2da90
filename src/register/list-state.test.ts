// Addresses of lists: what is understood, what is left out, which rows and which manner.
import { describe, expect, test } from 'vitest'
import { cooperative } from './cooperative.ts'
import { readWanted } from './kit/filter.ts'
import {
  chosenFields,
  firstFields,
  isSortable,
  offeredFields,
  orderIn,
  rangeText,
  readRange,
  readState,
  sortOf,
  viewOf,
} from './list-state.ts'
import { member } from './member.ts'
import { REGISTERS } from './registers.ts'
import { yearlyUpdate } from './yearly-update.ts'

test('an address keeps what the register understands, whatever type the router made of it', () => {
  const search = {
    ...{ status: 'active,suspended', womanDirector: true, members: '10..', q: 12, order: '-members' },
    ...{ phone: '0912', place: 'không phải mã', nonsense: 'x', void: 'maybe', on: 'hôm qua', limit: 5 },
    ...{ columns: 'code,name', after: 'abc', address: '' },
  }
  expect(readState(cooperative, search)).toEqual({
    ...{ status: 'active,suspended', womanDirector: 'true', members: '10..', q: '12', order: '-members' },
    ...{ columns: 'code,name', after: 'abc' },
  })
  expect(readState(cooperative, { order: '-phone', on: '2025-12-31', void: 'true' })).toEqual({
    ...{ on: '2025-12-31', void: 'true' },
  })
})

test('what the screen reads the server understands', () => {
  for (const register of REGISTERS)
    for (const { address } of register.views ?? []) {
      const state = readState(register, Object.fromEntries(new URLSearchParams(address)))
      expect(viewOf(state), `${register.name}: ${address}`).not.toBe('')
      expect(() => readWanted(register, state)).not.toThrow()
    }
})

test('a ready-made list is known again, however it is sorted and in whatever columns', () => {
  const state = readState(cooperative, {
    womanDirector: 'true',
    status: 'active',
    order: 'code',
    columns: 'code',
  })
  expect(viewOf(state)).toBe(viewOf({ status: 'active', womanDirector: 'true', after: 'x' }))
  expect(viewOf({ order: '-name', columns: 'code' })).toBe('')
})

describe('fields', () => {
  test('nobody is looked for by what is personal; a text has the search field', () => {
    const names = chosenFields(member).map(({ name }) => name)
    expect(names).not.toContain('birthYear')
    expect(names).not.toContain('name')
    expect(names).toContain('capital')
    expect(isSortable(member, 'idNumber')).toBe(false)
  })
  test('state and place stand first; a member is found by the place of its cooperative', () => {
    expect(firstFields(cooperative).map(({ name }) => name)).toEqual(['status', 'place'])
    expect(firstFields(member)[0]).toMatchObject({ name: 'place', kind: 'place' })
  })
  test('a figure is offered where the list shows it or is narrowed by it', () => {
    const names = (shown: string[], state = {}) =>
      offeredFields(yearlyUpdate, shown, state).map(({ name }) => name)
    expect(names(['revenue'])).toContain('revenue')
    expect(names(['revenue'])).not.toContain('profit')
    expect(names([], { profit: '..0' })).toContain('profit')
    expect(names([])).toContain('standsOn')
  })
  test('derived columns are ranges', () => {
    for (const name of Object.keys(yearlyUpdate.derived))
      expect(chosenFields(yearlyUpdate).find((field) => field.name === name)?.kind).toBe('number')
  })
})

test.each([
  [undefined, '', ''],
  ['10..50', '10', '50'],
  ['10..', '10', ''],
  ['..2025-12-31', '', '2025-12-31'],
  ['7', '7', '7'],
])('the range %s', (text, from, to) => {
  expect(readRange(text)).toEqual({ from, to })
  expect(rangeText({ from, to })).toBe(text)
})

test('a click on the head of a column sorts by it, another one the other way', () => {
  expect(orderIn(cooperative, {})).toBe('name')
  expect(orderIn(yearlyUpdate, {})).toBe('-year')
  expect(sortOf(cooperative, {}, 'name')).toEqual({ sorted: 'ascending', order: '-name' })
  expect(sortOf(cooperative, { order: '-name' }, 'name')).toEqual({ sorted: 'descending', order: 'name' })
  expect(sortOf(cooperative, {}, 'members')).toEqual({ order: 'members' })
  expect(sortOf(cooperative, {}, 'phone')).toBeNull()
})
