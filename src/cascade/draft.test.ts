import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../document/read-document.ts'
import type { OfficialPaper } from '../paper/official.ts'
import { writeOfficial } from '../paper/official-docx.ts'
import { readPlan } from '../reading/read-plan.ts'
import { citationsIn, means } from './citation.ts'
import { citationOf, type DraftContent, deedOf, draftSubPlan, type Inherited, NOTHING_SAID } from './draft.ts'

const BLANK: OfficialPaper = {
  profile: 'state',
  issuer: { superior: 'Ủy ban nhân dân tỉnh Sông Mơ', name: 'Sở Nội vụ' },
  place: 'Sông Mơ',
  number: null,
  symbol: 'KH-SNV',
  date: null,
  drawnOn: '2026-11-21',
  type: 'KẾ HOẠCH',
  subject: '',
  addressees: [],
  basis: [],
  body: [],
  signature: { authority: null, for: '', title: 'GIÁM ĐỐC', name: '' },
  recipients: ['Lưu: VT'],
  appendices: [],
}
const PARENT = {
  number: '147/KH-UBND',
  type: 'KH',
  title: 'Phát triển kinh tế tập thể giai đoạn 2026 - 2030',
  issuer: 'Ủy ban nhân dân tỉnh',
  issued: '2026-01-15',
}
const duty = (n: number, more: Partial<Inherited> = {}): Inherited => ({
  itemId: `00000000-0000-4000-8000-00000000000${n}`,
  section: `III.${n}`,
  titles: [n < 3 ? 'Nâng cao năng lực' : 'Mở rộng thị trường'],
  quote: `Mở lớp bồi dưỡng thứ ${n} cho cán bộ quản lý hợp tác xã.`,
  role: 'lead',
  lead: 'Sở Nội vụ',
  coordinating: ['Sở Tài chính'],
  deliverables: ['Báo cáo kết quả lớp học'],
  dueOn: '2026-09-30',
  dueText: 'trước ngày 30/9/2026',
  ...more,
})
const DUTIES = [duty(1), duty(2), duty(3, { role: 'coordinating', lead: 'Sở Công Thương' })]
const drafted = (content: Partial<DraftContent> = {}, duties = DUTIES) =>
  draftSubPlan(BLANK, PARENT, 'Sở Nội vụ', duties, { ...NOTHING_SAID, ...content })
const rowsOf = (paper: OfficialPaper) => paper.appendices[0]?.rows ?? []

describe('the plan of an agency', () => {
  test('has three parts, duties under the titles of the plan above, an annex of the same', () => {
    const { body, subject, appendices, number, date } = drafted()
    const headings = body.flatMap((block) =>
      block.kind === 'heading' ? [`${block.label} ${block.text}`] : [],
    )
    expect(headings).toEqual([
      'I. MỤC ĐÍCH, YÊU CẦU',
      '1. Mục đích',
      '2. Yêu cầu',
      'II. NHIỆM VỤ',
      '1. Nâng cao năng lực',
      '2. Mở rộng thị trường',
      'III. TỔ CHỨC THỰC HIỆN',
    ])
    expect(subject).toBe(
      'thực hiện Kế hoạch số 147/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh về Phát triển kinh tế tập thể giai đoạn 2026 - 2030',
    )
    expect([number, date, appendices.length]).toEqual([null, null, 1])
    expect(rowsOf(drafted())[2]).toEqual([
      '3',
      'Phối hợp với Sở Công Thương: Mở lớp bồi dưỡng thứ 3 cho cán bộ quản lý hợp tác xã',
      'Sở Công Thương',
      'Sở Nội vụ',
      'Báo cáo kết quả lớp học',
      { day: '2026-09-30' },
      'mục III.3 Kế hoạch số 147/KH-UBND',
    ])
  })

  test.each([
    ['Sở A chủ trì, phối hợp với Sở B rà soát quy định của tỉnh', 'Rà soát quy định của tỉnh'],
    ['Sở A chủ trì, phối hợp với Sở B và Sở C rà soát quy định', 'Rà soát quy định'],
    ['Sở A chủ trì rà soát quy định', 'Rà soát quy định'],
    [
      'Sở A chủ trì, phối hợp với Ban Z rà soát quy định',
      'Sở A chủ trì, phối hợp với Ban Z rà soát quy định',
    ],
    ['Mở lớp bồi dưỡng', 'Mở lớp bồi dưỡng'],
  ])('%s: the deed apart from who does it', (quote, deed) => {
    expect(deedOf(quote, 'Sở A', ['Sở B', 'Sở C'])).toBe(deed)
  })

  test('leaves out what people left out, says who does it, adds what they add', () => {
    const rows = rowsOf(
      drafted({
        left: [duty(2).itemId],
        done: [{ itemId: duty(1).itemId, by: 'Phòng Hợp tác xã', dueOn: '2026-08-31' }],
        added: [
          {
            text: 'Lập danh sách lớp học.',
            lead: '',
            coordinating: '',
            deliverable: 'Danh sách',
            dueOn: null,
          },
        ],
      }),
    )
    expect(rows.map(([, text, lead]) => [text, lead])).toEqual([
      ['Mở lớp bồi dưỡng thứ 1 cho cán bộ quản lý hợp tác xã', 'Phòng Hợp tác xã'],
      ['Phối hợp với Sở Công Thương: Mở lớp bồi dưỡng thứ 3 cho cán bộ quản lý hợp tác xã', 'Sở Công Thương'],
      ['Lập danh sách lớp học', 'Sở Nội vụ'],
    ])
    expect(rows[0]?.[5]).toEqual({ day: '2026-08-31' })
    expect(rows[2]?.[6]).toBeNull()
  })

  test('every clause it cites is one that coverage reads back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('I', 'II.1', 'III.2.a', 'IV.10', 'PL', 'PL.II.2', 'PLI.3'),
        fc.constantFrom('147/KH-UBND', '05/CTr-TU', '27-CTr/TU'),
        (section, number) => {
          const parent = { ...PARENT, number, type: number.includes('CTr') ? 'CTr' : 'KH' }
          const [found] = citationsIn(`Việc phải làm (${citationOf({ section }, parent)}).`)
          expect(found?.section).toBe(section)
          expect(found && means(found, parent)).toBe(true)
        },
      ),
    )
  })

  test('written as Word and read back as a plan it still has its duties, and says what it carries out', async () => {
    const bytes = await writeOfficial(drafted())
    expect(await writeOfficial(drafted())).toEqual(bytes)
    const plan = readPlan(await readDocument(bytes, 'ke-hoach.docx'))
    expect(plan.document).toMatchObject({ type: 'KH' })
    expect(plan.references).toMatchObject([{ number: '147/KH-UBND', relation: 'implements' }])
    for (const { quote } of DUTIES)
      expect(plan.tasks.some((task) => task.quote.includes(quote.slice(0, -1)))).toBe(true)
  })
})
