import { describe, expect, test } from 'vitest'
import { directoryOf, NEW_AGENCY } from '../agency/agency.ts'
import { choicesFor, type ResolvedItem, resolve } from './resolve.ts'
import type { ReviewItem } from './review.ts'
import { findAround, headingOf, isUndecided, scopesOf, sectionsOf } from './scope.ts'

const agency = (n: number, name: string) => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  code: null,
  name,
  kind: 'department' as const,
  parentId: null,
  aliases: [],
  ...NEW_AGENCY,
  version: 1,
})
const directory = directoryOf([agency(1, 'Sở Tài chính'), agency(2, 'Sở Nội vụ')], '2026-11-21')
const item = (id: string, section: string, lead: string[] = []): ReviewItem => ({
  id,
  section,
  lead,
  origin: 'body',
  quote: id,
  spans: [],
  coordinating: [],
  deliverables: [],
  due: { text: '', kind: 'none', from: null, to: null },
  outcome: null,
  chosenLead: null,
  mergedInto: null,
  repeats: null,
  ...{ already: null, every: null, event: null, completion: null, leaderId: null, followerId: null },
  byHand: false,
  rule: null,
  doubts: [],
})
const heading = (section: string, title: string) => ({ section, label: section, title, level: 1 })
const headings = [heading('II', 'Nhiệm vụ'), heading('II.1', 'Tuyên truyền'), heading('III', 'Tổ chức')]

const items = resolve(
  {
    head: {} as never,
    names: new Map(),
    indicators: new Map(),
    items: [
      item('a', 'II.1.a'),
      item('b', 'II.1.b'),
      item('c', 'II.2', ['Sở Ma Trận', 'Sở Nội vụ']),
      item('d', 'II.2'),
      item('e', 'III', ['Sở Tài chính']),
      item('f', 'III'),
    ],
  },
  directory,
).items
const byId = (id: string): ResolvedItem => items.find((one) => one.id === id) as ResolvedItem

describe('where the reviewer stands', () => {
  test('an open item widens to those open for the same reason, never to others', () => {
    expect(scopesOf(byId('a'), items).map(({ label, ids }) => [label, ids.join('')])).toEqual([
      ['Nhiệm vụ này', 'a'],
      ['II.1', 'ab'],
      ['II', 'abd'],
      ['Cả kế hoạch', 'abdf'],
    ])
    expect(scopesOf(byId('c'), items)).toHaveLength(1)
  })

  test('a decided item widens to what is still open around it', () => {
    expect(scopesOf(byId('e'), items).map(({ ids }) => ids.join(''))).toEqual(['e', 'f'])
  })

  test('sections are gathered under the nearest heading, the part named where it begins', () => {
    expect(headingOf('II.1.a', headings)?.section).toBe('II.1')
    expect(
      sectionsOf(items, headings).map(({ section, part, items: of }) => [
        part?.section ?? '',
        section,
        of.map((one) => one.id).join(''),
      ]),
    ).toEqual([
      ['II', 'II.1', 'ab'],
      ['', 'II', 'cd'],
      ['', 'III', 'ef'],
    ])
  })

  test('the next open item is found going round', () => {
    expect(findAround(items, 'd', isUndecided)).toBe('f')
    expect(findAround(items, 'f', isUndecided)).toBe('a')
    expect(findAround(items, 'a', isUndecided, -1)).toBe('f')
    expect(findAround(items, 'a', () => false)).toBeNull()
  })

  test('among several leads a name that means nobody may be struck out', () => {
    expect(choicesFor(byId('c'), directory).at(-1)?.edit).toEqual({
      kind: 'change',
      ids: ['c'],
      lead: ['Sở Nội vụ'],
    })
    expect(choicesFor(byId('a'), directory)).toEqual([])
  })
})
