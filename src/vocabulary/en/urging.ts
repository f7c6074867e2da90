import type * as vi from '../words.ts'
import { count, number } from './format.ts'

export const urging: typeof vi.urging = {
  morningTitle: (day) => `Today, ${day}`,
  sections: {
    overdue: 'Overdue, not reported as done',
    today: 'Due today',
    soon: 'Due soon',
    returned: 'Returned, to be done again',
    approve: 'Waiting for your approval',
    confirm: 'Waiting for your confirmation',
    extension: 'More time asked for, yours to decide',
    opinion: 'Opinions asked of your agency',
    mention: 'Mentions you have not read',
    led: 'Overdue in what you lead or follow',
  },
  due: (day, left) =>
    left < 0
      ? `due ${day}, ${count(-left, 'day')} late`
      : left === 0
        ? `due ${day}, today`
        : `due ${day}, ${count(left, 'day')} left`,
  coordinating: 'coordinating',
  inPlaceOf: (name) => `in place of ${name}`,
  more: (n) => `… and ${number.format(n)} more`,
  all: (n) => `See all (${number.format(n)})`,
  textHead: (day, person) => `TODAY ${day}\nTo ${person}`,
  textFoot: (link) => `In full: ${link}`,
  nothing: 'Nothing is due, overdue or waiting for you today.',
  copy: 'Copy for Zalo',
  copied: 'Copied. Open Zalo and paste it.',
  copyFailed: 'The browser does not allow copying. Select the text below and copy it.',
  text: 'The text to send',
  ladder: {
    title: 'Reminders',
    explain:
      'Each assignment is reminded of once on every rung, in calendar days. On a day off: before the due day on the last working day before, after it on the next. Another due day begins anew.',
    before: 'Days before',
    after: 'Days after',
    beforeSaid: (days) => `Before: ${days} days`,
    afterSaid: (days) => `After: ${days} days`,
    none: 'never',
    hint: 'Numbers with commas, such as 7, 3, 1. Empty means no reminder.',
    form: 'Write days from 1 to 90, at most 8 of them, none twice.',
    twice: 'A number stands there twice.',
    ofProvince: 'For the whole province',
    ofPlans: 'Plans with others',
    followsProvince: 'This plan follows the province.',
    own: 'This plan has reminders of its own.',
    edit: 'Change reminders',
    notYours:
      'Only the agency that oversees the plan or an administrator may change its reminders. Ask the focal officer.',
  },
  urged: 'Reminded and urged',
  rungBefore: (day, days, due) => `${day}: reminded ${count(days, 'day')} before (due ${due})`,
  rungAfter: (day, days, due) => `${day}: reminded ${count(days, 'day')} after (due ${due})`,
  byLetter: (day, due) => `${day}: urged by letter (due ${due})`,
  letter: {
    subject: (plan) => (plan === null ? 'urging overdue duties' : `urging overdue duties of ${plan}`),
    standing: (n) =>
      `Of ${n.plan ?? 'the programmes and plans'}, by ${n.today}, ${n.agency} leads ${count(n.whole, 'assignment')}; ${number.format(n.done)} of ${number.format(n.whole)} are done; ${number.format(n.overdue)} of ${number.format(n.whole)} are overdue and not done (see the appendix).`,
    asks: (issuer, agency) => `${issuer} asks ${agency}:`,
    finish: 'To finish the overdue duties of the appendix soon.',
    report: (day, issuer) =>
      `To report on each with evidence, the cause of the delay and the day it will be done, to ${issuer} before ${day}.`,
    difficulties: 'To name difficulties beyond its powers, and to propose a way.',
    end: (agency) => `We ask ${agency} to see to it.`,
    appendix: (agency, day) => `Overdue duties of ${agency} (by ${day})`,
    columns: {
      no: 'No.',
      duty: 'Duty',
      plan: 'Document',
      due: 'Due',
      late: 'Days late',
      percent: 'Approved (%)',
    },
    note: 'Assignments led by the agency are counted. Days late are calendar days.',
    notOverseer:
      'A letter that urges is written by the agency that oversees the plan. Yours does not oversee it; ask its focal officer.',
    write: (n) => (n > 1 ? `Draft ${number.format(n)} letters` : 'Draft a letter'),
    choose: (agency) => `Choose ${agency}`,
    chooseAll: 'Choose every agency with something overdue',
    made: (n) => `Drafted ${count(n, 'letter')}; open to edit and submit:`,
    underWay: 'A letter is still being written, open it:',
    none: (names) => `Nothing overdue, so no letter: ${names}.`,
    last: (day, n) => `last letter ${day} (${count(n, 'duty', 'duties')})`,
    open: (agency) => `Letter to ${agency}`,
    toAll: 'Urge several agencies at once',
    nothingOverdue: 'Nothing of this agency is overdue in the plans you oversee.',
  },
  title: 'Urging',
  explain: 'Assignments that agencies lead in the plans you oversee.',
  explainAll: 'Assignments that agencies lead in all plans of the province.',
  plan: 'Plan',
  allPlans: 'All plans',
  agency: 'Agency',
  overdueOf: (overdue, whole) => `${number.format(overdue)} of ${count(whole, 'assignment')} overdue`,
  oldest: (days) => `the oldest by ${count(days, 'day')}`,
  empty: 'No plan is published yet, so there is nobody to urge.',
  noneOverdue: 'No agency has anything overdue.',
  inTime: (n) => `${count(n, 'agency', 'agencies')} with nothing overdue`,
  cli: {
    usage: 'Usage: chutri urge [--dry-run]',
    province: (name, day) => `${name}, ${day}`,
    untold: (n) => `To be reminded of: ${count(n, 'assignment')}`,
    rung: (agency, n, rung) =>
      `  ${agency}: ${count(n, 'assignment')}, ${rung < 0 ? `${-rung} days before` : `${rung} days after`}`,
    people: (n, of) => `People with something to do: ${number.format(n)} of ${number.format(of)}`,
    done: (told, mails) =>
      `Recorded ${count(told, 'reminder')}; ${count(mails, 'mail')} waiting (a running server sends them).`,
  },
}
