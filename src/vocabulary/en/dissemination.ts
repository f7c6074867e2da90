import { printDay } from '../date.ts'
import type * as vi from '../words.ts'
import { number } from './format.ts'

export const dissemination: typeof vi.dissemination = {
  title: 'Making the plan known',
  open: 'See the sessions, record one',
  tooLong: (most) =>
    `This is longer than ${number.format(most)} characters. Shorten it and attach the details.`,
  contentMissing: 'Write what was made known.',
  targetForm: 'The number of people invited is a whole number from 1.',
  reachedForm: 'The number of people reached is a whole number from 0.',
  reasonMissing: 'Give the reason, so that later readers see why it was changed.',
  outside:
    'Police and army do not record sessions in this system. They are reported through the channels meant for them.',
  outsideNames: (names) => `${names} report outside this system and are not counted here.`,
  notYours:
    'Only people of the agency that held the session, or of the one that oversees the plan, can record or correct it.',
  ahead: 'This day has not come yet. A session is recorded after it was held.',
  draft: 'This plan is not published yet, so no session can be recorded.',
  agencyUnknown: 'This agency is no longer in the directory. Reload the page and choose again.',
  alreadyCancelled: 'This session was cancelled and can no longer be corrected. Record a new one if need be.',
  unchanged: 'Nothing differs from what was recorded. Put it right and save.',
  agency: 'Held by',
  heldOn: 'Held on',
  form: 'Form',
  forms: { meeting: 'Meeting', online: 'Online meeting', document: 'Document', media: 'Media' },
  content: 'Content',
  contentHint: 'Which part was made known, and to whom.',
  target: 'People invited',
  reachedLabel: 'People reached',
  moreThanTarget: 'More people came than were invited. If that is so, save it.',
  note: 'Note',
  noteOf: (note) => `Note: ${note}`,
  reason: 'Reason',
  reasonHint: 'What stood there before and after is kept with this reason.',
  record: 'Record a session',
  recordShort: 'Record',
  recordFor: (agency) => `Record one of ${agency}`,
  recordTitle: 'Record a session',
  correct: 'Correct',
  correctTitle: 'Correct this session',
  cancel: 'Cancel',
  cancelTitle: 'Cancel a session recorded by mistake',
  cancelHint: 'It stays in the list, crossed out, and is not counted.',
  isCancelled: 'Cancelled',
  held: (held, bearers) =>
    `${number.format(held)} of ${number.format(bearers)} agencies with duties have held one`,
  reachedOf: (reached, target, share) =>
    share === null
      ? 'Nobody is recorded as invited yet'
      : `${number.format(reached)} of ${number.format(target)} invited were reached (${share})`,
  byAgency: 'By agency',
  sessionsColumn: 'Sessions',
  reachedColumn: 'Reached/invited',
  shareColumn: 'Share',
  heldNone: (none, bearers) => `None held yet (${number.format(none)} of ${number.format(bearers)} agencies)`,
  sessions: 'Sessions recorded',
  sessionOf: (agency, day) => `${agency}, ${printDay(day)}`,
  empty: 'No session is recorded for this plan yet. Press "Record a session" once one was held.',
  recordedBy: (name, at) => `Recorded by ${name}, ${at}`,
  corrected: (name, at, reason) => `Changed by ${name}, ${at}, because: ${reason}.`,
  changed: (what, before, after) => `${what}: "${before}" became "${after}"`,
  facts: {
    heldOn: 'Day',
    form: 'Form',
    content: 'Content',
    target: 'Invited',
    reached: 'Reached',
    note: 'Note',
    files: 'Files',
  },
}
