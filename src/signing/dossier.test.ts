// The table of steps of a paper and its fold: what may follow, who may, what always holds.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Capacity } from '../http/actor.ts'
import { ROLES } from '../vocabulary/role.ts'
import { blankPaper, shortName, signatureFor } from './blank.ts'
import {
  type Folded,
  foldSteps,
  isOpen,
  mayAnswer,
  type PastStep,
  permit,
  REPLIES,
  RESULTS,
  STANCES,
  STATES,
  STEP_KINDS,
  STEPS,
  type Standing,
  unansweredFront,
} from './dossier.ts'
import { proposalFor } from './duty-paper.ts'
import { fullNumber, seriesOf } from './number.ts'

const OPEN: PastStep = { kind: 'open', onDay: '2026-11-02' }
const ask = (onDay: string, dueOn: string, ...agencies: string[]): PastStep => ({
  ...{ kind: 'ask', onDay, dueOn },
  asked: agencies.map((agencyId) => ({
    id: `o-${agencyId}`,
    agencyId,
    agencyKind: agencyId === 'front' ? 'front' : 'department',
    dueOn,
  })),
})
const answer = (onDay: string, agencyId: string, stance: PastStep['stance'] = 'agree'): PastStep => ({
  ...{ kind: 'answer', onDay, opinionId: `o-${agencyId}`, stance },
})
const lapse = (onDay: string, agencyId: string): PastStep => ({
  ...{ kind: 'lapse', onDay, opinionId: `o-${agencyId}` },
})
const opinion = ({ opinions }: Folded, agencyId: string) => opinions.find((one) => one.agencyId === agencyId)

describe('the fold', () => {
  test('opinions: answered in time, silent, late; back to the writers when nobody is waited for', () => {
    const asked = [OPEN, ask('2026-11-03', '2026-11-10', 'a', 'b')]
    expect(foldSteps(asked)).toMatchObject({ state: 'opinions', round: 1, hasAsked: true })
    const one = [...asked, answer('2026-11-10', 'a')]
    expect(foldSteps(one).state).toBe('opinions')
    const silent = foldSteps([...one, lapse('2026-11-11', 'b')])
    expect(silent).toMatchObject({ state: 'draft', waitingSince: '2026-11-11' })
    expect(opinion(silent, 'a')).toMatchObject({ stance: 'agree', isLate: false })
    expect(opinion(silent, 'b')).toMatchObject({ stance: null, lapsedOn: '2026-11-11' })
    const late = foldSteps([...one, lapse('2026-11-11', 'b'), answer('2026-11-12', 'b', 'disagree')])
    expect(opinion(late, 'b')).toMatchObject({ stance: 'disagree', isLate: true, lapsedOn: '2026-11-11' })
    expect(late.state).toBe('draft')
  })

  test('taken back: who has not answered is asked no more', () => {
    const back = foldSteps([
      OPEN,
      ask('2026-11-03', '2026-11-10', 'a', 'b'),
      answer('2026-11-04', 'a'),
      { kind: 'recall', onDay: '2026-11-05' },
    ])
    expect(back.state).toBe('draft')
    expect(opinion(back, 'b')).toMatchObject({ recalled: true, stance: null })
    expect(opinion(back, 'a')).toMatchObject({ recalled: false })
  })

  test('appraised, submitted, returned, issued', () => {
    const way: PastStep[] = [
      OPEN,
      { kind: 'send', onDay: '2026-11-03', toAgencyId: 'law', dueOn: '2026-11-06' },
      { kind: 'appraise', onDay: '2026-11-05', result: 'changes' },
      { kind: 'submit', onDay: '2026-11-06' },
      { kind: 'return', onDay: '2026-11-07' },
      { kind: 'submit', onDay: '2026-11-08' },
      { kind: 'issue', onDay: '2026-11-09' },
    ]
    expect(foldSteps(way.slice(0, 2))).toMatchObject({ state: 'appraisal', appraiserId: 'law', round: 1 })
    expect(foldSteps(way.slice(0, 5))).toMatchObject({ state: 'draft', appraisal: 'changes', round: 2 })
    expect(foldSteps(way)).toMatchObject({ state: 'issued', round: 3, appraisal: 'changes' })
  })

  test('an agency that merged passes its question on, not what it has answered', () => {
    const passed = foldSteps([
      OPEN,
      ask('2026-11-03', '2026-11-10', 'a', 'b'),
      answer('2026-11-04', 'a'),
      { kind: 'transfer', onDay: '2026-11-05', fromAgencyId: 'b', toAgencyId: 'c' },
      { kind: 'transfer', onDay: '2026-11-05', fromAgencyId: 'a', toAgencyId: 'c' },
    ])
    expect(passed.opinions.map(({ agencyId }) => agencyId)).toEqual(['a', 'c'])
  })

  test('the Front is answered before a paper goes to be signed', () => {
    const steps = [OPEN, ask('2026-11-03', '2026-11-10', 'front', 'a'), answer('2026-11-04', 'front')]
    expect(unansweredFront(foldSteps(steps).opinions)).toHaveLength(1)
    const replied: PastStep = { kind: 'reply', onDay: '2026-11-05', opinionId: 'o-front', reply: 'explain' }
    expect(unansweredFront(foldSteps([...steps, replied]).opinions)).toHaveLength(0)
  })

  test('whatever happens: silence is never consent, and only an answer is one', () => {
    const agencies = ['a', 'b', 'front'] as const
    const move = fc.record({
      kind: fc.constantFrom(...STEP_KINDS, 'lapse' as const, 'transfer' as const),
      who: fc.constantFrom(...agencies),
      stance: fc.constantFrom(...STANCES),
      reply: fc.constantFrom(...REPLIES),
      result: fc.constantFrom(...RESULTS),
      days: fc.integer({ min: 0, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
        const steps: PastStep[] = [OPEN]
        let answered = 0
        for (const [n, { kind, who, stance, reply, result, days }] of moves.entries()) {
          const now = foldSteps(steps)
          const onDay = `2026-11-${String(Math.min(28, 3 + n)).padStart(2, '0')}`
          const target = now.opinions.find((one) => one.agencyId === who)
          if (kind === 'ask' && target) continue
          if (kind === 'answer' && !(target && mayAnswer(target))) continue
          if (['reply', 'lapse'].includes(kind) && !target) continue
          const due = `2026-11-${String(Math.min(28, 3 + n + days)).padStart(2, '0')}`
          const step: PastStep =
            kind === 'ask'
              ? ask(onDay, due, who)
              : { kind, onDay, opinionId: target?.id ?? null, stance, reply, result, toAgencyId: who }
          try {
            foldSteps([...steps, step])
          } catch {
            continue
          }
          steps.push(step)
          if (kind === 'answer') answered += 1
        }
        const end = foldSteps(steps)
        expect(end.opinions.filter(({ stance }) => stance !== null)).toHaveLength(answered)
        expect(
          end.opinions.every(({ stance, answeredOn }) => (stance === null) === (answeredOn === null)),
        ).toBe(true)
        if (end.state !== 'opinions') expect(end.opinions.filter(isOpen)).toHaveLength(0)
        expect(end.round).toBeLessThanOrEqual(
          steps.filter(({ kind }) => ['ask', 'send', 'submit'].includes(kind)).length,
        )
      }),
    )
  })

  test('what cannot follow is thrown', () => {
    expect(() => foldSteps([])).toThrow()
    expect(() => foldSteps([OPEN, { kind: 'issue', onDay: '2026-11-03' }])).toThrow(/cannot follow/)
  })
})

describe('who may', () => {
  const standing = (state: Standing['state']): Standing => ({
    ...{ state, agencyId: 'issuer', drafterId: 'drafter', appraiserId: 'law', askedIds: ['asked'] },
    isOfProvince: true,
  })
  const as = (agencyId: string | null, role: Capacity['role']): Capacity[] => [
    { forAccountId: null, role, agencyId, unitOf: null },
  ]

  test('every step and every state: either nobody or somebody, never a stranger', () => {
    for (const kind of STEP_KINDS)
      for (const state of STATES) {
        for (const role of ROLES) {
          const stranger = permit(kind, standing(state), as('stranger', role))
          if (!(role === 'leader' && kind === 'return' && state === 'submitted'))
            expect('why' in stranger, `${kind} ${state} ${role}`).toBe(true)
        }
        const somebody = ['drafter', 'issuer', 'law', 'asked'].some((agency) =>
          (['officer', 'head'] as const).some(
            (role) => !('why' in permit(kind, standing(state), as(agency, role))),
          ),
        )
        expect(somebody, `${kind} ${state}`).toBe(STEPS[kind][state] !== undefined)
      }
  })

  test('only the agency asked answers, or whoever asked records its paper', () => {
    expect(permit('answer', standing('opinions'), as('asked', 'officer'))).toMatchObject({
      agencyId: 'asked',
    })
    expect(permit('answer', standing('opinions'), as('law', 'head'))).toMatchObject({ kind: 'forbidden' })
    expect(permit('answer', { ...standing('draft'), askedIds: [] }, as('drafter', 'officer'))).toMatchObject({
      kind: 'conflict',
    })
  })

  test('a paper that waits for its signature is returned by a head or the province, not by an officer', () => {
    expect('why' in permit('return', standing('submitted'), as('issuer', 'officer'))).toBe(true)
    expect('why' in permit('return', standing('submitted'), as('issuer', 'head'))).toBe(false)
    expect('why' in permit('return', standing('submitted'), as(null, 'leader'))).toBe(false)
    expect(
      'why' in permit('return', { ...standing('submitted'), isOfProvince: false }, as(null, 'leader')),
    ).toBe(true)
  })
})

describe('numbers and heads', () => {
  test.each([
    ['BÁO CÁO', 'BC'],
    ['KẾ HOẠCH', 'KH'],
    ['Tờ trình', 'TTr'],
    [null, 'CV'],
    ['GIẤY MỜI', 'giấy mời'],
  ])('the series of %s is %s', (type, series) => expect(seriesOf({ type })).toBe(series))

  test('0 before what is below ten; a hyphen in Party documents', () => {
    expect(fullNumber(5, 'BC-STC', 'state')).toBe('05/BC-STC')
    expect(fullNumber(147, 'KH-UBND', 'state')).toBe('147/KH-UBND')
    expect(fullNumber(36, 'HD/VPTW', 'party')).toBe('36-HD/VPTW')
  })

  test.each([
    ['department', 'KT.', { for: 'GIÁM ĐỐC', title: 'PHÓ GIÁM ĐỐC' }],
    ['department', null, { for: '', title: 'GIÁM ĐỐC' }],
    ['province-committee', 'TM.', { for: 'ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH' }],
    ['commune', 'KT.', { authority: 'TM.', for: 'ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH', title: 'PHÓ CHỦ TỊCH' }],
  ] as const)('%s signs %s', (kind, authority, block) =>
    expect(signatureFor(kind, authority)).toMatchObject(block),
  )

  test('the short name: a known abbreviation, else the first letters', () => {
    expect(shortName({ name: 'Sở Tài chính', kind: 'department' }, ['Sở TC', 'STC'])).toBe('STC')
    expect(shortName({ name: 'Sở Nông nghiệp và Môi trường', kind: 'department' }, [])).toBe('SNNVMT')
    expect(shortName({ name: 'UBND xã Suối Mơ', kind: 'commune' }, [])).toBe('UBND')
  })

  test('a blank paper has its head, its symbol and who signs, and no number', () => {
    const agency = { name: 'Sở Tài chính', kind: 'department', parentName: null, aliases: ['STC'] } as const
    const paper = blankPaper({
      ...{ province: 'tỉnh Sông Mơ', agency, type: 'BÁO CÁO', subject: 'kết quả', today: '2026-11-21' },
    })
    expect(paper).toMatchObject({
      ...{ symbol: 'BC-STC', number: null, date: null, place: 'Sông Mơ', recipients: ['Lưu: VT'] },
      ...{ issuer: { superior: 'Ủy ban nhân dân tỉnh Sông Mơ', name: 'Sở Tài chính' } },
    })
  })

  test.each([
    [['Kế hoạch của UBND tỉnh'], 'KẾ HOẠCH'],
    [['Chương trình hành động'], 'CHƯƠNG TRÌNH HÀNH ĐỘNG'],
    [['Hội nghị tập huấn'], null],
  ])('the product %j is a %s', (deliverables, type) =>
    expect(proposalFor(deliverables, '- Xây dựng kế hoạch')).toEqual({ type, subject: 'Xây dựng kế hoạch' }),
  )
})
