import type * as vi from '../words.ts'
import { count, number } from './format.ts'

export const follow: typeof vi.follow = {
  titles: {
    every: 'What comes back in periods',
    event: 'What waits for an event',
    completion: 'When the duty is done',
    people: 'People in charge',
  },
  everyLabel: 'Open a round of reports',
  everyFact: 'In periods',
  everyChoices: {
    period: 'As often as the plan reports (theo kỳ báo cáo)',
    month: 'Every month',
    quarter: 'Every quarter',
    half: 'Every six months',
    year: 'Every year',
    once: 'Once, it does not come back',
  },
  eventLabel: 'Its time runs only from',
  eventHint: 'For example: once the resolution is issued. Leave empty when it waits for nothing.',
  peopleHint: 'Left empty, the people in charge of the whole plan are meant, chosen when publishing.',
  noPerson: 'Nobody like this among the active accounts.',
  apply: (n) => `Apply to ${count(n, 'duty', 'duties')}`,
  concerned: {
    every: (n) => `${count(n, 'duty', 'duties')} without a due day`,
    event: (n) => `${count(n, 'conditional duty', 'conditional duties')}`,
    completion: (n) => `${count(n, 'duty', 'duties')} laid on every member`,
    people: (n) => `${count(n, 'tracked duty', 'tracked duties')}`,
  },
  did: {
    every: (n) => `Period chosen for ${count(n, 'duty', 'duties')}.`,
    event: (n) => `Event written for ${count(n, 'duty', 'duties')}.`,
    completion: (n) => `Rule of completion chosen for ${count(n, 'duty', 'duties')}.`,
    people: (n) => `People in charge chosen for ${count(n, 'duty', 'duties')}.`,
  },
  notCollective: 'Only a duty laid on every member needs a rule of when it is done.',
  notFollowed: 'This duty is kept as orientation or joined with another, so that it is not tracked.',
  parts: 'Give coordinating agencies dated parts of their own',
  partsHint: 'Each coordinating agency of a dated duty gets a part of its own.',
  partDays: 'Due before the lead (days)',
  everyOfPlan: 'The plan reports',
  reportDays: 'Due after the period (days)',
  makesTitle: 'Publishing will make',
  makes: {
    tracked: (all) => `duties tracked (nhiệm vụ), of ${number.format(all)} in the document`,
    assignments: 'leading assignments (lượt giao: duty × agency)',
    parts: 'coordinating parts (việc phối hợp)',
    periodic: 'duties that come back in periods',
    waiting: 'duties that wait for an event',
    undated: 'duties without a due day',
  },
  proposed: (n) =>
    `For ${count(n, 'duty', 'duties')} the period or event is only proposed from the printed words of time. Change it with the keys r or b in the review.`,
}
