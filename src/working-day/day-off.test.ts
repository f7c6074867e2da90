import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as words from '../vocabulary/words.ts'
import { DayOffForm, offDays, readLines, yearsMissing } from './day-off.ts'

const { daysOff } = words
const days = (text: string) => readLines(text).days.map(({ day, kind, name }) => [day, kind, name])

test.each<[string, ReturnType<typeof days>]>([
  ['01/01/2027 Tết Dương lịch', [['2027-01-01', 'off', 'Tết Dương lịch']]],
  ['1.1.2027\tTết Dương lịch', [['2027-01-01', 'off', 'Tết Dương lịch']]],
  ['- 02/9/2027: Quốc khánh', [['2027-09-02', 'off', 'Quốc khánh']]],
  ['30/04/2027 - Ngày Giải phóng miền Nam', [['2027-04-30', 'off', 'Ngày Giải phóng miền Nam']]],
  ['09/01/2027; làm bù ngày 04/01', [['2027-01-09', 'working', 'làm bù ngày 04/01']]],
  [
    '05/02/2027 đến ngày 07/02/2027 Tết Nguyên đán',
    [
      ['2027-02-05', 'off', 'Tết Nguyên đán'],
      ['2027-02-06', 'off', 'Tết Nguyên đán'],
      ['2027-02-07', 'off', 'Tết Nguyên đán'],
    ],
  ],
  [
    '30/4/2027 – 1/5/2027, Nghỉ lễ',
    [
      ['2027-04-30', 'off', 'Nghỉ lễ'],
      ['2027-05-01', 'off', 'Nghỉ lễ'],
    ],
  ],
])('%s', (text, read) => {
  expect(readLines(text).faults).toEqual([])
  expect(days(text)).toEqual(read)
})

test('every line that cannot be read is named with its number, the others are read', () => {
  const text = [
    '01/01/2027 Tết Dương lịch',
    '',
    'Tết Nguyên đán từ 05/02/2027',
    '31/02/2027 Ngày không có',
    '02/9/2027',
    '01/01/2027 Ngày đầu năm',
    '10/02/2027 - 05/02/2027 Ngược',
    '01/03/2027 - 30/04/2027 Quá dài',
    '04/01/2027 làm bù',
    '01/01/1999 Trước thời của mình',
  ].join('\r\n')
  expect(readLines(text).faults).toEqual([
    { line: 3, message: daysOff.lineForm },
    { line: 4, message: daysOff.noSuchDay },
    { line: 5, message: daysOff.nameForm },
    { line: 6, message: daysOff.twice('01/01/2027', 1) },
    { line: 7, message: daysOff.spanForm(31) },
    { line: 8, message: daysOff.spanForm(31) },
    { line: 9, message: daysOff.workedAnyway },
    { line: 10, message: daysOff.noSuchDay },
  ])
  expect(days(text)).toEqual([['2027-01-01', 'off', 'Tết Dương lịch']])
})

test('lines made of our own words never throw, and what is read is a valid entry of one line', () => {
  const word = fc.constantFrom(
    '01/01/2027',
    '29/2/2027',
    '-',
    'đến',
    'làm bù',
    'Tết',
    ':',
    '\t',
    '\n',
    '99/99/9999',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (parts) => {
      const { days: read } = readLines(parts.join(' '))
      for (const { line: _, ...day } of read) expect(DayOffForm.safeParse(day).success).toBe(true)
      expect(new Set(read.map(({ day }) => day)).size).toBe(read.length)
    }),
  )
})

test('a day is off as entered, else on Saturdays and Sundays', () => {
  const isOff = offDays([
    { day: '2027-01-01', kind: 'off' },
    { day: '2027-01-09', kind: 'working' },
  ])
  expect(['2027-01-01', '2027-01-09', '2027-01-10', '2027-01-11'].map(isOff)).toEqual([
    true,
    false,
    true,
    false,
  ])
})

test('the years of a span for which nothing is entered, whichever way it runs', () => {
  expect(yearsMissing('2026-12-30', '2028-01-02', [2026])).toEqual([2027, 2028])
  expect(yearsMissing('2028-01-02', '2026-12-30', [2027])).toEqual([2026, 2028])
  expect(yearsMissing('2027-01-02', '2027-12-30', [2027])).toEqual([])
})

test.each([
  [{ day: '2027-01-04', kind: 'working', name: 'Làm bù' }, 'kind'],
  [{ day: '2027-02-31', kind: 'off', name: 'Không có' }, 'day'],
  [{ day: '1999-01-01', kind: 'off', name: 'Xưa' }, 'day'],
  [{ day: '2027-01-01', kind: 'off', name: ' ' }, 'name'],
])('%j is no entry', (form, at) => {
  expect(DayOffForm.safeParse(form).error?.issues[0]?.path).toEqual([at])
})
