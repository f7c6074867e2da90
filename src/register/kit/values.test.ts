// Values of columns: what may stand in them, check rules of codes, masks, derived columns.
import { describe, expect, test } from 'vitest'
import { cooperative } from '../cooperative.ts'
import { codeWarning } from './code.ts'
import type { Column, Register, Value } from './register.ts'
import { answerValues, checkValues, cleanValues, derive, formValues, mask, warningsOf } from './values.ts'

const label = { vi: 'Cột', en: 'Column' }
const unit = { vi: 'kg', en: 'kg' }
const options = [
  { value: 'old', label: { vi: 'Cũ', en: 'Old' }, to: '2024-06-30' },
  { value: 'new', label: { vi: 'Mới', en: 'New' }, from: '2024-07-01' },
]
const registerOf = (columns: Record<string, Column>): Register => ({
  ...{ name: 'thing', label, one: label, about: label, key: ['a'], title: 'a', columns },
  ...{ write: 'keeper', order: ['a', 'asc'], group: 'market' },
})

const COLUMNS: [name: string, column: Column, good: Value[], bad: Value[]][] = [
  ['text', { kind: 'text', label }, ['a', 'Đồi Chè', '1'], [1, true, ['a'], 'x'.repeat(501)]],
  ['long text', { kind: 'text', label, long: true }, ['a\nb', 'x'.repeat(10_000)], ['x'.repeat(10_001)]],
  ['texts', { kind: 'texts', label }, [['a', 'b']], ['a', [1] as unknown as Value, ['x'.repeat(501)]]],
  ['code', { kind: 'code', label }, ['0123', 'A-1'], ['x'.repeat(61), 12]],
  [
    'number',
    { kind: 'number', label, unit, min: 0, max: 10 },
    [0, 10],
    [-1, 11, 1.5, '3', Number.NaN, 2 ** 60],
  ],
  ['decimals', { kind: 'number', label, unit, decimals: 2 }, [1.25, -3.1, 1e6, 1.1], [1.005, 1e-7, 0.125]],
  ['money', { kind: 'money', label }, [1_500_000_000, -5], [0.5, 1e16]],
  ['year', { kind: 'year', label }, [1990, 2026], [1800, 2300, 2026.5, '2026']],
  ['date', { kind: 'date', label }, ['2024-02-29'], ['2023-02-29', '29/02/2024', '0001-01-01', 20240229]],
  ['flag', { kind: 'flag', label }, [true, false], ['có', 1, 0]],
  ['choice', { kind: 'choice', label, options }, ['new'], ['old', 'other', ['new']]],
  ['choices', { kind: 'choices', label, options }, [['new']], [['new', 'old'], 'new']],
  ['ref', { kind: 'ref', label, of: 'thing' }, ['8b2f0b86-0000-4000-8000-000000000000'], ['x', '']],
  ['file', { kind: 'file', label }, ['a'.repeat(64)], ['a'.repeat(63), 'Tệp.pdf']],
]

describe.each(COLUMNS)('%s', (_, column, good, bad) => {
  const register = registerOf({ a: column })
  const faults = (a: Value, held?: Value) =>
    checkValues(register, { a }, { day: '2026-11-21', ...(held === undefined ? {} : { held: { a: held } }) })

  test.each(good.map((value) => [value]))('%j may stand', (value) => {
    expect(faults(value)).toEqual([])
    expect(formValues(register).safeParse(fileToo(column, value)).success).toBe(true)
    expect(answerValues(register).safeParse({ a: value }).success).toBe(true)
  })

  test.each(bad.map((value) => [value]))('%j may not', (value) => {
    const found = faults(value)
    expect(found.map(({ at }) => at)).toEqual(['a'])
    expect(found[0]?.message).toMatch(/\p{L}/u)
  })

  test('left empty it is missing, unless it may be', () => {
    expect(faults(null)).toEqual([{ at: 'a', message: 'Chưa có "Cột".' }])
    const optional = registerOf({ a: { ...column, optional: true } as Column })
    expect(checkValues(optional, { a: null }, { day: '2026-11-21' })).toEqual([])
    expect(formValues(optional).safeParse({}).success).toBe(true)
    expect(formValues(register).safeParse({}).success).toBe(false)
    expect(formValues(register, true).safeParse({ a: null }).success).toBe(true)
  })
})

const fileToo = ({ kind }: Column, value: Value) =>
  kind === 'file' ? { a: value, aName: 'Tệp.pdf' } : { a: value }

test('an option no longer offered stays where it stands', () => {
  const register = registerOf({ a: { kind: 'choice', label, options } })
  expect(checkValues(register, { a: 'old' }, { day: '2026-01-01', held: { a: 'old' } })).toEqual([])
  expect(checkValues(register, { a: 'old' }, { day: '2024-06-30' })).toEqual([])
})

test('the state is not entered by hand, nor what is no column', () => {
  const form = formValues(cooperative, true)
  expect(form.safeParse({ status: 'ended' }).success).toBe(false)
  expect(form.safeParse({ colour: 'red' }).success).toBe(false)
  expect(form.safeParse({ name: 'HTX' }).success).toBe(true)
})

test('texts are stored in one form', () => {
  const register = registerOf({
    a: { kind: 'text', label },
    b: { kind: 'text', label, long: true },
    c: { kind: 'texts', label },
  })
  expect(
    cleanValues(register, { a: '  Ke\u0302\u0301  hoạch ', b: ' một\n\n hai ', c: [' a', 'a', ' '] }),
  ).toEqual({ a: 'Kế hoạch', b: 'một\n\n hai', c: ['a'] })
  expect(cleanValues(register, { a: ' ', b: '', c: [] })).toEqual({ a: null, b: null, c: null })
})

// Made by the rule, with a beginning that no tax office gives out.
test.each([
  ['9900000009', null],
  ['9900000009-001', null],
  ['9900000009001', null],
  ['9900000008', /thứ mười/],
  ['9900000008-001', /thứ mười/],
  ['990000000', /10 chữ số/],
  ['99000000O9', /10 chữ số/],
])('tax code %s', (code, expected) => {
  const warning = codeWarning('tax-code', code)
  if (expected) expect(warning).toMatch(expected)
  else expect(warning).toBeNull()
})

test.each([
  ['00001', null],
  ['99999', null],
  ['00000', /00001/],
  ['123', /00001/],
])('business place %s', (code, expected) => {
  const warning = codeWarning('business-place', code)
  if (expected) expect(warning).toMatch(expected)
  else expect(warning).toBeNull()
})

test('warnings name their column and refuse nothing', () => {
  expect(warningsOf(cooperative, { code: '9900000009' })).toEqual([])
  expect(warningsOf(cooperative, { code: '1' }).map(({ at }) => at)).toEqual(['code'])
  expect(warningsOf(cooperative, { code: null })).toEqual([])
})

test.each([
  ['0912345678', '•••678'],
  ['001099012345', '•••345'],
  ['12345', '•••••'],
  ['Nguyễn Văn Mẫu', '•••••'],
  [1990, '•••••'],
  [null, null],
])('%s is masked as %s', (value, expected) => {
  expect(mask(value)).toBe(expected)
})

test('derived columns; null where a part is missing', () => {
  const register: Register = {
    ...registerOf({}),
    derived: {
      share: { label, share: ['part', 'whole'] },
      sum: { label, unit, sum: ['part', 'whole', 'more'] },
      left: { label, unit, difference: ['whole', 'part'] },
    },
  }
  expect(derive(register, { part: 1, whole: 3, more: 2 })).toEqual({ share: 33.33, sum: 6, left: 2 })
  expect(derive(register, { part: 1, whole: 0, more: null })).toEqual({ share: null, sum: null, left: -1 })
  expect(derive(register, {})).toEqual({ share: null, sum: null, left: null })
})
