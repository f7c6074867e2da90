// Dates as Vietnamese offices print them, in every language: 04/05/2026, 04/05/2026 14:05.

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Ho_Chi_Minh',
})

/** "2026-05-04" -> "04/05/2026"; what has no day or no year is printed without: "2026-05" -> "05/2026". */
export const printDay = (day: string): string => day.split('-').reverse().join('/')

/** "2026-05-04T07:05:00Z" -> "04/05/2026 14:05", the time of Hanoi. */
export const printMoment = (iso: string): string => MOMENT.format(new Date(iso)).replace(', ', ' ')
