import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs, TIME } from '../../test/nightly.ts'
import { Refusal } from '../base/refusal.ts'
import type { SourceDocument } from '../document/line.ts'
import { readText } from '../document/read-document.ts'
import type { DraftPlan } from './draft.ts'
import { readPlan } from './read-plan.ts'

const PLAN = `ỦY BAN NHÂN DÂN TỈNH BÌNH SƠN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 88/KH-UBND\tBình Sơn, ngày 09 tháng 02 năm 2026

KẾ HOẠCH
Phát triển nghề nuôi ong giai đoạn 2026 - 2028

Thực hiện Nghị quyết số 12-NQ/TU ngày 03/01/2026 của Tỉnh ủy về kinh tế rừng, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU
- Đến năm 2028, có ít nhất 1.200 hộ nuôi ong.

II. NHIỆM VỤ
1. Chọn giống
- Nhập 50 đàn ong chúa cho trạm giống.
- Cơ quan chủ trì: Sở Nông nghiệp và Môi trường.
- Cơ quan phối hợp: UBND các xã, phường.
- Thời gian thực hiện: Quý II năm 2026.
2. Sở Công Thương chủ trì, phối hợp với Hội Nông dân tỉnh tổ chức hội chợ mật ong
hằng năm.

III. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính
- Bố trí kinh phí trước ngày 30/6/2026.
Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị các đơn vị phản ánh về Sở Công Thương để tổng hợp, báo cáo Ủy ban nhân dân tỉnh./.

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Thị Mai

PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ

TT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành
I\tGiống
1\tNhập đàn ong chúa cho trạm giống của tỉnh\tSở Nông nghiệp và Môi trường\tSở Tài chính\t2026
`

test('a small plan from head to annex', () => {
  const plan = readPlan(readText(PLAN))
  expect(plan.document).toMatchObject({
    number: '88/KH-UBND',
    type: 'KH',
    issuer: 'Ủy ban nhân dân tỉnh Bình Sơn',
    place: 'Bình Sơn',
    date: '2026-02-09',
    period: { from: 2026, to: 2028 },
    signer: { onBehalfOf: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', name: 'Lò Thị Mai' },
    recipients: ['Như trên', 'Lưu: VT'],
  })
  expect(plan.references.map(({ number, relation }) => [number, relation])).toEqual([
    ['12-NQ/TU', 'implements'],
  ])
  expect(plan.indicators[0]?.targets).toEqual([
    { period: '2028', op: '>=', value: 1200, max: null, unit: 'hộ' },
  ])
  expect(plan.tasks.map(({ section, lead, due }) => [section, lead, due.kind])).toEqual([
    ['II.1', ['Sở Nông nghiệp và Môi trường'], 'quarter'],
    ['II.2', ['Sở Công Thương'], 'annual'],
    ['III.1', ['Sở Tài chính'], 'date'],
    ['III', ['các đơn vị'], 'conditional'],
    ['PL.I.1', ['Sở Nông nghiệp và Môi trường'], 'year'],
  ])
  expect(plan.tasks[1]?.quote).toContain('mật ong hằng năm')
  expect(plan.tasks[4]?.repeats).toBe('t1')
  expect(plan.reporting.map(({ to, frequency }) => [to, frequency])).toEqual([
    ['Sở Công Thương', 'adhoc'],
    ['Ủy ban nhân dân tỉnh', 'adhoc'],
  ])
})

test('reading twice gives the same draft', () => {
  expect(readPlan(readText(PLAN))).toEqual(readPlan(readText(PLAN)))
})

/** Every quote must be found, word for word, where its spans point. */
function misquoted(source: SourceDocument, plan: DraftPlan): string[] {
  return [...plan.tasks, ...plan.indicators, ...plan.reporting, ...plan.findings]
    .filter(
      ({ quote, spans }) =>
        spans.map((each) => source.lines[each.line]?.text.slice(each.from, each.to)).join(' ') !== quote,
    )
    .map(({ quote }) => quote)
}

const WORDS = [
  'KẾ HOẠCH',
  'I. ',
  'II. ',
  '1. ',
  '2.1. ',
  'a) ',
  'd) ',
  '- ',
  '+ ',
  '(1) ',
  'PHỤ LỤC',
  'TT\t',
  'Nhiệm vụ\t',
  'Đơn vị chủ trì\t',
  'Thời gian\t',
  'Sở Tài chính',
  'UBND các xã, phường',
  'các sở, ban, ngành',
  'chủ trì',
  ', phối hợp với ',
  'có trách nhiệm ',
  ': ',
  '; ',
  '. ',
  'trước ngày 15/12/2026',
  'hằng năm',
  'quý II năm 2026',
  'báo cáo ',
  'về ',
  'để tổng hợp, báo cáo ',
  'Nơi nhận:',
  'TM. ỦY BAN NHÂN DÂN',
  'số 12/QĐ-UBND ngày 31/02/2026',
  'ít nhất 30% ',
  '1.430 hợp tác xã',
  '\n',
  '\n\n',
  '\n|\n',
  '\t',
  '**',
  '*',
  '<p>',
  '# ',
  './.',
  '(',
  ')',
  '…',
  'Trong quá trình thực hiện, nếu có khó khăn',
  'đề nghị ',
  'Cơ quan chủ trì: ',
  'Thời gian thực hiện: ',
  'các các ',
  'trong năm 2026',
]

test('never throws, and quotes exactly, whatever is made of its own words', TIME, () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 6 })), { maxLength: 120 }),
      (words) => {
        const source: SourceDocument = { door: 'text', lines: [], notices: [] }
        try {
          source.lines = readText(`văn bản\n${words.join('')}`).lines
        } catch (error) {
          if (error instanceof Refusal) return true
          throw error
        }
        const plan = readPlan(source)
        expect(misquoted(source, plan)).toEqual([])
        return true
      },
    ),
    { numRuns: runs(400) },
  )
})

test('long repetitive text is read in time', () => {
  for (const piece of [
    'các sở, ban, ngành, ',
    'phối hợp với ',
    'trước ngày ',
    '(',
    '1.',
    'chủ trì, ',
    'số 1/A-',
    'Sở Tài chính và ',
    '. d) A ',
    '; ',
    'a',
    'Sở ',
    '\n- ',
    '\t',
  ]) {
    const source = readText(`KẾ HOẠCH\nI. NHIỆM VỤ\n1. ${piece.repeat(Math.ceil(40_000 / piece.length))}`)
    const start = performance.now()
    readPlan(source)
    expect(performance.now() - start, piece).toBeLessThan(2000)
  }
})

test('a text of 5 MB with one word is read in time', () => {
  const source = readText('kế hoạch '.repeat(Math.ceil(5_000_000 / Buffer.byteLength('kế hoạch '))))
  const start = performance.now()
  readPlan(source)
  expect(performance.now() - start).toBeLessThan(5000)
})

test('below "Chủ trì, phối hợp" the lead stays and those named work with it', () => {
  const plan = readPlan(
    readText(
      [
        'KẾ HOẠCH',
        'I. TỔ CHỨC THỰC HIỆN',
        '1. Công an tỉnh',
        'a) Chủ trì, phối hợp',
        '- Sở Tài chính tham mưu bố trí ngân sách.',
        '- Sở Nội vụ và Sở Y tế tổ chức tập huấn.',
      ].join('\n\n'),
    ),
  )
  expect(plan.tasks.map(({ lead, coordinating }) => [lead, coordinating])).toEqual([
    [['Công an tỉnh'], ['Sở Tài chính']],
    [['Công an tỉnh'], ['Sở Nội vụ', 'Sở Y tế']],
  ])
})

test('a theme named like a body leads nothing where no duty is handed out', () => {
  const plan = readPlan(
    readText(
      [
        'KẾ HOẠCH',
        'I. NHIỆM VỤ',
        '1. Doanh nghiệp số',
        '- Phát triển chợ trên mạng.',
        '2. Sở Du lịch',
        '- Mở tuyến mới.',
      ].join('\n\n'),
    ),
  )
  expect(plan.tasks.map(({ lead }) => lead)).toEqual([[], ['Sở Du lịch']])
})

test('who helps in a lead line, and what follows the words that end a plan', () => {
  const plan = readPlan(
    readText(
      [
        'KẾ HOẠCH',
        'I. NHIỆM VỤ',
        '1. Giám sát chợ đầu mối',
        'a) Nhiệm vụ: Lấy mẫu rau.',
        'b) Cơ quan thực hiện: Sở Y tế chủ trì; Sở Công Thương, Ban Quản lý chợ Mơ phối hợp.',
        'II. TỔ CHỨC THỰC HIỆN',
        '1. Sở Y tế tổng hợp kết quả.',
        'Kế hoạch này thay thế Kế hoạch số 4/KH-UBND. Yêu cầu các sở, ban, ngành nghiêm túc thực hiện./.',
      ].join('\n\n'),
    ),
  )
  expect(plan.tasks.map(({ quote, lead, coordinating }) => [quote, lead, coordinating])).toEqual([
    ['Lấy mẫu rau.', ['Sở Y tế'], ['Sở Công Thương', 'Ban Quản lý chợ Mơ']],
    ['Sở Y tế tổng hợp kết quả.', ['Sở Y tế'], []],
    ['Yêu cầu các sở, ban, ngành nghiêm túc thực hiện./.', ['các sở, ban, ngành'], []],
  ])
})

test('a numbered title over a table, whose time is named once for several rows', () => {
  const plan = readPlan(
    readText(
      [
        'KẾ HOẠCH',
        'I. NHIỆM VỤ',
        '1. Lịch công việc năm 2026',
        'Thời gian\tNội dung\tNgười thực hiện\tPhối hợp\nTháng 3/2026\tRa mắt tổ công tác\tSở Y tế\tCông an tỉnh\n\tHọp thôn\tSở Nội vụ\tSở Y tế',
      ].join('\n\n'),
    ),
  )
  expect(plan.outline.map(({ section }) => section)).toEqual(['I', 'I.1'])
  expect(plan.tasks.map(({ section, quote, lead, due }) => [section, quote, lead, due.to])).toEqual([
    ['I.1', 'Ra mắt tổ công tác', ['Sở Y tế'], '2026-03-31'],
    ['I.1', 'Họp thôn', ['Sở Nội vụ'], '2026-03-31'],
  ])
})

test('names in the brackets that end an item lead it', () => {
  const plan = readPlan(
    readText(
      'KẾ HOẠCH\n\nI. NHIỆM VỤ\n\n- Dạy bơi an toàn cho học sinh (Sở Giáo dục và Đào tạo; thường xuyên).',
    ),
  )
  expect(plan.tasks.map(({ lead }) => lead)).toEqual([['Sở Giáo dục và Đào tạo']])
})
