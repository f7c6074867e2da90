import type * as vi from '../words.ts'

export const job: typeof vi.job = {
  title: 'What the server does by itself',
  explain:
    'The server does these on time; nobody has to press anything. What was under way when the machine stopped is done after the next start, once. What fails is tried again after seconds, after minutes, then every ten minutes.',
  names: {
    reorganisations: 'Reorganisations that take effect',
    periods: 'New periods',
    difficulties: 'Difficulties not answered in time',
<<<<<<< HEAD
    opinions: 'Opinions whose time has run out',
    'report-succession': 'Reports of agencies that have ended',
    'report-rounds': 'Reporting rounds opened',
=======
    opinions: 'Opinions not given in time',
>>>>>>> urging
    rungs: 'Reminders before and after due days',
    morning: 'Morning lists',
    mail: 'Mail',
    tidy: 'Old history',
  },
  what: {
    reorganisations: 'Passes the work of agencies that end on to those that follow them.',
    periods: 'Gives periodic duties anew when the last period has ended.',
    difficulties: 'Sends them up when the agency asked does not answer in time.',
<<<<<<< HEAD
    opinions: 'Records "no answer" when the time for opinions has run out; never as consent.',
    'report-succession': 'Passes reports not handed in to the agency that follows.',
    'report-rounds': 'Opens a round on the day the reporting duty names.',
=======
    opinions: 'Records that an agency gave no opinion in time; that never counts as consent.',
>>>>>>> urging
    rungs: 'Records on each assignment how many days before or after its due day it was reminded of.',
    morning: 'Finds people who have something to be reminded of and an address: one mail each a day.',
    mail: 'Sends the mail that waits. Without a mail server that was tried, nothing is sent.',
    tidy: 'Strikes the history of runs and of mail sent more than 90 days ago.',
  },
  when: {
    reorganisations: 'Every ten minutes.',
    periods: 'Every ten minutes.',
    difficulties: 'Every ten minutes.',
    opinions: 'Every ten minutes.',
<<<<<<< HEAD
    'report-succession': 'Every ten minutes.',
    'report-rounds': 'Every ten minutes.',
=======
>>>>>>> urging
    rungs: 'Every ten minutes; reminds on working days.',
    morning: 'On working days, at the hour set.',
    mail: 'As soon as mail waits, but for the quiet hours.',
    tidy: 'Every ten minutes.',
  },
  outcomes: { done: 'Done', nothing: 'Nothing new', failed: 'Failed' },
  never: 'Has not run yet.',
  at: (at) => `Ran at ${at}.`,
  times: (runs, first, last) => `Ran ${runs} times from ${first} to ${last}.`,
  did: (n) => `Did ${n} things.`,
  retries: (at, tries) => `Tried ${tries} times in vain, tries again at ${at}.`,
  again: 'Run again',
  asked: 'Asked for; it runs within seconds.',
  history: 'History',
  historyOf: 'History',
  only: (name) => `Only: ${name}.`,
  empty: 'No run yet. The history appears after the server has done its first job.',
  job: 'Job',
  result: 'Result',
  fault:
    'The program failed and will try again. If it goes on, see the log of the server or tell who maintains it.',
}
