// The shapes offices give their sheets: merged cells, crosses for states, groups by agency, hidden rows, .csv in old
// encodings; and files that must be refused or must not take long.

import { strToU8, unzipSync, zipSync } from 'fflate'
import { type Cell, type CellValue, type MergeRange, writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { goodRow, trackerFile } from '../../test/tracker.ts'
import { type Agency, NEW_AGENCY } from '../agency/agency.ts'
import type { AgencyKind } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'
import { type CheckContext, checkSheet, type ExistingDuty } from './check.ts'
import { carryOut } from './desk.ts'
import { fieldOfHeading } from './header.ts'
import { readTracker } from './sheet.ts'
import type { Settings } from './tracker.ts'

const KINDS: [string, AgencyKind][] = [
  ['Sở Tài chính', 'department'],
  ['Sở Nội vụ', 'department'],
  ['Sở Công Thương', 'department'],
  ['UBND xã Suối Mơ', 'commune'],
  ['UBND xã Đồi Chè', 'commune'],
]
const agencies = KINDS.map(
  ([name, kind], i): Agency => ({
    ...{ id: `00000000-0000-4000-8000-00000000000${i}`, name, kind },
    ...{ ...NEW_AGENCY, code: null, parentId: null, aliases: [], version: 1 },
  }),
)
const nameOf = new Map(agencies.map(({ id, name }) => [id, name]))

async function check(bytes: Uint8Array, more: Partial<Settings> = {}, context: Partial<CheckContext> = {}) {
  const file = await readTracker(bytes)
  const { sheets } = await carryOut<'offer'>(file, { is: 'offer' })
  const at = more.sheet ?? 0
  const [offer, sheet] = [sheets[at], file.sheets[at]]
  if (!offer || !sheet) throw new Error('no sheet')
  const settings: Settings = {
    ...{ sheet: at, headRow: offer.head.row, headRows: offer.head.rows, fields: offer.fields },
    ...{ includeHidden: false, asOf: offer.asOf ?? '2026-11-21', year: offer.year ?? 2026 },
    ...{ severalLeads: 'ask', defaultLead: null, allowAgain: false, names: [], states: [], target: null },
    ...more,
  }
  const checked = checkSheet(sheet, settings, {
    ...{ agencies, groups: [], today: '2026-11-21', tracked: [], existing: [] },
    ...context,
  })
  const rows = checked.rows.map((row) => ({ ...row, leads: row.bearers.map((id) => nameOf.get(id)) }))
  return {
    file,
    offer,
    settings,
    ...checked,
    rows,
    kinds: checked.faulty.map(({ faults }) => faults.map(({ kind }) => kind)),
  }
}

const book = (
  rows: CellValue[][],
  merges: MergeRange[] = [],
  more: { cells?: Map<string, Partial<Cell>>; rowDefs?: Map<number, { hidden?: boolean }> } = {},
) => writeXlsx({ sheets: [{ name: 'Theo dõi', rows, merges, ...more } as never] })

const HEAD = ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn', 'Tình trạng']
const down = (column: number, from: number, to: number): MergeRange => ({
  startRow: from,
  endRow: to,
  startCol: column,
  endCol: column,
})

test('a merged duty counts for every row of its merge; rows that hold nothing of their own do not', async () => {
  const { rows, summary } = await check(
    await book(
      [
        HEAD,
        [1, 'Rà soát thủ tục', 'Sở Tài chính', '30/6/2026', 'Đã hoàn thành'],
        [null, null, 'Sở Nội vụ', '30/6/2026', 'Đang thực hiện'],
        [2, 'Việc cao hai hàng', 'Sở Nội vụ', '30/6/2026', 'Chưa thực hiện'],
        [null, null, null, null, null],
        [3, 'Việc sau cùng', 'Sở Nội vụ', '30/6/2026', 'Chưa thực hiện'],
      ],
      [down(0, 1, 2), down(1, 1, 2), ...[0, 1, 2, 3, 4].map((column) => down(column, 3, 4))],
    ),
  )
  expect(
    rows.map(({ number, duty, leads, state, mergedFrom }) => [number, duty, leads, state, mergedFrom]),
  ).toEqual([
    ['1', 'Rà soát thủ tục', ['Sở Tài chính'], 'done', 2],
    ['1', 'Rà soát thủ tục', ['Sở Nội vụ'], 'active', 2],
    ['2', 'Việc cao hai hàng', ['Sở Nội vụ'], 'pending', 4],
    ['3', 'Việc sau cùng', ['Sở Nội vụ'], 'pending', 6],
  ])
  expect(summary).toMatchObject({ rows: 4, skipped: { continued: 1 } })
})

test('crosses under headings that are states', async () => {
  const { offer, rows, kinds } = await check(
    await book(
      [
        ['TT', 'Nội dung', 'Đơn vị thực hiện', 'Hạn', 'Tiến độ', null, null, null],
        [null, null, null, null, 'Hoàn thành', 'Đang thực hiện', 'Chưa thực hiện', 'Quá hạn'],
        [1, 'Việc một', 'Sở Nội vụ', '30/6/2026', 'x', null, null, null],
        [2, 'Việc hai', 'Sở Nội vụ', '30/6/2026', null, 'X', null, 'x'],
        [3, 'Việc ba', 'Sở Nội vụ', '30/6/2026', 'x', null, null, '✓'],
        [4, 'Việc bốn', 'Sở Nội vụ', '30/6/2026', null, null, 'x', null],
        [5, 'Việc năm', 'Sở Nội vụ', '30/6/2026', 'x', null, 'x', null],
      ],
      [
        { startRow: 0, endRow: 0, startCol: 4, endCol: 7 },
        ...[0, 1, 2, 3].map((column) => down(column, 0, 1)),
      ],
    ),
  )
  expect(offer.fields.slice(4)).toEqual(['tick-done', 'tick-active', 'tick-pending', 'tick-overdue'])
  expect(rows.map(({ state }) => state)).toEqual(['done', 'overdue', 'done-late', 'pending'])
  expect(kinds).toEqual([['twoStates']])
})

test('rows under the name of their agency, a group of agencies, several leads as asked for', async () => {
  const bytes = await book([
    HEAD,
    ['I', 'SỞ TÀI CHÍNH'],
    [1, 'Việc của sở', null, '30/6/2026', null],
    ['II', 'Việc chung'],
    [2, 'Việc của các xã', 'UBND các xã, phường', '30/6/2026', null],
    [3, 'Việc của hai sở', 'Sở Nội vụ\nSở Công Thương', '30/6/2026', null],
    [4, 'Việc có người giúp', '- Chủ trì: Sở Nội vụ\n- Phối hợp: Sở Tài chính', '30/6/2026', null],
  ])
  const asked = await check(bytes)
  expect(asked.rows.map(({ leads, outcome }) => [outcome, leads])).toEqual([
    ['assign', ['Sở Tài chính']],
    ['each', ['UBND xã Suối Mơ', 'UBND xã Đồi Chè']],
    ['assign', ['Sở Nội vụ']],
  ])
  expect(asked.kinds).toEqual([['severalLeads']])
  expect(asked.rows.at(-1)?.coordinators.map((id) => nameOf.get(id))).toEqual(['Sở Tài chính'])
  const first = await check(bytes, { severalLeads: 'first' })
  expect(first.rows.find(({ number }) => number === '3')).toMatchObject({
    leads: ['Sở Nội vụ'],
    coordinatingPrinted: ['Sở Công Thương'],
  })
  const each = await check(bytes, { severalLeads: 'each' })
  expect(each.rows.find(({ number }) => number === '3')).toMatchObject({ outcome: 'each' })
})

test('hidden rows and sheets are told and left out until they are asked for', async () => {
  const rows = [
    HEAD,
    [1, 'Việc hiện', 'Sở Nội vụ', '30/6/2026', null],
    [2, 'Việc ẩn', 'Sở Nội vụ', '30/6/2026', null],
  ]
  const bytes = await book(rows, [], { rowDefs: new Map([[2, { hidden: true }]]) })
  const shown = await check(bytes)
  expect(shown.offer).toMatchObject({ hiddenRows: 1 })
  expect(shown.summary).toMatchObject({ rows: 1, skipped: { hidden: 1 } })
  expect((await check(bytes, { includeHidden: true })).summary.rows).toBe(2)
  const two = await writeXlsx({
    sheets: [
      { name: 'Cũ', rows, hidden: true },
      { name: 'Mới', rows },
    ],
  })
  const { sheets } = await carryOut<'offer'>(await readTracker(two), { is: 'offer' })
  expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
    ['Cũ', true],
    ['Mới', false],
  ])
})

test('formulas give their saved value; one without is explained', async () => {
  const cells = new Map<string, Partial<Cell>>([
    ['1,3', { value: null, formula: 'DATE(2026,6,30)', formulaResult: 46_203 }],
    ['2,3', { value: null, formula: 'DATE(2026,6,30)' }],
    ['2,0', { value: null, formula: 'A2+1' }],
  ])
  const { rows, faulty } = await check(
    await book(
      [HEAD, [1, 'Việc một', 'Sở Nội vụ', null, null], [null, 'Việc hai', 'Sở Nội vụ', null, null]],
      [],
      { cells },
    ),
  )
  expect(rows).toMatchObject([{ duty: 'Việc một', dueOn: '2026-06-30' }])
  expect(faulty).toMatchObject([{ n: 3, faults: [{ kind: 'formula', column: 'D', about: ['unsaved'] }] }])
})

test('done without a day takes the due day, or the day of the figures; the office is told', async () => {
  const { rows, summary } = await check(
    await book([
      ['BẢNG THEO DÕI NĂM 2026 (tính đến ngày 15/10/2026)'],
      HEAD,
      [1, 'Việc xong đúng hạn', 'Sở Nội vụ', '30/6/2026', 'Đã hoàn thành'],
      [2, 'Việc xong sớm', 'Sở Nội vụ', '31/12/2026', 'Đã hoàn thành'],
      [3, 'Việc xong chậm', 'Sở Nội vụ', '30/6/2026', 'Hoàn thành chậm'],
      [4, 'Việc chưa tới hạn', 'Sở Nội vụ', '31/12/2026', 'Quá hạn'],
      [5, 'Việc theo chỉ đạo', 'Sở Nội vụ', 'như đã thống nhất', 'Đang thực hiện'],
    ]),
  )
  expect(rows.map(({ completedOn, dueOn }) => [completedOn, dueOn])).toEqual([
    ['2026-06-30', '2026-06-30'],
    ['2026-10-15', '2026-12-31'],
    ['2026-10-15', '2026-06-30'],
    [null, '2026-12-31'],
    [null, null],
  ])
  expect(Object.fromEntries(summary.remarks.map(({ remark, rows }) => [remark, rows]))).toEqual({
    dayTaken: 3,
    overdueNotYet: 1,
    dueUnread: 1,
  })
})

test('the same words in another plan are a fault, unless they are allowed', async () => {
  const existing: ExistingDuty[] = [
    {
      ...{ dutyKey: 'việc trùng', agencyId: agencies[1]?.id ?? '', planId: 'p', plan: '12/KH · Kế hoạch' },
      ...{ itemId: 'i', assignmentId: 'a', isUntouched: true },
    },
  ]
  const bytes = await book([
    HEAD,
    [1, 'Việc trùng', 'Sở Nội vụ', '30/6/2026', null],
    [2, 'Việc trùng', 'Sở Tài chính', '30/6/2026', null],
  ])
  const stopped = await check(bytes, {}, { existing })
  expect(stopped.faulty).toMatchObject([{ faults: [{ kind: 'twiceInSystem', about: ['12/KH · Kế hoạch'] }] }])
  expect((await check(bytes, { allowAgain: true }, { existing })).rows).toHaveLength(2)
})

const CSV =
  'STT;Nhiệm vụ;Cơ quan chủ trì;Thời hạn;Tình trạng\n1;"Rà soát; cập nhật danh mục";Sở Nội vụ;30/6/2026;Đã hoàn thành\n'
/** "Sở Nội vụ" as the bytes of Windows-1258 stand: letters of the vowel, then the tone. */
const to1258 = (text: string): Uint8Array => {
  const table = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++)
    table.set(new TextDecoder('windows-1258').decode(Uint8Array.of(byte)), byte)
  const bytes: number[] = []
  for (const letter of text.normalize('NFC')) {
    const whole = table.get(letter)
    const [base = '', ...tones] = [...letter.normalize('NFD')]
    const marks = tones.filter((tone) => !'\u0300\u0301\u0303\u0309\u0323'.includes(tone))
    const rest = tones.filter((tone) => '\u0300\u0301\u0303\u0309\u0323'.includes(tone))
    if (whole !== undefined) bytes.push(whole)
    else
      for (const one of [`${base}${marks.join('')}`.normalize('NFC'), ...rest])
        bytes.push(table.get(one) ?? 63)
  }
  return Uint8Array.from(bytes)
}

test.each<[string, Uint8Array, string[]]>([
  ['UTF-8', strToU8(CSV), []],
  ['UTF-8 with commas', strToU8(CSV.replaceAll(';', ',').replace('Rà soát,', 'Rà soát;')), []],
  ['Windows-1258', to1258(CSV), [words.document.converted('Windows-1258')]],
])('a .csv in %s', async (_, bytes, notices) => {
  const { file, rows } = await check(bytes)
  expect(file.notices).toEqual(notices)
  expect(rows).toMatchObject([
    { duty: 'Rà soát; cập nhật danh mục', leads: ['Sở Nội vụ'], state: 'done', dueOn: '2026-06-30' },
  ])
})

test.each<[string, string | null]>([
  ['TT', 'number'],
  ['Nội dung nhiệm vụ được giao', 'duty'],
  ['Nội dung chỉ đạo', 'duty'],
  ['Cơ quan, đơn vị chủ trì', 'lead'],
  ['Đơn vị', 'lead'],
  ['Đơn vị phối hợp', 'coordinating'],
  ['Thời hạn hoàn thành', 'due'],
  ['Hạn xử lý', 'due'],
  ['Tình trạng xử lý', 'state'],
  ['Tiến độ (%)', 'percent'],
  ['Tỷ lệ hoàn thành', 'percent'],
  ['Ngày hoàn thành thực tế', 'completedOn'],
  ['Kết quả thực hiện đến nay', 'result'],
  ['Khó khăn, vướng mắc', 'note'],
  ['Số, ký hiệu văn bản', 'documentNumber'],
  ['Văn bản giao > Ngày văn bản', 'documentDay'],
  ['Tình hình > Đã hoàn thành', 'tick-done'],
  ['Sản phẩm dự kiến', 'deliverable'],
  ['Lĩnh vực', 'section'],
  ['Người ký', null],
])('the heading "%s" is %s', (heading, field) => expect(fieldOfHeading(heading)).toBe(field))

// Files that must be refused, or must not take long.

test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
  ['an empty file', () => new Uint8Array(), 'tracker.empty'],
  ['a sheet without a word', () => book([[null]]), 'tracker.empty'],
  ['a program', () => Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'tracker.type'],
  ['a Word file', () => zipSync({ 'word/document.xml': strToU8('<w:document/>') }), 'tracker.type'],
  ['a web page', () => strToU8('<!doctype html><p>a, b; c</p>'), 'tracker.type'],
  ['half a zip', async () => (await book([HEAD])).subarray(0, 900), 'document.broken'],
  [
    'a password',
    async () =>
      writeXlsx({ sheets: [{ name: 'a', rows: [HEAD] }], encryption: { password: 'x', spinCount: 1000 } }),
    'tracker.encrypted',
  ],
  [
    'macros',
    async () => zipSync({ ...unzipSync(await book([HEAD])), 'xl/vbaProject.bin': strToU8('x') }),
    'tracker.macros',
  ],
  ['an old or binary workbook', () => zipSync({ 'xl/workbook.bin': strToU8('x') }), 'tracker.old-excel'],
  ['a secret', () => book([['TUYỆT MẬT'], HEAD, [1, 'Việc', 'Sở Nội vụ', null, null]]), 'document.secret'],
  [
    'a cell at the end of the world',
    () => book([HEAD], [], { cells: new Map([['400000,0', { value: 'x' }]]) }),
    'tracker.too-large',
  ],
  [
    'more rows than an office has',
    () => trackerFile(Array.from({ length: 25_001 }, (_, i) => goodRow(i))),
    'tracker.too-large',
  ],
])('%s is refused', { timeout: 60_000 }, async (_, made, code) => {
  await expect(readTracker(await made())).rejects.toMatchObject({ code })
})

test('two hundred thousand empty rows, with the form Excel leaves in them, do not count', {
  timeout: 60_000,
}, async () => {
  const plain = unzipSync(await trackerFile([goodRow(0), goodRow(10)]))
  const path = 'xl/worksheets/sheet1.xml'
  const xml = new TextDecoder().decode(plain[path])
  const empty = Array.from(
    { length: 200_000 },
    (_, i) => `<row r="${i + 100}"><c r="A${i + 100}" s="1"/><c r="L${i + 100}" s="1"/></row>`,
  )
  const bytes = zipSync({
    ...plain,
    [path]: strToU8(xml.replace('</sheetData>', `${empty.join('')}</sheetData>`)),
  })
  const began = performance.now()
  const { summary } = await check(bytes)
  expect(summary).toMatchObject({ rows: 2, fresh: 2 })
  expect(performance.now() - began).toBeLessThan(40_000)
  // The same with a word far below: the sum an office keeps at the end of its form.
  const far = xml.replace(
    '</sheetData>',
    `${empty.join('')}<row r="200100"><c r="B200100" t="inlineStr"><is><t>Tổng cộng</t></is></c></row></sheetData>`,
  )
  const second = await check(zipSync({ ...plain, [path]: strToU8(far) }))
  expect(second.summary).toMatchObject({ rows: 2, fresh: 2 })
})
