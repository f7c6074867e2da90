import type * as vi from '../words.ts'
import { count, number } from './format.ts'

export const cli: typeof vi.cli = {
  help: `Chủ Trì: turns administrative plans into work that is followed to its end

chutri serve                    run the server (PORT, HOST, DATA_DIR, DATABASE_URL)
chutri extract FILE [--json]    read a plan and print its tasks, lead agencies and deadlines
chutri code LOGIN               a one-time code when an administrator lost the password
chutri agency apply FILE.json [--dry-run]  record reorganisations from a file; --dry-run only prints
chutri rebuild [--verify]      derive counters and states again from the steps; --verify only compares
chutri register import NAME FILE  import a file into a register; --dry-run only compares
chutri register export NAME --out FILE  write a register into an .xlsx or .csv
chutri tracker import FILE     import a running tracking sheet; --dry-run only checks
chutri paper check FILE.docx    check the form of a document against Decree 30/2020
chutri indicator compute --on DAY [--plan ID]   the indicators as the registers stood on that day
chutri urge [--dry-run]        remind of what is due or overdue; --dry-run only prints who would be told what
chutri report consolidate PLAN PERIOD --out FILE.docx  consolidate the reports of a round into a document
chutri --help                   this page`,
  unusable: (name, value) =>
    `The variable ${name}="${value}" cannot be used. Please mend it or leave it out.`,
  cannotStart: (why) => `The server could not start (${why}). Please check HOST, DATA_DIR and DATABASE_URL.`,
  codeUsage: 'Usage: chutri code LOGIN',
  newCode: (login, code) =>
    `One-time code of ${login}: ${code}. The old password and all open sessions have ended.`,
  noAccount: (login) => `There is no account "${login}". Please check the user name.`,
  noProvince: 'No province is set up yet. Open the page and set one up first.',
  severalProvinces: 'The database has several provinces. Add --as LOGIN of whoever imports.',
  noAdmin: 'The province has no active administrator. Add --as LOGIN.',
  console: 'Server (command line)',
  extractUsage: 'Usage: chutri extract FILE [--json]',
  noFile: (file) => `The file "${file}" cannot be opened. Please check the path and the right to read it.`,
  section: 'Section',
  task: 'Task',
  lead: 'Lead',
  due: 'Deadline',
  noLead: '(not clear)',
  noNumber: '(no number)',
  findings: 'To be checked:',
  counts: (n) =>
    [
      count(n.tasks, 'task'),
      count(n.indicators, 'target'),
      count(n.reporting, 'reporting duty', 'reporting duties'),
      count(n.references, 'document cited', 'documents cited'),
      count(n.findings, 'point to check', 'points to check'),
      count(n.unread, 'line not used', 'lines not used'),
      `${number.format(n.unsure)} to look at closely (duties are marked "?")`,
    ].join(' · '),
  unknown: (command) => `There is no command "${command}". Type "chutri --help" to see the commands.`,
  ready: (url) => `Chủ Trì is running at ${url} (press Ctrl-C to stop)`,
  setupCode: (code) =>
    `Open the page above in a browser on this machine to set up. From another machine, use the set-up code: ${code}`,
  recognising: (page, of) => `Recognising page ${number.format(page)}/${number.format(of)}`,
  scanned: (pages) => `[scan, page ${pages}]`,
  rebuildUsage: 'Usage: chutri rebuild [--verify]',
  rebuilt: (name, facts, assignments, items, seconds) =>
    `${name}: derived again from ${count(facts, 'step')} of ${count(assignments, 'assignment')}, ${count(items, 'task')} in ${number.format(Math.round(seconds * 10) / 10)} seconds`,
  differences: (n, isMended) =>
    isMended
      ? `${count(n, 'difference')} mended.`
      : `${count(n, 'difference')} found. Run "chutri rebuild" (without --verify) to mend.`,
  brokenStories: (n) =>
    `${count(n, 'assignment')} with steps that cannot follow each other; not mended. Please send the lines above to whoever maintains the system.`,
  allInLine: 'All counters and states agree with the recorded steps.',
}
