// Cells of a sheet by the kind of their column; names of communes; what goes out comes in again.

import fc from 'fast-check'
import { type CellValue, readXlsx, writeXlsx } from 'hucre'
import { writeCsv } from 'hucre/csv'
import { expect, test } from 'vitest'
import { type Agency, NEW_AGENCY } from '../../agency/agency.ts'
import type { SheetCell } from '../../document/sheet.ts'
import { cooperative } from '../cooperative.ts'
import { yearlyUpdate } from '../yearly-update.ts'
import { sheetColumns } from './import.ts'
import { carryOut, readRegisterFile } from './import-desk.ts'
import type { Column, Register, Value, Values } from './register.ts'
import { namesOf } from './sheet-names.ts'
import { cellOf, formatOf, headOf, textOf } from './sheet-out.ts'
import { readCell, readNumber, scaleOf } from './sheet-values.ts'
import { cleanValues } from './values.ts'

let ids = 0
const agency = (name: string, more: Partial<Agency> = {}): Agency => ({
  ...NEW_AGENCY,
  ...{ id: `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`, code: null, name, kind: 'commune' },
  ...{ parentId: null, aliases: [], version: 1 },
  ...more,
})
const muong = agency('UBND xã Mường Mơ', { aliases: ['Mường Mơ Thượng'] })
const cau = agency('UBND phường Cầu Mây', {
  formerNames: [{ name: 'UBND thị trấn Cầu Gỗ', until: '2025-07-01' }],
})
const twoA = agency('UBND xã Tân Lập', { code: 'H99.1' })
const twoB = agency('UBND phường Tân Lập')
const gone = agency('UBND xã Đồi Cũ', { endedOn: '2025-07-01', successor: { agency: muong.id } })
const split = agency('UBND xã Chia Đôi', { endedOn: '2025-07-01', successor: { group: 'communes' } })
const finance = agency('Sở Tài chính', { kind: 'department' })
const names = namesOf([muong, cau, twoA, twoB, gone, split, finance], '2026-11-21')
const label = { vi: 'Cột', en: 'Column' }
const text = (written: string): SheetCell => ({ text: written })
const read = (column: Column, cell: SheetCell, scale = 1) => readCell(cell, column, scale, names)
const number: Column = { kind: 'number', unit: { vi: 'người', en: 'people' }, decimals: 3, label }

test.each<[string, ReturnType<typeof readNumber>]>([
  ['1430', 1430],
  ['1.430', 1430],
  ['1.430.200', 1_430_200],
  ['1.430,5', 1430.5],
  ['2,5', 2.5],
  ['0,430', 0.43],
  ['1.5', 1.5],
  ['1 430', 1430],
  ['-12', -12],
  ['(12)', -12],
  ['1,430,200', 1_430_200],
  ['1,430.5', 1430.5],
  ['1,430', { either: ['1.430', '1,430'] }],
  ['12,430', { either: ['12.430', '12,430'] }],
  ['12,4300', 12.43],
  ['nhiều', null],
  ['1.43.0', null],
  ['', null],
])('the number %j', (written, value) => expect(readNumber(written)).toEqual(value))

const MONEY: Column = { kind: 'money', label }
const FLAG: Column = { kind: 'flag', label }
const DATE: Column = { kind: 'date', label }
const CHOICE: Column = {
  kind: 'choice',
  options: [
    { value: 'cooperative', label: { vi: 'Hợp tác xã', en: 'Cooperative' } },
    { value: 'group', label: { vi: 'Tổ hợp tác', en: 'Cooperative group' } },
  ],
  label,
}

test.each<[string, Column, SheetCell, unknown]>([
  ['people with their unit', number, text('1.200 người'), 1200],
  ['a number cell', number, { text: '2,5', number: 2.5 }, 2.5],
  ['billions in words', MONEY, text('2,5 tỷ đồng'), 2_500_000_000],
  ['millions in words', MONEY, text('300 triệu'), 300_000_000],
  ['money with its sign', MONEY, text('1.000.000 đ'), 1_000_000],
  ['a day', DATE, text('5/11/2026'), '2026-11-05'],
  ['a day in words', DATE, text('ngày 5 tháng 11 năm 2026'), '2026-11-05'],
  ['a day of another system', DATE, text('2026-11-05'), '2026-11-05'],
  ['a day that lost its form', DATE, { text: '44259', number: 44_259 }, '2021-03-04'],
  ['a cross', FLAG, text('X'), true],
  ['no', FLAG, text('Không'), false],
  ['yes without diacritics', FLAG, text('co'), true],
  ['nought', FLAG, { text: '0', number: 0 }, false],
  ['a label without diacritics', CHOICE, text('to hop tac'), 'group'],
  ['a label in short', CHOICE, text('HTX'), 'cooperative'],
  ['a value', CHOICE, text('group'), 'group'],
  ['a year', { kind: 'year', label }, text('năm 2026'), 2026],
  ['texts', { kind: 'texts', label }, text('chè; cà phê;chè'), ['chè', 'cà phê']],
  [
    'a code typed as a number',
    { kind: 'code', label },
    { text: '6100000001', number: 6_100_000_001 },
    '6100000001',
  ],
  ['a code whose form shows zeros', { kind: 'code', label }, { text: '00042', number: 42 }, '00042'],
  [
    'the zero of a tax code',
    { kind: 'code', rule: 'tax-code', label },
    { text: '100000001', number: 100_000_001 },
    '0100000001',
  ],
  ['a commune', { kind: 'place', label }, text('UBND xã Mường Mơ'), muong.id],
  ['a commune without UBND', { kind: 'place', label }, text('xã Mường Mơ'), muong.id],
  ['its bare name', { kind: 'place', label }, text('MƯỜNG MƠ'), muong.id],
  ['without diacritics', { kind: 'place', label }, text('muong mo'), muong.id],
  ['an alias', { kind: 'place', label }, text('Mường Mơ Thượng'), muong.id],
  ['a former name', { kind: 'place', label }, text('thị trấn Cầu Gỗ'), cau.id],
  ['a short ward', { kind: 'place', label }, text('P. Cầu Mây'), cau.id],
  ['a commune that passed on', { kind: 'place', label }, text('xã Đồi Cũ'), muong.id],
  ['one of two by its kind', { kind: 'place', label }, text('phường Tân Lập'), twoB.id],
  ['one of two by its code', { kind: 'place', label }, text('H99.1'), twoA.id],
  ['an agency', { kind: 'agency', label }, text('Sở tài chính tỉnh'), finance.id],
])('%s', (_, column, cell, value) => expect(read(column, cell)).toMatchObject({ value }))

test.each<[string, Column, SheetCell, string]>([
  ['31 February', DATE, text('31/02/2026'), 'impossibleDate'],
  ['the order of another country', DATE, text('12/31/2025'), 'impossibleDate'],
  ['two figures of a year', DATE, text('1/5/98'), 'unreadDate'],
  ['a year for a day', DATE, { text: '2015', number: 2015 }, 'unreadDate'],
  ['a thousand or one', number, text('1,430'), 'ambiguousNumber'],
  ['a day for a number', number, { text: '01/05/2026', day: '2026-05-01' }, 'notNumber'],
  ['half a đồng', MONEY, text('0,5'), 'decimals'],
  ['neither yes nor no', FLAG, text('có lẽ'), 'notFlag'],
  ['not in the list', CHOICE, text('Công ty'), 'unknownChoice'],
  ['a wrong formula', number, { text: '#REF!', wrong: 'error' }, 'formula'],
  ['two communes of a name', { kind: 'place', label }, text('Tân Lập'), 'ambiguousPlace'],
  ['a commune that was split', { kind: 'place', label }, text('xã Chia Đôi'), 'endedPlace'],
  ['no commune', { kind: 'place', label }, text('xã Không Có'), 'unknownPlace'],
  ['a department for a commune', { kind: 'place', label }, text('Sở Tài chính'), 'unknownPlace'],
  ['no agency', { kind: 'agency', label }, text('Sở Không Có'), 'unknownAgency'],
])('%s is a fault', (_, column, cell, fault) => expect(read(column, cell)).toMatchObject({ fault }))

test('the unit in a heading multiplies figures of money and nothing else', () => {
  expect(scaleOf('Vốn điều lệ (triệu đồng)', MONEY)).toBe(1_000_000)
  expect(scaleOf('Vốn (tỷ đồng)', MONEY)).toBe(1_000_000_000)
  expect(scaleOf('Vốn (nghìn đồng)', MONEY)).toBe(1000)
  expect(scaleOf('Vốn điều lệ', MONEY)).toBe(1)
  expect(scaleOf('Triệu người', number)).toBe(1)
  expect(read(MONEY, text('1,5'), 1_000_000)).toEqual({ value: 1_500_000 })
})

// What goes out comes in again ----------------------------------------------------------------------------------------

/** Blanks beside each other become one, as everywhere. */
const word = fc
  .stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} ,."'()=+@-]{0,40}$/u)
  .map((text) => text.replace(/ +/gu, ' ').trim())
const dayOf = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const places = [muong.id, cau.id, twoA.id]
const called = new Map([
  [muong.id, muong.name],
  [cau.id, cau.name],
  [twoA.id, 'H99.1'],
  [finance.id, finance.name],
])

function arbitraryOf(column: Column): fc.Arbitrary<Value> {
  const arbitrary = (): fc.Arbitrary<Value> => {
    switch (column.kind) {
      case 'number':
        return fc
          .integer({ min: -1e9, max: 1e9 })
          .map((n) => Number((n / 10 ** (column.decimals ?? 0)).toFixed(column.decimals ?? 0)))
      case 'money':
        return fc.integer({ min: -1e13, max: 1e13 })
      case 'date':
        return dayOf
      case 'year':
        return fc.integer({ min: 1900, max: 2200 })
      case 'flag':
        return fc.boolean()
      case 'choice':
        return fc.constantFrom(...column.options.map(({ value }) => value))
      case 'choices':
        return fc.uniqueArray(fc.constantFrom(...column.options.map(({ value }) => value)), { minLength: 1 })
      case 'texts':
        return fc.uniqueArray(word, { minLength: 1, maxLength: 4 })
      case 'place':
        return fc.constantFrom(...places)
      case 'agency':
        return fc.constant(finance.id)
      case 'code':
        return fc.stringMatching(/^0[0-9]{9}$/)
      default:
        return word
    }
  }
  return column.optional ? fc.option(arbitrary(), { nil: null }) : arbitrary()
}

/** A reference is a word here: what it points to is looked up by the caller. */
const rowsOf = (register: Register) =>
  fc.array(
    fc.record(
      Object.fromEntries(
        sheetColumns(register).map(([name, column]) => [
          name,
          column.kind === 'ref' ? word : arbitraryOf(column),
        ]),
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )

async function backFrom(bytes: Uint8Array, register: Register): Promise<Values[]> {
  const file = await readRegisterFile(bytes)
  const settings = {
    ...{ sheet: 0, headRow: 1, headRows: 1, includeHidden: true, since: '2026-11-21' },
    ...{ source: 'template' as const, blanks: 'clear' as const },
    columns: sheetColumns(register).map(([name]) => name),
  }
  const order = { register: register.name, settings, today: '2026-11-21', from: 0, count: 100 }
  const agencies = [muong, cau, twoA, twoB, gone, split, finance]
  const { rows } = await carryOut<'piece'>(file, { is: 'piece', agencies, ...order })
  return rows.map(({ values, refs, faults }) => {
    expect(faults).toEqual([])
    return cleanValues(register, { ...values, ...refs })
  })
}

const filled = (rows: readonly Values[], register: Register) =>
  rows.map((row) => {
    const kept = Object.entries(cleanValues(register, row)).filter(([, value]) => value !== null)
    return Object.fromEntries(kept)
  })

test.each([cooperative as Register, yearlyUpdate as Register])(
  'rows written as a sheet are read with the same values and types: $name',
  { timeout: 60_000 },
  async (register) => {
    await fc.assert(
      fc.asyncProperty(rowsOf(register), async (rows) => {
        const columns = sheetColumns(register)
        const cells = rows.map((row) =>
          columns.map(([name, column]) => cellOf(column, (row as Values)[name] ?? null, called)),
        )
        const styles = columns.map(([, column]) => {
          const numFmt = formatOf(column)
          return numFmt ? { numFmt } : {}
        })
        const head: CellValue[] = headOf(register)
        const xlsx = await writeXlsx({ sheets: [{ name: 'A', rows: [head, ...cells], columns: styles }] })
        const wanted = filled(rows as Values[], register)
        expect(await backFrom(xlsx, register)).toEqual(wanted)
        const csv = writeCsv(
          [head, ...cells].map((row) => row.map(textOf)),
          { delimiter: ';' },
        )
        expect(await backFrom(Buffer.from(`\ufeff${csv}`), register)).toEqual(wanted)
      }),
      { numRuns: 25 },
    )
  },
)

test('the template has choice lists, a sheet of instructions, and is read as a template without rows', async () => {
  const { writeTemplate } = await import('./sheet-out.ts')
  const bytes = await writeTemplate(
    cooperative,
    { places: [muong.name], agencies: [finance.name] },
    '2026-11-21',
  )
  const { sheets } = await readXlsx(bytes)
  expect(sheets.map(({ name, hidden }) => [name, !!hidden])).toEqual([
    ['Hợp tác xã', false],
    ['Hướng dẫn', false],
    ['Danh mục', true],
  ])
  const lists = sheets[0]?.dataValidations?.filter(({ type }) => type === 'list') ?? []
  expect(lists.length).toBeGreaterThanOrEqual(5)
  expect(lists[0]?.formula1).toMatch(/^'?Danh mục'?!\$A\$2:\$A\$/)
})

// Encodings of old files -----------------------------------------------------------------------------------------------

const LINES = [
  'Mã số;Tên;Loại hình;Xã, phường;Lĩnh vực',
  '0100000001;Hợp tác xã chè Mường Mơ;Hợp tác xã;xã Mường Mơ;Thương mại, dịch vụ',
  '0100000002;Hợp tác xã nông nghiệp Đồi Cũ;Hợp tác xã;phường Cầu Mây;Nông, lâm, ngư nghiệp',
]

/** Bytes of Windows-1258: tones stand behind their letter. */
function windows1258(written: string): Uint8Array {
  const decoder = new TextDecoder('windows-1258')
  const table = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++) table.set(decoder.decode(new Uint8Array([byte])), byte)
  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/u
  const bytes: number[] = []
  for (const letter of written.normalize('NFC')) {
    const own = table.get(letter)
    if (own !== undefined) {
      bytes.push(own)
      continue
    }
    const parts = [...letter.normalize('NFD')]
    const tone = parts.find((part) => TONES.test(part)) ?? ''
    const base = parts
      .filter((part) => part !== tone)
      .join('')
      .normalize('NFC')
    for (const part of [base, tone]) if (part) bytes.push(table.get(part) ?? 63)
  }
  return new Uint8Array(bytes)
}

/** Bytes of TCVN3 (ABC). */
async function tcvn3(written: string): Promise<Uint8Array> {
  const { LEGACY_LETTERS } = await import('../../vocabulary/legacy-encoding.ts')
  const table = new Map([...LEGACY_LETTERS.TCVN3].map(([byte, letter]) => [letter, byte]))
  return new Uint8Array(
    [...written.normalize('NFC')].map(
      (letter) => (table.get(letter) ?? table.get(letter.toLowerCase()) ?? letter).charCodeAt(0) & 0xff,
    ),
  )
}

test.each([
  ['UTF-8', async () => Buffer.from(LINES.join('\r\n'))],
  ['UTF-8 with a mark', async () => Buffer.from(`\ufeff${LINES.join('\r\n')}`)],
  ['Windows-1258', async () => windows1258(LINES.join('\r\n'))],
  ['TCVN3', async () => tcvn3(LINES.join('\r\n'))],
])('a .csv in %s is read', async (_, make) => {
  const file = await readRegisterFile(await make())
  const { sheets } = await carryOut<'offer'>(file, { is: 'offer', register: 'cooperative' })
  expect(sheets[0]).toMatchObject({ isHeadFound: true, known: 5 })
  const columns = ['code', 'name', 'kind', 'place', 'sector']
  const settings = {
    sheet: 0,
    headRow: 1,
    headRows: 1,
    columns,
    includeHidden: false,
    source: 'other' as const,
    since: '2026-11-21',
    blanks: 'keep' as const,
  }
  const order = {
    register: 'cooperative',
    settings,
    agencies: [muong, cau],
    today: '2026-11-21',
    from: 0,
    count: 9,
  }
  const { rows } = await carryOut<'piece'>(file, { is: 'piece', ...order })
  expect(rows.map(({ values, faults }) => ({ ...values, faults }))).toEqual([
    {
      code: '0100000001',
      name: 'Hợp tác xã chè Mường Mơ',
      kind: 'cooperative',
      place: muong.id,
      sector: 'services',
      faults: [],
    },
    {
      code: '0100000002',
      name: 'Hợp tác xã nông nghiệp Đồi Cũ',
      kind: 'cooperative',
      place: cau.id,
      sector: 'agriculture',
      faults: [],
    },
  ])
})
