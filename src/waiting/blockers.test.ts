// Facts to ranked blockers: each kind of wait by example, and the counts against a naive oracle on random facts.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs, TIME } from '../../test/nightly.ts'
import type { Status } from '../task/task.ts'
import { rankBlockers } from './blockers.ts'
import { type AssignmentFact, type Facts, keyOf, type WaitNode, type Waits, waitsOf } from './waits.ts'

const NO_FACTS: Facts = { assignments: [], events: [], prerequisites: [], required: [], difficulties: [] }

const assignment = (id: string, some: Partial<AssignmentFact> = {}): AssignmentFact => ({
  id,
  itemId: `item of ${id}`,
  planId: 'plan',
  agencyId: `agency of ${id}`,
  role: 'lead',
  parentId: null,
  status: 'active',
  givenOn: '2026-01-01',
  dueOn: null,
  overseerId: 'overseer',
  reportedOn: null,
  askedOn: null,
  ...some,
})

const said = ({ nodes, waits }: Waits) =>
  waits
    .map(({ from, to, reason, since }) => {
      const name = ({ kind, id }: WaitNode) => keyOf(kind, id)
      return `${name(nodes[from] as WaitNode)} > ${name(nodes[to] as WaitNode)} ${reason} ${since}`
    })
    .sort()

test('each fact gives its wait', () => {
  const waits = waitsOf({
    ...NO_FACTS,
    assignments: [
      assignment('working'),
      assignment('reported', { status: 'reported', reportedOn: '2026-02-02' }),
      assignment('approved', { status: 'approved', reportedOn: '2026-02-03' }),
      assignment('asking', { askedOn: '2026-02-04' }),
      assignment('part', { role: 'coordinating', parentId: 'working', overseerId: 'agency of working' }),
      assignment('early', { itemId: 'starts later' }),
      assignment('second', { itemId: 'next' }),
      assignment('first', { itemId: 'before', status: 'assigned' }),
      assignment('stuck'),
    ],
    events: [{ itemId: 'starts later', planId: 'plan', overseerId: 'overseer', givenOn: '2026-01-01' }],
    prerequisites: [{ itemId: 'next', requiresItemId: 'before', since: '2026-02-05' }],
    required: [
      {
        ...{ itemId: 'before', planId: 'plan', overseerId: 'overseer', leadId: 'agency of first' },
        ...{ assignmentIds: ['first'], wordSince: null },
      },
    ],
    difficulties: [
      {
        ...{
          id: 'trouble',
          assignmentId: 'stuck',
          planId: 'plan',
          itemId: 'item of stuck',
          agencyId: 'decider',
        },
        ...{ raisedOn: '2026-02-06', atSince: '2026-02-07', dueOn: null },
      },
    ],
  })
  expect(said(waits)).toEqual([
    'assignment:approved > agency:overseer confirm 2026-02-03',
    'assignment:asking > agency:overseer extension 2026-02-04',
    'assignment:early > event:starts later event 2026-01-01',
    'assignment:reported > agency:agency of reported approve 2026-02-02',
    'assignment:second > assignment:first prerequisite 2026-02-05',
    'assignment:stuck > difficulty:trouble difficulty 2026-02-06',
    'assignment:working > assignment:part part 2026-01-01',
    'difficulty:trouble > agency:decider answer 2026-02-07',
    'event:starts later > agency:overseer record 2026-01-01',
  ])
})

test('what is over, parked or already answered for waits for nothing', () => {
  const over = (status: Status) =>
    waitsOf({
      ...NO_FACTS,
      assignments: [
        assignment('a', { status, askedOn: '2026-02-01', itemId: 'x' }),
        assignment('part', { parentId: 'a', role: 'coordinating' }),
      ],
      events: [{ itemId: 'x', planId: 'plan', overseerId: 'overseer', givenOn: '2026-01-01' }],
    }).waits
  for (const status of ['done', 'closed', 'suspended'] as const) expect(over(status)).toEqual([])
  expect(over('approved').map(({ reason }) => reason)).toEqual(['confirm'])
  // A report on the table may be of a part of the work: what is missing is still missing.
  expect(over('reported').map(({ reason }) => reason)).toEqual([
    'approve',
    'extension',
    'part',
    'record',
    'event',
  ])
})

test('a plan without an overseer stands in the way itself', () => {
  const waits = waitsOf({
    ...NO_FACTS,
    assignments: [assignment('a', { status: 'approved', overseerId: null, reportedOn: '2026-02-01' })],
  })
  expect(said(waits)).toEqual(['assignment:a > plan:plan confirm 2026-02-01'])
  expect(rankBlockers(waits).blockers).toMatchObject([
    { agencyId: null, planId: 'plan', waiters: { assignments: 1 } },
  ])
})

test('a suspended sub-duty lies with who can set it going, another with its agency', () => {
  const part = { role: 'coordinating', parentId: 'lead', overseerId: 'lead agency' } as const
  const { blockers, waiting } = rankBlockers(
    waitsOf({
      ...NO_FACTS,
      assignments: [
        assignment('lead', { agencyId: 'lead agency' }),
        assignment('halted', { ...part, status: 'suspended' }),
        assignment('running', { ...part, agencyId: 'helper', givenOn: '2026-01-02' }),
      ],
    }),
  )
  expect(blockers.map(({ agencyId, since }) => [agencyId, since])).toEqual([
    ['lead agency', '2026-01-01'],
    ['helper', '2026-01-02'],
  ])
  // The sub-duties themselves wait for nobody.
  expect(waiting).toEqual({ assignments: 1, items: 1 })
})

test('the sub-duty of the sub-duty: the last in the chain is the blocker, everybody before it is counted once', () => {
  const chain = ['a', 'b', 'c', 'd'].map((id, i, all) =>
    assignment(id, { parentId: all[i - 1] ?? null, agencyId: `agency ${id}` }),
  )
  const { blockers } = rankBlockers(waitsOf({ ...NO_FACTS, assignments: chain }))
  expect(blockers.map(({ agencyId, waiters }) => [agencyId, waiters])).toEqual([
    ['agency d', { assignments: 3, items: 3 }],
  ])
})

test('an item that many bear is waited for as itself, and itself waits for each; then for the word', () => {
  const facts = {
    ...NO_FACTS,
    assignments: [
      assignment('a', { itemId: 'A' }),
      assignment('b', { itemId: 'B' }),
      assignment('c', { itemId: 'B' }),
    ],
    prerequisites: [{ itemId: 'A', requiresItemId: 'B', since: '2026-02-05' }],
  }
  const required = { itemId: 'B', planId: 'plan', overseerId: 'overseer', leadId: null }
  expect(
    said(waitsOf({ ...facts, required: [{ ...required, assignmentIds: ['b', 'c'], wordSince: null }] })),
  ).toEqual([
    'assignment:a > item:B prerequisite 2026-02-05',
    'item:B > assignment:b result 2026-01-01',
    'item:B > assignment:c result 2026-01-01',
  ])
  expect(
    said(waitsOf({ ...facts, required: [{ ...required, assignmentIds: [], wordSince: '2026-02-06' }] })),
  ).toEqual(['assignment:a > item:B prerequisite 2026-02-05', 'item:B > agency:overseer word 2026-02-06'])
})

test('two items that require each other are named as a circle, with whoever waits behind it', () => {
  const required = (itemId: string, assignmentIds: string[]) => ({
    ...{ itemId, planId: 'plan', overseerId: 'overseer', leadId: null, assignmentIds, wordSince: null },
  })
  const { circles, blockers } = rankBlockers(
    waitsOf({
      ...NO_FACTS,
      assignments: [
        assignment('a', { itemId: 'A' }),
        assignment('b', { itemId: 'B' }),
        assignment('c', { itemId: 'C' }),
      ],
      prerequisites: [
        { itemId: 'A', requiresItemId: 'B', since: '2026-03-01' },
        { itemId: 'B', requiresItemId: 'A', since: '2026-03-02' },
        { itemId: 'C', requiresItemId: 'A', since: '2026-03-03' },
        { itemId: 'A', requiresItemId: 'A', since: '2026-03-03' },
      ],
      required: [required('A', ['a']), required('B', ['b'])],
    }),
  )
  expect(circles).toHaveLength(1)
  expect(circles[0]?.way).toHaveLength(2)
  expect(circles[0]?.waiters).toEqual({ assignments: 3, items: 3 })
  // Closed by the second requirement.
  expect(circles[0]?.since).toBe('2026-03-02')
  // Nobody outside could set it free: no agency is blamed.
  expect(blockers).toEqual([])
})

const STATUSES = ['assigned', 'active', 'reported', 'approved', 'suspended', 'done', 'closed'] as const
const randomFacts = fc.integer({ min: 1, max: 10 }).chain((size): fc.Arbitrary<Facts> => {
  const one = fc.integer({ min: 0, max: size - 1 })
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-01-${String(n).padStart(2, '0')}`)
  const agency = fc.constantFrom('p', 'q', 'r')
  const item = one.map((n) => `item ${n >> 1}`)
  return fc.record({
    assignments: fc
      .array(
        fc.record({
          agencyId: agency,
          parent: fc.option(one, { freq: 2 }),
          status: fc.constantFrom(...STATUSES),
          givenOn: day,
          dueOn: fc.constant(null),
          overseerId: fc.option(agency, { freq: 4 }),
          reportedOn: day,
          askedOn: fc.option(day),
          planId: fc.constantFrom('plan 1', 'plan 2'),
        }),
        { minLength: size, maxLength: size },
      )
      .map((facts) =>
        facts.map(
          ({ parent, ...fact }, n): AssignmentFact => ({
            ...fact,
            id: `a${n}`,
            itemId: `item ${n >> 1}`,
            role: parent === null ? 'lead' : 'coordinating',
            // Even one of its own, or a ring of them, must do no harm.
            parentId: parent === null ? null : `a${parent}`,
          }),
        ),
      ),
    events: fc.array(
      fc.record({ itemId: item, planId: fc.constant('plan 1'), overseerId: fc.option(agency), givenOn: day }),
      { maxLength: 3 },
    ),
    prerequisites: fc.array(fc.record({ itemId: item, requiresItemId: item, since: day }), { maxLength: 6 }),
    required: fc.uniqueArray(
      fc.record({
        itemId: item,
        planId: fc.constant('plan 1'),
        overseerId: fc.option(agency),
        leadId: fc.option(agency),
        assignmentIds: fc.array(
          one.map((n) => `a${n}`),
          { maxLength: 3 },
        ),
        wordSince: fc.option(day),
      }),
      { maxLength: 4, selector: ({ itemId }) => itemId },
    ),
    difficulties: fc.array(
      fc.record({
        id: fc.constantFrom('d1', 'd2'),
        assignmentId: one.map((n) => `a${n}`),
        planId: fc.constant('plan 1'),
        itemId: item,
        agencyId: fc.option(agency),
        raisedOn: day,
        atSince: day,
        dueOn: fc.constant(null),
      }),
      { maxLength: 4 },
    ),
  })
})

/** By definition, with the transitive closure: who waits for whom in the end. */
function oracle({ nodes, waits }: Waits, counts: (node: WaitNode) => boolean) {
  const all = [...nodes.keys()]
  const reach = all.map((a) =>
    all.map((b) => waits.some(({ from, to }) => a !== b && from === a && to === b)),
  )
  const isWaiting = all.map((a) => reach[a]?.some(Boolean) ?? false)
  for (const k of all)
    for (const a of all)
      for (const b of all) if (reach[a]?.[k] && reach[k]?.[b]) (reach[a] as boolean[])[b] = true
  const waitersOf = (ends: number[]) => {
    const waiting = all.filter(
      (a) => isWaiting[a] && counts(nodes[a] as WaitNode) && ends.some((b) => reach[a]?.[b]),
    )
    const some = waiting.map((a) => nodes[a] as WaitNode)
    return {
      assignments: some.filter(({ kind }) => kind === 'assignment').length,
      items: new Set(
        some.filter(({ kind }) => kind === 'assignment' || kind === 'item').map(({ itemId }) => itemId),
      ).size,
    }
  }
  /** Itself, where it is an agency; what waits for nobody and lies with it. */
  const endsOf = (agencyId: string) =>
    all.filter((b) => {
      const { kind, id, holderId, agencyId: own } = nodes[b] as WaitNode
      if (isWaiting[b]) return false
      return kind === 'agency' ? id === agencyId : kind !== 'plan' && (holderId ?? own) === agencyId
    })
  const circles = new Set(
    all
      .map((a) => all.filter((b) => a === b || (reach[a]?.[b] && reach[b]?.[a])))
      .filter(({ length }) => length > 1)
      .map(String),
  )
  return { waitersOf, endsOf, circles, all }
}

test('blockers, their counts and circles are what the closure says', TIME, () => {
  fc.assert(
    fc.property(randomFacts, fc.boolean(), (facts, isLimited) => {
      const waits = waitsOf(facts)
      const counts = (node: WaitNode) => !isLimited || node.planId === 'plan 1'
      const { blockers, circles, waiting } = rankBlockers(waits, counts)
      const { waitersOf, endsOf, circles: wanted, all } = oracle(waits, counts)
      const ranked = new Map(blockers.map((blocker) => [blocker.agencyId, blocker]))
      for (const agencyId of ['p', 'q', 'r']) {
        const waiters = waitersOf(endsOf(agencyId))
        expect(ranked.get(agencyId)?.waiters ?? { assignments: 0, items: 0 }).toEqual(waiters)
      }
      for (const hold of blockers.flatMap(({ holds }) => holds)) {
        const own = waits.nodes[hold.node] as WaitNode
        const behind = waitersOf([hold.node])
        const isCounted = hold.reason !== 'do' && counts(own) && own.kind === 'assignment' ? 1 : 0
        // A member of a circle waits for itself too: the closure has counted it already.
        const inCircle = circles.some(({ members }) => members.includes(hold.node))
        expect(hold.waiters.assignments).toBe(behind.assignments + (inCircle ? 0 : isCounted))
      }
      const told = rankBlockers(waits).circles.map(({ members }) => String(members))
      expect(new Set(told)).toEqual(wanted)
      for (const circle of circles) expect(circle.waiters).toEqual(waitersOf(circle.members))
      expect(waiting).toEqual(waitersOf(all))
      const order = blockers.map(({ waiters }) => waiters.assignments)
      expect(order).toEqual([...order].sort((a, b) => b - a))
    }),
    { numRuns: runs(300) },
  )
})
