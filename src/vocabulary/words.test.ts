// Both languages have every word; English is English but for the terms in brackets; nobody's choice means Vietnamese.
import { describe, expect, test } from 'vitest'
import * as en from './en/index.ts'
import { language, languageIn } from './language.ts'
import * as vi from './words.ts'
import * as words from './words.ts'

/** Arguments that a word may be asked with; what it does not take, it leaves. */
const STEPS = [
  ...[
    'receive',
    'assign',
    'report',
    'report-outside',
    'approve',
    'return',
    'confirm',
    'ask-extension',
    'extend',
  ],
  ...['refuse-extension', 'suspend', 'resume', 'close', 'reopen'],
]
const SAMPLES: Record<string, unknown[][]> = {
  number: [[1430]],
  day: [['2026-05-04']],
  moment: [['2026-05-04T17:05:00Z']],
  percent: [[0.455]],
  'task.notNow': STEPS.flatMap((step) => [
    [step, 'assigned'],
    [step, 'done'],
  ]),
  'task.sentence': [...STEPS, 'transfer', 'schedule'].flatMap((step) => [
    [step, { percent: 50 }],
    [step, { nothing: true, to: 'A', until: '2026-05-04', happenedOn: '2026-05-04' }],
  ]),
  'difficulty.notNow': Object.keys(vi.difficulty.steps).flatMap((step) =>
    ['raised', 'joined', 'sent', 'withdrawn'].map((status) => [step, status]),
  ),
  'signing.notNow': Object.keys(vi.signing.steps).flatMap((step) =>
    ['draft', 'opinions', 'submitted', 'issued', 'withdrawn'].map((state) => [step, state]),
  ),
  'signing.numberUsed': [
    [{ number: '05/BC-STC', year: 2026, title: 'A', signedOn: '2026-05-04', free: '06' }],
    [{ number: '05/BC-STC', year: 2026, title: 'A', signedOn: null, free: '06' }],
  ],
  'difficulty.joinTarget': [['joined'], ['closed']],
  'planPages.openWork': [[true], [false]],
  'planPages.settleNames': [
    [0, 0],
    [2, 0],
    [0, 2],
    [1, 2],
  ],
  'cli.counts': [
    [{ tasks: 1, indicators: 2, reporting: 0, references: 1, findings: 2, unread: 0, unsure: 1 }],
  ],
  'indicator.check.at': [
    [[], 'A'],
    [['A', 'B'], 'C'],
  ],
  'findings.dateOrder': [['1/KH', '2026-05-04', '2/KH', '2026-05-05']],
  'findings.twoDates': [['1/KH', '2026-05-04', '2026-05-05']],
  'findings.citesLater': [['1/KH', '2026-05-04', '2026-05-03']],
  'findings.dueBeforeIssue': [['30/4/2026', '2026-05-04']],
  'findings.dissolved': [['A', '2026-05-04', 'B']],
  'accounts.resetExplain': [['Lan']],
  'succession.decisionLine': [
    [
      {
        ...{ agency: { name: 'A' }, to: 'B', why: 'C', decidedBy: 'D', exceptions: 2 },
        decidedAt: '2026-05-04T05:00:00Z',
      },
    ],
  ],
  'succession.file.act': [[1, 'A', '2026-05-04', 'B', 'C', '1/QĐ']],
  'succession.passed': [
    [{ transferred: 1, closed: 1, given: 2, overseen: 1, coordinated: 2, seats: 1, accounts: 1, rows: 2 }],
    [{ transferred: 0, closed: 0, given: 0, overseen: 0, coordinated: 0, seats: 0, accounts: 0, rows: 0 }],
  ],
  'indicatorPage.ofYear': [[2026, '2026-05-04']],
  'indicatorPage.running': [[2026, '2026-05-04']],
  'mail.counts': [[{ people: 2, sentToday: 1, waiting: 0, failed: 1430 }]],
  'urging.letter.standing': [
    [{ agency: 'A', plan: null, today: '04/5/2026', whole: 3, done: 1, overdue: 2 }],
    [{ agency: 'A', plan: '1/KH', today: '04/5/2026', whole: 3, done: 1, overdue: 2 }],
  ],
  'urging.letter.subject': [[null], ['1/KH']],
  'report.proposedTitle': [['year']],
  'report.plan.frequency': [['year']],
  'report.notNow': Object.keys(vi.report.steps).flatMap((step) =>
    Object.keys(vi.report.states).map((state) => [step, state]),
  ),
  'report.notDraft': Object.keys(vi.report.states).map((state) => [state]),
  ...Object.fromEntries(
    ['items', 'assignments'].map((what) => [
      `report.resultOf.${what}`,
      [
        [
          {
            all: 3,
            done: 1,
            onTime: 1,
            late: 0,
            open: 2,
            overdue: 1,
            ofAssigned: '1/3',
            ofAnswerable: '1/2',
          },
        ],
      ],
    ]),
  ),
  'support.loanLine': [['A', 2, 1, '2026-05-04']],
  'support.dissolution.stage': [['A', '2026-05-04', 2]],
  'support.receivedLine': [['2026-05-04', 2, 'A', 'B']],
  'support.needLine': [['2026-05-04', 'A', 'B', 'C']],
  'report.plan.months': [[0], [1], [-2]],
  'standing.paper.ratios': [['A', '1/2', '1/3', 2]],
  'tracker.sheetLine': [
    ['Theo doi', 3, true],
    ['Theo doi', 3, false],
  ],
  'registerImport.sheetLine': [
    ['Theo doi', 3, true],
    ['Theo doi', 3, false],
  ],
  ...Object.fromEntries(
    ['missingDecision', 'notInFile', 'ignoredColumns', 'cli.columns', 'cli.unused'].map((word) => [
      `registerImport.${word}`,
      [[['A']], [['A', 'B']]],
    ]),
  ),
  'registerImport.cli.noRegister': [['X', ['a', 'b']]],
  ...Object.fromEntries(
    [
      ...Object.keys(vi.registerImport.faults).map((kind) => `faults.${kind}`),
      ...Object.keys(vi.registerImport.remarks).map((kind) => `remarks.${kind}`),
    ].map((word) => [
      `registerImport.${word}`,
      [
        ['X', ['2026', '3']],
        ['X', word === 'faults.formula' ? ['unsaved'] : ['1', '2']],
      ],
    ]),
  ),
  ...Object.fromEntries(
    Object.keys(vi.tracker.faults).map((kind) => [
      `tracker.faults.${kind}`,
      [
        ['X', ['2026', '3']],
        ['X', kind === 'formula' ? ['unsaved'] : []],
      ],
    ]),
  ),
}
/** Numbers and texts alike print: every other word takes one, two and many of either. */
const ANY = [
  [1, 1, 1, 1, 1, 1],
  [2, 2, 2, 2, 2, 2],
  [1430, 1430, 1430, 1430, 1430, 1430],
]
const DAYS = ['2026-05-04', '2026-05-05', '2026-05-06']

/** What a word says; one about days cannot be given figures. */
function say(value: (...given: unknown[]) => unknown, given: unknown[]): string {
  try {
    return String(value(...given))
  } catch {
    return String(value(...DAYS))
  }
}

type Leaf = [path: string, texts: string[]]
function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string') return [[path, [value]]]
  if (typeof value === 'function')
    return [[path, (SAMPLES[path] ?? ANY).map((given) => say(value as never, given))]]
  return Object.entries(value as object).flatMap(([key, inner]) =>
    leaves(inner, path ? `${path}.${key}` : key),
  )
}

const VIETNAMESE = leaves(vi)
const ENGLISH = leaves(en)

test('both languages have the same words', () => {
  expect(ENGLISH.map(([path]) => path).sort()).toEqual(VIETNAMESE.map(([path]) => path).sort())
})

describe.each([
  ['Vietnamese', VIETNAMESE],
  ['English', ENGLISH],
])('%s', (_, words) => {
  test('says something everywhere', () => {
    const empty = words.filter(([path, texts]) => !isExample(path) && texts.some((text) => !text.trim()))
    expect(empty.map(([path]) => path)).toEqual([])
  })

  test('leaves no hole in a sentence', () => {
    const broken = words.filter(([, texts]) =>
      texts.some((text) => /undefined|null|NaN|\[object/u.test(text)),
    )
    expect(broken).toEqual([])
  })

  test('tells the kinds and the roles apart', () => {
    const said = (under: string) =>
      words.filter(([path]) => path.startsWith(under)).map(([, texts]) => texts[0])
    for (const under of ['agency.kinds.', 'agency.columns.', 'identity.roles.'])
      expect(new Set(said(under)).size).toBe(said(under).length)
  })
})

/** Empty cells are part of the example; its names are official and stay Vietnamese. */
const isExample = (path: string) => path.startsWith('agency.example')
const NAMES = /Chủ Trì|Sông Mơ|Sở TC|QĐ-TTg/gu

test('English has Vietnamese only in brackets and in names', () => {
  const left = ENGLISH.filter(([path]) => !isExample(path)).filter(([, texts]) =>
    texts.some((text) => {
      const rest = text.replace(/\([^()]*\)/gu, '').replace(NAMES, '')
      return /\p{M}|đ/iu.test(rest.normalize('NFD'))
    }),
  )
  expect(left).toEqual([])
})

test('the example of the sheet keeps to its own lists', () => {
  for (const { agency, identity } of [vi, en])
    for (const row of agency.example) {
      expect(Object.values(agency.kinds)).toContain(row.kind)
      expect(Object.values(identity.roles)).toContain(row.role)
    }
})

test('dates and moments are printed alike in both', () => {
  for (const { day, moment } of [vi, en]) {
    expect(day('2026-05-04')).toBe('04/05/2026')
    expect(day('2026-05')).toBe('05/2026')
    expect(moment('2026-05-04T17:05:00Z')).toBe('05/05/2026 00:05')
    expect(moment('2026-12-31T05:00:59Z')).toBe('31/12/2026 12:00')
  }
})

test('figures are written as each language writes them', () => {
  expect([vi.number(1430), vi.percent(0.455)]).toEqual(['1.430', '45,5%'])
  expect([en.number(1430), en.percent(0.455)]).toEqual(['1,430', '45.5%'])
})

test('the button of the names begins with a capital, whatever it does', () => {
  for (const { planPages } of [vi, en])
    for (const counts of SAMPLES['planPages.settleNames'] ?? [])
      expect(planPages.settleNames(...(counts as [number, number]))).toMatch(/^\p{Lu}/u)
})

test('without a browser the words are Vietnamese', () => {
  expect(language).toBe('vi')
  expect(words).toBe(vi)
})

test('what was stored in the browser is taken only when it is a language of ours', () => {
  for (const stored of [null, '', 'fr', 'vi']) expect(languageIn(() => stored)).toBe('vi')
  expect(languageIn(() => 'en')).toBe('en')
})

test('a browser that refuses storage is spoken to in Vietnamese', () => {
  const refused = (): string => {
    throw new Error('SecurityError')
  }
  expect(languageIn(refused)).toBe('vi')
})
