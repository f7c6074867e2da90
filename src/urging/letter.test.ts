// The letter as it leaves the house: what it counts, and the form it is written in.
import { expect, test } from 'vitest'
import { OfficialPaper } from '../paper/official.ts'
import { writeOfficial } from '../paper/official-docx.ts'
import { urgingLetter } from './letter.ts'

const facts = {
  issuing: {
    province: 'tỉnh Sông Mơ',
    agency: { name: 'Sở Tài chính', kind: 'department' as const, parentName: null, aliases: ['STC'] },
  },
  ...{
    agency: 'UBND xã Suối Mơ',
    plan: null,
    whole: 1430,
    done: 1200,
    today: '2026-11-20',
    answerBy: '2026-11-27',
  },
  overdue: Array.from({ length: 60 }, (_, n) => ({
    ...{
      assignmentId: '',
      agencyId: '',
      text: `Nhiệm vụ số ${n + 1}`,
      plan: '18/KH-UBND',
      dueOn: '2026-11-10',
      percent: 30,
    },
  })),
}

test('a letter has no type, says "V/v", counts with its denominator, and has every overdue duty in its appendix', () => {
  const paper = OfficialPaper.parse(urgingLetter(facts))
  expect(paper).toMatchObject({
    ...{ type: null, number: null, date: null, symbol: 'STC', addressees: ['UBND xã Suối Mơ'] },
    issuer: { superior: 'Ủy ban nhân dân tỉnh Sông Mơ', name: 'Sở Tài chính' },
    signature: { title: 'GIÁM ĐỐC', name: '' },
  })
  const [first] = paper.body
  expect(first && 'text' in first && first.text).toContain('1.200/1.430 lượt; còn 60/1.430 lượt quá hạn')
  expect(paper.appendices[0]?.rows).toHaveLength(60)
  expect(paper.appendices[0]?.rows[59]).toEqual([
    '60',
    'Nhiệm vụ số 60',
    '18/KH-UBND',
    { day: '2026-11-10' },
    10,
    30,
  ])
})

test('of one plan it names the plan', () => {
  expect(urgingLetter({ ...facts, plan: 'Kế hoạch 18/KH-UBND' }).subject).toContain('Kế hoạch 18/KH-UBND')
})

test('the same letter is the same Word file', async () => {
  const [one, two] = await Promise.all([
    writeOfficial(urgingLetter(facts)),
    writeOfficial(urgingLetter(facts)),
  ])
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  expect(Buffer.from(one.slice(0, 2)).toString()).toBe('PK')
})
