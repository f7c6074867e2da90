import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type FeedEntry, writeFeed } from './feed.ts'

const entry = (more: Partial<FeedEntry> = {}): FeedEntry => ({
  id: '11111111-1111-4111-8111-111111111111',
  version: 3,
  dueOn: '2026-12-31',
  status: 'active',
  percent: 40,
  quote:
    'Tuyên truyền, phổ biến; rà soát các chủ trương về kinh tế tập thể\n"đến" từng xã, phường \\ đặc khu',
  section: 'III.1',
  planNumber: '147/KH-UBND',
  planTitle: 'Kế hoạch phát triển kinh tế tập thể',
  agencyName: 'Sở Nội vụ',
  agencyKind: 'department',
  changedAt: new Date('2026-11-21T02:00:00Z'),
  ...more,
})
const write = (entries: FeedEntry[], name = 'Thời hạn của Sở Nội vụ') =>
  writeFeed({ name, entries, origin: 'https://chutri.example' })
const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return {
    calendar,
    events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)),
  }
}

test('an assignment is an all-day event that a real parser reads back, marks and line breaks and all', () => {
  const { calendar, events } = read(write([entry()]))
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Thời hạn của Sở Nội vụ')
  const [event] = events
  expect(event?.uid).toBe('11111111-1111-4111-8111-111111111111@chutri')
  expect(event?.sequence).toBe(3)
  expect(event?.startDate.isDate).toBe(true)
  expect(event?.startDate.toString()).toBe('2026-12-31')
  expect(event?.endDate.toString()).toBe('2027-01-01')
  expect(event?.summary).toBe(
    'Tuyên truyền, phổ biến; rà soát các chủ trương về kinh tế tập thể "đến" từng xã, phường \\ đặc khu',
  )
  expect(event?.description.split('\n')).toEqual([
    ...entry().quote.split('\n'),
    'Chủ trì: Sở Nội vụ',
    '147/KH-UBND, Mục III.1',
    'Tình trạng: Đang thực hiện, đạt 40%',
  ])
  const of = (name: string) => event?.component.getFirstPropertyValue(name)
  expect(of('status')).toBe('CONFIRMED')
  expect(of('categories')).toBe('147/KH-UBND')
  expect(of('url')).toBe('https://chutri.example/work/11111111-1111-4111-8111-111111111111')
  expect(String(of('dtstamp'))).toBe('2026-11-21T02:00:00Z')
})

test.each([
  ['done', 'CONFIRMED', '✓ '],
  ['closed', 'CANCELLED', ''],
  ['suspended', 'TENTATIVE', ''],
] as const)('%s is %s', (status, said, mark) => {
  const [event] = read(write([entry({ status, quote: 'Rà soát' })])).events
  expect(event?.component.getFirstPropertyValue('status')).toBe(said)
  expect(event?.summary).toBe(`${mark}Rà soát`)
})

test.each(['police', 'army'] as const)(
  'of the %s only the plan and its section leave the system',
  (agencyKind) => {
    const text = write([entry({ agencyKind, quote: 'Nội dung riêng', agencyName: 'Công an tỉnh' })])
    expect(text).not.toContain('riêng')
    expect(text).not.toContain('Công an')
    const [event] = read(text).events
    expect([event?.summary, event?.description]).toEqual(['147/KH-UBND, Mục III.1', '147/KH-UBND, Mục III.1'])
  },
)

test('no line is longer than 75 octets, every line ends, the same rows give the same text', () => {
  const entries = [entry({ quote: 'Đẩy mạnh ứng dụng '.repeat(60) }), entry({ id: '2', planNumber: null })]
  const text = write(entries)
  expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  expect(write(entries)).toBe(text)
  expect(read(text).events[0]?.summary.length).toBeLessThanOrEqual(120)
  expect(read(write([])).events).toEqual([])
})
