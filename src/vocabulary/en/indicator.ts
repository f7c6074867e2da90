import type * as vi from '../words.ts'

export const indicator: typeof vi.indicator = {
  form: {
    long: 'This is too long. Please shorten it.',
    name: 'A name has 2 to 300 characters.',
    unit: 'Enter a unit, such as "cooperatives" or "%", up to 60 characters.',
    reason: 'Give a reason, at least 5 characters, so that others know why.',
    period: 'A period is a year (2026), a half (2026-H1), a quarter (2026-Q3) or a month (2026-11).',
    source: 'Name the source: a document, a report, minutes.',
    formulaMissing: 'An indicator computed from registers needs a formula; a typed or listed one has none.',
    years: 'The last year must not be before the first.',
    bounds: 'Enter what is to be reached; for a range both ends, the lower one not above the upper one.',
    days: 'The last day must not be before the first.',
  },
}
