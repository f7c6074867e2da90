import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinAll, joinDuty, joinTexts, sameWords, type Voice } from './consolidate.ts'
import type { BelowRow } from './fact-queries.ts'
import { type Computed, differing, toldOf } from './facts.ts'
import { COUNTED, countOne, ratiosOf, sumCounts } from './figures.ts'
import { speakFor, treeBelow } from './joining.ts'
import { printJoined } from './print.ts'

const ids = Array.from({ length: 8 }, () => randomUUID())
const voice = (agency: number, more: Partial<Voice> = {}): Voice => ({
  ...{
    reportId: ids[agency] ?? '',
    agencyId: ids[agency] ?? '',
    agency: `Xã ${agency}`,
    itemId: 'i',
    text: '',
  },
  ...{ percent: 0, difficulty: '', next: '', nothing: false, figures: [], isDone: false, isOverdue: false },
  ...{ dueOn: null, lateDays: 0, isCounted: true },
  ...more,
})

test('words that differ in blanks, case and a last stop are one; who says them is kept', () => {
  const joined = joinDuty([
    voice(0, { text: 'Đã mở lớp.' }),
    voice(1, { text: 'đã  mở lớp' }),
    voice(2, { text: 'Chưa mở' }),
    voice(3, { nothing: true }),
  ])
  expect(joined.said.map(({ text, by }) => [text, by.map(({ agency }) => agency)])).toEqual([
    ['Đã mở lớp.', ['Xã 0', 'Xã 1']],
    ['Chưa mở', ['Xã 2']],
  ])
  expect(printJoined(joined)).toBe(
    '- Đã mở lớp (Xã 0, Xã 1)\n- Chưa mở (Xã 2)\n- 1 cơ quan báo cáo không phát sinh: Xã 3',
  )
})

test('of very many agencies the number stands in the sentence, of few their names', () => {
  const from = (count: number, more: Partial<Voice>) =>
    Array.from({ length: count }, (_, at) =>
      voice(at % 8, { agencyId: randomUUID(), agency: `Xã ${at}`, ...more }),
    )
  const lines = (count: number) =>
    printJoined(joinDuty([...from(count, { text: 'Đã mở lớp' }), ...from(count, { nothing: true })])).split(
      '\n',
    )
  expect(lines(12).every((line) => line.includes('Xã 11'))).toBe(true)
  expect(lines(13)).toEqual(['- Đã mở lớp (13 cơ quan)', '- 13 cơ quan báo cáo không phát sinh'])
})

test('figures of one name are summed, each with who gave it', () => {
  const figure = (value: number) => ({ figures: [{ name: 'Lớp đã mở', value, unit: 'lớp' }] })
  const { figures } = joinDuty([voice(0, figure(2)), voice(1, figure(0.5))])
  expect(figures).toMatchObject([{ sum: 2.5, by: [{ value: 2 }, { value: 0.5 }] }])
})

const anyVoice = fc
  .record({
    agency: fc.integer({ min: 0, max: 7 }),
    itemId: fc.constantFrom('i', 'j', 'k'),
    text: fc.constantFrom('', 'A', 'a.', 'B', 'C  c'),
    isDone: fc.boolean(),
    percent: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ agency, text, ...more }) => voice(agency, { text, nothing: text === '', ...more }))

test('joining loses no word and no voice, however they come', () => {
  fc.assert(
    fc.property(fc.array(anyVoice, { maxLength: 40 }), (voices) => {
      const joined = joinAll(voices)
      expect([...joined.values()].reduce((sum, one) => sum + one.all, 0)).toBe(voices.length)
      for (const one of voices) {
        const own = joined.get(one.itemId)
        const heard = one.nothing
          ? own?.nothing
          : own?.said.find(({ text }) => sameWords(text) === sameWords(one.text))?.by
        expect(heard?.some(({ agencyId }) => agencyId === one.agencyId)).toBe(true)
      }
    }),
  )
})

test('whoever speaks for those below replaces their words, not their figures', () => {
  const voices = [voice(0, { text: 'Xã một', isDone: true }), voice(1, { text: 'Xã hai' })]
  const speaker = { reportId: 'r', itemId: 'i', written: 'Cả hai xã', agencyId: 'h', agency: 'Sở' }
  const joined = joinDuty(speakFor(voices, [speaker], new Map([['r', [ids[0] ?? '', ids[1] ?? '']]])))
  expect([joined.said.map(({ text }) => text), joined.all, joined.done]).toEqual([['Cả hai xã'], 2, 1])
})

test('what lies under a missing report is missing with it', () => {
  const row = (id: string, toId: string, state: BelowRow['state']): BelowRow => ({
    ...{
      id: `r-${id}`,
      version: 1,
      agencyId: id,
      agency: id,
      toId,
      state,
      dueOn: '2026-12-14',
      sentOn: null,
    },
    ...{ texts: {}, computed: null, consolidatedAt: null, toldAt: null },
  })
  const tree = treeBelow(
    [
      row('a', 'top', 'accepted'),
      row('b', 'top', 'draft'),
      row('c', 'a', 'approved'),
      row('d', 'b', 'approved'),
    ],
    'top',
  )
  expect(tree.all.map(({ agencyId }) => agencyId)).toEqual(['a', 'c'])
  expect(tree.missing.map(({ agencyId }) => agencyId)).toEqual(['b'])
})

const computed = (more: Partial<Computed> = {}): Computed => ({
  ...{ status: 'active', percent: 40, dueOn: '2026-11-20', completedOn: null, isOverdue: false, lateDays: 0 },
  ...{ text: 'Đã làm', difficulty: '', figures: [], evidence: [], isQuiet: false, stepIds: [] },
  ...more,
})

test('counts add up: done and open make all, in time and late make done, overdue is part of open', () => {
  const any = fc.record({
    status: fc.constantFrom('assigned', 'active', 'done', 'closed', 'suspended'),
    isOverdue: fc.boolean(),
    completedOn: fc.constantFrom(null, '2026-11-19', '2026-11-25'),
  })
  fc.assert(
    fc.property(fc.array(any), (some) => {
      const counts = sumCounts(some.map((one) => countOne(computed(one as Partial<Computed>))))
      expect(counts.done + counts.open).toBe(counts.all)
      expect(counts.onTime + counts.late).toBe(counts.done)
      expect(counts.overdue).toBeLessThanOrEqual(counts.open)
      const { ofAssigned, ofAnswerable } = ratiosOf(counts)
      expect([ofAssigned.whole, ofAnswerable.whole]).toEqual([counts.all, counts.done + counts.overdue])
      for (const name of COUNTED) expect(counts[name]).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('only what differs from the computed is kept as written', () => {
  expect(differing({ text: 'Đã làm', percent: 40 }, computed())).toBeNull()
  expect(differing({ text: 'Đã làm', percent: 50 }, computed())).toEqual({ percent: 50 })
  expect(toldOf(computed(), { percent: 50 })).toMatchObject({ text: 'Đã làm', percent: 50, nothing: false })
  expect(joinTexts([])).toEqual([])
})
