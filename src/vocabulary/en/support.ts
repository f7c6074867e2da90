import { printDay } from '../date.ts'
import type * as vi from '../words.ts'
import { number } from './format.ts'

const money = (n: number) => `${number.format(n)} đồng`
const many = (n: number, one: string, more: string) => `${number.format(n)} ${n === 1 ? one : more}`
const days = (n: number) => many(n, 'day', 'days')

export const support: typeof vi.support = {
  missing: 'This cooperative is not in the register. The row may have been voided.',

  dissolution: {
    title: 'Dissolutions of cooperatives',
    part: 'Dissolution, debts and assets',
    none: 'No dissolution, no debts and no assets to hand over are on record.',
    empty:
      'Nothing here. A file is opened in the register of dissolutions once a cooperative is to be dissolved.',
    assessmentOf: (year) => `Assessment of ${year}`,
    openFile: 'Open the file',
    openRegister: 'Open the register of dissolutions',
    decided: (day) => `Decided on ${printDay(day)}`,
    deadline: (day) => `To be done by ${printDay(day)}`,
    stage: (state, since, n) => `${state}: since ${printDay(since)}, ${days(n)}`,
    way: 'Steps so far',
    blocks: {
      council: () => 'The day of the council is not entered',
      decision: () => 'The number of the decision is not entered',
      deadline: () => 'The day by which it is to be done is not entered',
      late: (n) => `${days(n)} late`,
      status: () => 'The register of cooperatives does not yet say that it is being dissolved',
      debts: (n, amount) => `${many(n, 'debt', 'debts')} left, ${money(amount)}`,
      loans: (n, amount) => `${many(n, 'loan', 'loans')} of the development fund left, ${money(amount)}`,
      works: (n) => `${many(n, 'work', 'works')} of the State not handed back`,
      'state-assets': (n) => `${many(n, 'asset', 'assets')} of the State or in common not settled`,
    },
    blocksTitle: 'What stands in the way',
    noBlocks: 'Nothing on record stands in the way.',
    debts: 'Debts by creditor',
    noDebts: 'No debts on record.',
    debtLine: (kind, n, amount) => `${kind}: ${many(n, 'debt', 'debts')} left, ${money(amount)}`,
    settledLine: (n, amount) => `${number.format(n)} settled, ${money(amount)}`,
    debtTotal: (n, amount) => `Left in all: ${many(n, 'debt', 'debts')}, ${money(amount)}`,
    assets: 'Assets and works',
    noAssets: 'No assets or works on record.',
    heldLine: (n, value) => `Held: ${number.format(n)}, worth ${money(value)}`,
    passedLine: (n, value) => `Handed over or sold: ${number.format(n)}, worth ${money(value)}`,
    states: { 'under-way': 'Under way', late: 'Late', ended: 'Ended, called off', all: 'All' },
    statesTitle: 'Files by step',
    days: (n) => `${days(n)} since the decision`,
    daysHere: (n) => `${days(n)} at this step`,
    sums: (n, works) =>
      `${many(n, 'file', 'files')} under way; ${many(works, 'work', 'works')} still to be handed back.`,
    columns: {
      cooperative: 'Cooperative',
      state: 'Step',
      days: 'Days',
      deadline: 'By',
      blocks: 'What stands in the way',
    },
    placeFilter: 'Commune, ward',
    allPlaces: 'All communes and wards',
    noDeadline: 'not entered',
  },

  part: 'Support',
  eligibility: {
    title: 'Which policies it may have',
    hint: 'By Article 18 of the Law on Cooperatives of 2023 and the conditions of each policy. What no register says is “not known”, never guessed.',
    policy: 'Policy in force',
    none: 'No policy in force is in the register of support policies.',
    sanction: 'Is it serving a sanction for a forbidden act (Article 7.2), or a sentence?',
    sanctions: { unknown: 'Not asked', no: 'No', yes: 'Yes' },
    verdicts: { met: 'Met', 'not-met': 'Not met', unknown: 'Not known' },
    whole: {
      met: 'Eligible by what is on record',
      'not-met': 'Not eligible',
      unknown: 'Not enough is known to say',
    },
    all: 'All of these',
    oneOf: 'One of these',
    conditions: {
      'in-force': 'The policy is in force',
      kind: 'It is for this kind',
      status: 'Active',
      certificate: 'A cooperative group with its certificate of registration',
      sanction: 'Serves no sanction or sentence',
      audit: 'Audited',
      'more-members': 'Growing members',
      'more-internal': 'Growing share of internal transactions',
      'more-indivisible': 'Growing common fund or assets that are not divided',
      training: 'Trains its members',
      'new-in-difficult-area': 'Newly set up in a difficult area',
    },
    facts: {
      inForce: (from, to) => (to ? `from ${printDay(from)} to ${printDay(to)}` : `from ${printDay(from)}`),
      certificate: (code, day) => `number ${code}, registered on ${printDay(day)}`,
      growth: (year, n, before, of) => `${year}: ${n}; ${before}: ${of}`,
      missing: 'the yearly updates lack figures of two years',
      trained: (n) =>
        n === 0
          ? 'nobody of it is on record at a training session of the last two years'
          : `${number.format(n)} at training sessions of the last two years`,
      registered: (day) =>
        `registered on ${printDay(day)}; no register says which areas are difficult, to be verified`,
      audited: (year) => `by the update of ${year}`,
      noUpdate: 'no update yet',
      ask: 'to be asked, never assumed',
    },
    article: (article) => `Rests on: ${article}`,
  },
  received: 'Received',
  noReceived: 'No support on record.',
  receivedTotal: (n, amount) => `${number.format(n)} in all, ${money(amount)}`,
  receivedLine: (day, amount, source, policy) => `${printDay(day)}: ${money(amount)}, ${source}, ${policy}`,
  loans: 'Loans of the development fund',
  loanLine: (contract, amount, repaid, due) =>
    `${contract}: ${money(amount)} lent, ${money(repaid)} repaid, due ${printDay(due)}`,
  loanLate: 'overdue',
  needs: 'Needs it stated',
  noNeeds: 'No needs on record.',
  needLine: (day, field, content, state) => `${printDay(day)}: ${field}. ${content} (${state})`,

  title: 'Support of cooperatives',
  empty:
    'No support on record. Import the registers of policies and of support received: this page sums them up.',
  openReceived: 'Open support received',
  openNeeds: 'Open stated needs',
  byYear: 'Support by year',
  bySource: 'By source',
  byField: 'By field of policy',
  year: 'Year',
  unit: 'In million đồng',
  total: 'Total',
  cellLine: (key, n, cooperatives, amount) =>
    `${key}: ${number.format(n)} to ${many(cooperatives, 'cooperative', 'cooperatives')}, ${money(amount)}`,
  millions: (n) => `${number.format(Math.round(n / 100_000) / 10)} million`,
  yearLine: (year, n, cooperatives, amount) =>
    `${year}: ${number.format(n)} to ${many(cooperatives, 'cooperative', 'cooperatives')}, ${money(amount)}`,
  fund: {
    title: 'Development fund',
    empty: 'No loans on record.',
    lent: (n, amount) => `${many(n, 'loan', 'loans')}, ${money(amount)} lent`,
    repaid: (amount) => `${money(amount)} repaid`,
    outstanding: (amount) => `${money(amount)} outstanding`,
    overdue: (n, amount) => `${number.format(n)} overdue, ${money(amount)}`,
    writtenOff: (n, amount) => `${number.format(n)} written off, ${money(amount)}`,
    bar: (repaid, lent) => `${money(repaid)} repaid of ${money(lent)} lent`,
    late: 'Overdue loans',
    lateLine: (contract, amount, n) => `${contract}: ${money(amount)} left, ${days(n)} overdue`,
  },
  gaps: {
    title: 'Needs stated beside support given',
    hint: 'Supported: stated a need and received support of the same field afterwards.',
    empty: 'No needs on record.',
    columns: {
      field: 'Field',
      stated: 'Needs stated',
      served: 'Supported since',
      open: 'Without an outcome',
      given: 'Given',
    },
    stated: (n, cooperatives) =>
      `${number.format(n)} of ${many(cooperatives, 'cooperative', 'cooperatives')}`,
    served: (n, of) => `${number.format(n)} of ${number.format(of)}`,
  },
}
