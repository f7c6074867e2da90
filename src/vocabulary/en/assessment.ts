import { printDay } from '../date.ts'
import type * as vi from '../words.ts'
import { number } from './format.ts'

const points = (n: number) => (n === 1 ? '1 point' : `${number.format(n)} points`)

export const assessment: typeof vi.assessment = {
  menu: 'Assessment of cooperatives',
  title: 'Assessment and rating of cooperatives',
  about: (from: string, to: string) =>
    `Figures from ${printDay(from)} to ${printDay(to)}, out of the registers of yearly updates and of cooperatives.`,
  yearLabel: 'Year',
  openRubric: 'Criteria',
  openDissolutions: 'Dissolutions',
  openSupport: 'Support',
  openList: 'Ratings',
  word: 'Word',
  excel: 'Excel',
  groups: {
    finance: 'Finance',
    management: 'Management and capacity',
    community: 'Members and community',
  },
  bands: {
    good: 'Good (tốt)',
    fair: 'Fair (khá)',
    average: 'Average (trung bình)',
    weak: 'Weak (yếu)',
    unrated: 'Not rated',
    none: 'Not enough data',
  },
  unrated: {
    young: (months: number) => `Not rated: registered less than ${number.format(months)} months before`,
    idle: (months: number) => `Not rated: idle for more than ${number.format(months)} months of the year`,
  },
  states: {
    all: 'All',
    open: 'Figures or points missing',
    ready: 'Waiting to be confirmed',
    confirmed: 'Confirmed',
    differs: 'Figures changed since',
  },
  sample: {
    title: 'Proposed criteria, not published',
    criteria: {
      profit: 'Profit as a share of revenue',
      'revenue-growth': 'Growth of revenue',
      debt: 'Liabilities as a share of total capital',
      'fund-growth': 'Growth of the common fund that is not divided',
      duties: 'Duties to budget and social insurance fulfilled',
      trained: 'Share of managers trained',
      women: 'Share of managers who are women',
      technology: 'Uses high technology',
      chain: 'In a value chain',
      governance: 'Congress, charter, accounting, disclosure',
      'member-growth': 'Growth of official members',
      'member-revenue': 'Share of revenue from members',
      income: 'Growth of the income of a worker',
      workers: 'Regular jobs',
      community: 'Given to the community, how content members are',
    },
  },
  notPublished:
    'Computed by proposed criteria that nobody has published: every point and threshold is for information only, and nothing can be confirmed. Publish the criteria of the province.',
  ruledBy: (title: string, document: string, year: number) =>
    `Computed by ${title} (${document}, from ${year} on).`,
  running: (to: string) =>
    `The year is not over: the points are provisional, and may be confirmed from ${printDay(to)}.`,
  bandsTitle: 'Result by band',
  bandLine: (band: string, n: number, all: number) =>
    `${band}: ${number.format(n)} of ${number.format(all)} cooperatives`,
  bandCount: (n: number, all: number) => `${number.format(n)}/${number.format(all)}`,
  effective: (n: number, all: number, year: number) =>
    all === 0
      ? `${year}: no cooperative has been rated yet.`
      : `${year}: ${number.format(n)} of ${number.format(all)} rated cooperatives are good or fair (${number.format(Math.round((1000 * n) / all) / 10)}%).`,
  confirmedOnly: 'Confirmed results by year',
  search: 'Name or number',
  bandFilter: 'Band',
  allBands: 'All bands',
  placeFilter: 'Commune, ward',
  allPlaces: 'All communes and wards',
  empty:
    'No cooperative to assess in this year. The list comes from the register of cooperatives: import it and the yearly updates first.',
  nothingFits: 'No cooperative fits. Take off some of the filters.',
  columns: {
    cooperative: 'Cooperative',
    code: 'Number',
    place: 'Commune, ward',
    points: 'Points',
    band: 'Band',
    state: 'State',
    missing: 'Missing',
    confirm: 'Choose',
  },
  scoreOf: (score: number) => `${points(score)} of 100`,
  soFar: (sum: number, open: number, n: number) =>
    `${points(sum)} so far; ${number.format(n)} criteria without points (at most ${number.format(open)} more)`,
  noUpdate: 'No update of the year yet',
  adjustedMark: 'Changed by a person',
  differsMark: 'Figures changed since it was confirmed',
  open: (name: string) => `How ${name} was rated`,
  choose: (name: string) => `Choose ${name} to confirm`,
  chooseAll: 'Choose the whole page',
  confirmChosen: (n: number) => `Confirm ${number.format(n)} chosen`,
  confirmedNow: (n: number) => `${number.format(n)} confirmed.`,
  refusedTitle: (n: number) => `${number.format(n)} could not be confirmed:`,
  lock: 'Lock the year',
  lockHint: 'Nobody changes a result of a locked year until it is opened again with a reason.',
  unlock: 'Unlock',
  unlockHint: 'Say why; the reason is kept with the results.',
  locked: (by: string, at: string, reason: string) => `Locked at ${at} by ${by}. Reason: ${reason}`,
  opened: (by: string, at: string, why: string) => `Unlocked at ${at} by ${by}. Reason: ${why}`,
  reason: 'Reason',

  one: {
    title: (name: string, year: number) => `${name}: assessment of ${year}`,
    toRegister: 'Open the cooperative',
    toUpdate: 'Open the update of the year',
    noUpdate: 'There is no yearly update of this cooperative for this year.',
    addUpdate: 'Add the update',
    registered: (day: string) => `Registered on ${printDay(day)}`,
    idle: (months: number | null, days: number) =>
      months === null
        ? `By the register it was not active on ${number.format(days)} days of the year`
        : `Its update says it was idle for ${number.format(months)} months`,
    from: {
      register: 'From the figures',
      hand: 'By a person',
      missing: 'Figure missing',
      open: 'Waits for a person',
    },
    criterionLine: (points: number | null, most: number) =>
      points === null
        ? `no points yet/${number.format(most)}`
        : `${number.format(points)}/${number.format(most)}`,
    groupLine: (group: string, got: number, most: number) =>
      `${group}: ${number.format(got)} of ${points(most)}`,
    measured: {
      value: (value: string) => `Figure: ${value}`,
      share: (value: string) => `Share: ${value}%`,
      growth: (value: string) => `Against the year before: ${value}%`,
      yes: (isYes: boolean) => (isYes ? 'Yes' : 'No'),
    },
    ladder: (rows: string) => `Points: ${rows}`,
    rungs: {
      more: (at: string, n: number) => `from ${at}: ${number.format(n)}`,
      less: (at: string, n: number) => `up to ${at}: ${number.format(n)}`,
    },
    fact: (label: string, year: number, value: string) => `${label} in ${year}: ${value}`,
    factOf: (label: string, value: string) => `${label}: ${value}`,
    noFact: 'not there',
    yes: 'yes',
    no: 'no',
    hand: (by: string, at: string, reason: string) => `Scored by ${by} at ${at}. Reason: ${reason}`,
    score: 'Score',
    scoreSaid: (name: string) => `Score: ${name}`,
    scoreHint: 'No register answers this criterion. Enter the points and what they rest on.',
    scorePoints: (most: number) => `Points (0 to ${number.format(most)})`,
    unscore: 'Take the points back',
    unscoreSaid: (name: string) => `Take the points back: ${name}`,
    adjust: 'Change the total',
    adjustHint: 'The computed total stays beside it. Somebody else confirms the result.',
    adjustPoints: 'Total after the change (0 to 100)',
    unadjust: 'Take the change back',
    adjusted: (score: number, by: string, reason: string) =>
      `Changed to ${points(score)} (${by}). Reason: ${reason}`,
    computed: (score: number) => `Computed: ${points(score)}`,
    confirm: 'Confirm the result',
    reopen: 'Open again',
    reopenHint:
      'A confirmed result is changed only after it was opened with a reason; then somebody confirms it again.',
    confirmed: (by: string, at: string) => `Confirmed at ${at} by ${by}.`,
    now: (score: string, band: string) =>
      `The registers have changed since it was confirmed: today they give ${score}, ${band}. To change it, open it again with a reason.`,
    noScore: 'no total',
    story: 'What was done',
    storyEmpty: 'Nobody has scored, changed or confirmed anything. The points come from the registers.',
    steps: {
      score: (criterion: string, n: number | null) => `gave “${criterion}” ${points(n ?? 0)}`,
      unscore: (criterion: string) => `took the points of “${criterion}” back`,
      adjust: (n: number | null) => `changed the total to ${points(n ?? 0)}`,
      unadjust: () => 'took the change of the total back',
      confirm: (band: string, n: number | null) => `confirmed ${band}${n === null ? '' : ` (${points(n)})`}`,
      reopen: () => 'opened the result again',
    },
    because: (reason: string) => `Reason: ${reason}`,
  },

  rubric: {
    title: 'Criteria for cooperatives',
    about:
      'Each published version holds from a year on and never changes. Points and thresholds are the province’s to decide; the proposal follows the frame of 30, 30 and 40 points of Circular 01/2020/TT-BKHĐT, of which it is not sure whether it holds under the Law on Cooperatives of 2023.',
    begin: 'Draft a new version',
    beginFrom: 'Draft a new version from this one',
    draft: 'Draft',
    published: (year: number, document: string) => `Holds from ${year} (${document})`,
    proposal: 'Proposal',
    edit: 'Edit the draft',
    drop: 'Delete the draft',
    publish: 'Publish',
    publishTitle: 'Publish the criteria',
    documentNumber: 'Number of the document',
    documentOn: 'Its day',
    fromYear: 'Holds from year',
    name: 'Title',
    criterion: 'Criterion',
    most: 'Points',
    figure: 'Figure',
    whole: 'Of',
    measure: 'Measure',
    measures: {
      value: 'The figure itself',
      share: 'Share, %',
      growth: 'Growth against the year before, %',
      yes: 'Yes or no',
      hand: 'By a person',
    },
    better: 'Better when',
    betters: { more: 'more', less: 'less' },
    steps: 'Thresholds and points, on each line “threshold = points”',
    stepsFault: 'Each line reads “threshold = points”, for instance: 10 = 8',
    group: 'Group',
    add: 'Add a criterion',
    remove: (name: string) => `Take out ${name}`,
    groupPoints: (group: string) => `Points of ${group}`,
    bandFrom: (band: string) => `${band} from`,
    youngMonths: 'Not rated when registered for less than (months)',
    idleMonths: 'Not rated when idle for more than (months)',
    kinds: 'Kinds that are rated',
    createdBy: (by: string, at: string) => `Drafted by ${by} at ${at}`,
    bandsLine: (good: number, fair: number, average: number) =>
      `Good from ${number.format(good)}, fair from ${number.format(fair)}, average from ${number.format(average)} points; below that weak.`,
    unratedLine: (young: number, idle: number) =>
      `Not rated: registered for less than ${number.format(young)} months, or idle for more than ${number.format(idle)} months.`,
    save: 'Save the draft',
    view: 'View',
  },

  paper: {
    title: 'Ratings of cooperatives',
    sheet: 'Ratings',
    file: 'cooperative-ratings',
    year: (year: number, from: string, to: string) =>
      `${year} (figures from ${printDay(from)} to ${printDay(to)})`,
    asOf: (day: string) => `As of ${printDay(day)}`,
    columns: {
      order: 'No.',
      name: 'Cooperative',
      code: 'Number',
      place: 'Commune, ward',
      points: 'Points',
      band: 'Band',
      state: 'State',
    },
    total: (confirmed: number, all: number) =>
      `${number.format(confirmed)} of ${number.format(all)} cooperatives of the list are confirmed.`,
    inBand: (band: string, n: number, all: number) =>
      `${band}: ${number.format(n)} of ${number.format(all)} cooperatives.`,
  },

  notYours: {
    score: 'Only the agency that keeps the register of ratings scores and changes totals. Please talk to it.',
    confirm:
      'Only leaders of the province, or heads and focal officers of the agency that keeps the register of ratings, confirm.',
    reopen:
      'Only leaders of the province, or heads and focal officers of the agency that keeps the register of ratings, open results again.',
    lock: 'Only leaders of the province, or heads and focal officers of the agency that keeps the register of ratings, lock and unlock years.',
    draft:
      'Only administrators, leaders of the province, or heads and focal officers of the agency that keeps the register of ratings, draft criteria.',
    publish: 'Only administrators and leaders of the province publish criteria. Submit the draft to them.',
  },
  refusal: {
    missing: 'This cooperative is not among those assessed in the year. Open the list again.',
    criterion: 'The criteria of the year do not have this one. Load the page again.',
    computed: (name: string) =>
      `“${name}” follows from a figure and is not scored by hand. Where the figure is wrong, correct it in the register.`,
    points: (most: number) => `This criterion has 0 to ${points(most)}.`,
    incomplete:
      'Some criteria have no points yet, so there is no result. Enter the figures or score what is missing.',
    confirmed: 'This result is confirmed. To change it, open it again with a reason.',
    notConfirmed: 'This result is not confirmed and need not be opened.',
    ownScore: 'You scored or changed this result. Somebody else has to confirm it.',
    ownFigures: 'You entered the update of this cooperative. Somebody else has to confirm it.',
    running: (year: number, to: string) =>
      `The figures of ${year} run to ${printDay(to)}. From that day on they may be confirmed and locked.`,
    noRubric: 'No criteria are published for this year, so nothing can be confirmed. Publish them first.',
    locked: (year: number, by: string, reason: string) =>
      `The results of ${year} are locked (${by}, reason: ${reason}). Ask for them to be unlocked.`,
    lockedAlready: (year: number) => `The results of ${year} are locked already.`,
    published: 'These criteria are published and cannot be changed. Draft a new version.',
    rubricMissing: 'This version of the criteria is not there. The draft may have been deleted.',
    documentAhead: 'The day of the document may not lie after today.',
    sameYear: (year: number) => `Another version holds from ${year} already. Choose another year.`,
  },
  registerReason: (year: number) => `Assessment of ${year} confirmed`,
  form: {
    name: 'Enter a name of at most 200 characters.',
    reason: 'Enter the reason.',
    long: 'At most 1,000 characters.',
    points: 'Enter the points.',
    document: 'Enter the number of the document.',
    between: (from: number, to: number) => `A number from ${number.format(from)} to ${number.format(to)}.`,
    figure: 'No register has this figure. Choose one of the list.',
    quantity: 'A number is needed; a yes-no column goes with “Yes or no” only.',
    handSteps: 'A criterion scored by a person has no thresholds.',
    noSteps: 'At least one threshold is needed.',
    steps:
      'Thresholds go from the best down, with fewer points each; the first gives all points of the criterion.',
    sum: (n: number) => `The groups have to make 100 points, they make ${number.format(n)}.`,
    groupSum: (group: string, n: number, most: number) =>
      `${group}: the criteria make ${number.format(n)} points, the group has ${number.format(most)}.`,
    bands: 'Good has to lie above fair, fair above average.',
    codeTwice: 'Two criteria share a code. Take one out and add it again.',
  },
}
