// The formula while it is put together: each choice gives a formula of the published form; what is wrong is said in its place.
import { expect, test } from 'vitest'
import * as words from '../vocabulary/words.ts'
import {
  blankCondition,
  buildingFaults,
  columnChoices,
  firstAtom,
  join,
  joinOf,
  MEASURES,
  measureOf,
  partsOf,
  pathChoices,
  placesOf,
  readable,
  remeasure,
  reregister,
  reshape,
  SHAPES,
  scaled,
  shapeOf,
  testsFor,
  timesOf,
} from './building.ts'
import { type Atom, Formula } from './formula.ts'
import { sentenceOf } from './sentence.ts'

const w = words.indicatorPage.build
const women: Atom = {
  kind: 'count',
  register: 'cooperative',
  where: [{ test: 'flag', column: 'womanDirector', flag: true }],
}

test('one figure becomes a share and stays its numerator', () => {
  for (const shape of SHAPES) expect(shapeOf(reshape(women, shape))).toBe(shape)
  const share = reshape(women, 'share')
  expect(share).toEqual({ kind: 'share', part: women, whole: { ...women, where: [] } })
  expect(buildingFaults(share)).toEqual({})
  expect(reshape(share, 'one')).toEqual(women)
  expect(sentenceOf(share)).toContain('%')
})

test('counts are added up and taken away; what is left over falls away', () => {
  const two = join('plus', [women])
  expect(partsOf(two)).toHaveLength(2)
  expect(Formula.safeParse(two).success).toBe(true)
  expect(joinOf(join('minus', partsOf(two)))).toBe('minus')
  expect(join('single', partsOf(two))).toEqual(women)
})

test('every measure of every register is offered only columns that fit', () => {
  for (const measure of MEASURES) {
    const atom = remeasure(women, measure)
    expect(measureOf(atom)).toBe(measure)
    expect(atom.where).toEqual(women.where)
  }
  expect(columnChoices('cooperative', 'sum').map(({ value }) => value)).toContain('members')
  expect(columnChoices('cooperative', 'sum').map(({ value }) => value)).not.toContain('name')
  // Personal columns are none to count by.
  expect(pathChoices('cooperative').map(({ value }) => value)).not.toContain('phone')
})

test('another register keeps only conditions on columns it has', () => {
  const moved = reregister(women, 'yearly-update')
  expect(moved).toEqual({ kind: 'count', register: 'yearly-update', where: [] })
  const summed = reregister(
    { kind: 'sum', register: 'cooperative', column: 'members', where: [] },
    'yearly-update',
  )
  expect(summed).toMatchObject({ column: '' })
})

test('what is not filled in is said in its place', () => {
  const unfinished = {
    kind: 'share',
    part: remeasure(women, 'sum'),
    whole: { ...women, where: [blankCondition('kind', 'is'), blankCondition('', 'known')] },
  } as Formula
  expect(buildingFaults(unfinished)).toMatchObject({
    'part.column': w.chooseColumn,
    'whole.where.0': w.chooseValue,
    'whole.where.1': w.chooseColumn,
  })
  expect(
    Object.keys(buildingFaults({ ...women, where: [blankCondition('registeredOn', 'between')] })),
  ).toEqual(['where.0'])
  expect(buildingFaults({ ...women, register: '' })).toMatchObject({ register: w.chooseRegister })
})

test('the sentence leaves out what is not filled in yet', () => {
  const [blank, open] = [blankCondition('kind', 'is'), blankCondition('registeredOn', 'between')]
  const unfinished: Atom = { ...women, where: [blank, ...women.where, open] }
  expect(readable(unfinished)).toEqual(women)
  expect(readable(reshape(join('plus', [unfinished, women]), 'share'))).toMatchObject({
    part: { kind: 'plus', parts: [women, women] },
  })
})

test('places name the counts as the check of the server does', () => {
  const times = scaled(women, 0.5)
  expect(timesOf(times)).toBe(0.5)
  expect(scaled(women, 1)).toEqual(women)
  const formula: Formula = {
    kind: 'ratio',
    part: join('plus', [women, times]),
    whole: join('minus', [women, times]),
  }
  expect(placesOf(formula).map(({ at }) => at)).toEqual([
    'part.parts.0',
    'part.parts.1.of',
    'whole.from',
    'whole.less.of',
  ])
})

test('every column that can be chosen can be tested', () => {
  for (const { value } of pathChoices('cooperative')) {
    const [test] = testsFor('cooperative', value)
    expect(test).toBeDefined()
    expect(blankCondition(value, test ?? 'known').column).toBe(value)
  }
  expect(firstAtom().register).toBe('cooperative')
})
