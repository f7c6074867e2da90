import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Agency, directoryOf as directoryOn, NEW_AGENCY } from '../agency/agency.ts'
import type { DraftPlan, DraftTask } from '../reading/draft.ts'
import { followUp } from './follow.ts'
import {
  choicesFor,
  inSection,
  missingToPublish,
  proposeOverseer,
  reachOfOutcome,
  resolve,
} from './resolve.ts'
import { applyEdit, type Edit, EVERY_CHOICES, foldReview, startReview } from './review.ts'

const directoryOf = (agencies: readonly Agency[]) => directoryOn(agencies, '2026-11-21')
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const agency = (n: number, name: string, kind: Agency['kind']): Agency => ({
  id: id(n),
  code: null,
  name,
  kind,
  parentId: null,
  aliases: [],
  ...NEW_AGENCY,
  version: 1,
})
const directory = directoryOf([
  agency(1, 'Sở Tài chính', 'department'),
  agency(2, 'Sở Nội vụ', 'department'),
  agency(3, 'UBND xã Suối Mơ', 'commune'),
  agency(4, 'UBND xã Đồi Chè', 'commune'),
  agency(5, 'UBND tỉnh', 'province-committee'),
])

const NO_DUE = { text: '', kind: 'none', from: null, to: null } as const
const task = (taskId: string, section: string, lead: string[], more: Partial<DraftTask> = {}): DraftTask => ({
  id: taskId,
  origin: 'body',
  section,
  quote: `Việc ${taskId} cần làm trong năm`,
  spans: [{ line: 1, from: 0, to: `Việc ${taskId} cần làm trong năm`.length }],
  lead,
  coordinating: [],
  deliverables: [],
  due: NO_DUE,
  repeats: null,
  confidence: { rule: 'named', sure: true, doubts: [] },
  ...more,
})
const draftOf = (...tasks: DraftTask[]) =>
  ({
    document: { number: null, title: 'Kế hoạch thử' },
    tasks,
    outline: [],
    reporting: [],
    references: [],
    indicators: [],
    findings: [],
    unread: [],
  }) as unknown as DraftPlan
const resolved = (draft: DraftPlan, ...edits: Edit[]) => resolve(foldReview(draft, edits), directory)
const only = (draft: DraftPlan, ...edits: Edit[]) => {
  const item = resolved(draft, ...edits).items[0]
  if (!item) throw new Error('no item')
  return item
}

test('one matched lead is proposed as giao', () => {
  expect(only(draftOf(task('t1', 'II.1', ['Sở Tài chính'])))).toMatchObject({
    outcome: 'assign',
    isProposed: true,
    bearers: [id(1)],
    problem: null,
  })
})

test('a collective lead is proposed as giao cho từng thành viên, one assignment each', () => {
  expect(only(draftOf(task('t1', 'II.1', ['UBND các xã, phường'])))).toMatchObject({
    outcome: 'each',
    bearers: [id(3), id(4)],
  })
})

test('several leads are never guessed: a person chooses one and the others coordinate', () => {
  const draft = draftOf(task('t1', 'II.1', ['Sở Tài chính', 'Sở Nội vụ']))
  expect(only(draft)).toMatchObject({ outcome: null, problem: 'several-leads' })
  expect(only(draft, { kind: 'lead', id: 't1', lead: 'Sở Nội vụ' })).toMatchObject({
    outcome: 'assign',
    bearers: [id(2)],
    coordinators: [id(1)],
    problem: null,
  })
})

test('without a lead an item stays undecided until it is given one or kept as orientation', () => {
  const draft = draftOf(task('t1', 'II.1', []))
  expect(only(draft).problem).toBe('no-lead')
  expect(only(draft, { kind: 'outcome', ids: ['t1'], outcome: 'orientation' })).toMatchObject({
    outcome: 'orientation',
    problem: null,
    bearers: [],
  })
  expect(only(draft, { kind: 'change', ids: ['t1'], lead: ['Sở Nội vụ'] })).toMatchObject({
    outcome: 'assign',
    bearers: [id(2)],
  })
})

test('an unmatched name is settled once for every place that prints it', () => {
  const draft = draftOf(
    task('t1', 'I.1', ['Sở Kế hoạch và Đầu tư']),
    task('t2', 'I.2', ['Sở Kế hoạch và Đầu tư']),
  )
  expect(resolved(draft).unmatchedLeads).toEqual([{ printed: 'Sở Kế hoạch và Đầu tư', count: 2 }])
  const settled = resolved(draft, { kind: 'name', printed: 'Sở Kế hoạch và Đầu tư', to: { agency: id(1) } })
  expect(settled.items.map((item) => item.bearers)).toEqual([[id(1)], [id(1)]])
  expect(settled.items[0]?.lead).toEqual(['Sở Kế hoạch và Đầu tư'])
})

test('a settled name holds for its other spellings in the plan', () => {
  const { items } = resolved(
    draftOf(
      task('t1', 'I.1', ['UBND các huyện, thị xã']),
      task('t2', 'I.2', ['Ủy ban nhân dân các huyện, thị xã']),
    ),
    { kind: 'name', printed: 'UBND các huyện, thị xã', to: { group: 'communes' } },
  )
  expect(items.map((item) => item.bearers)).toEqual([
    [id(3), id(4)],
    [id(3), id(4)],
  ])
})

test('the successor of 2025 is the first choice for an abolished department', () => {
  const item = only(draftOf(task('t1', 'I.1', ['Sở Kế hoạch và Đầu tư'])))
  expect(choicesFor(item, directory)[0]).toEqual({
    label: 'Sở Tài chính',
    edit: { kind: 'name', printed: 'Sở Kế hoạch và Đầu tư', to: { agency: id(1) } },
  })
})

test('an annex row that repeats a duty of the body is joined with it and gives it its date', () => {
  const due = { text: '2026', kind: 'year', from: '2026-01-01', to: '2026-12-31' } as const
  const { items, tracked } = resolved(
    draftOf(
      task('t1', 'II.1', ['Sở Tài chính']),
      task('t2', 'PL.1', ['Sở Tài chính'], { origin: 'appendix', repeats: 't1', due }),
    ),
  )
  expect(items[0]).toMatchObject({ joins: ['t2'], due })
  expect(items[1]).toMatchObject({ outcome: 'merged', mergedInto: 't1', bearers: [] })
  expect(tracked).toBe(1)
})

test('an annex row goes with the duty it repeats when that one is joined with another', () => {
  const draft = draftOf(
    task('t1', 'II.1', ['Sở Tài chính']),
    task('t2', 'II.2', ['Sở Nội vụ']),
    task('t3', 'PL.1', ['Sở Tài chính'], { origin: 'appendix', repeats: 't1' }),
  )
  const { items, tracked } = resolved(draft, { kind: 'merge', ids: ['t1'], into: 't2' })
  expect(items.map((item) => item.mergedInto)).toEqual(['t2', null, 't2'])
  expect(tracked).toBe(1)
})

test('a section outcome falls on the undecided items first, on all once none is undecided', () => {
  const { items } = resolved(
    draftOf(task('t1', 'III.1.a', []), task('t2', 'III.1.b', ['Sở Tài chính']), task('t3', 'IV.1', [])),
  )
  expect(reachOfOutcome(inSection(items, 'III'))).toEqual(['t1'])
  const after = resolved(draftOf(task('t1', 'III.1.a', []), task('t2', 'III.1.b', ['Sở Tài chính'])), {
    kind: 'outcome',
    ids: ['t1'],
    outcome: 'orientation',
  })
  expect(reachOfOutcome(inSection(after.items, 'III'))).toEqual(['t1', 't2'])
})

test('section III is not section IIII and not III of the annex', () => {
  const { items } = resolved(
    draftOf(task('t1', 'III.1', []), task('t2', 'IIIA.1', []), task('t3', 'PL.III.1', [])),
  )
  expect(inSection(items, 'III').map((item) => item.id)).toEqual(['t1'])
})

test('publishing says exactly what is missing', () => {
  const resolution = resolved(
    draftOf(
      task('t1', 'I.1', []),
      task('t2', 'I.2', ['Sở Tài chính', 'Sở Nội vụ']),
      task('t3', 'I.3', ['Hội Lạ']),
    ),
  )
  expect(missingToPublish(resolution, null).map(({ code, items }) => [code, items])).toEqual([
    ['undecided', ['t1']],
    ['undecided', ['t2']],
    ['undecided', ['t3']],
    ['nothing-tracked', []],
    ['no-overseer', []],
  ])
})

test('splitting gives each half the spans of its own words', () => {
  const quote = 'Rà soát quy hoạch; lập danh sách'
  const draft = draftOf(
    task('t1', 'I.1', ['Sở Tài chính'], {
      quote,
      spans: [
        { line: 4, from: 3, to: 3 + 18 },
        { line: 5, from: 0, to: 13 },
      ],
    }),
  )
  const { items } = foldReview(draft, [{ kind: 'split', id: 't1', at: 18, newId: 'n1' }])
  expect(items.map((item) => [item.id, item.quote, item.spans])).toEqual([
    ['t1', 'Rà soát quy hoạch;', [{ line: 4, from: 3, to: 21 }]],
    ['n1', 'lập danh sách', [{ line: 5, from: 0, to: 13 }]],
  ])
})

test('deleting an item sets free what was merged into it', () => {
  const draft = draftOf(task('t1', 'I.1', ['Sở Tài chính']), task('t2', 'I.2', ['Sở Nội vụ']))
  const { items } = foldReview(draft, [
    { kind: 'merge', ids: ['t2'], into: 't1' },
    { kind: 'delete', ids: ['t1'] },
  ])
  expect(items).toMatchObject([{ id: 't2', outcome: null, mergedInto: null }])
})

test.each<[string, Edit]>([
  ['an unknown item', { kind: 'delete', ids: ['t9'] }],
  ['a lead that is not printed', { kind: 'lead', id: 't1', lead: 'Sở Y tế' }],
  ['merging into itself', { kind: 'merge', ids: ['t1'], into: 't1' }],
  ['splitting outside the words', { kind: 'split', id: 't1', at: 900, newId: 'n1' }],
  ['adding under a taken id', { kind: 'add', id: 't1', after: null, quote: 'x', spans: [], section: '' }],
])('%s is refused', (_, edit) => {
  expect(() => applyEdit(startReview(draftOf(task('t1', 'I.1', ['Sở Tài chính']))), edit)).toThrow(
    expect.objectContaining({ kind: 'invalid' }),
  )
})

test('the overseer proposed follows what a person said a name means', () => {
  const { names } = foldReview(draftOf(), [
    { kind: 'name', printed: 'Sở Kế hoạch và Đầu tư', to: { agency: id(1) } },
  ])
  expect(proposeOverseer(['Sở Kế hoạch và Đầu tư', 'UBND tỉnh'], directory)).toBeNull()
  expect(proposeOverseer(['Sở Kế hoạch và Đầu tư', 'UBND tỉnh'], directory, names)).toBe(id(1))
})

test('the overseer proposed is the agency the reports go to, not the committee at their end', () => {
  expect(
    proposeOverseer(['Sở Nội vụ', 'UBND tỉnh', 'UBND tỉnh', 'Sở Nội vụ', 'Sở Tài chính'], directory),
  ).toBe(id(2))
})

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('outcome' as const),
    ids: fc.constantFrom<string[][]>(['t1'], ['t2', 't3']),
    outcome: fc.constantFrom('assign' as const, 'each' as const, 'orientation' as const),
  }),
  fc.record({
    kind: fc.constant('merge' as const),
    ids: fc.constantFrom<string[][]>(['t1'], ['t2'], ['t3']),
    into: fc.constantFrom('t1', 't2', 't3'),
  }),
  fc.record({
    kind: fc.constant('delete' as const),
    ids: fc.constantFrom<string[][]>(['t1'], ['t2'], ['t3']),
  }),
  fc.record({
    kind: fc.constant('split' as const),
    id: fc.constantFrom('t1', 't2'),
    at: fc.integer({ min: 1, max: 20 }),
    newId: fc.constantFrom('n1', 'n2'),
  }),
  fc.record({
    kind: fc.constant('change' as const),
    ids: fc.constantFrom<string[][]>(['t1'], ['t1', 't2']),
    lead: fc.constantFrom<string[][]>([], ['Sở Nội vụ'], ['UBND các xã, phường', 'Sở Y tế']),
  }),
  fc.record({
    kind: fc.constant('already' as const),
    ids: fc.constantFrom<string[][]>(['t1'], ['t2', 't3']),
    item: fc.constant('00000000-0000-4000-8000-0000000000aa'),
  }),
  fc.record({
    kind: fc.constant('every' as const),
    ids: fc.constantFrom<string[][]>(['t1'], ['t2', 't3']),
    every: fc.constantFrom(...EVERY_CHOICES),
  }),
  fc.record({
    kind: fc.constant('event' as const),
    ids: fc.constantFrom<string[][]>(['t1'], ['t3']),
    event: fc.constantFrom('', 'khi có văn bản'),
  }),
  fc.record({
    kind: fc.constant('completion' as const),
    ids: fc.constantFrom<string[][]>(['t3']),
    rule: fc.constant('share' as const),
    share: fc.integer({ min: 1, max: 100 }),
  }),
)

test('whatever the edits: an item with a problem bears nothing, and only tracked items have bearers', () => {
  const draft = draftOf(
    task('t1', 'I.1', ['Sở Tài chính']),
    task('t2', 'I.2', []),
    task('t3', 'I.3', ['UBND các xã, phường']),
  )
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 12 }), (edits) => {
      let review = startReview(draft)
      for (const edit of edits) {
        try {
          review = applyEdit(review, edit)
        } catch {}
      }
      for (const item of resolve(review, directory).items) {
        if (item.problem) expect(item.bearers).toEqual([])
        if (item.outcome === 'assign' && !item.problem) expect(item.bearers).toHaveLength(1)
        if (item.outcome === 'merged' && !item.problem)
          expect(
            item.already !== null ||
              review.items.some((other) => other.id === item.mergedInto && other.outcome !== 'merged'),
          ).toBe(true)
        if (item.outcome !== 'merged') expect(item.already).toBeNull()
        // What comes back in periods waits for nothing.
        const { every, event } = followUp(item)
        expect(every === null || event === null).toBe(true)
        if (item.outcome === 'orientation' || item.outcome === 'merged' || item.outcome === null)
          expect(item.bearers).toEqual([])
      }
    }),
  )
})

test('a decision on one item settles its doubts, one on many does not; undo brings them back', () => {
  const confidence = { rule: 'above', sure: false, doubts: ['statement', 'time'] } as const
  const unsure = { confidence: { ...confidence, doubts: [...confidence.doubts] } }
  const draft = draftOf(task('a', 'I', ['Sở Nội vụ'], unsure), task('b', 'I', ['Sở Nội vụ'], unsure))
  const doubtful = (...edits: Edit[]) =>
    foldReview(draft, edits).items.flatMap(({ id: itemId, doubts }) => (doubts.length ? [itemId] : []))
  expect(doubtful()).toEqual(['a', 'b'])
  expect(startReview(draft).items[0]?.rule).toBe('above')
  const single: Edit[] = [
    { kind: 'outcome', ids: ['a'], outcome: 'assign' },
    { kind: 'change', ids: ['a'], deliverables: ['Báo cáo'] },
    { kind: 'lead', id: 'a', lead: 'Sở Nội vụ' },
    { kind: 'merge', ids: ['a'], into: 'b' },
    { kind: 'split', id: 'a', at: 5, newId: 'c' },
  ]
  for (const edit of single) expect(doubtful(edit), edit.kind).toEqual(['b'])
  expect(doubtful({ kind: 'outcome', ids: ['a', 'b'], outcome: 'orientation' })).toEqual(['a', 'b'])
})

test('a draft stored before items were judged counts as sure', () => {
  const { confidence: _, ...old } = task('a', 'I', ['Sở Nội vụ'])
  expect(startReview(draftOf(old as DraftTask)).items[0]).toMatchObject({ rule: null, doubts: [] })
})
