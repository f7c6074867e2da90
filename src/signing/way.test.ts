// The picture of the way and the blocks of pasted text.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as words from '../vocabulary/words.ts'
import { blocksOf } from './blocks.ts'
import type { Dossier } from './exchange.ts'
import { stagesOf } from './way.ts'

const w = words.signing
const drawn = (more: object) =>
  stagesOf({
    ...{ state: 'draft', steps: [], opinions: [], hasAsked: false, appraisal: null, appraiser: null },
    ...{ appraiseBy: null, drafter: { id: 'd', name: 'Sở Tài chính' }, openedOn: '2026-11-10' },
    ...{ waitingSince: '2026-11-10', number: null, signedOn: null, signer: null },
    ...more,
  } as unknown as Dossier)
const looks = (more: object) => drawn(more).map(({ look }) => look)

test('where it lies, what is behind it, what was left out', () => {
  expect(looks({})).toEqual(['now', 'ahead', 'ahead', 'ahead', 'ahead'])
  expect(looks({ state: 'opinions', hasAsked: true })).toEqual(['done', 'now', 'ahead', 'ahead', 'ahead'])
  const steps = [
    { kind: 'submit', skipOpinions: 'Nội bộ', skipAppraisal: 'Nội bộ', actor: 'A', onDay: '2026-11-11' },
  ]
  expect(looks({ state: 'submitted', steps })).toEqual(['done', 'skipped', 'skipped', 'now', 'ahead'])
  expect(looks({ state: 'issued', steps, appraisal: 'fit' })).toEqual([
    'done',
    'skipped',
    'done',
    'done',
    'done',
  ])
  expect(looks({ state: 'withdrawn' })[0]).toBe('skipped')
})

test('who answered and who was silent stands in numbers', () => {
  const opinion = (more: object) => ({
    ...{ agency: { id: 'a' }, stance: null, lapsedOn: null, recalled: false, dueOn: '2026-11-20', ...more },
  })
  const opinions = [
    opinion({ stance: 'agree' }),
    opinion({ lapsedOn: '2026-11-21' }),
    opinion({ recalled: true }),
  ]
  const [, stage] = drawn({ hasAsked: true, opinions })
  expect(stage?.lines).toEqual([w.answers(1, 2, 1)])
})

test('a line that begins with a label is a heading, every other one a paragraph', () => {
  expect(
    blocksOf('I. MỤC TIÊU\n\n1. Mục tiêu chung\r\na) Điểm a\nMột đoạn.\nđ) Điểm đ\n2026 là năm cuối'),
  ).toEqual([
    { kind: 'heading', level: 1, label: 'I.', text: 'MỤC TIÊU' },
    { kind: 'heading', level: 2, label: '1.', text: 'Mục tiêu chung' },
    { kind: 'heading', level: 3, label: 'a)', text: 'Điểm a' },
    { kind: 'paragraph', text: 'Một đoạn.' },
    { kind: 'heading', level: 3, label: 'đ)', text: 'Điểm đ' },
    { kind: 'paragraph', text: '2026 là năm cuối' },
  ])
})

test('nothing of a pasted text is lost, and no block is too long', () => {
  const bare = (text: string) => text.normalize('NFC').replace(/\s+/gu, '')
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 })), (lines) => {
      const blocks = blocksOf(lines.join('\n'))
      const said = blocks.map((block) => {
        if (block.kind === 'table') return ''
        return block.kind === 'heading' ? `${block.label}${block.text}` : block.text
      })
      expect(bare(said.join(''))).toBe(bare(lines.join('')))
    }),
  )
  const long = blocksOf('một hai ba bốn '.repeat(10_000))
  expect(long.length).toBeGreaterThan(7)
  expect(long.every((block) => block.kind === 'paragraph' && block.text.length <= 20_000)).toBe(true)
})
