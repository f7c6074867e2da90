import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../test/nightly.ts'
import { readText } from '../document/read-document.ts'
import * as vi from '../vocabulary/words.ts'
import type { Finding } from './draft.ts'
import { FINDING_RULES } from './finding.ts'
import { groupFindings } from './finding-group.ts'
import { readPlan } from './read-plan.ts'

const HEAD = 'Số: 5/KH-UBND\n\nA, ngày 02 tháng 3 năm 2026'
const read = (body: string, head = HEAD, title = 'Phòng, chống hạn'): Finding[] =>
  readPlan(
    readText(
      `${head}\n\nKẾ HOẠCH\n\n${title}\n\nI. NHIỆM VỤ\n\n${body}\n\nII. TỔ CHỨC THỰC HIỆN\n\nSở Y tế theo dõi.`,
    ),
  ).findings
const rules = (findings: readonly Finding[], severity: Finding['severity'] = 'error'): string[] =>
  findings.filter((each) => each.severity === severity).map(({ rule }) => rule)
const notes = (findings: readonly Finding[], rule: string): string[] =>
  findings.filter((each) => each.rule === rule).map(({ note }) => note)

const FAULTS: [body: string, rule: string][] = [
  ['1. Làm đươc đập.', 'spelling'],
  ['1. Bổ xung máy bơm.', 'spelling'],
  ['1. Khơi thông các các dòng chảy.', 'spelling'],
  ['1. Đắp đập.\n\n2. Bơm nước.\n\n4. Nạo vét.', 'broken-numbering'],
  ['1. Cấp nước sinh hoạt cho các hộ ở vùng cao khi không\n\n2. Bơm nước.', 'truncated-sentence'],
  [
    '1. Trữ nước trong hồ chứa nhỏ trước mùa khô và cấp cho các thôn vùng cao.\n\n2. Trữ nước trong hồ chứa nhỏ trước mùa khô và cấp cho các thôn vùng cao.',
    'duplicate-paragraph',
  ],
  ['1. Khoan giếng.\n\n- Cơ quan chủ trì: Sở Xây dựng và Giao thông Công an tỉnh.', 'lost-separator'],
  ['1. Làm theo Phụ lục kèm theo Kế hoạch này.', 'missing-appendix'],
  [
    '1. Theo Kế hoạch số 2/KH-UBND ngày 01/01/2026 triển khai thực hiện Nghị quyết số 9-NQ/TU ngày 05/02/2026.',
    'impossible-date-order',
  ],
  ['1. Theo Quyết định số 3/QĐ-TTg ngày 01/4/2026.', 'impossible-date-order'],
  ['1. Sở Y tế lập danh sách trước ngày 15/01/2026.', 'impossible-date-order'],
  [
    '1. Theo Quyết định số 3/QĐ-TTg ngày 01/02/2026.\n\n2. Theo Quyết định số 3/QĐ-TTg ngày 02/02/2026.',
    'inconsistent-reference',
  ],
  ['1. Theo Kế hoạch số 3/QĐ-UBND ngày 01/02/2026.', 'inconsistent-reference'],
  [
    '1. Theo Quyết định số 371/QĐ-TTg ngày 01/02/2026.\n\n2. Theo Quyết định số 371/QĐ-UBND ngày 01/02/2026.',
    'inconsistent-reference',
  ],
  ['1. Đắp đập.\n\n- Cơ quan chủ trì: Sở Giao thông vận tải.', 'dissolved-agency'],
  ['1. Đắp đập.\n\n- Cơ quan chủ trì: UBND các huyện, thị xã, thành phố.', 'dissolved-agency'],
  ['1. Đắp đập.\n\n- Cơ quan chủ trì: UBND tỉnh Bắc Giang.', 'dissolved-agency'],
]

test.each(FAULTS)('%s', (body, rule) => {
  expect(rules(read(body))).toEqual([rule])
})

const SOUND = [
  '1. Đắp đập.\n\n2. Bơm nước cho hành vi vi phạm bị đình chỉ, họp ở Đắk Lắk với startup, logistic.',
  '1. Theo Kế hoạch số 3/KH-UBND ngày 01/02/2024.\n\n2. Theo Quy định số 8-QĐ/TU ngày 02/02/2025.',
  '1. Đắp đập.\n\n- Cơ quan chủ trì: Sở Xây dựng.\n\n- Cơ quan phối hợp: Sở Tài chính; UBND các xã, phường.',
  '1. Đắp đập.\n\n- Cơ quan chủ trì: Sở Du lịch.',
  '1. Đắp đập.\n\n- Cơ quan chủ trì: Bảo hiểm xã hội tỉnh.',
]
test.each(SOUND)('no error: %s', (body) => {
  expect(rules(read(body))).toEqual([])
})

test('number and day left blank', () => {
  const found = read('1. Đắp đập.', 'Số: /KH-UBND\n\nA, ngày tháng 3 năm 2026')
  expect(rules(found)).toEqual(['blank-number', 'blank-date'])
})

test('a number misprinted is not blank, and a plan put in force by a decision needs none', () => {
  const caption = (type: string): string =>
    `1. Đắp đập.\n\n(Ban hành kèm theo ${type} số 7/QĐ-UBND ngày 02/3/2026)`
  expect(rules(read('1. Đắp đập.', 'Số: 5//KH-UBND\n\nA, ngày 02 tháng 3 năm 2026'))).toEqual([])
  expect(rules(read(caption('Quyết định'), ''))).toEqual([])
  expect(rules(read(caption('Kế hoạch'), ''))).toContain('blank-number')
})

test('one number for two parts', () => {
  const text = 'KẾ HOẠCH\n\nChống hạn\n\nI. NHIỆM VỤ\n\n1. Đắp đập.\n\nI. KINH PHÍ\n\nNgân sách xã.'
  expect(rules(readPlan(readText(text)).findings)).toEqual(['duplicate-heading'])
})

test('a copy that follows at once is one, parallel words of a list are none', () => {
  const passage =
    'hồ chứa nhỏ trên núi được đắp, nạo vét và trông coi theo lịch mà xã lập vào đầu mùa khô, có người trực cả ngày và đêm'
  const copied = read(`1. Bảo đảm ${passage} ${passage} để thôn có nước. Sở Xây dựng giúp đỡ các thôn.`)
  expect(rules(copied)).toEqual(['duplicate-paragraph'])
  expect(rules(read(`1. Bảo đảm ${passage}; ${passage} ở vùng cao. Sở Xây dựng giúp đỡ các thôn.`))).toEqual(
    [],
  )
})

describe('dissolved agencies', () => {
  const led = (name: string, head = HEAD): string[] =>
    notes(read(`1. Đắp đập.\n\n- Cơ quan chủ trì: ${name}.`, head), 'dissolved-agency')

  test('the note names who has the work now', () => {
    expect(led('Sở KH-ĐT')).toEqual(['"Sở KH-ĐT" không còn từ 01/03/2025; việc nay thuộc Sở Tài chính'])
  })
  test('in a document of its own time a body exists', () => {
    expect(led('Sở Kế hoạch và Đầu tư', 'Số: 5/KH-UBND\n\nA, ngày 02 tháng 3 năm 2023')).toEqual([])
  })
  test('a year alone is too little to accuse', () => {
    expect(led('UBND huyện Mơ', 'Số: 5/KH-UBND\n\nA, ngày tháng năm 2025')).toEqual([])
  })
  test('what the province may have kept is only worth a look', () => {
    const found = read('1. Đắp đập.\n\n- Cơ quan chủ trì: Sở Du lịch.')
    expect(rules(found, 'minor')).toContain('dissolved-agency')
  })
  test('the writer knows', () => {
    expect(led('UBND huyện Mơ (cũ)')).toEqual([])
  })
})

describe('duties', () => {
  const PLAN = `1. Đắp đập ở đầu nguồn.

- Cơ quan chủ trì: Sở Xây dựng.

- Cơ quan phối hợp: Sở Xây dựng; Sở Tài chính.

- Thời gian hoàn thành: Quý II/2031.

2. Bơm nước cho thôn.`
  test('what an officer must still settle', () => {
    const found = rules(read(PLAN, HEAD, 'Phòng, chống hạn năm 2026'), 'minor')
    expect(found).toEqual([
      'task-without-lead',
      'lead-also-coordinating',
      'task-without-deadline',
      'deadline-outside-period',
    ])
  })
  test('preparing and summing up lie outside the period, and are none', () => {
    const due = (when: string): string[] =>
      notes(
        read(
          `1. Sở Y tế lập danh sách trước ngày ${when}.`,
          'Số: 5/KH-UBND\n\nA, ngày 02 tháng 11 năm 2025',
          'Phòng, chống hạn năm 2026',
        ),
        'deadline-outside-period',
      )
    expect([...due('20/12/2025'), ...due('15/01/2027')]).toEqual([])
    expect(due('15/6/2027')).toHaveLength(1)
  })
  test('one word for many', () => {
    const body = Array.from({ length: 9 }, (_, i) => `${i + 1}. Đào giếng số ${i + 1}.`).join('\n\n')
    expect(notes(read(body), 'task-without-lead')).toEqual(['9 trên 9 nhiệm vụ không nêu cơ quan chủ trì'])
  })
})

describe('annex and body', () => {
  const annexed = (lead: string, coordinating: string, due: string): string[] => {
    const row = `1\tĐắp đập đất ở đầu nguồn suối Mơ cho ba thôn vùng cao\t${lead}\t${coordinating}\t${due}`
    const text = `KẾ HOẠCH

Chống hạn

I. NHIỆM VỤ

1. Đắp đập đất ở đầu nguồn suối Mơ cho ba thôn vùng cao.

- Cơ quan chủ trì: Sở Xây dựng.

- Cơ quan phối hợp: Sở Tài chính.

- Thời gian hoàn thành: Quý I/2026.

PHỤ LỤC

PHÂN CÔNG NHIỆM VỤ

TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành
${row}
`
    return notes(readPlan(readText(text)).findings, 'body-appendix-mismatch')
  }
  test('agree', () => {
    expect(annexed('Sở Xây dựng', 'Sở Tài chính', 'Quý I/2026')).toEqual([])
    expect(annexed('Sở Xây dựng', 'Các sở, ban, ngành', 'Quý I/2026')).toEqual([])
  })
  test('another lead, another time, another partner', () => {
    expect(annexed('Sở Y tế', 'Sở Tài chính', 'Quý I/2026')).toEqual([
      'Phụ lục giao Sở Y tế, thân văn bản giao Sở Xây dựng',
    ])
    expect(annexed('Sở Xây dựng', 'Sở Tài chính', 'Quý III/2026')).toEqual([
      'Phụ lục ghi thời hạn "Quý III/2026", thân văn bản ghi "Quý I/2026"',
    ])
    expect(annexed('Sở Xây dựng', 'Sở Y tế', 'Quý I/2026')).toEqual([
      'Phụ lục ghi phối hợp với Sở Y tế, thân văn bản ghi Sở Tài chính',
    ])
  })
})

test('letters read from a picture are doubted, not blamed', () => {
  const source = readText(
    `${HEAD}\n\nKẾ HOẠCH\n\nChống hạn\n\nI. NHIỆM VỤ\n\n1. Làm đươc đập và kênh ở các thôn vùng cao rồi cấp nước cho\n\n2. Bơm nưôc.`,
  )
  const lines = source.lines.map((line) => ({ ...line, scanned: true as const }))
  const { findings } = readPlan({ ...source, door: 'scan', lines })
  expect(rules(findings)).toEqual([])
  expect(notes(findings, 'spelling')).toEqual([
    '2 chữ có thể do nhận dạng hoặc chuyển mã sai, ví dụ "đươc", "nưôc"',
  ])
  expect(notes(findings, 'truncated-sentence')).toEqual([
    'Câu bị cắt ở cuối (đọc từ ảnh quét, cần đối chiếu với bản giấy)',
  ])
})

test('the catalogue has one entry per rule, each with a title and a cure', () => {
  expect(FINDING_RULES.map(({ rule }) => rule).sort()).toEqual(Object.keys(vi.findings.rules).sort())
  for (const { rule, cure } of FAULTS.flatMap(([body]) => read(body)))
    expect(Object.entries(vi.findings.rules)).toContainEqual([rule, expect.objectContaining({ cure })])
})

test('groups: errors first, each rule once', () => {
  const found = read(`${FAULTS[0]?.[0]}\n\n${FAULTS[1]?.[0]}\n\n5. Nạo vét.`)
  const groups = groupFindings(found)
  const severities = groups.map(({ severity }) => severity)
  expect(severities).toEqual([...severities].sort())
  expect(new Set(groups.map(({ rule, severity }) => `${severity} ${rule}`)).size).toBe(groups.length)
  expect(groups.reduce((sum, { findings }) => sum + findings.length, 0)).toBe(found.length)
})

const PIECES = [
  ...FAULTS.flatMap(([body]) => body.split('\n\n')),
  ...SOUND.flatMap((body) => body.split('\n\n')),
  'PHỤ LỤC',
  'TT\tNhiệm vụ\tCơ quan chủ trì\n1\tĐắp đập\tSở Du lịch Công an tỉnh',
  'Nơi nhận:',
  'a) **Sở Y tế** chủ trì, phối hợp với',
  'đối',
  '*',
]
test('findings never throw, and each quote is the words at its places', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 12 }),
      fc.boolean(),
      fc.boolean(),
      (pieces, withHead, isScanned) => {
        const source = readText(
          `${withHead ? `${HEAD}\n\nKẾ HOẠCH\n\nB\n\n` : ''}I. A\n\n${pieces.join('\n\n')}`,
        )
        const lines = isScanned
          ? source.lines.map((line) => ({ ...line, scanned: true as const }))
          : source.lines
        for (const { quote, spans, note, cure } of readPlan({ ...source, lines }).findings) {
          const placed = spans.map(({ line, from, to }) => lines[line]?.text.slice(from, to))
          expect(placed.join(' ')).toBe(quote)
          expect(quote && note && cure).toBeTruthy()
        }
      },
    ),
    { numRuns: runs(300) },
  )
})

test('an annex whose caption was left blank although the plan has its number and day', () => {
  const rules = (caption: string) =>
    readPlan(
      readText(
        `UBND TỈNH A\nSố: 12/KH-UBND\nBến Mơ, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\n\nB\n\nI. NHIỆM VỤ\n\n1. Sở Y tế lập danh sách.\n\nPHỤ LỤC\n\nDANH SÁCH\n\n${caption}`,
      ),
    )
      .findings.map(({ rule }) => rule)
      .filter((rule) => rule.startsWith('blank'))
  expect(rules('(Kèm theo Kế hoạch số: /KH-UBND ngày / /2026 của UBND tỉnh)')).toEqual([
    'blank-number',
    'blank-date',
  ])
  expect(rules('(Kèm theo Kế hoạch số 12/KH-UBND ngày 02/3/2026 của UBND tỉnh)')).toEqual([])
  expect(rules('(Kèm theo Kế hoạch số 12/KH-UBND ngày 02 tháng 3 năm 2026 của UBND tỉnh)')).toEqual([])
})
