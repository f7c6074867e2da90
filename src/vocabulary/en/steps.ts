import { printDay } from '../date.ts'
import type * as vi from '../words.ts'
import { are, count, number } from './format.ts'

export const steps: typeof vi.steps = {
  outsideText:
    'Duties of the police and the army carry only a day, no words and no reason. Leave the text empty and try again.',
  outsideFiles:
    'Police and army report outside this system, so no file is taken here. The file was not kept.',
  beforeGiven: (day: string) =>
    `The day of the report cannot lie before the day the work was given (${printDay(day)}). Please check the day.`,
  untilPast: 'The day asked for has gone by. Choose today or a later day.',

  calendar: {
    monthLevelControl: 'Choose a month',
    yearLevelControl: 'Choose a year',
    previousMonth: 'Previous month',
    nextMonth: 'Next month',
    previousYear: 'Previous year',
    nextYear: 'Next year',
    previousDecade: 'Previous ten years',
    nextDecade: 'Next ten years',
  },
  chooseDay: 'Choose a day.',
  figureHalf: 'Every figure needs a name and a value. Complete the row or remove it.',
  roles: { lead: 'Lead', coordinating: 'Coordinating' },
  period: (key: string) => {
    const [year = '', part = ''] = key.split('-')
    if (part === '') return `Year ${year}`
    if (part.startsWith('Q')) return `Quarter ${part.slice(1)} of ${year}`
    if (part.startsWith('H')) return `${part === 'H1' ? 'First' : 'Second'} half of ${year}`
    return `Month ${Number(part)} of ${year}`
  },
  window: (from: string, to: string) => `Data from ${printDay(from)} to ${printDay(to)}`,
  asksUntil: (day: string) => `Extension asked until ${printDay(day)}`,
  askedBy: (name: string, day: string) => `${name} asked on ${day}`,
  waitsForOverseer: 'The overseeing agency has yet to answer.',
  outsideMark: 'Reports outside the system',

  // Steps and their forms.
  reason: 'Reason',
  remark: 'Remark (optional)',
  newDay: 'New deadline',
  resumeDay: 'New deadline (leave empty to keep the old one)',
  outsideDay: 'Day of the report',
  outsideDayHint: 'Only the day. Content and papers stay in the system of the police and the army.',
  assignTo: 'Person or unit',
  assignToHint: 'Type a name',
  people: 'People',
  units: 'Internal units',
  colleague: (name: string, open: number) => `${name}: holds ${number.format(open)}`,
  opens: (step: string) => `${step}…`,
  more: 'More',
  otherSteps: 'Other steps',
  youActFor: (name: string) => `You take this step in the place of ${name}.`,
  explain: {
    assign: 'The person or unit finds this in their own list. The agency stays responsible.',
    'ask-extension': 'The overseeing agency answers. The deadline changes only when it agrees.',
    suspend: 'While suspended, it is not overdue.',
    close: 'What is closed no longer counts among what must be done. It can be reopened.',
    reopen: 'It goes back to being in progress.',
  },
  nothing: 'Nothing to report',
  nothingHint: 'Nothing happened in this period that would have to be told.',
  nothingText: 'Explanation (optional)',
  figures: {
    name: 'Figure',
    value: 'Value',
    unit: 'Unit',
    add: 'Add a figure',
    remove: (name: string) => `Remove figure ${name}`,
    line: (name: string, value: number, unit: string) =>
      `${name}: ${new Intl.NumberFormat('en-GB', { useGrouping: 'always', maximumFractionDigits: 10 }).format(value)}${unit ? ` ${unit}` : ''}`,
  },

  // The page of an assignment.
  subDuty: 'Coordinating part',
  subDutyPlain: 'Helps with this duty.',
  toParent: 'See the assignment of the lead',
  coordinator: 'Coordinating agency',
  confirmer: 'Confirming agency',
  givenTo: (name: string) => `First given to ${name}`,
  givenOn: (day: string) => `Given on ${printDay(day)}`,
  givenDue: (day: string | null) =>
    day ? `Deadline when given: ${printDay(day)}` : 'No deadline when given',
  inCharge: 'Person in charge',
  nobodyInCharge: 'Nobody yet',
  periodLabel: 'Reporting period',
  eventOn: (event: string, day: string) => `Counts from the event "${event}" on ${printDay(day)}`,
  eventOpen: (event: string) => `Waits for the event: ${event}`,
  whenDone: 'The duty is done when',
  completions: {
    all: () => 'every agency has finished',
    share: (share: number) => `${number.format(share)}% of the agencies have finished`,
    word: () => 'the overseeing agency says so',
  },
  itemDone: (day: string) => `The duty was done on ${printDay(day)}`,
  toItem: 'See the whole duty',
  others: (n: number) => `${count(n, 'other assignment')} of this duty`,
  roundDone: (done: number, all: number, late: number) =>
    `${number.format(done)}/${count(all, 'assignment')} done${late ? `, ${number.format(late)} overdue` : ''}`,
  showRows: (n: number) => `Show ${count(n, 'agency', 'agencies')}`,
  foldRows: 'Fold',
  allOfRound: (n: number) => `Open the list of ${count(n, 'assignment')}`,
  countsFrom: (day: string) => `counts from ${printDay(day)}`,
  sharedReport: (n: number) => `one report for ${count(n, 'assignment')}`,
  together: (n: number) => `together with ${count(n - 1, 'other')}`,

  // The worklist.
  moreFilters: (n: number) => (n ? `More filters (${number.format(n)})` : 'More filters'),
  oneBatch: 'Only those of one report or decision',
  dueThatDay: (day: string) => `Only those due on ${printDay(day)}`,
  overseen: 'Only those of plans that one agency oversees',
  otherWays: 'More actions',
  roleFilter: 'Part',
  bothRoles: 'Lead and coordinating',
  periodFilter: 'Reporting period',
  anyPeriod: 'Any period',
  mineOnly: 'Laid on me',
  askedOnly: 'Extension asked for',
  bulk: {
    title: 'Selection',
    chosen: (n: number) => `${number.format(n)} selected.`,
    most: (n: number) => `At most ${number.format(n)} at a time.`,
    clear: 'Clear',
    all: (n: number) => `Select all ${number.format(n)} on this page`,
    one: (quote: string) => `Select: ${quote}`,
    nothing: 'There is no step you may take on what is selected.',
    button: (step: string, n: number) => `${step} (${number.format(n)})`,
    sharedReport: 'One report for all',
    dialogTitle: (step: string) => `${step}: the selection`,
    able: (n: number, all: number) =>
      `Can be done for ${number.format(n)} of ${number.format(all)} selected.`,
    unable: (n: number, why: string) => `Not for ${number.format(n)}: ${why}`,
    andMore: (n: number) => `and ${number.format(n)} more`,
    send: (step: string, n: number) => `${step} (${number.format(n)})`,
    sharedExplain: (n: number, plans: number) =>
      `The words, figures and papers below go into the report of ${count(n, 'assignment')}, of ${count(plans, 'plan')}.`,
    doneAll: (step: string, n: number) => `${step}: done for ${number.format(n)}.`,
    doneSome: (step: string, n: number, left: number) =>
      `${step}: done for ${number.format(n)}, not for ${number.format(left)}; each row says why.`,
  },

  answer: {
    title: 'Answer a period',
    titleOf: (agency: string) => `Answers of ${agency} for a period`,
    noAgency: 'This page is for people of agencies that report by period.',
    empty:
      'The agency has nothing to report by period yet. It comes here when a plan lays standing or recurring duties on it.',
    allAnswered: 'Everything of this period has been answered.',
    periodChoice: (period: string, open: number, n: number) =>
      open ? `${period} (${number.format(open)}/${number.format(n)} left)` : `${period} (all answered)`,
    dueOn: (day: string) => `Due on ${printDay(day)}`,
    answered: (n: number, all: number) => `${number.format(n)}/${number.format(all)} answered`,
    choose: 'Answer',
    same: 'As the period before',
    result: 'Done',
    outside: 'Reported outside this system',
    before: (period: string, text: string) => `${period}: ${text}`,
    placeholder: 'Results of the period, main figures',
    more: 'Add figures or papers',
    bar: 'Send the answers',
    chosen: (n: number, all: number) => `${number.format(n)}/${number.format(all)} with an answer.`,
    lacking: (n: number) => `${number.format(n)} without a result.`,
    send: (n: number) => `Send ${count(n, 'report')}`,
    restNothing: (n: number) => `The other ${number.format(n)}: nothing to report`,
    sent: (n: number, refused: number) =>
      `${count(n, 'report')} sent; the head of the agency approves them.${refused ? ` ${number.format(refused)} could not be sent; each says why.` : ''}`,
    answeredTitle: (n: number) => `Answered (${number.format(n)})`,
  },

  desk: {
    title: 'Waiting for a decision',
    kindsLabel: 'What waits',
    kinds: {
      approve: 'Reports to approve',
      confirm: 'Results to confirm',
      extension: 'Extensions asked for',
    },
    kind: (name: string, n: number) => `${name} (${number.format(n)})`,
    empty: {
      approve: 'No report waits for approval. Reports of the agency come here for its head.',
      confirm:
        'No result waits for confirmation. Results approved by agencies come here for the overseeing agency.',
      extension: 'Nobody asks for more time. Wishes of agencies come here for the overseeing agency.',
    },
    all: (step: string, n: number) => `${step}: all ${number.format(n)}`,
    allExplain: (n: number, left: number) =>
      `${count(n, 'report')} on this page ${are(n)} agreed to at once.${left ? ` ${number.format(left)} ${are(left)} not yours to decide and ${left === 1 ? 'stays' : 'stay'}.` : ''}`,
    decided: (step: string, n: number) => `${step}: done for ${number.format(n)}.`,
    outside: 'Reported outside this system; only the day is kept here.',
  },

  standIn: {
    title: 'Standing in',
    intro:
      'Whoever stands in may take every step of the person who is away, on the days given. Each step says in whose place it was taken.',
    add: 'Name a stand-in',
    absent: 'Who is away',
    absentIs: (name: string) => `Away: ${name}`,
    person: 'Who stands in',
    fromDay: 'From',
    toDay: 'To (last day)',
    explain: 'Nobody approves their own report, nor that of the person they stand in for.',
    typeName: 'Type a name, position or agency',
    typeMore: 'There are more people. Type more to find them.',
    empty: 'Nobody stands in for anybody.',
    states: { now: 'Now', coming: 'Coming', past: 'Over', ended: 'Ended early' },
    span: (from: string, to: string) => `${printDay(from)} to ${printDay(to)}`,
    endedOn: (day: string) => `ended on ${printDay(day)}`,
    line: (standIn: string, absent: string) => `${standIn} for ${absent}`,
    end: 'End it now',
    cancel: 'Cancel it',
    endOf: (name: string) => `End the standing in of ${name}`,
    endExplain: (standIn: string, absent: string) =>
      `${standIn} no longer stands in for ${absent} from now on.`,
    actingFor: (names: string) => `Standing in for ${names}`,
    actingUntil: (name: string, place: string, day: string) =>
      `Standing in for ${name} (${place}) until ${printDay(day)}`,
    isReplaced: (name: string, day: string) => `${name} stands in for you until ${printDay(day)}`,
    dayMissing: 'Choose a day.',
    absentMissing: 'Choose who is away.',
    personMissing: 'Choose who stands in.',
    reasonMissing: 'Give the reason, for instance: business trip, leave, training.',
    reasonLong: 'The reason takes at most 500 characters.',
    notYours: 'This is for the person who is away, the head of their agency, or an administrator.',
    oneself: 'Nobody stands in for themselves. Choose somebody else.',
    elsewhere:
      'Whoever stands in must be of the same agency or of the one above. Anything else is for an administrator.',
    fromPast: 'The first day has gone by. Standing in counts from today on.',
    toBeforeFrom: 'The last day must not lie before the first.',
    tooLong: (days: number) => `Standing in lasts at most ${count(days, 'day')} at a time.`,
    over: 'This has ended already.',
    gone: 'This account is no longer in use. Reload the page and choose again.',
    overlap: (name: string, from: string, to: string) =>
      `${name} stands in already from ${printDay(from)} to ${printDay(to)}. End that first, or choose other days.`,
    standInAway: (name: string, from: string, to: string) =>
      `The person chosen is away too: ${name} stands in for them from ${printDay(from)} to ${printDay(to)}. Choose somebody else.`,
    absentStandsIn: (name: string, from: string, to: string) =>
      `The person who is away stands in for ${name} from ${printDay(from)} to ${printDay(to)}. End that first and let somebody else stand in for ${name}.`,
  },

  handOver: {
    title: 'Handing over',
    intro:
      'When somebody leaves, all their open work and the duties and plans they lead or follow pass to another person at once. What is done stays as it is.',
    search: 'Find a person',
    holds: 'Holds',
    holdsNothing: 'Holds nothing',
    parts: {
      assignments: (n: number) => count(n, 'open assignment'),
      itemsLed: (n: number) => `${count(n, 'duty', 'duties')} as leader in charge`,
      itemsFollowed: (n: number) => `${count(n, 'duty', 'duties')} as follower`,
      plansLed: (n: number) => `${count(n, 'plan')} as leader in charge`,
      plansFollowed: (n: number) => `${count(n, 'plan')} as follower`,
    },
    open: 'Hand over',
    openOf: (name: string) => `Hand over the work of ${name}`,
    preview: 'This will pass on:',
    to: 'Who takes over',
    stop: 'Stop the account of the person who leaves as well',
    stopForAdminHint: 'Only an administrator stops accounts.',
    done: (from: string, to: string) => `The work of ${from} has been handed over to ${to}.`,
    fromMissing: 'Choose who hands over.',
    toMissing: 'Choose who takes over.',
    reasonMissing: 'Give the reason, for instance: transferred by Decision No. … of ….',
    notYours: 'Handing over is for the head of the agency of the person who leaves, or for an administrator.',
    oneself: 'Whoever takes over must be somebody else.',
    elsewhere:
      'Work laid on a person can only pass to somebody of the same agency. Choose somebody of the agency of the person who leaves.',
    stopForAdmin:
      'Only an administrator stops accounts. Hand over first, then ask an administrator to stop the account.',
    changed:
      'What this person holds has changed since you opened the page. Look at the new figures and hand over again.',
    nothing: (name: string) => `${name} holds nothing any more, so there is nothing to hand over.`,
  },
}
