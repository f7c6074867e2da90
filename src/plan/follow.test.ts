import { describe, expect, test } from 'vitest'
import { type Agency, directoryOf, NEW_AGENCY } from '../agency/agency.ts'
import type { DraftPlan, DraftTask, Due } from '../reading/draft.ts'
import { followUp, makingOf, reachesOf, rhythmIn } from './follow.ts'
import { resolve } from './resolve.ts'
import { type Edit, foldReview } from './review.ts'

const agency = (n: number, name: string, kind: Agency['kind']): Agency => ({
  ...NEW_AGENCY,
  ...{
    id: `00000000-0000-4000-8000-00000000000${n}`,
    code: null,
    name,
    kind,
    parentId: null,
    aliases: [],
    version: 1,
  },
})
const directory = directoryOf(
  [
    agency(1, 'Sở Tài chính', 'department'),
    agency(2, 'Sở Nội vụ', 'department'),
    agency(3, 'UBND xã Suối Mơ', 'commune'),
    agency(4, 'UBND xã Đồi Chè', 'commune'),
  ],
  '2026-11-21',
)
const due = (kind: Due['kind'], text: string, to: string | null = null): Due => ({
  kind,
  text,
  from: null,
  to,
})
const task = (
  id: string,
  section: string,
  lead: string,
  when: Due,
  coordinating: string[] = [],
): DraftTask => ({
  ...{
    id,
    origin: 'body',
    section,
    quote: `Việc ${id}`,
    spans: [],
    lead: [lead],
    coordinating,
    deliverables: [],
  },
  ...{ due: when, repeats: null, confidence: { rule: 'named', sure: true, doubts: [] } },
})
const draft = {
  document: { number: null, title: '' },
  tasks: [
    task('a', 'I.1', 'Sở Tài chính', due('annual', 'hằng năm')),
    task('b', 'I.1', 'Sở Nội vụ', due('ongoing', 'thường xuyên')),
    task('c', 'I.2', 'Sở Nội vụ', due('none', '')),
    task('d', 'I.2', 'Sở Nội vụ', due('conditional', 'sau khi có Nghị quyết')),
    task('e', 'II', 'UBND các xã, phường', due('date', 'trước 30/6', '2026-06-30'), [
      'Sở Tài chính',
      'Sở Nội vụ',
    ]),
  ],
} as unknown as DraftPlan
const itemsAfter = (...edits: Edit[]) => resolve(foldReview(draft, edits), directory).items
const follow = (id: string, ...edits: Edit[]) => {
  const item = itemsAfter(...edits).find((one) => one.id === id)
  if (!item) throw new Error(id)
  return followUp(item)
}

describe('how a duty is followed up', () => {
  test('the printed words propose, marked as proposals', () => {
    expect(follow('a')).toMatchObject({ every: 'year', isEveryProposed: true, event: null })
    expect(follow('b')).toMatchObject({ every: 'period', isEveryProposed: true })
    expect(follow('c')).toMatchObject({ every: null, isEveryProposed: false, event: null })
    expect(follow('d')).toMatchObject({ every: null, event: 'sau khi có Nghị quyết', isEventProposed: true })
  })

  test('a person’s word wins over the proposal, and takes the other one away', () => {
    expect(follow('a', { kind: 'every', ids: ['a'], every: 'once' })).toMatchObject({
      every: null,
      event: null,
    })
    expect(follow('d', { kind: 'every', ids: ['d'], every: 'quarter' })).toMatchObject({
      every: 'quarter',
      event: null,
      isEveryProposed: false,
    })
    expect(follow('a', { kind: 'event', ids: ['a'], event: 'khi có kinh phí' })).toMatchObject({
      every: null,
      event: 'khi có kinh phí',
      isEventProposed: false,
    })
    expect(follow('d', { kind: 'event', ids: ['d'], event: '' })).toMatchObject({ event: null })
  })

  test('only what several bear is done by a share', () => {
    const share: Edit = { kind: 'completion', ids: ['a', 'e'], rule: 'share', share: 60 }
    expect(follow('e', share).completion).toEqual({ rule: 'share', share: 60 })
    expect(follow('a', share).completion).toEqual({ rule: 'all', share: null })
  })

  test('a decision about it settles no doubt about the reading', () => {
    const doubtful = structuredClone(draft)
    for (const one of doubtful.tasks) one.confidence = { rule: 'above', sure: false, doubts: ['time'] }
    const review = foldReview(doubtful, [{ kind: 'every', ids: ['a'], every: 'month' }])
    expect(review.items[0]?.doubts).toEqual(['time'])
  })
})

test('what publishing will make is said beforehand, each figure with what it counts', () => {
  expect(makingOf(itemsAfter(), { every: 'half', subDutyDays: 0 })).toEqual({
    ...{ items: 5, tracked: 5, assignments: 6, parts: 2 },
    ...{ periodic: 2, waiting: 1, undated: 1, proposed: 3 },
  })
  expect(makingOf(itemsAfter(), { every: 'half', subDutyDays: null }).parts).toBe(0)
  const once: Edit = { kind: 'every', ids: ['a', 'b'], every: 'once' }
  expect(makingOf(itemsAfter(once), { every: 'half', subDutyDays: 0 })).toMatchObject({
    periodic: 0,
    undated: 3,
  })
})

test('a step reaches from the duty at hand over its sections to the plan, over those it concerns', () => {
  const items = itemsAfter()
  const reach = (id: string) =>
    items
      .filter((one) => one.id === id)
      .flatMap((one) => reachesOf('every', one, items))
      .map(({ section, ids }) => [section, ids.join('')])
  expect(reach('a')).toEqual([
    [null, 'a'],
    ['I.1', 'ab'],
    ['I', 'abcd'],
  ])
  expect(reach('e')).toEqual([
    [null, 'e'],
    ['', 'abcd'],
  ])
})

test.each([
  ['hằng tháng', 'month'],
  ['trước ngày 05 hàng tháng', 'month'],
  ['Định kỳ mỗi quý', 'quarter'],
  ['định kỳ 6 tháng', 'half'],
  ['Định kỳ sáu tháng', 'half'],
  ['trước ngày 15/12 hằng năm', 'year'],
  ['thường xuyên', null],
  ['hằng tuần', null],
  // Which of the two is a person's to say.
  ['định kỳ 6 tháng, hằng năm', null],
])('how often "%s" comes back', (text, every) => {
  expect(rhythmIn(text)).toBe(every)
})

test('the printed rhythm is proposed, not that of the plan', () => {
  const item = { every: null, event: null, completion: null, outcome: 'assign' as const }
  expect(followUp({ ...item, due: due('ongoing', 'hằng quý') }).every).toBe('quarter')
  expect(followUp({ ...item, due: due('ongoing', 'thường xuyên') }).every).toBe('period')
})
