import { expect, test } from 'vitest'
import { cooperative } from './cooperative.ts'
import { member } from './member.ts'
import { blankValues, changedValues, filledValues, missingColumns } from './row-draft.ts'

test('an empty form has every entered column and what the address gives it', () => {
  const blank = blankValues(member, {
    cooperative: 'id',
    name: 'nobody types through an address',
    kind: 'official',
  })
  expect(blank).toMatchObject({ cooperative: 'id', name: null, kind: null })
  expect(Object.keys(blankValues(cooperative))).not.toContain('status')
})

test('what is empty is not sent of a new row; of a change only what differs, emptied as null', () => {
  expect(
    filledValues({ name: 'A', address: '', members: 0, highTech: false, tags: [], director: null }),
  ).toEqual({
    ...{ name: 'A', members: 0, highTech: false },
  })
  const before = { name: 'A', members: 12, address: 'x', director: null, tags: ['a', 'b'] }
  expect(
    changedValues({ name: 'A', members: 13, address: '', director: '', tags: ['a', 'b'] }, before),
  ).toEqual({ members: 13, address: null })
  expect(changedValues({ tags: ['b', 'a'] }, before)).toEqual({ tags: ['b', 'a'] })
})

test('required columns still empty are told; no and nought are answers', () => {
  expect(missingColumns(cooperative, blankValues(cooperative))).toEqual([
    ...['code', 'name', 'kind', 'place', 'sector', 'registeredOn'],
  ])
  const filled = {
    code: '1',
    name: 'A',
    kind: 'group',
    place: 'p',
    sector: 'services',
    registeredOn: '2020-01-01',
  }
  expect(missingColumns(cooperative, filled)).toEqual([])
})
