// Every word a person reads, in English. Where offices have a term of their own, it follows in brackets.
import { printDay, printMoment } from './date.ts'
import type { Words } from './vi.ts'

const number = new Intl.NumberFormat('en-GB', { useGrouping: 'always' })
const share = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 })

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** "1 task", "12 tasks". */
const count = (n: number, one: string, many = `${one}s`): string =>
  `${number.format(n)} ${n === 1 ? one : many}`
const are = (n: number): string => (n === 1 ? 'is' : 'are')
const have = (n: number): string => (n === 1 ? 'has' : 'have')

export const en: Words = {
  product: 'Chủ Trì',
  number: (n) => number.format(n),

  day: printDay,
  moment: printMoment,

  percent: (share) => `${new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(share * 100)}%`,

  common: {
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    delete: 'Delete',
    edit: 'Edit',
    search: 'Search',
    none: 'None',
    more: 'Show more',
    loading: 'Loading…',
    retry: 'Try again',
    failed: 'This could not be done',
    offline: 'The server cannot be reached. Please check your connection and try again.',
    clearDay: 'Clear the day',
    skipToContent: 'Skip to main content',
    menu: 'Menu',
    shortcuts: 'Keyboard shortcuts',
    language: 'Language',
  },

  api: {
    description:
      'The programming interface of Chủ Trì. Every change carries If-Match (the version seen), every creation carries an Idempotency-Key. Refusals are answered as application/problem+json.',
  },

  refusal: {
    signIn: 'You are not signed in, or your session has expired. Please sign in to continue.',
    foreignOrigin: 'The request came from another site and was not carried out. Please use Chủ Trì itself.',
    invalid: 'Some of the information is not correct. Please check the fields named and correct them.',
    tooLarge:
      'The file is larger than 50 MB and cannot be accepted. Please split it or reduce the size of its images.',
    tooMany: 'Too many requests in a short time. Please wait a minute and try again.',
    unreadable: 'The server could not read this request. Please reload the page and try again.',
    brokenPage:
      'This page met an unexpected fault; what was saved is safe. Please try again or reload the page.',
    fault: (id) =>
      `The system met an unexpected error; nothing was recorded. When reporting it, please quote the code ${id}.`,
    versionMissing: 'The version seen (If-Match) is missing, so the change cannot be recorded.',
    keyMissing: 'The key against double sending is missing (Idempotency-Key, 8 to 100 characters).',
    keyReused:
      'This key against double sending was used for another request. Please reload the page and try again.',
    stale:
      'Somebody else changed this after you opened it. Please reload to see the new version, then try again.',
    missing: 'This was not found. It may have been deleted, or it does not belong to your agency.',
    serverRunning:
      'A Chủ Trì server is already running on this data directory. Please use that server, or set another DATA_DIR.',
    portTaken: (port) =>
      `Port ${port} is in use by another program. Please stop that program or set another PORT.`,
  },

  identity: {
    roles: {
      admin: 'System administrator',
      leader: 'Provincial leader',
      focal: 'Focal officer (đầu mối)',
      head: 'Head of agency',
      officer: 'Officer',
    },
    signIn: 'Sign in',
    signOut: 'Sign out',
    login: 'User name',
    password: 'Password or one-time code',
    wrong:
      'The user name or password is not correct. If you have forgotten it, please ask the system administrator for a new one-time code.',
    inactive: 'This account is no longer in use. Please contact the system administrator of your province.',
    codeExpired: 'The one-time code has expired. Please ask the system administrator for a new one.',
    newPassword: 'New password',
    newPasswordAgain: 'Repeat the new password',
    newPasswordHint: 'At least 10 characters. A sentence that is easy for you to remember is best.',
    passwordsDiffer: 'The two passwords are not the same.',
    passwordShort: 'The password needs at least 10 characters.',
    setPassword: 'Set password',
    setPasswordFirst: 'You signed in with a one-time code. Please set a password of your own to continue.',
    mustSetPassword: 'Please set a password of your own before you go on.',
    forbidden: (who) =>
      `This is reserved for: ${who}. If it is your duty, please ask the system administrator to change your role.`,
  },

  accounts: {
    title: 'Accounts',
    loginForm:
      'A user name has 2 to 40 characters: small letters without diacritics, digits, full stops or hyphens.',
    loginTaken: (login) => `The user name "${login}" is already taken. Please choose another.`,
    lastAdmin:
      'This is the last active system administrator, who can be neither stopped nor given another role.',
    person: 'Full name',
    position: 'Position',
    role: 'Role',
    agency: 'Agency',
    state: 'State',
    add: 'Add account',
    edit: 'Edit account',
    reset: 'Issue new code',
    resetExplain: (name) =>
      `Issue a new one-time code to ${name}? The old password and all open sessions end at once.`,
    stop: 'Stop using',
    resume: 'Use again',
    codesTitle: 'One-time codes',
    codesExplain: (days) =>
      `The codes are shown only this once and are valid for ${count(days, 'day')}. Please print them and hand each to its person.`,
    print: 'Print slips',
    empty:
      'There are no accounts yet. Add people one by one with "Add account", or import a whole list from Excel on the Agencies page.',
    noAgency: 'No agency',
    nameForm: 'The full name needs 2 to 100 characters.',
    positionForm: 'The position may have at most 200 characters.',
    agencyMissing:
      'This role needs an agency. Only system administrators and provincial leaders may be without one.',
    agencyUnknown: 'This agency is no longer in the directory. Please reload the page and choose again.',
    states: {
      active: 'In use',
      waiting: 'Password not yet set',
      expired: 'Code expired',
      stopped: 'Stopped',
    },
    search: 'Search by name, user name, position, agency',
    notFound: (search) =>
      `No account matches "${search}". Please try another word; diacritics are not needed.`,
    actions: 'Actions',
    editOf: (name) => `Edit the account of ${name}`,
    code: 'One-time code',
    codesDone: 'Printed or copied',
    slipAddress: 'Address',
    slipNote: (days) =>
      `The code can be used once within ${count(days, 'day')}. After signing in, please set a password of your own and destroy this slip.`,
    chooseAgency: 'Choose an agency',
    clearAgency: 'Clear the agency',
    resetStopped: 'This account is no longer in use. Please put it back into use before issuing a new code.',
  },

  agency: {
    title: 'Agencies',
    sheet: 'Directory',
    exampleSheet: 'Example',
    choicesSheet: 'Choices',
    chooseFromList: 'Please choose a value from the list.',
    columns: {
      name: 'Name of agency',
      code: 'Code',
      kind: 'Kind',
      parent: 'Under (agency)',
      aliases: 'Other names',
      person: 'Full name of official',
      position: 'Position',
      login: 'User name',
      role: 'Role',
    },
    kinds: {
      'province-committee': "Provincial People's Committee (UBND cấp tỉnh)",
      office: 'Office (văn phòng)',
      department: 'Department or branch (sở, ban, ngành)',
      party: 'Party body',
      front: 'Fatherland Front, mass organisation',
      union: 'Alliance, association',
      police: 'Police',
      army: 'Military',
      central: 'Local branch of a central agency (ngành dọc)',
      press: 'Press',
      commune: "Commune People's Committee (UBND cấp xã)",
      unit: 'Internal unit',
      committee: 'Steering committee (ban chỉ đạo)',
      district: "District People's Committee (UBND cấp huyện)",
      collective: 'Group of former agencies',
    },
    groups: {
      departments: 'All departments and branches (sở, ban, ngành)',
      communes: "People's Committees of all communes and wards",
      agencies: "All departments, branches and commune People's Committees",
      fronts: 'Fatherland Front, mass organisations and associations',
      press: 'The press agencies',
      districts: "People's Committees of all districts",
    },
    example: [
      {
        name: 'Sở Tài chính',
        code: 'H00.01',
        kind: 'Department or branch (sở, ban, ngành)',
        parent: '',
        aliases: 'Sở TC',
        person: 'Nguyễn Văn Ví Dụ',
        position: 'Giám đốc',
        login: '',
        role: 'Head of agency',
      },
      {
        name: 'Phòng Tổng hợp',
        code: 'H00.01.01',
        kind: 'Internal unit',
        parent: 'Sở Tài chính',
        aliases: '',
        person: 'Trần Thị Minh Họa',
        position: 'Chuyên viên',
        login: '',
        role: 'Officer',
      },
    ],
    taken: (name) =>
      `The name or code of "${name}" is already in the directory. Please check the name, the code and the superior agency.`,
    faults: {
      noHeading: (column) =>
        `There is no column "${column}" in the first row of the first sheet. Please use the template from this page.`,
      unreadable:
        'This file cannot be read as an Excel workbook (.xlsx) or as CSV in UTF-8. Please open it in Excel, save it as .xlsx and load it again.',
      nameMissing: 'The name of the agency is missing.',
      codeForm:
        'A code consists of capital letters A–Z and digits, in groups joined by full stops, at most 35 characters.',
      otherCode: (code) => `This agency already has another code, ${code}.`,
      codeTaken: (name) => `This code already belongs to "${name}".`,
      twice: 'This row repeats a row above.',
      kindUnknown: (kind) => `There is no kind "${kind}". Please choose from the list in the template.`,
      parentUnknown: (parent) => `The agency "${parent}" is neither in the rows above nor in the directory.`,
      roleUnknown: (role) => `There is no role "${role}". Please choose from the list in the template.`,
      personMissing: 'There is a user name or a role, but the full name is missing.',
      loginTaken: (login) => `The user name "${login}" is already taken.`,
    },
  },

  review: {
    personUnknown:
      'The chosen person is no longer in the directory. Please choose the leader in charge or the follower again.',
    outcomes: {
      assign: 'Assign (giao)',
      each: 'Assign to each member',
      orientation: 'Guidance (định hướng)',
      merged: 'Merged (gộp)',
    },
    proposed: 'Proposed by the system',
    problems: {
      'no-lead': (n) =>
        `${count(n, 'task')} ${have(n)} no lead agency. Please choose an agency or turn them into guidance.`,
      'several-leads': (n) =>
        `${count(n, 'task')} ${have(n)} several lead agencies. Please choose one, or assign to each member.`,
      'unmatched-lead': (n) =>
        `${count(n, 'task')} ${have(n)} a lead agency that is not in the directory. Please identify the agency.`,
      'group-lead': (n) =>
        `${count(n, 'task')} ${are(n)} laid on a whole group of agencies. Please assign to each member or choose one agency.`,
      nobody: (n) =>
        `${count(n, 'task')} ${are(n)} laid on a group without any agency in the directory. Please complete the directory or choose another agency.`,
      'lost-merge': (n) =>
        `${count(n, 'task')} ${are(n)} merged into a task that was deleted. Please choose again.`,
    },
    problemShort: {
      'no-lead': 'No lead agency',
      'several-leads': 'Several lead agencies',
      'unmatched-lead': 'Agency not in the directory',
      'group-lead': 'Laid on a whole group',
      nobody: 'Group without members',
      'lost-merge': 'Merged into a deleted task',
    },
    nothingTracked: 'No task is assigned yet. Please assign at least one.',
    noOverseer: 'The overseeing agency of the plan (which confirms results) has not been chosen.',
    incomplete: 'The plan cannot be published yet. Please settle the following, then publish again.',
    pasted: 'Pasted text',
    nothingDropped:
      'There is no file or text yet. Please choose a file (Word, PDF, Excel, web page, plain text), or paste the text of the plan.',
    leadIs: (name) => `${name} leads`,
    strike: (name) => `Strike "${name}" from the leads`,
    faults: {
      noSuchItem: 'This task is no longer in the review. Please reload the page.',
      noSuchLead: 'This agency is not among the leads of the task. Please reload the page.',
      mergeCircle: 'A task cannot be merged into itself or into a task that is merged already.',
      mergeChain: 'Another task is merged into this one, so it cannot be merged any further.',
      idTaken: 'The identifier of the task is taken. Please reload the page.',
      splitOutside: 'The place to split is outside the sentence. Please put the cursor inside it and split.',
      published: 'The plan is published and can no longer be changed in review.',
      nothingToUndo: 'There is nothing left to undo.',
    },
  },

  menu: {
    dashboard: 'Overview',
    waiting: 'Where it is stuck',
    work: 'Work of the agency',
    difficulties: 'Difficulties',
    plans: 'Plans',
    mentions: 'Mentions of me',
    agencies: 'Agencies',
    people: 'Stand-ins, handing over',
    daysOff: 'Days off',
    accounts: 'Accounts',
  },

  cli: {
    help: `Chủ Trì: turns administrative plans into work that is followed to its end

  chutri serve                    run the server (PORT, HOST, DATA_DIR, DATABASE_URL)
  chutri extract FILE [--json]    read a plan and print its tasks, lead agencies and deadlines
  chutri code LOGIN               a one-time code when an administrator lost the password
  chutri agency apply FILE.json [--dry-run]  record reorganisations from a file; --dry-run only prints
  chutri rebuild [--verify]      derive counters and states again from the steps; --verify only compares
  chutri tracker import FILE     import a running tracking sheet; --dry-run only checks
  chutri --help                   this page`,
    unusable: (name, value) =>
      `The variable ${name}="${value}" cannot be used. Please mend it or leave it out.`,
    cannotStart: (why) =>
      `The server could not start (${why}). Please check HOST, DATA_DIR and DATABASE_URL.`,
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
  },

  task: {
    statuses: {
      assigned: 'Not yet received',
      active: 'In progress',
      reported: 'Awaiting approval',
      approved: 'Awaiting confirmation',
      done: 'Completed',
      suspended: 'Suspended',
      closed: 'Closed',
    },
    steps: {
      receive: 'Receive',
      assign: 'Assign',
      report: 'Report results',
      'report-outside': 'Note: reported outside this system',
      approve: 'Approve report',
      return: 'Return',
      confirm: 'Confirm completion',
      'ask-extension': 'Ask for an extension',
      extend: 'Extend',
      'refuse-extension': 'Refuse extension',
      suspend: 'Suspend',
      resume: 'Resume',
      close: 'Close',
      reopen: 'Reopen',
    },
    notNow: (step, status) =>
      status === 'done' && step !== 'resume'
        ? 'The assignment is completed and confirmed. If more is to be done, the overseeing agency reopens it.'
        : status === 'closed'
          ? 'The assignment is closed; no step is left. If more is to be done, the overseeing agency reopens it.'
          : status === 'suspended'
            ? 'The assignment is suspended. This step is possible once the overseeing agency resumes it.'
            : {
                receive: 'The assignment has been received.',
                assign: 'Nothing can be assigned at this step.',
                'report-outside': 'A report is already waiting, so nothing is added.',
                'ask-extension': 'The report has been approved, so no extension is needed.',
                extend: 'The report has been approved, so no extension is needed.',
                'refuse-extension': 'No request for an extension is waiting.',
                suspend: 'It cannot be suspended at this step.',
                resume: 'The assignment is not suspended, so it need not be resumed.',
                close: 'It cannot be closed at this step.',
                reopen: 'The assignment is neither completed nor closed, so it need not be reopened.',
                report:
                  'A report is already waiting. Please await the result, or ask the head of the agency to return it so that you can report again.',
                approve: 'No report is awaiting approval.',
                return: 'There is no report to return.',
                confirm:
                  'This cannot be confirmed yet: the agency first reports 100% and its head approves the report.',
              }[step],
    notRelated: {
      bearer: 'This is assigned to another agency. Only people of the assigned agency can take this step.',
      agency: 'This step is taken by the head of the assigned agency itself.',
      overseer: 'This step is taken by the overseeing agency of the plan.',
    },
    needsRole: (roles) => `This step is reserved for: ${roles}. Please ask somebody with that role.`,
    notHere: {
      inside:
        'This agency reports outside this system (police, army). Only the day of the report is kept here, no text and no file.',
      outside:
        'This step is reserved for duties of the police and the army. Please report the results on this page.',
    },
    notAsked: 'There is no request for an extension to answer.',
    dayAhead: 'The day of the report cannot be after today. Please check the day.',
    untracked:
      'This duty was corrected to one that is not tracked, so that its work cannot be reopened. To track it, correct the duty again.',
    noDueToExtend: 'This assignment has no deadline, so no extension is needed.',
    extensionEarlier: (dueOn) =>
      `The new day must be after the present deadline (${printDay(dueOn)}). Please choose another day.`,
    assignNobody: 'Please choose the person or unit it is assigned to.',
    assignStranger:
      'It can only be assigned to active people or units of the agency itself. Please choose from the list.',
    twiceInOne: 'One assignment occurs twice in the same request. Please reload the page and select again.',
    ownReport: {
      approve:
        'You wrote this report yourself, so another person with the role of head must approve it. If it was a mistake, return it so that somebody else can report.',
      confirm: 'You wrote this report yourself, so somebody else of the overseeing agency must confirm it.',
    },
    textRequired: {
      report: 'Please describe the results.',
      return: 'Please give the reason for returning it, so that the agency knows what to add.',
      'ask-extension': 'Please give the reason for the extension.',
      'refuse-extension': 'Please give the reason for refusing the extension.',
      suspend: 'Please give the reason for suspending it.',
      close: 'Please give the reason for closing it.',
      reopen: 'Please give the reason for reopening it.',
    },
    percentForm: 'Progress is a whole number from 0 to 100.',
    fileEmpty: 'The file is empty (0 bytes). Please check it and choose another.',
    fileMissing: 'No file has been chosen.',
    fileNameLong: 'The file name is longer than 200 characters. Please shorten it and attach the file again.',
    fileUnknown: (name) => `The file "${name}" has not been uploaded. Please attach it again.`,

    workTitle: 'Work of the agency',
    workTitleOf: (agency) => `Work of ${agency}`,
    workTitleAll: 'Work of all agencies',
    states: {
      all: 'All',
      open: 'Not completed',
      overdue: 'Overdue',
      soon: 'Due within 7 days',
      within: 'Not completed, within deadline',
      undated: 'No deadline',
      'to-receive': 'Not yet received',
      'to-approve': 'Awaiting approval',
      'to-confirm': 'Awaiting confirmation',
      done: 'Completed',
      'done-on-time': 'Completed on time',
      'done-late': 'Completed late',
      suspended: 'Suspended',
      closed: 'Closed',
      answerable: 'Completed or overdue',
    },
    stateTabs: 'Filter by status',
    searchLabel: 'Search in the text of the tasks',
    searchHint:
      'Diacritics are not needed. Press / to search, j k to move, x to select, Shift+x for a range, Enter to open.',
    agency: 'Agency',
    allAgencies: 'All agencies',
    plan: 'Plan',
    allPlans: 'All plans',
    oneItem: 'One task only',
    clearFilter: 'Clear filters',
    nothingFound: 'None',
    columns: {
      quote: 'Task',
      agency: 'Agency',
      due: 'Deadline',
      status: 'Status',
      action: 'To do',
    },
    section: (section) => `Section ${section}`,
    noDue: 'No deadline',
    daysLate: (n) => `${count(n, 'day')} overdue`,
    dueToday: 'Due today',
    daysLeft: (n) => `${count(n, 'day')} left`,
    approvedOn: (day) => `Approved by the agency on ${day}`,
    completedOn: (day) => `Completed on ${day}`,
    completedLate: 'late',
    percentDone: (n) => `${n}%`,
    open: 'View',
    nextPage: 'Next page',
    firstPage: 'Back to the first page',
    emptyStart:
      'There is no work yet. It appears here once a plan has been published and assigned to this agency.',
    emptyState: {
      open: 'Nothing is left to complete.',
      overdue: 'Nothing is overdue.',
      soon: 'Nothing is due within the next 7 days.',
      'to-receive': 'Everything assigned has been received.',
      'to-approve': 'No report is awaiting the approval of the head.',
      'to-confirm': 'Nothing is awaiting confirmation by the overseeing agency.',
      other: 'There is nothing here.',
    },
    emptySearch: 'Nothing matches the current filters. Please remove a filter or try another word.',

    clause: 'Excerpt from the plan',
    clauseLines: (from, to) =>
      from === to ? `Line ${number.format(from)}` : `Lines ${number.format(from)} to ${number.format(to)}`,
    edited: 'Text as assigned (changed in review)',
    merged: 'Merged from elsewhere in the plan',
    facts: 'About the assignment',
    lead: 'Lead agency (chủ trì)',
    printedAs: (names) => `In the document: ${names}`,
    coordinating: 'Coordinating (phối hợp)',
    overseer: 'Overseeing agency',
    deliverables: 'Deliverables',
    dueLabel: 'Deadline',
    dueWords: (text) => `In the document: ${text}`,
    timeline: 'History',
    timelineEmpty: 'No step has been taken yet. The assigned agency begins by receiving or reporting.',
    sentence: (kind, { percent, nothing, to, until, happenedOn }) =>
      ({
        receive: 'received the assignment',
        assign: `assigned it${to ? ` to ${to}` : ''}`,
        report: nothing ? 'reported that nothing arose' : `reported ${percent ?? 0}%`,
        'report-outside': `noted a report outside this system${happenedOn ? ` on ${printDay(happenedOn)}` : ''}`,
        approve: 'approved the report',
        return: 'returned the report',
        confirm: 'confirmed completion',
        'ask-extension': `asked for an extension${until ? ` until ${printDay(until)}` : ''}`,
        extend: `extended the deadline${until ? ` until ${printDay(until)}` : ''}`,
        'refuse-extension': 'refused the extension',
        suspend: 'suspended the assignment',
        resume: `resumed it${until ? `, new deadline ${printDay(until)}` : ''}`,
        close: 'closed the assignment',
        reopen: 'reopened the assignment',
        transfer: `passed the work on${to ? ` to ${to}` : ''}`,
        schedule: until ? `set the deadline ${printDay(until)}` : 'removed the deadline',
      })[kind],
    inPlaceOf: (name) => `in place of ${name}`,
    nextTitle: 'Next step',
    allDone: 'The assignment is completed and confirmed.',
    waitingFor: {
      assigned: 'Waiting for the assigned agency to receive it.',
      active: 'The assigned agency is working on it.',
      reported: 'The report is awaiting approval by the head of the assigned agency.',
      approved: 'The agency has approved its results; the overseeing agency has yet to confirm them.',
      suspended: 'The assignment is suspended by decision of the overseeing agency.',
      closed: 'The assignment is closed by decision of the overseeing agency.',
    },
    taken: {
      receive: 'Received. When there are results, please report them on this page.',
      report: 'The report has been sent. The head of the agency will approve it.',
      approve: 'The report has been approved.',
      return: 'Returned with the reason.',
      confirm: 'Completion has been confirmed.',
      assign: 'Assigned.',
      'report-outside': 'The day of the report outside this system has been noted.',
      'ask-extension': 'The request has been sent. The overseeing agency will answer.',
      extend: 'The deadline has been extended.',
      'refuse-extension': 'The extension has been refused, with the reason.',
      suspend: 'Suspended.',
      resume: 'Resumed.',
      close: 'Closed.',
      reopen: 'Reopened.',
    },
    reportNow: 'There are results already: report now',
    reportText: 'Results',
    reportTextHint:
      'State what was done, numbers and dates of documents, main figures. The draft is kept on this machine.',
    progress: 'Progress',
    progressRequired: 'Please choose the progress.',
    full: 'Completed (100%)',
    part: 'Partly completed',
    percentLabel: 'Share completed (%)',
    evidence: 'Evidence',
    evidenceHint: 'Drop files here or click to choose. At most 50 MB each.',
    chooseFiles: 'Choose files',
    uploading: (name) => `Uploading ${name}…`,
    removeFile: (name) => `Remove the file ${name}`,
    tooManyFiles: (most) =>
      `A report carries at most ${count(most, 'file')}; the others were not accepted. Please pack them into one file or leave some out.`,
    fileSize: (bytes) =>
      bytes < 1_048_576
        ? `${number.format(Math.max(1, Math.round(bytes / 1024)))} KB`
        : `${number.format(Math.round(bytes / 104_857.6) / 10)} MB`,
    sendReport: 'Send report',
    note: 'Remarks (required when returning)',
    reload: 'Load the new version',
    draftKept: 'What you are writing is kept.',
    backToList: 'List of work',
  },

  agencyPages: {
    nameForm: 'The name of an agency needs 2 to 200 characters.',
    aliasForm: 'Each other name has at most 200 characters, and an agency at most 30 of them.',
    parentGone:
      'This superior agency is no longer in the directory. Please reload the page and choose again.',
    underItself: 'An agency cannot stand under itself or under one of its own units.',
    severalParents: (name) =>
      `Several agencies are called "${name}". Please write the code of the agency into this column.`,
    severalNames: (name) =>
      `Several agencies are called "${name}". Please write its code, or its superior agency into this column.`,
    codeByHand: (name) =>
      `"${name}" is in the directory but has no code. Please add the code on the Agencies page and load the file again.`,
    differs: (name) =>
      `"${name}" is already there with something else in this column. Please change it on the Agencies page, or leave this cell empty and load the file again.`,
    personTwice:
      'This person is in a row above. If they are two people of one name, please give each a user name.',
    add: 'Add agency',
    edit: 'Edit agency',
    editOf: (name) => `Edit ${name}`,
    import: 'Import from Excel',
    search: 'Search by name, code, other name',
    count: (n) => count(n, 'agency', 'agencies'),
    notFound: (search) =>
      `No agency matches "${search}". Please try another word; diacritics are not needed.`,
    empty: [
      'The directory of agencies of the province comes here. Names of agencies in a plan are looked up in it to assign the work.',
      'The quickest way: click "Import from Excel", download the template, fill in departments, communes and wards with their officials and drop it here; the system checks it before importing and prints a one-time code for each person.',
      'Or click "Add agency" to enter them one by one.',
    ],
    parentHint:
      'Leave empty for an independent agency. For a division or branch, choose its superior agency.',
    clearParent: 'Clear the superior agency',
    codeHint: 'Identification code under Decision 20/2020/QĐ-TTg, if any, for example H00.01.',
    aliasHint: 'Every form used in documents, for example "Sở TC". Press Enter or ; after each name.',
    clearAliases: 'Delete all other names',
    template: 'Download the template',
    templateHint: ' (.xlsx) with choice lists and an example.',
    fill: 'Fill in one row for each agency. Its first official goes into the same row, a second one into the next row with the same name of agency.',
    fillNoPeople:
      'Fill in one row for each agency and leave the columns about officials empty: accounts are imported by the system administrator.',
    dropHint:
      'Drop the file on this page. It is checked first; nothing is recorded until you click "Import".',
    choose: 'Choose file',
    orDrop: 'or drop an .xlsx or .csv file on this page',
    drop: 'Drop the file to check the directory',
    wouldAdd: (agencies, people, known) =>
      `Will add ${count(agencies, 'agency', 'agencies')} and ${count(people, 'account')}; ${count(known, 'row')} of agencies already there.`,
    nothingNew: 'The file has nothing new for the directory and need not be imported.',
    carryOut: 'Import',
    codesFollow: (n) =>
      `After the import the one-time codes of ${count(n, 'person', 'people')} are shown for printing.`,
    added: (agencies, people) =>
      `Imported ${count(agencies, 'agency', 'agencies')} and ${count(people, 'account')}.`,
    codesLost:
      'This file was imported when it was sent before, so the codes are not shown again. Please issue new codes on the Accounts page.',
    row: 'Row',
    column: 'Column',
    fault: 'To be corrected',
    templateName: 'directory-of-agencies.xlsx',
    noFile: 'No file was sent. Please choose an Excel (.xlsx) or CSV file.',
    emptySheet:
      'The first sheet has no row below its headings. Please fill in the directory there (the sheet "Example" is for reference only).',
    tooManyRows: (most) =>
      `The file has more than ${count(most, 'row')}. Please split it into several files.`,
    peopleForbidden:
      'The file has names of officials. Only the system administrator may import accounts: please leave out the columns about officials, or pass the file on to the system administrator.',
    importFaults: (n) =>
      `The file still has ${count(n, 'place')} to be corrected, so nothing was imported. Please correct the file and load it again.`,
    place: (row, column) => `Row ${row}, column "${column}"`,
  },

  setup: {
    sampleProvince: 'Sông Mơ Province',
    done: 'The province has already been set up. Please sign in.',
    provinceUnknown: 'Please choose a province or city from the list.',
    codeMissing:
      'Setting up from another machine needs the set-up code. It is shown where the Chủ Trì server was started.',
    codeWrong: 'The set-up code is not correct. Please look up the latest one where the server was started.',
    sampleAdminOnly:
      'The province has been set up, so only a system administrator can open the sample province.',
    sampleExists: 'The sample province is already there. Please choose one of its people to look around.',
    sampleMissing: 'The sample province has already been removed.',
    removeForbidden:
      'The sample province can be removed only on the server itself, or when signed in as its system administrator.',
    welcome:
      'Turns administrative plans into work that is followed to its end. Set up your province, or look around in a sample province first.',
    code: 'Set-up code',
    codeHint: 'You are on another machine. The code is shown where the Chủ Trì server was started.',
    realTitle: 'Set up a province',
    realExplain:
      'Choose the province or city and create the first administrator account. The directory of agencies is imported in the next step.',
    province: 'Province or city',
    provincePlaceholder: 'Type to search among 34 provinces and cities',
    adminName: 'Full name of the system administrator',
    loginHint: 'Small letters without diacritics, digits, full stops or hyphens.',
    password: 'Password',
    showPassword: 'Show password',
    setUp: 'Set up',
    sampleTitle: 'Sample province',
    sampleExplain:
      'Sông Mơ Province does not exist: over 60 agencies, over 40 officials, two published plans and a year of their progress. It can be removed at any time and does not touch the real province.',
    openSample: 'Look around the sample',
    opening:
      'Building the sample province: directory of agencies, two plans, their progress. This usually takes less than a minute.',
    orSample: 'or look around the sample province',
    peopleExplain: 'Choose one of the people of the sample province to enter at once, without a password.',
    roleExplain: {
      admin: 'Keeps the directory of agencies and the accounts',
      leader: 'Sees the overview, what is stuck and what is late',
      focal: 'Brings plans in, assigns work, confirms results',
      head: 'Approves the reports of the agency',
      officer: 'Receives work and reports results',
    },
    banner: 'Sample province: fictional data.',
    bannerExplain: 'No agency, official or figure here is real.',
    switchPerson: 'Switch person',
    remove: 'Remove the sample',
    removeTitle: 'Remove the sample province?',
    removeExplain:
      'All agencies, officials, plans and progress of the sample province will be deleted, and everybody looking around will be signed out. The real province is not affected. The sample can be opened again later.',
    notOfSample:
      'Only people of the sample province enter without a password. Please sign in with user name and password.',
  },

  planPages: {
    plans: 'Plans',
    load: 'Load plan',
    paste: 'Paste text',
    dropHere: 'Drop the file here to have the plan read (Word, PDF, Excel, web page, plain text)',
    reading: (name) => `Reading "${name}"…`,
    empty:
      'There are no plans yet. Drop a file on this page or click "Load plan". The system reads tasks, lead agencies and deadlines for you to review and publish.',
    emptyForReaders:
      'No plan has been published yet. Plans appear here once the focal agency has loaded and published them.',
    pasteText: 'Text of the document',
    pasteHint: 'Paste the whole text, with number, symbol and recipients. Ctrl + Enter to read it.',
    pasteName: 'Name (optional)',
    pastedText: 'Pasted text',
    readText: 'Read text',
    statuses: { draft: 'In review', published: 'Published' },
    draftSince: (moment) => `Loaded ${moment}, not yet published`,
    tracks: (tracked, assignments) => `Tracks ${count(tracked, 'task')}, ${count(assignments, 'assignment')}`,
    deleteDraft: 'Delete review',
    deleteDraftOf: (name) => `Delete review: ${name}`,
    deleteExplain: (name) =>
      `Delete the review "${name}" with everything done in it? Published plans are not affected.`,

    source: 'Document',
    notices: 'Remarks on reading the file',
    marks: {
      task: 'Task',
      indicator: 'Target',
      reporting: 'Reporting duty',
      reference: 'Document cited',
      unread: 'Not used for anything yet',
    },
    sides: {
      items: 'Tasks',
      unread: 'Unused',
      findings: 'Faults',
      indicators: 'Targets',
      reporting: 'Reporting',
      references: 'References',
      source: 'Document',
    },
    lead: 'Lead',
    coordinating: 'Coordinating',
    due: 'Deadline',
    deliverables: 'Deliverables',
    quote: 'Text of the task',
    mergedInto: 'Merged into',
    joins: 'Includes task no.',
    numbered: (n) => `task no. ${number.format(n)}`,
    byHand: 'Added by hand',
    notInDirectory: 'not in the directory',
    until: (day) => `until ${day}`,
    before: (day) => `before ${day}`,
    noItems:
      'No task could be read. Select the passage of a task in the document on the left and press "a" to add it.',

    thisItem: 'This task',
    wholePlan: 'Whole plan',
    scope: 'The decision applies to:',
    choices: 'Choices',
    fallsOn: (n, title) =>
      `The next decision applies to ${count(n, 'task')}${title ? ` (${title})` : ''}. Press Esc to narrow.`,
    leftOver: (n) => `${count(n, 'task')} still undecided.`,
    allDecided: 'No task is left to decide. Press "p" to publish.',
    byProposal: (n) => `${count(n, 'task')} as the system proposes.`,
    nothingYet: 'There are no tasks yet.',
    willMake: (tracked, assignments) =>
      `Will track ${count(tracked, 'task')}, ${count(assignments, 'assignment')}`,
    saving: 'Saving…',
    saved: 'Saved',
    reloaded:
      'Somebody else changed this review, so it has been reloaded. Your last action was not recorded; please check and repeat it if needed.',
    chooseOne:
      'The task has several lead agencies: press a figure to choose one, or "t" to assign to each member.',
    selectFirst: 'Please select the passage to add, then press "a".',
    allNamesKnown: 'Every name of an agency is in the directory.',
    namesWaiting: (n) => `${count(n, 'name')} of lead agencies ${are(n)} not in the directory.`,
    didOutcome: (n, outcome) => `${outcome}: ${count(n, 'task')}.`,
    didChoose: (label) => `Chosen: ${label}.`,
    didAdd: (section) => (section ? `Task added to section ${section}.` : 'Task added.'),
    didDelete: 'Task deleted from the review.',
    didUndo: 'Undone.',
    didChange: 'Change saved.',
    didSplit: 'Split into two tasks.',
    didLead: 'Lead agency chosen.',
    didMerge: (n) => `${count(n, 'task')} merged.`,
    didNames: (added, mapped) =>
      `${count(added, 'agency', 'agencies')} added to the directory, ${count(mapped, 'name')} identified.`,

    keys: {
      next: 'Down',
      previous: 'Up',
      nextUndecided: 'Next undecided',
      previousUndecided: 'Previous undecided',
      widen: 'Widen',
      widest: 'Widest',
      narrow: 'Narrow',
      assign: 'Assign',
      each: 'Each member',
      orientation: 'Guidance',
      merge: 'Merge',
      choose: 'Choose',
      lead: 'Lead',
      names: 'Identify names',
      edit: 'Edit',
      split: 'Split',
      add: 'Add selection',
      delete: 'Delete',
      undo: 'Undo',
      head: 'Edit details',
      publish: 'Publish',
      help: 'Shortcuts',
      nextUnsure: 'Next to look at closely',
      previousUnsure: 'Previous to look at closely',
      every: 'Period',
      event: 'Event',
      completion: 'Done when',
      people: 'In charge',
    },
    keyGroups: {
      move: 'Move',
      decide: 'Decide',
      change: 'Change the review',
      finish: 'Finish',
      follow: 'How it is followed up',
    },
    keyHelp: {
      next: 'Next task',
      previous: 'Previous task',
      nextUndecided: 'Next undecided task',
      previousUndecided: 'Previous undecided task',
      widen: 'Widen the scope: task, section, part, whole plan',
      widest: 'Widen the scope as far as it goes',
      narrow: 'Narrow the scope',
      assign: 'Assign to one lead agency',
      each: 'Assign to each member of the group of agencies',
      orientation: 'Turn into guidance, which is not tracked',
      merge: 'Merge into another task',
      choose: 'Choose the option with this number',
      lead: 'Choose the lead agency from the directory',
      names: 'Identify the names that are not in the directory; Enter records all of them',
      edit: 'Edit text, agencies, deadline, deliverables',
      split: 'Split into two tasks',
      add: 'Add a task from the selected passage',
      delete: 'Delete the task from the review',
      undo: 'Undo the last action',
      head: 'Edit number, subject, issuing agency and date',
      publish: 'Publish the plan; Enter confirms',
      help: 'This list of shortcuts',
      nextUnsure: 'The next duty to look at closely',
      previousUnsure: 'The previous duty to look at closely',
      every: 'Comes back in periods: a duty, a section or the whole plan',
      event: 'Waits for an event before its time runs',
      completion: 'When a duty laid on every member is done',
      people: 'Leader in charge and follower',
    },
    eitherKey: (one, other) => `${one} or ${other}`,
    keysOff: 'Shortcuts do nothing while you type or while a dialog is open.',

    editTitle: 'Edit task',
    leadHint: 'Type to search the directory; diacritics are not needed. Press Enter after each agency.',
    onePerLine: 'One deliverable a line.',
    dueText: 'Deadline as printed',
    dueKind: 'Kind of deadline',
    dueFrom: 'From',
    dueTo: 'Until the end of',
    dueKinds: {
      none: 'No deadline stated',
      date: 'A day',
      month: 'Within a month',
      quarter: 'Within a quarter',
      year: 'Within a year',
      years: 'Several years',
      annual: 'Every year',
      ongoing: 'Ongoing, regular',
      conditional: 'When a condition is met',
    },
    saveWithKey: 'Save (Ctrl + Enter)',
    splitTitle: 'Split task',
    splitHint: 'Put the cursor where the second task begins and press Enter.',
    firstPiece: 'First task',
    secondPiece: 'Second task',
    splitHere: 'Split here',
    leadTitle: 'Choose the lead agency',
    leadOfMany: (n) => `Choose the lead agency of ${count(n, 'task')}`,
    mergeTitle: (n) => (n > 1 ? `Merge ${count(n, 'task')} into` : 'Merge this task into'),
    noAgencyFound: 'There is no such agency in the directory. Please try fewer letters.',
    noItemFound: 'There is no such task. Please try fewer letters.',

    headTitle: 'About the document',
    number: 'Number and symbol (số, ký hiệu)',
    title: 'Subject (trích yếu)',
    issuer: 'Issuing agency',
    date: 'Date of issue',
    dateHint: 'For example 04/05/2026; without a day write 05/2026 or 2026.',
    dateWrong: 'There is no such day. Please write it as 04/05/2026, 05/2026 or 2026.',

    namesTitle: 'Names of agencies that are not in the directory',
    namesExplain:
      'Each name is identified once for the whole plan. Check what is proposed, change it where needed and press Enter.',
    unmatchedLeads: 'Lead agencies',
    unmatchedCoordinating: 'Coordinating agencies (the plan can be published with these left as they are)',
    times: (n) => count(n, 'place'),
    meaningOf: (name) => `"${name}" is`,
    addToDirectory: (kind) => `Add to the directory (${kind})`,
    leaveName: 'Leave for later',
    settleNames: (added, mapped) =>
      added && mapped
        ? `Add ${count(added, 'agency', 'agencies')}, identify ${count(mapped, 'name')}`
        : added
          ? `Add ${count(added, 'agency', 'agencies')}`
          : mapped
            ? `Identify ${count(mapped, 'name')}`
            : 'No name chosen',

    publishTitle: 'Publish plan',
    overseer: 'Overseeing agency of the plan',
    overseerHint: 'Receives the reports and confirms results. Type to search; diacritics are not needed.',
    missing: 'The plan cannot be published yet. Still missing',
    publishNow: 'Publish',

    noIndicators: 'No target could be read in this document.',
    noReporting: 'No reporting duty could be read in this document.',
    noReferences: 'This document cites no document by number and symbol.',
    noFindings: 'No faults were found in the document.',
    noUnread: 'Every line of the document has been used.',
    unreadExplain:
      'These lines have not become anything. If one of them states a task, click "Add" beside it.',
    makeTask: 'Add',
    makeTaskOf: (text) => `Add as a task: ${text}`,
    everyYear: 'every year',
    notNamed: 'not named',
    frequencies: {
      annual: 'Yearly',
      semiannual: 'Half-yearly',
      quarterly: 'Quarterly',
      monthly: 'Monthly',
      weekly: 'Weekly',
      periodic: 'Regularly',
      adhoc: 'On request',
    },
    relations: { implements: 'Carries out this document', basis: 'Legal basis (căn cứ)', cites: 'Cites' },
    severities: { error: 'Fault', minor: 'Worth checking' },

    stillDraft: 'This plan is still in review and not published, so no work has been assigned.',
    openReview: 'Open the review',
    progress: 'Progress',
    doneOf: (done, all) => `${number.format(done)}/${number.format(all)} assignments completed`,
    openWork: (isDone) => (isDone ? 'Completed, see the work' : 'In progress, see the work'),
    seeSource: 'See in the document',
    seeSourceOf: (n) => `See in the document: task no. ${number.format(n)}`,
  },

  dashboard: {
    title: 'Overview',
    counted: (day) => `As of ${day}.`,
    clickable: 'Click a figure to see its list.',
    empty: 'There are no assignments yet. Figures appear here once a plan has been published.',
    emptyFilter: 'No assignment matches the current filters.',
    blockers: 'Where it is stuck',
    mostOverdue: 'Longest overdue',
    waitingConfirm: 'Awaiting confirmation by the overseeing agency',
    waitingApprove: 'Awaiting approval by the head of the agency',
    nothingOverdue: 'No assignment is overdue.',
    nothingWaiting: 'No assignment is waiting.',
    seeAll: (n) => `See all ${count(n, 'assignment')}`,
    matrixOf: (unit) => `Results against deadlines, counted in ${unit}`,
    inTime: 'On time, within deadline',
    late: 'Late, overdue',
    total: 'Total',
    done: 'Completed',
    notDone: 'Not completed',
    ofWhichUndated: 'of which without deadline',
    ofAssigned: 'Completed out of all assigned',
    ofAnswerable: 'Completed out of those due so far (completed + overdue)',
    noRatio: 'Cannot be computed: the denominator is 0',
    byAgency: 'By agency',
    byPlan: 'By plan',
    assigned: 'Assigned',
    share: 'Completed / assigned',
    bar: 'Breakdown',
    parts: {
      'done-on-time': 'Completed on time',
      'done-late': 'Completed late',
      within: 'Not completed, within deadline',
      overdue: 'Not completed, overdue',
    },
    allRows: (n) => `See all ${count(n, 'row')}`,
    assignments: (n) => count(n, 'assignment'),
    onlyThis: (name) => `Only ${name}`,
  },

  document: {
    kinds: {
      picture: 'image files',
      program: 'program files',
      rtf: 'RTF files',
      rar: 'RAR archives',
      sevenZip: '7z archives',
      zip: 'archives',
      slides: 'slide shows',
      openDocument: 'OpenDocument files',
      mail: 'e-mail messages (.msg)',
      oldOffice: 'files of old Office versions',
    },
    notRead: (kind, cure) => `The system cannot read ${kind} yet. ${cure}`,
    empty: 'The file is empty. Please check it and load a file with text.',
    tooLong:
      'The text has more than 5 million characters, far more than a plan. Please load the part with the tasks as a file of its own.',
    encrypted:
      'The file is protected by a password and cannot be opened. Please remove the password, save it and load it again.',
    notWord: (extension) =>
      `The file ends in .${extension} but is not a Word document, or is damaged. Please open it in Word, save it as .docx and load it again.`,
    brokenWord:
      'The content of the Word document is damaged and cannot be read. Please open it in Word, save it as .docx and load it again.',
    broken:
      'The file is damaged or was not uploaded completely. Please open it in Word, save it as .docx and load it again.',
    bomb: 'Unpacked, the file is far too large for a document, so it was not opened. Please check it and save it as .docx.',
    binary:
      'This kind of file is not known, or the file is damaged. Please open it in Word, save it as .docx and load it again.',
    secret: (mark) =>
      `The document bears the secrecy mark "${mark}", so it cannot enter this system and nothing of it was kept. Please handle it under the rules on state secrets.`,
    comments: (n) =>
      n === 1
        ? 'The document has a comment, which was not read.'
        : `The document has ${number.format(n)} comments, which were not read.`,
    embedded: (n) =>
      n === 1
        ? 'The document has a part embedded from another file, which was not read. If it holds tasks, please load that file separately.'
        : `The document has ${number.format(n)} parts embedded from other files, which were not read. If they hold tasks, please load those files separately.`,
    onlyPictures:
      'The Word document holds only pictures of pages and no text. Please export it as PDF and load that, so that the text can be recognised.',
    oldExcel:
      'The system cannot read workbooks of old Excel versions (.xls, .xlsb) yet. Please open it in Excel, save it as .xlsx and load it again.',
    brokenExcel:
      'The content of the workbook is damaged and cannot be read. Please open it in Excel, save it as .xlsx and load it again.',
    sheetTooLarge:
      'The workbook has more than 30 sheets or 5,000 rows, far more than a plan. Please load the part with the tasks as a file of its own.',
    hiddenSheets: (n) =>
      n === 1
        ? 'The workbook has a hidden sheet, which was not read.'
        : `The workbook has ${number.format(n)} hidden sheets, which were not read.`,
    hiddenRows: (n) =>
      n === 1
        ? 'The workbook has a hidden row, which was not read. If it is needed, please unhide it or clear the filter and load the file again.'
        : `The workbook has ${number.format(n)} hidden rows, which were not read. If they are needed, please unhide them or clear the filter and load the file again.`,
    emptyFormulas: (n) =>
      n === 1
        ? 'The workbook has a formula without a result, which was read as empty. Please open it in Excel and save it again.'
        : `The workbook has ${number.format(n)} formulas without results, which were read as empty. Please open it in Excel and save it again.`,
    oldWord:
      'A document of an old Word version (.doc): automatic numbers and merged cells cannot be read. If possible, please save it as .docx and load that instead.',
    brokenOldWord:
      'The .doc file is damaged or too complex to read. Please open it in Word, save it as .docx and load it again.',
    converted: (encoding: string) =>
      `The text was written in the ${encoding} encoding and has been converted to Unicode. Please compare it with the original.`,
    setAside: (n: number) =>
      `${count(n, 'line', 'lines')} of the web page’s own frame (menus, links, comments) set aside and not read.`,
    brokenPdf:
      'The PDF file is damaged or has no pages, so it cannot be opened. Please export the PDF again from the original, or load the .docx file.',
    encryptedPdf:
      'The PDF file has a password, so it cannot be opened. Please remove the password, save the PDF and load it again.',
    heavyPdf:
      'The PDF file is far larger or more complex than a document, so it was not opened. Please export the PDF again from the original, or load the .docx file.',
    scanned: (pages) =>
      `Page ${pages} was recognised from a picture; words and figures may be wrong. Please compare with the paper before approving.`,
    scanRepaired: (n, examples) =>
      `${number.format(n)} misread places were put right by machine (${examples}). Please check them.`,
    scanLost: (pages) =>
      `Page ${pages} could not be recognised. Please enter this part from the paper, or scan the page again.`,
    scanFailed:
      'No words could be recognised in the scan. Please scan it again more clearly (200–300 dpi), or load the .docx file.',
    scanTooLong: (pages, most) =>
      `The file has ${number.format(pages)} scanned pages, more than the ${number.format(most)} that are recognised at once. Please put the part with the duties into a file of its own and load that.`,
    cures: {
      picture:
        'Please save the picture as a PDF, whose letters the system recognises, or load the .docx file.',
      program: 'Please load the plan as .docx or PDF.',
      rtf: 'Please open it in Word, save it as .docx and load it again.',
      rar: 'Please unpack it and load the files inside one by one.',
      sevenZip: 'Please unpack it and load the files inside one by one.',
      zip: 'Please unpack it and load the files inside one by one.',
      slides: 'Please export it as a PDF and load that.',
      openDocument: 'Please open it in Word or LibreOffice, save it as .docx or .xlsx and load it again.',
      mail: 'Please save the attached file and load that.',
      oldOffice: 'Please open it in the program it was made with, save it as .docx or PDF and load it again.',
    },
  },

  findings: {
    blankNumber: 'The number of the document is blank',
    numberOnlyInAnnex: 'The head of the document has no number; only the annex gives one',
    blankDate: 'The day or month of issue is blank',
    numberTwice: (label) => `The number "${label}" is used twice`,
    glued: (label) => `Item "${label})" runs on from the end of the item before`,
    gap: (before, after) => `Number ${before} is followed by number ${after}`,
    firstIs: (value) => `The first item has the number ${value}`,
    missingAppendix: 'The document speaks of an annex that is not there',
    dateOrder: (number, date, ofNumber, ofDate) =>
      `${number} (${printDay(date)}) was issued before the document it carries out (${ofNumber}, ${printDay(ofDate)})`,
    twoDates: (number, one, other) =>
      `${number} has two different dates: ${printDay(one)} and ${printDay(other)}`,
    annexDiffers: (annex, body) => `The annex assigns ${annex}, the body assigns ${body}`,
    severalLeads: (n) => `${number.format(n)} agencies lead together`,
    dueOutside: (due) => `The deadline "${due}" lies outside the period of the plan`,
    cutAtEnd: 'The sentence is cut off at its end',
    cutAtStart: 'The beginning of the sentence is missing',
    repeatsBefore: 'Repeats the paragraph before',
    repeatsRecent: 'Repeats a passage just written',
    lostSeparator: 'A separator between two agencies is missing',
    doubledWord: (word) => `The word "${word}" is doubled`,
    shouldBe: (word, right) => `"${word}" should be "${right}"`,
    strange: (word) => `"${word}" has a strange character`,
    strangeIn: (letter, n) => `The strange character "${letter}" stands in ${count(n, 'word')}`,
    notWord: (word) => `"${word}" is no correctly written Vietnamese word`,
    runTogether: (word, right) => `"${word}" is run together and should be "${right}"`,
    wordMissing: (word, missing) => `The word "${missing}" seems to be missing after "${word}"`,
    inPlaces: (note, n) => `${note} (${count(n, 'place')})`,
    recognised: (n, sample) =>
      `${count(n, 'word')} may be wrong recognition or conversion, for example ${sample}`,
    fromScan: (note) => `${note} (read from a scan: please compare with the paper)`,
    citesLater: (number, date, own) =>
      `${number} (${printDay(date)}) is dated after this document (${printDay(own)})`,
    dueBeforeIssue: (due, own) =>
      `The deadline "${due}" had passed before the day of issue (${printDay(own)})`,
    twoTypes: (number, named) => `${number} is called "${named}", which its symbol does not say`,
    annexCoordinates: (annex, body) => `In the annex ${annex} coordinates, in the body ${body}`,
    annexDue: (annex, body) => `The annex has the deadline "${annex}", the body "${body}"`,
    noLead: 'No lead agency is named',
    noLeadOf: (n, all) => `${number.format(n)} of ${number.format(all)} tasks name no lead agency`,
    noDue: 'No deadline is given',
    noDueOf: (n, all) => `${number.format(n)} of ${number.format(all)} tasks give no deadline`,
    leadCoordinates: (name) => `${name} both leads and coordinates`,
    noUnit: (value) => `The target ${number.format(value)} has no unit`,
    dissolved: (name, day, successors) =>
      `"${name}" no longer exists since ${printDay(day)}; its work is now with ${successors}`,
    maybeDissolved: (name, successors) =>
      `"${name}" may have been reorganised; usually followed by ${successors}`,
    or: ' or ',
    communeLevel: 'commune committees or provincial agencies',
    rules: {
      'blank-number': { title: 'Number left blank', cure: 'Take a number from the registry before issuing.' },
      'blank-date': { title: 'Date of issue left blank', cure: 'Fill in day, month and year when signing.' },
      'duplicate-heading': {
        title: 'Number of a heading used twice',
        cure: 'Renumber the later heading and those after it.',
      },
      'broken-numbering': {
        title: 'Numbering broken',
        cure: 'Renumber, and check that no item is missing.',
      },
      'truncated-sentence': {
        title: 'Incomplete sentence',
        cure: 'Compare with the original and complete it.',
      },
      'duplicate-paragraph': {
        title: 'Repeated passage',
        cure: 'Delete the surplus copy or rewrite the second.',
      },
      'lost-separator': {
        title: 'Separator between agencies missing',
        cure: 'Put a semicolon between the two names and check each agency.',
      },
      'missing-appendix': {
        title: 'Annex missing',
        cure: 'Load the annex, or delete the sentence that speaks of it.',
      },
      'impossible-date-order': {
        title: 'Impossible order of dates',
        cure: 'Look the dates up in the originals and correct them.',
      },
      'inconsistent-reference': {
        title: 'Reference not consistent',
        cure: 'Look the document up and cite number, date and type in one way.',
      },
      'body-appendix-mismatch': {
        title: 'Annex differs from body',
        cure: 'Ask the drafting unit which is right and make both agree before assigning.',
      },
      spelling: {
        title: 'Misspelling',
        cure: 'Correct the word; ignore it where copying or scanning caused it.',
      },
      'multiple-leads': {
        title: 'Several leads',
        cure: 'Choose one lead, the others coordinating; or assign each agency separately.',
      },
      'task-without-lead': {
        title: 'Task without a lead',
        cure: 'Choose a lead in the review, or mark it as an orientation.',
      },
      'task-without-deadline': {
        title: 'Task without a deadline',
        cure: 'Set a deadline when assigning, or let the period of the plan hold.',
      },
      'deadline-outside-period': {
        title: 'Deadline outside the period',
        cure: 'Compare the deadline with the period in the title of the plan.',
      },
      'lead-also-coordinating': {
        title: 'Leads and coordinates',
        cure: 'Take the lead out of the coordinating agencies.',
      },
      'indicator-without-unit': {
        title: 'Target without a unit',
        cure: 'Add the unit so that the result can be followed.',
      },
      'dissolved-agency': {
        title: 'Agency reorganised',
        cure: 'Assign to its successor; when in doubt ask the Department of Home Affairs or the drafting unit.',
      },
    },
    cure: 'What to do:',
    more: (n) => `and ${count(n, 'more place')}`,
    twoNumbers: (one, other) => `One document is cited under two numbers: ${one} and ${other}`,
  },

  reading: {
    rules: {
      heading: 'A heading of the document',
      reference: 'The number of a cited document',
      figure: 'A figure with its unit in the sentence',
      report: 'A sentence that asks for reports',
      named: 'The sentence names the agency that acts',
      ordered: 'The agency stands after the word that assigns (giao)',
      opening: 'The agency stands behind the opening words of the sentence',
      brackets: 'The agency stands in brackets at the end of the sentence',
      line: 'The agency stands in a labelled line of its own',
      row: 'A row of a table',
      above: 'The agency is taken from the heading or opening sentence above',
      unnamed: 'A sentence that says what is to be done and names no agency',
    },
    doubts: {
      scanned:
        'The text was recognised from a picture. Compare it with the paper, above all numbers, dates and names.',
      statement: 'This may only state something and assign nothing. If so, make it orientation or delete it.',
      introduction: 'This may only introduce the duties below it. If so, delete or merge it.',
      secondBearer:
        'Another agency has something of its own to do in this sentence. See whether it must be split in two.',
      oddName:
        'The name of the agency may have words too many or too few. Check lead and coordinating agencies.',
      product: 'The product may only be mentioned and not be what is owed. Check the products.',
      time: 'The sentence has a time that was not understood, or several. Check the deadline.',
      period: 'The target names no year or period. Check when it is to be reached.',
      sense: 'The sentence speaks of a rise or fall. Check whether the figure is the level or the change.',
      addressee: 'It is not clear who receives the report. Check the addressee.',
      twoDates: 'The sentence has several days. Check which one the report is due on.',
      label: 'The heading has no clear number or is as long as a paragraph. Check which part it belongs to.',
    },
    unsure: 'Look closely',
    reasons: 'Why to look closely',
    readBy: 'Read by',
    unsureTasks: (n) => `To look at closely (${number.format(n)})`,
    unsureHere: (n, all) => `${number.format(n)} of ${number.format(all)} below should be looked at closely.`,
    allSure: 'No duty is left to look at closely.',
    publishUnsure: (n) =>
      `${number.format(n)} ${n === 1 ? 'duty is' : 'duties are'} still marked "look closely". Publishing is possible, but look at them first.`,
    fromPicture: 'Recognised from a picture',
    pageFromPicture: (page) => `Page ${page}, recognised from a picture`,
    accepted:
      'Reads Word (.docx, .doc), PDF, Excel (.xlsx), web pages (.html) and text (.txt, .md), up to 50 MB. Scans (PDF made of pictures) are recognised, which takes a few seconds a page; recognised text is marked, to be compared with the paper.',
    atPage: (page, of) => `Recognising page ${number.format(page)} of ${number.format(of)}`,
    ofFile: (name) => `Progress of "${name}"`,
    inQueue: 'Waiting for its turn: other files are being read.',
    mayLeave:
      'You may leave this page. Once read, the draft stands in the list of plans. To give up, press "Stop reading".',
    stop: 'Stop reading',
    stopOf: (name) => `Stop reading "${name}"`,
    didStop: (name) => `Stopped reading "${name}". Nothing was kept.`,
    ended: (name) => `"${name}" has been read.`,
    refused: (name) => `"${name}" could not be read`,
    open: 'Open the review',
    dismiss: 'Dismiss',
    cancelled: 'Reading was stopped as asked. Nothing was kept.',
    missing: 'No such file is being read, or it has been read already.',
    busy: 'The server is reading many large files. Please load yours again in a few minutes.',
    stopped: 'The server stopped before the file was read. Nothing was kept. Load the file again.',
    tooLong:
      'Reading the file took too long and was stopped. Nothing was kept. Split it into shorter parts and load them again.',
    memory:
      'Reading the file needed too much memory and was stopped. Nothing was kept. Split it into shorter parts and load them again.',
    crashed:
      'Reading broke off, perhaps because the file is damaged. Nothing was kept. Save it as .docx and load it again, or paste its text.',
    oneAtATime:
      'Files are loaded one at a time, and no folders. What was dropped is not loaded; please drop one file.',
    notices: (n) => `Remarks on reading (${number.format(n)})`,
  },

  itemPage: {
    notYours: {
      overseer: 'This is done by the overseeing agency of the plan.',
      lead: 'This is done by the agency that leads the task or by the overseeing agency of the plan.',
    },
    shareMissing: 'Please give the share that must be completed, from 1 to 100%.',
    wordReason: 'Please give the grounds for this.',
    dutyMissing: 'Please describe the part of the coordinating agency.',
    personUnknown: 'The chosen person does not work here any more. Please choose from the list again.',
    agencyUnknown:
      'One of the agencies is not in the directory any more. Please reload the page and choose again.',
    leadsItself: (agency) => `${agency} leads this task and gets no coordinating part.`,
    partThere: (agency) =>
      `${agency} has a part of this task already. Please open it to extend it or to discuss it.`,
    duePast: 'The deadline of a coordinating part is today or later.',
    eventAhead: 'An event that has not happened cannot be recorded. Its day cannot be after today.',
    dueBeforeEvent: 'The deadline cannot be before the day of the event.',
    noEvent: 'This task waits for no event.',
    noWord: 'This task is completed by its assignments, not by the word of the overseeing agency.',
    eventText: (on, text) => `Event of ${printDay(on)}${text ? `: ${text}` : ''}`,
    title: (section) => `Task, section ${section}`,
    states: { open: 'Not completed', done: 'Completed', closed: 'Closed' },
    facts: 'About the task',
    lead: 'Lead',
    each: 'Each agency of the group',
    due: 'Deadline',
    noDue: 'No deadline',
    doneOn: (day) => `Completed on ${printDay(day)}`,
    every: {
      month: 'One assignment a month',
      quarter: 'One assignment a quarter',
      half: 'One assignment every six months',
      year: 'One assignment a year',
    },
    leader: 'Leader in charge',
    follower: 'Follower',
    nobody: 'Nobody yet',
    choosePeople: 'Change people in charge',
    completionLabel: 'The task is completed when',
    completions: {
      all: 'all agencies have completed it',
      share: (n) => `${number.format(n)}% of the agencies have completed it`,
      word: 'the overseeing agency says so',
    },
    shareOption: 'a share of the agencies have completed it',
    shareLabel: 'Share that must be completed (%)',
    changeCompletion: 'Change the rule',
    wordSaid: (by, on) => `${by} declared it completed on ${printDay(on)}`,
    sayWord: 'Declare completed',
    takeBackWord: 'Take the word back',
    wordText: 'Grounds',
    eventLabel: 'Waits for an event',
    eventOn: (day) => `Happened on ${printDay(day)}`,
    eventOpen: 'Not recorded yet. The deadline starts when the event is recorded.',
    recordEvent: 'Record the event',
    eventDay: 'Day of the event',
    eventDue: 'Deadline after the event (empty if there is none)',
    eventNote: 'Document or note',
    leading: (done, all) => `Leading assignments: ${number.format(done)}/${number.format(all)} completed`,
    helping: (done, all) => `Coordinating parts: ${number.format(done)}/${number.format(all)} completed`,
    noHelping: 'There is no coordinating part yet. The leading or the overseeing agency gives it here.',
    addSubDuty: 'Give a coordinating part',
    subDutyAgencies: 'Coordinating agencies',
    subDutyText: 'Their part',
    subDutyDue: 'Deadline',
    notTracked: 'This section is not tracked, so it has no assignments.',
    period: (key) => `Period ${key}`,
    formerly: (name) => `formerly given to ${name}`,
    filter: 'Filter by name of agency',
    back: 'Back to the plan',
    statusShare: (name, n, all) => `${name}: ${number.format(n)}/${number.format(all)} assignments`,
  },

  follow: {
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
  },

  addition: {
    noPlan: 'There is no such published plan, or this document is part of another plan.',
    noDocument: 'This document does not belong to the plan. Reload the page and choose the source again.',
    numberMissing: 'Write the number of the document that lays the duty on them.',
    dayMissing: 'Write the day on which that document was issued.',
    bySource: (name: string, issued: string | null) =>
      issued ? `By ${name} of ${printDay(issued)}` : `By ${name}`,
    same: (name: string, at: string, isDraft: boolean) =>
      `This file was loaded before, at ${printMoment(at)}: "${name}" (${isDraft ? 'in review' : 'published'}). Open that document; load the file again only if a second copy is really wanted.`,
    addsTo: 'Adds to the plan',
    inPlan: 'Already in the plan',
    publishTitle: 'Add to the plan',
    publishNow: 'Add',
    asPlan: (overseer) =>
      `Overseen and reported as the published plan (${overseer}). The agencies are told of their new duties.`,
  },

  correction: {
    reasonMissing: 'Write the reason of the correction: it goes to the agencies concerned.',
    nothing: 'Nothing differs from what is on file. Change at least one field and save again.',
    notOverseer: (overseer: string) =>
      `Only a focal officer or administrator of the overseeing agency (${overseer}) may correct this plan or add to it. Please tell that agency.`,
    spansOutside: 'The quoted place lies outside the document. Please select the duty in the document again.',
    shareMissing: 'State the percentage of agencies that must be done.',
    oneLead: 'A duty laid on one agency needs exactly one leading agency.',
    noLead: 'Choose at least one leading agency.',
    agencyUnknown: 'An agency is no longer in the directory. Reload the page and choose again.',
    mergeMissing: 'Choose another duty of the same plan to join this one with.',
    leadDone: (agency: string) =>
      `${agency} was confirmed as done, so that the duty cannot pass to another agency. If that was a mistake, reopen the work first, then correct.`,
    passedOn: (given: string, now: string) =>
      `What was given to ${given} is now carried out by ${now}. Keep ${now} among the leading agencies, or pass the work back on its own page.`,
  },

  daysOff: {
    title: 'Days off and make-up days',
    explain:
      'Time limits in working days leave out Saturdays, Sundays and the days off entered here. Limits that were set before do not change.',
    notEntered: (years) => `No days off entered for ${years}; only Saturdays and Sundays are left out.`,
    empty: (year) =>
      `No day off of ${year} has been entered. Once the official holidays are announced, press "Paste a list" for the whole year, or "Add a day" for single days.`,
    emptyToRead: (year) =>
      `No day off of ${year} has been entered. An administrator or focal officer enters them once the official holidays are announced.`,
    year: 'Year',
    yearBefore: 'Year before',
    yearAfter: 'Year after',
    grid: (year) => `Calendar of ${year}`,
    gridSummary: (off, working) => `${count(off, 'day')} off and ${count(working, 'make-up day')} entered`,
    month: (month) => MONTHS[month - 1] ?? String(month),
    weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
    weekdayNames: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    kinds: { off: 'Day off', working: 'Make-up day' },
    weekend: 'Saturday, Sunday',
    list: (n) => `${count(n, 'day')} entered`,
    day: 'Day',
    lastDay: 'To (for several days in a row)',
    kind: 'Kind',
    name: 'Name',
    namePlaceholder: 'For example: New Year',
    add: 'Add a day',
    edit: 'Change the day',
    editOf: (day) => `Change ${day}`,
    deleteAsk: (day) => `Delete ${day} from the list?`,
    paste: 'Paste a list',
    pasteLabel: 'List of days, one day or span a line',
    pasteHint:
      'Day/month/year and then the name, for example "01/01/2027 New Year" or "05/02/2027 - 11/02/2027 Lunar New Year". A line with the words for making up (làm bù) is a working day.',
    check: 'Check',
    carryOut: (n) => `Enter ${count(n, 'day')}`,
    added: (n) => `${count(n, 'day')} entered.`,
    wouldAdd: (n, known) =>
      `${count(n, 'day')} would be entered${known ? `, ${number.format(known)} already there` : ''}. Nothing is written yet.`,
    nothingNew: 'All of these days are in the list already.',
    importFaults: (n) =>
      `${count(n, 'line')} cannot be read, so nothing was written. Mend the lines named and check again.`,
    line: (n) => `Line ${number.format(n)}`,
    nameForm: 'Give the day a name of 1 to 100 characters.',
    dayForm: 'A day is written day/month/year, between the years 2000 and 2100.',
    lineForm: 'A line begins with day/month/year, for example 01/01/2027, and then the name.',
    noSuchDay: 'There is no such day in the calendar, or it is not between the years 2000 and 2100.',
    spanForm: (most) =>
      `The last day must come after the first, and a span has at most ${number.format(most)} days. Check both days.`,
    workedAnyway: 'A make-up day is a Saturday or a Sunday: other days are worked anyway.',
    twice: (day, line) => `${day} stands already in line ${number.format(line)}.`,
    taken: (day) => `${day} is in the list already. Change the entry instead of adding another.`,
    enteredOtherwise: (day, name) =>
      `${day} is entered as another kind (${name}). Change or delete that entry first.`,
    tooLong: 'The list is longer than 20,000 characters. Paste one year at a time.',
  },

  difficulty: {
    title: 'Difficulties',
    types: {
      policy: 'Policy and regulations',
      funding: 'Funding',
      staffing: 'Staff',
      land: 'Land and infrastructure',
      records: 'Figures and records',
      coordination: 'Coordination between agencies',
      other: 'Other',
    },
    statuses: {
      raised: 'With the focal agency',
      joined: 'Joined',
      sent: 'Waiting for a decision',
      answered: 'Answered',
      closed: 'Closed',
      withdrawn: 'Withdrawn',
    },
    states: {
      open: 'Open',
      raised: 'With the focal agency',
      sent: 'Waiting for a decision',
      overdue: 'Answer overdue',
      leaders: 'Reported to the leaders',
      answered: 'Answered',
      joined: 'Joined',
      closed: 'Closed',
      withdrawn: 'Withdrawn',
      all: 'All',
    },
    clockActor: 'The system',

    notNow: (step, status) =>
      status === 'joined'
        ? 'This difficulty was joined into another one. Open that one to go on.'
        : status === 'withdrawn'
          ? 'Its agency withdrew this difficulty, so no step is left. If it persists, raise a new one.'
          : {
              join: 'A difficulty can be joined only before it is sent on.',
              unjoin: 'This difficulty is not joined into another one.',
              opine: 'It has been answered; no opinion is added any more.',
              send: 'It has been answered. It is sent on again when its agency says that it is not solved.',
              extend: 'More time can be given only while an answer is awaited.',
              return: 'It can be given back only while an answer is awaited.',
              answer:
                status === 'raised'
                  ? 'The focal agency has not sent it on yet, so it cannot be answered.'
                  : 'It has been answered already.',
              close: 'It can be closed only after an answer.',
              reopen: 'It can be called unsolved only after an answer.',
              withdraw: 'It can be withdrawn only before the focal agency has sent it on.',
            }[step],
    notRelated: {
      raiser: 'This duty is laid on another agency. Only people of the agency in charge may take this step.',
      'any-raiser': 'This step belongs to the agencies that raised the difficulty.',
      focal: 'This step belongs to the focal agency that oversees the plan.',
      addressee:
        'This step belongs to the head of the agency it was sent to, or to a leader of the province.',
      province: 'This step belongs to a leader of the province.',
    },
    withLeaders:
      'It is overdue and lies before the leaders, so no more time is given. Await the answer, or send it to another agency.',
    noAssignment: 'Choose at least one duty that is held up.',
    tooManyAssignments: (most) =>
      `A difficulty concerns at most ${count(most, 'duty', 'duties')}. Leave some out or raise two difficulties.`,
    severalBearers:
      'These duties are laid on several agencies. Each raises the difficulties of its own duties.',
    outside:
      'Duties of police and army are reported outside this system. Their difficulties go the same way and are not written here.',
    assignmentOver: 'One of the duties is done or closed. Leave it out and send again.',
    noOverseer:
      'This plan has no overseeing agency, so there is nobody to send it to. Please tell an administrator.',
    severalOverseers:
      'These duties belong to plans overseen by different agencies. Raise a difficulty for each of them.',
    textRequired: {
      raise: 'Say what the difficulty is.',
      proposal: 'Propose a solution. Without one, whoever decides does not know what is to be decided.',
      opine: 'Write the opinion of the focal agency.',
      extend: 'Give the reason for more time.',
      return: 'Give the reason, for example whose competence it is.',
      answer: 'Write the answer.',
      reopen: 'Say why it is not solved.',
    },
    daysForm: (most) => `Working days are a whole number from 1 to ${number.format(most)}.`,
    addresseeRequired: 'Choose who is to decide.',
    addresseeGone: 'The agency chosen is no longer in the directory. Reload the page and choose again.',
    nextIsSame: 'The next level must be another agency.',
    sentThere:
      'It lies with this very agency. For more time, extend it and give the reason; to send it on, choose another agency.',
    withdrawJoined:
      'Difficulties of other agencies were joined into this one, so it cannot be withdrawn. Ask the focal agency to take them out first.',
    documentTomorrow: 'The day of the document cannot be after today. Please check it.',
    joinSelf: 'A difficulty is not joined into itself. Choose another one.',
    joinTarget: (status) =>
      status === 'joined'
        ? 'The one chosen was joined into another. Join into that one directly.'
        : 'The one chosen is closed or withdrawn, so nothing can be joined into it.',
    joinFocal: 'The two difficulties lie with two focal agencies and cannot be joined.',
    joinChain: 'Others were joined into this one. Join the other way round, or take them out first.',
    tableTooLong: (most) =>
      `The table has more than ${count(most, 'row')}. Choose a plan, a type or an agency to narrow it.`,
    document: (documentNumber, day) =>
      [documentNumber && `Document ${documentNumber}`, day && `${documentNumber ? '' : 'Document '}of ${day}`]
        .filter(Boolean)
        .join(' '),

    sentence: {
      raise: 'raised the difficulty',
      join: (agency) => `joined it into the difficulty of ${agency}`,
      joinHere: (agency) => `joined the difficulty of ${agency} into this one`,
      unjoin: (agency) => `took it out of the difficulty of ${agency}`,
      unjoinHere: (agency) => `took the difficulty of ${agency} out of this one`,
      opine: 'gave the opinion of the focal agency',
      retype: (type) => `put it under "${type}"`,
      send: (agency, days, due) => `sent it to ${agency} for ${count(days, 'working day')}, until ${due}`,
      next: (agency, days) => `when overdue on to ${agency}, ${count(days, 'working day')}`,
      extend: (days, due) => `gave ${count(days, 'more working day', 'more working days')}, until ${due}`,
      escalate: (agency, days, due) =>
        `overdue without an answer: handed on to ${agency} for ${count(days, 'working day')}, until ${due}`,
      escalateLeaders:
        'overdue without an answer: laid before the focal agency and the leaders of the province',
      transfer: (agency) => `by reorganisation, ${agency} now decides`,
      return: 'gave it back to the focal agency',
      answer: 'answered',
      close: 'closed it',
      reopen: 'said that it is not solved',
      withdraw: 'withdrew the difficulty',
    },
    inPlaceOf: (name) => `in place of ${name}`,

    steps: {
      join: 'Join in here',
      unjoin: 'Take out',
      opine: 'Give an opinion',
      send: 'Send on',
      extend: 'Extend',
      return: 'Give back',
      answer: 'Answer',
      close: 'Close',
      reopen: 'Not solved',
      withdraw: 'Withdraw',
    },
    taken: {
      join: 'Joined. The answer will reach every agency that raised it.',
      unjoin: 'Taken out. It lies with the focal agency again.',
      opine: 'The opinion was added.',
      send: 'Sent on. The time runs from the next working day.',
      extend: 'More time was given.',
      return: 'Given back to the focal agency with the reason.',
      answer: 'Answered. Every agency that raised it sees the answer at its own duty.',
      close: 'Closed.',
      reopen: 'Noted. The focal agency will look at it again.',
      withdraw: 'Withdrawn.',
    },
    waitingFor: {
      raised:
        'The focal agency joins what is raised twice, gives its opinion and sends it to whoever can decide.',
      joined: 'It goes with the difficulty it was joined into; the answer there is the answer to both.',
      sent: 'Whoever it was sent to is to answer. When overdue it is handed upwards; silence is never consent.',
      answered:
        'Answered. The focal agency closes it, or an agency that raised it says that it is not solved.',
      closed: 'Closed. If it persists, an agency that raised it says so.',
      withdrawn: 'Its agency withdrew this difficulty.',
    },

    raiseHere: 'Raise a difficulty',
    raiseTitle: 'Raise a difficulty',
    raiseFrom: 'Difficulties are raised from a duty: open the one held up and press "Raise a difficulty".',
    openWork: 'Open the worklist',
    about: (n) => `Duties held up (${number.format(n)})`,
    addWork: 'Add a duty held up by the same',
    addWorkHint: 'Open duties of the same agency. Type to search, diacritics are not needed.',
    noMoreWork: 'No duty fits.',
    removeWork: (quote) => `Leave out: ${quote}`,
    type: 'Type',
    typeRequired: 'Choose a type.',
    text: 'Difficulty',
    textHint: 'Say what is in the way, with figures and documents. The draft is kept on this machine.',
    proposal: 'Proposed solution',
    proposalHint: 'Who should decide what, and by when.',
    raise: 'Send to the focal agency',

    ofAssignment: (n) => `Difficulties (${number.format(n)})`,
    noneHere: 'No difficulty was raised about this duty.',
    goesWith: (status) => `Joined; the common one: ${status}`,
    atPlace: (agency) => `with ${agency}`,

    list: 'List of difficulties',
    search: 'Search the text',
    searchHint: 'Diacritics are not needed.',
    allTypes: 'All types',
    raisedBy: 'Raised by',
    at: 'Lies with',
    anywhere: 'Anybody',
    mine: {
      label: 'Of my agency',
      raised: 'Raised by my agency',
      at: 'Waiting for my agency',
    },
    columns: {
      text: 'Difficulty',
      raisedBy: 'Raised by',
      at: 'Lies with',
      due: 'Answer due',
      status: 'State',
    },
    andOthers: (n) => `and ${count(n, 'other')}`,
    work: (n) => count(n, 'assignment'),
    since: (day) => `since ${day}`,
    noClock: 'No limit set',
    workingDays: (n) => count(n, 'working day'),
    left: (n) => `${count(n, 'working day')} left`,
    today: 'Due today',
    late: (n) => `${count(n, 'working day')} overdue`,
    lateOff: 'Overdue',
    reported: 'Before the leaders',
    beforeLeaders: 'Overdue difficulties before the leaders',
    allBeforeLeaders: 'See all difficulties before the leaders',
    empty:
      'No difficulty yet. The agency in charge of a duty raises it on the page of that duty; the focal agency joins, comments and sends it to whoever can decide.',
    emptySearch: 'No difficulty fits these filters. Take some away or search for something else.',
    emptyState: 'Nothing here.',
    escalate: 'Hand overdue ones upwards',
    escalateHint: 'The system does this every ten minutes by itself.',
    escalated: (n) =>
      n === 0
        ? 'Nothing overdue is to be handed on.'
        : `${count(n, 'difficulty', 'difficulties')} handed upwards.`,

    story: 'What happened',
    raisers: (n) => (n === 1 ? 'Raised by' : `Raised ${number.format(n)} times`),
    raisedOn: (day) => `raised on ${day}`,
    answer: 'Answer',
    joinedInto: (agency) =>
      `Joined into the difficulty of ${agency}. The answer there is the answer to both.`,
    openMain: 'Open the common one',
    likely: 'Possibly the same',
    likelyHint: 'Of the same type, in like words. Look before joining.',
    likeness: (share) => `${share} alike`,
    joinInto: 'Join this one into it',
    joinOther: 'Join into another one',
    joinOtherHint: 'Type to search the open difficulties, diacritics are not needed.',
    nextTitle: 'Next step',
    addressee: 'Who is to decide',
    days: 'Working days',
    nextLevel: 'When overdue, on to',
    nextLevelNone: 'The focal agency and the leaders of the province',
    nextDays: 'Working days of the next level',
    sendText: 'What is asked',
    opinion: 'Opinion of the focal agency',
    retype: 'Put under another type',
    extendDays: 'More working days',
    reason: 'Reason',
    answerText: 'Answer, decision',
    documentNumber: 'Number of the document (if any)',
    documentOn: 'Day of the document',
    note: 'Note',
    clock: 'Time to answer',
    clockOf: (agency, due) => `${agency} answers by ${due}.`,
    clockSpan: (gone, all) => `${number.format(gone)} of ${count(all, 'working day')} gone by.`,
    legend: {
      gone: 'Gone by',
      left: 'Left',
      late: 'Overdue',
      off: 'Day off',
      due: 'Last day',
      today: 'Today',
    },
    facts: 'Facts',
    focal: 'Focal agency',
    waitingAt: 'Lies with',
    next: 'When overdue',
    nobody: 'Waits for nobody',
    backToList: 'List of difficulties',

    table: 'Consolidated table',
    tableTitle: 'CONSOLIDATED TABLE OF DIFFICULTIES',
    tableAsOf: (day, total, joined) =>
      `As of ${day}: ${count(total, 'difficulty', 'difficulties')}${joined ? `, with ${number.format(joined)} more joined into them` : ''}.`,
    tableEmpty: 'No difficulty fits these filters, so the table is empty.',
    tableColumns: {
      order: 'No.',
      decider: 'To be decided by',
      text: 'Difficulty',
      raisers: 'Raised by',
      items: 'Duties concerned',
      proposal: 'Proposal',
      opinion: 'Opinion of the focal agency',
      due: 'Answer due',
      state: 'State, answer',
    },
    decider: (agency) => `To be decided by ${agency}`,
    noDecider: 'With the focal agency, not sent on yet',
    print: 'Print',
    totalLate: (late, sent) =>
      `Overdue: ${number.format(late)} of ${count(sent, 'difficulty', 'difficulties')} waiting for a decision.`,
    ofPlan: (plan) => `Plan ${plan}`,
    word: 'Word file',
    excel: 'Excel file',
    onPaper: (text, proposal) => `${text} Proposal: ${proposal}`,
    fileName: 'difficulties',
  },

  waiting: {
    title: 'Where it is stuck',
    explain:
      'Which work waits for whom and since when, only from what is on record: reports to be approved, results to be confirmed, extensions asked for, open parts of coordinating agencies, difficulties without an answer, events not recorded, duties that must be done first.',
    view: 'Show',
    views: { all: 'The whole province', own: 'What my agency waits for', at: 'What waits for my agency' },
    counted: (waiting, today) => `${waiting}, as of ${today}. Each assignment counts once.`,
    waiters: (assignments, items) =>
      `${number.format(assignments)} assignments of ${number.format(items)} duties wait`,
    waitingItems: (items) => `${number.format(items)} duties wait`,
    longest: (days) => (days === 0 ? 'since today' : `longest ${number.format(days)} days`),
    days: (days) => (days === 0 ? 'since today' : `${number.format(days)} days`),
    since: (day, working) => `since ${day}, ${number.format(working)} working days`,
    sinceDays: (day, days) =>
      days === 0 ? 'Waiting since today' : `Waiting since ${day}, ${number.format(days)} days`,
    reasons: {
      approve: 'Report to be approved',
      confirm: 'Result to be confirmed',
      extension: 'Extension to be decided',
      part: 'Part of a coordinating agency',
      event: 'An event',
      record: 'Event to be recorded',
      difficulty: 'A difficulty',
      answer: 'Difficulty to be answered',
      prerequisite: 'A duty that must be done first',
      result: 'Result of the work',
      word: 'The overseer to say it is done',
      do: 'Not done yet',
    },
    shortReasons: {
      approve: 'approval',
      confirm: 'confirmation',
      extension: 'extension',
      part: 'part',
      event: 'event',
      record: 'record',
      difficulty: 'difficulty',
      answer: 'answer',
      prerequisite: 'first',
      result: 'result',
      word: 'word',
    },
    kinds: { item: 'Duty', event: 'Event not recorded', difficulty: 'Difficulty' },
    noOverseer: (plan) => `Plan without an overseeing agency: ${plan}`,
    nobody: 'Nobody named',
    reasonCount: (reason, n) => `${reason}: ${number.format(n)}`,
    holdFor: (reason, days, working, since) =>
      days === 0
        ? `${reason} since today`
        : `${reason} for ${number.format(days)} days (${number.format(working)} working days, since ${since})`,
    due: (day) => `due ${day}`,
    overdue: (day, days) => `due ${day}, ${number.format(days)} days overdue`,
    part: (label) => `Coordinating part: ${label}`,
    lies: (agency, reason) => `${agency}: ${reason}`,
    waitsFor: 'waits for',
    chain: (n) => `Longest line: ${number.format(n)} things`,
    chainMore: (n) => `${number.format(n)} steps of waiting before`,
    open: 'Open',
    openOf: (name) => `Open: ${name}`,
    allHolds: (n) => `See all ${number.format(n)}`,
    ranked: 'Who and what holds most up',
    rankedBy: 'Ranked by',
    byAgency: 'By agency',
    byThing: 'By thing',
    asPicture: 'Picture',
    onlyCircles: 'No agency holds anything by itself; what waits for each other is named above.',
    holdsAt: (agency) => `With ${agency}`,
    nothingAt: (agency) => `Nothing waits for ${agency}.`,
    onlyAt: (agency) => `Only what lies with ${agency}.`,
    onlyItem: (item) => `Only the duty: ${item}`,
    clear: 'Show all',
    empty:
      'Nothing waits. When a report waits for approval, a part is open or a difficulty has no answer, it stands here with the name of whoever has it.',
    emptyFilter: 'Nothing waits within this choice. Choose another agency or plan.',
    nothing: 'Nothing waits.',
    notWhole: 'So much waits that only a part is counted. Choose an agency or a plan to see more of it.',
    circles: (n) => `Waiting for each other: ${number.format(n)} circles`,
    circlesExplain:
      'These wait for each other in a circle; nobody outside can set them free. Take away one of the conditions, or let one of them go first.',
    circleSince: (day, days) =>
      days === 0 ? 'Closed today' : `Closed since ${day}, ${number.format(days)} days`,
    wayMore: (n) => `… and ${number.format(n)} more`,
    backToFirst: '↺ and the last waits for the first.',
    members: (n) => `${number.format(n)} things of the circle wait for each other.`,
    wholeWay: (n) => `The whole way: ${number.format(n)} waits`,
    closesCircle: 'Written. This closes a circle of things that wait for each other',
    picture: 'Picture of the waiting',
    inWords: 'The picture in words',
    folds: {
      things: 'Each box is a thing or an agency; an arrow goes from what waits to what it waits for.',
      groups: 'Assignments of one agency that wait for the same are one box.',
      agencies:
        'Each box is an agency with all that lies there; an arrow says how much waits and the longest days. Two arrows against each other are no circle. A click opens the box.',
    },
    linesLeft: (n) => `${number.format(n)} smaller arrows are not drawn; the words below have them.`,
    legend: 'Heavy frame, "root": waits for nobody. Broken frame, "each other": in a circle of waiting.',
    root: 'root',
    inCircle: '⟳ each other',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    zoomFit: 'Fit',
    moreAgencies: (n) => `+${number.format(n)} more agencies`,
    together: (n) => `${number.format(n)} assignments wait together`,
    ownWaiting: (n) => `${number.format(n)} assignments wait`,
    lineLabel: (reasons, days) =>
      days === 0 ? `${reasons}, today` : `${reasons}, ${number.format(days)} days`,
    lineCount: (n, days) =>
      days === 0 ? `${number.format(n)} things` : `${number.format(n)} things, ${number.format(days)} days`,
    wordsOfLine: (from, to, why) => `${from} → ${to} (${why})`,
    seeAll: (n) => `See all ${number.format(n)} blockers`,
    strip: 'Waiting for',
    endsWith: 'In the end:',
    waitedBy: 'These wait for it',
    before: 'Must be done first',
    beforeEmpty: 'No duty is on record that must be done before this one.',
    requiredBy: 'Duties that wait for this one',
    requiredState: { done: 'Done, nothing to wait for', closed: 'Closed, nothing to wait for' },
    saidBy: (name, reason) => `${name}: ${reason}`,
    add: 'Name a duty that must be done first',
    addTitle: 'Which duty must be done before this one?',
    findItem: 'Find a duty (with or without diacritics)',
    chooseItem: 'The duty that must be done first',
    foundNothing: 'No open duty has these words. Try others.',
    addReason: 'Why it must wait',
    remove: 'Remove',
    removeOf: (label) => `Remove: ${label}`,
    removeTitle: 'Remove what must be done first',
    removeReason: 'Why it need not wait any more',
    reasonForm: 'Give a reason of 3 to 1,000 characters.',
    notYours:
      'Only the focal officer, head or administrator of the overseeing agency and the head of the leading agency may say what must be done first.',
    faults: {
      itself: 'A duty cannot wait for itself. Choose another.',
      untracked:
        'Duties kept as orientation or joined with others are not tracked, so nothing comes before them. Choose a tracked one.',
      unknown: 'The chosen duty was not found. Search again and choose from the list.',
      known: 'This is on record already. Load the page again to see it.',
      removed: 'This was removed before. Load the page again to see.',
    },
  },

  discussion: {
    title: (n) => `Discussion (${number.format(n)})`,
    titleLoading: 'Discussion',
    empty: 'You have not written anything.',
    tooLong: (most) => `This is longer than ${number.format(most)} characters. Shorten it or write two.`,
    tooManyNamed: (most) =>
      `At most ${number.format(most)} agencies and people can be named at once. Leave some out or write two.`,
    notAuthor: 'Only its author can strike this comment.',
    alreadyWithdrawn: 'This comment has been struck already.',
    dayOver: 'A comment can be struck on the day it was written. To put something right, write another one.',
    outside:
      'Duties of police and army are not discussed in this system, which keeps only their dates. Use the channels meant for them.',
    nameUnknown: 'A name is no longer in the directory. Reload the page and choose it again behind @.',
    nameInactive: (name) =>
      `The account of ${name} is no longer in use and receives nothing. Name somebody else or the agency.`,
    reaches: (n, first) =>
      n === 0
        ? 'Nobody has an account in use'
        : `${number.format(n)} ${n === 1 ? 'person' : 'people'}: ${first}`,
    write: 'Write a comment',
    writeHint: 'Type @ to name an agency or a person, with or without marks. Ctrl + Enter sends.',
    names: 'Agencies and people',
    namesFound: (n) => `${number.format(n)} ${n === 1 ? 'choice' : 'choices'}. Arrow keys move, Enter takes.`,
    namesNone: 'No agency or person fits. Type fewer letters.',
    unreached: (names) => `Written, but nobody at ${names} has an account in use. Contact them directly.`,
    send: 'Send comment',
    willReach: (n) => `Will notify ${number.format(n)} ${n === 1 ? 'name' : 'names'}.`,
    older: 'Show older comments',
    nothingYet: 'Nothing has been said yet. Ask, answer and name each other here, where everybody sees it.',
    withdrawn: (at) => `Struck at ${at}`,
    withdraw: 'Strike',
    withdrawSure: 'It will be crossed out, and everybody still sees that it was there. Strike it?',
    answer: 'Answer',
    reached: (who) => `Named: ${who}`,
    readBy: (name, read, reached) =>
      reached === 1
        ? `${name} (${read === 1 ? 'read' : 'not read'})`
        : `${name} (read by ${number.format(read)} of ${number.format(reached)})`,
    mentions: {
      title: 'Mentions of me',
      which: 'Choose the list',
      unread: (n) => `Unread (${number.format(n)})`,
      all: 'All',
      isUnread: 'Unread',
      named: (through) => (through ? `named ${through}` : 'named you'),
      noneUnread: 'Nothing unread is left. When somebody types @ and your name or agency, it appears here.',
      none: 'Nobody has named you yet. When somebody types @ and your name or agency, it appears here.',
      read: 'Mark as read',
      readAll: 'Mark all as read',
      open: {
        plan: 'Open the plan',
        item: 'Open the duty',
        assignment: 'Open the work',
        difficulty: 'Open the difficulty',
      },
      count: (n) => `Mentions of me: ${number.format(n)} unread`,
    },
  },

  savedFilter: {
    title: 'Saved filters',
    here: (name) => `Filter: ${name}`,
    none: 'No filter is saved yet. Filter the list as you need it and save it for next time.',
    isStart: '(opens first)',
    save: 'Save this filter…',
    manage: 'Rename, delete, choose what opens first…',
    saveTitle: 'Save this filter',
    manageTitle: 'Saved filters',
    name: 'Name of the filter',
    nameHint: 'For example: Overdue in my unit. To pass it on, send the address of the page.',
    nameForm: 'The name of a filter has 1 to 80 characters.',
    rename: 'Rename',
    delete: (name) => `Delete filter ${name}`,
    start: 'Open first after signing in',
    startHint: 'One filter at most opens first. Without one the usual page does.',
    tooMany: (most) => `A person can save at most ${number.format(most)} filters. Delete one and save again.`,
    taken: (name) => `You have a filter named "${name}" already. Choose another name or delete the old one.`,
  },

  searchPage: {
    title: 'Search',
    box: 'Search documents, duties, agencies (Ctrl+K)',
    boxHint: 'Search (Ctrl+K)',
    field: 'Number, title, words of a document, duty, agency',
    start:
      'Type a number (147/KH-UBND), some words of a document or duty, or the name of an agency, with or without marks. What has the marks and the phrase as typed comes first.',
    nothing: (q) => `Nothing was found for "${q}". Try fewer words, or type them without marks.`,
    near: (q) => `Nothing reads exactly "${q}". Here is what comes near.`,
    groups: 'Groups of results',
    allKinds: 'All groups',
    kinds: { plan: 'Documents', item: 'Duties', difficulty: 'Difficulties', agency: 'Agencies' },
    proposal: 'Proposal:',
    count: (kind, n, isMore) => `${kind} (${number.format(n)}${isMore ? '+' : ''})`,
    seeAll: (kind) => `More in ${kind}`,
    narrow: 'There are many more. Type more words to narrow it down.',
    draft: 'In review',
    furtherLines: (n) => `and ${number.format(n)} other ${n === 1 ? 'place' : 'places'} in this document`,
    openWork: 'Open the assigned work',
    assignments: (n) => `See ${number.format(n)} assignments`,
    notTracked: 'Not tracked',
    aliases: 'Also called:',
  },

  standing: {
    menu: { following: 'Oversight', items: 'Tasks', calendar: 'Calendar' },
    units: { assignment: 'assignments', item: 'tasks' },
    unitTitles: { assignment: 'Assignments', item: 'Tasks' },
    unitHints: {
      assignment: 'A task laid on one lead agency for one period is one assignment.',
      item: 'A task that several agencies bear together counts once.',
      itemOfAgency: 'Only tasks that this agency leads alone, not those borne by several.',
    },
    ofItems: (n) => count(n, 'task'),
    countBy: 'Count',
    shared: 'Borne by several agencies',
    coordinating: 'Coordinating work (counted apart)',
    itemStates: {
      all: 'All',
      open: 'Not completed',
      overdue: 'Overdue',
      soon: 'Due within 7 days',
      within: 'Not completed, within deadline',
      undated: 'Without deadline',
      done: 'Completed',
      'done-on-time': 'Completed on time',
      'done-late': 'Completed late',
      closed: 'Closed',
      answerable: 'Completed or overdue',
    },
    items: {
      title: 'Tasks of the plans',
      lead: 'Lead agency',
      waiting: 'Only tasks that wait for an event',
      overseen: 'Only tasks of plans that this agency oversees',
      columns: { quote: 'Task', lead: 'Lead', due: 'Deadline', state: 'State' },
      many: (n) => `${count(n, 'agency', 'agencies')} in the lead together`,
      nobody: 'Laid on no agency yet',
      progress: (done, all) => `${number.format(done)}/${number.format(all)} assignments completed`,
      rules: {
        all: 'done when all are',
        share: (percent) => `done when ${number.format(percent)}% are`,
        word: 'done when the overseeing agency says so',
      },
      toConfirm: (n) => `${count(n, 'assignment')} awaiting confirmation`,
      period: (key) => `period ${key}`,
      event: (event) => `Waits for an event: ${event}`,
      states: { open: 'Not completed', done: 'Completed', closed: 'Closed' },
      doneOn: (day) => `Completed on ${day}`,
      empty: 'There are no tasks yet. They appear here once a plan has been published on the Plans page.',
      emptyFilter: 'No task matches the current filters. Remove a filter or change the search.',
    },
    agency: {
      back: 'All agencies',
      facts: 'About',
      code: 'Code',
      kind: 'Kind',
      parent: 'Part of',
      aliases: 'Other names',
      units: 'Internal units',
      contacts: 'Contacts',
      noContacts:
        'This agency has no account in use. The administrator gives out accounts on the Accounts page.',
      bears: 'What it bears',
      mostOverdue: 'Longest overdue',
      list: 'List of work',
      calendar: 'Calendar',
      empty:
        'Nothing has been laid on this agency yet. Figures appear once a plan that gives it work has been published.',
      open: (name) => `Where ${name} stands`,
    },
    following: {
      title: 'Oversight of plans',
      titleOf: (agency) => `Plans overseen by ${agency}`,
      toDecide: 'To decide',
      extensions: 'More time asked for',
      events: 'Events to record',
      toChase: 'To chase',
      plans: 'Plan by plan',
      agencies: 'Agency by agency',
      empty:
        'Your agency oversees no plan yet. Whoever publishes a plan chooses its overseeing agency; the plan then appears here.',
    },
    paper: {
      word: 'Word',
      excel: 'Excel',
      wordOf: (what) => `Word: ${what}`,
      excelOf: (what) => `Excel: ${what}`,
      by: { assignment: 'One row per assignment', item: 'One row per task' },
      print: 'Print this page',
      columns: {
        ordinal: 'No.',
        content: 'Task',
        plan: 'Assigned in',
        lead: 'Lead',
        coordinating: 'Coordinating',
        deliverable: 'Product',
        due: 'Deadline',
        standing: 'Progress',
        late: 'Days late',
        difficulty: 'Difficulties, proposals',
      },
      status: (status, percent) => (percent > 0 ? `${status}, ${percent}%` : status),
      report: (day, text) => `Report of ${day}: ${text}`,
      outside: (day) => `Reported outside the system on ${day}`,
      moreDifficulties: (n) => `And ${number.format(n)} more.`,
      subDuty: (text) => `(Coordinating) ${text}`,
      manyLeads: (printed, n) =>
        printed ? `${printed} (${count(n, 'agency', 'agencies')})` : count(n, 'agency', 'agencies'),
      doneOf: (done, all) => `${number.format(done)}/${number.format(all)} assignments completed`,
      lateOne: (agency, days) => `${agency} (${count(days, 'day')})`,
      late: (n, names, more) =>
        `${number.format(n)} overdue: ${names}${more > 0 ? ` and ${number.format(more)} more` : ''}`,
      sheet: 'Progress',
      fileNames: { table: 'progress', overdue: 'overdue' },
      titles: { table: 'Progress of tasks', overdue: 'Overdue tasks' },
      allPlans: 'All plans',
      planTitle: (number, title) => `${number}: ${title}`,
      asOf: (day, filter) => `(As of ${day}${filter ? `; ${filter}` : ''})`,
      filter: {
        agency: (name) => `agency: ${name}`,
        person: (name) => `person: ${name}`,
        overseer: (name) => `plans overseen by ${name}`,
        roles: { lead: 'in the lead', coordinating: 'coordinating' },
        period: (key) => `period ${key}`,
        due: (day) => `due on ${day}`,
        extension: 'more time asked for',
        item: (quote) => `task: ${quote}`,
        search: (text) => `search "${text}"`,
        state: (state) => `state: ${state}`,
      },
      rows: (assignments, items) =>
        `The table has ${count(assignments, 'assignment')} of ${count(items, 'task')}.`,
      share: (part, whole) =>
        whole === 0
          ? '0/0'
          : `${number.format(part)}/${number.format(whole)} (${share.format(part / whole)})`,
      ratios: (unit, ofAssigned, ofAnswerable, overdue) =>
        `Counted in ${unit}, whatever their state: completed ${ofAssigned} of all assigned; ${ofAnswerable} of those due so far (completed + overdue); ${number.format(overdue)} overdue.`,
      tooManyRows: (most) =>
        `The list has more than ${number.format(most)} rows, so no file was made. Filter by plan, agency or state and take it in parts.`,
    },
    calendar: {
      title: 'Calendar of deadlines',
      titleOf: (agency) => `Deadlines of ${agency}`,
      month: (month, year) => `${MONTHS[month - 1] ?? month} ${year}`,
      before: 'Previous month',
      after: 'Next month',
      thisMonth: 'This month',
      weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
      today: 'Today',
      whose: 'Work of',
      everybody: 'Everybody',
      mine: 'Only what is laid on me',
      due: (n) => `${count(n, 'assignment')} due`,
      overdue: (n) => `${number.format(n)} overdue`,
      done: (n) => `${number.format(n)} completed`,
      more: (n) => `and ${number.format(n)} more`,
      isDone: 'completed',
      isLate: 'overdue',
      empty: 'Nothing is due in this month under the current filters.',
    },
    feed: {
      done: (text) => `✓ ${text}`,
      standing: (status, percent) => (percent > 0 ? `State: ${status}, ${percent}%` : `State: ${status}`),
      name: (who) => `Deadlines of ${who} (Chủ Trì)`,
      taken:
        'You have this calendar address already, or the agency is gone from the directory. Reload the page.',
      missing:
        'This calendar address no longer works: it was changed, taken back, or the account is no longer in use. Get a new one on the Calendar page.',
      title: 'Take it to your phone, Outlook, Google',
      explain:
        'Each address is a calendar that keeps itself up to date. Whoever has the address can read it, so paste it into your own calendar program only.',
      chooseAgency: 'For the calendar of an agency, choose it at the top of the page.',
      ownName: 'What is laid on me or followed by me',
      makeOwn: 'Make an address for my work',
      makeOf: (agency) => `Make an address for ${agency}`,
      once: 'The address is shown this once. Copy it and paste it under "Add calendar from URL" in your calendar program.',
      address: 'Calendar address',
      copy: 'Copy',
      copied: 'Copied',
      open: 'Open in the calendar program',
      since: (moment) => `Address made on ${moment}`,
      renew: 'Change the address',
      renewOf: (name) => `Change the address of "${name}"`,
      renewExplain: 'The old address stops working at once. The calendar program needs the new one.',
      takeBack: 'Take back',
      takeBackOf: (name) => `Take back "${name}"`,
      takeBackExplain: 'The address stops working at once, and the calendar program is updated no more.',
      lost: 'The address was made when this was sent before, so it is not shown again. Choose "Change the address" to get a new one.',
    },
  },

  tracker: {
    title: 'Import a running tracking sheet',
    intro:
      'Drop the Excel sheet your office tracks its duties with. Every row is read and checked first; you see which rows cannot come in yet and why. Nothing is written before you press import.',
    accepted: 'An .xlsx or .csv file, at most 25,000 rows with something in them.',
    choose: 'Choose the tracking sheet',
    dropHere: 'Drop to read the tracking sheet',
    oneAtATime: 'One file at a time, and no folder. Please drop the files one by one.',
    reading: 'Reading the file…',
    checking: 'Checking the rows…',
    earlier: 'Imports',
    noneYet: 'No import yet. Sheets that were imported stand here, with their rows and the plan they made.',
    statuses: { open: 'Not imported yet', done: 'Imported' },
    runLine: (name, at) => `${name}, ${at}`,
    doneLine: (fresh, known, faulty) =>
      `${number.format(fresh)} rows imported, ${number.format(known)} known before, ${number.format(faulty)} at fault.`,
    goOn: 'Go on',
    dropOf: (name) => `Discard the import of "${name}"`,
    another: 'Import another sheet',
    noFile: 'The request brought no file. Choose the tracking sheet and send it again.',
    unnamed: 'Tracking sheet',
    noSheet: 'The file has no such sheet. Choose another.',
    refused: {
      empty: 'No cell of the file holds anything. Check it and load it again.',
      type: 'This is neither an Excel sheet (.xlsx) nor a .csv file. Open the sheet in Excel, save it as .xlsx and load it again.',
      macros:
        'The workbook holds macros and is not taken, for safety. Open it in Excel, save it as .xlsx (without macros) and load it again.',
      encrypted:
        'The workbook has a password and cannot be opened. Remove the password, save it and load it again.',
      tooLarge: (rows, sheets) =>
        `The workbook has more than ${number.format(rows)} filled rows or more than ${number.format(sheets)} sheets. Split it by year or field and import the parts; rows that come twice are recognised.`,
      tooLong:
        'Reading the workbook took too long and was stopped. Nothing was written. Split it into smaller parts and import those.',
      tooHeavy:
        'The workbook needs too much memory to read and was stopped. Nothing was written. Remove unused rows, columns and formats and import it again.',
    },
    missing: {
      duty: 'The column of the duties has not been named yet.',
      lead: 'The column of the lead agencies has not been named yet. If there is none, choose one agency for all rows.',
      target: 'No plan to import into has been chosen yet.',
    },
    incomplete: 'Something is still wanting before the rows can be read. See the points named.',
    titleForm: 'The name of the tracking sheet needs 5 to 300 characters.',
    overseerMissing: 'No overseeing agency is chosen. Choose the agency that will confirm results.',
    fieldTwice: (field) =>
      `Two columns are both read as "${field}". It is taken from one column only; unset one of them.`,
    asOfAhead: 'The day of the figures cannot be after today. Choose another day.',
    alreadyDone:
      'This import is finished. To import more, load the file again; rows that are there already are recognised.',
    changedMeanwhile:
      'Since the check something has changed in the system (somebody imported or edited the directory), and nothing was written. Look at the check again and press import once more.',
    nothingNew: 'There is no new row to import: every row is there already or at fault.',
    planWithoutOverseer: 'This plan has no overseeing agency, so nothing can be imported into it.',

    columns: 'What each column holds',
    columnsHint:
      'Proposed from the headings and what stands below them. Correct what is wrong and save; the next sheet with this heading is read without asking.',
    remembered: 'The columns are read as you chose; a sheet with this heading is not asked about again.',
    changeColumns: 'See or change the columns',
    saveColumns: 'Save and check',
    samples: 'For example',
    ignored: 'Not read',
    meaningOf: (letter, heading) => `Column ${letter} (${heading}) is read as`,
    hiddenColumn: 'hidden column',
    noHeadFound: 'The heading of the table was not found. Say in which row it stands, as Excel counts.',
    sheet: 'Sheet',
    sheetLine: (name, rows, isHidden) => `${name} (${number.format(rows)} rows${isHidden ? ', hidden' : ''})`,
    headRow: 'Row of the heading',
    headRows: 'Rows of the heading',
    topRows: 'First rows of the sheet',
    includeHidden: 'Also read rows and columns that are hidden or filtered out',
    hiddenRows: (n) => `The sheet has ${number.format(n)} rows that are hidden or filtered out.`,
    asOf: 'Figures as of',
    year: 'Year of dates without one',
    severalLeads: 'Rows that name several lead agencies',
    severalLeadsChoices: {
      ask: 'Fault, so that one is chosen',
      first: 'The first leads, the others coordinate',
      each: 'Every one gets the duty',
    },
    defaultLead: 'Lead of rows that name nobody',
    noDefaultLead: 'None; such rows are at fault',
    allowAgain: 'Rows with the words of a duty elsewhere are other work and come in',
    fields: {
      number: 'Number or code',
      section: 'Group or field',
      duty: 'Duty',
      lead: 'Lead agency',
      coordinating: 'Coordinating agencies',
      deliverable: 'Product',
      due: 'Due',
      state: 'State',
      'tick-pending': 'Cross: not begun',
      'tick-active': 'Cross: under way',
      'tick-overdue': 'Cross: overdue',
      'tick-done': 'Cross: done',
      'tick-done-late': 'Cross: done late',
      percent: 'Percent',
      completedOn: 'Done on',
      result: 'Result',
      note: 'Remarks',
      documentNumber: 'Number of the ordering document',
      documentDay: 'Day of the ordering document',
    },
    states: {
      pending: 'Not begun',
      active: 'Under way',
      overdue: 'Overdue, not done',
      done: 'Done',
      'done-late': 'Done late',
      suspended: 'Suspended',
      closed: 'No longer to be done',
    },

    target: 'Import into',
    targetNew: 'A new tracked list',
    targetPlan: 'A published plan',
    planTitle: 'Name of the tracked list',
    planNumber: 'Number (if it has one)',
    overseer: 'Agency that oversees and confirms',
    plan: 'Plan',

    checked: 'The check',
    notYetWritten: 'Nothing is written yet.',
    figures: { rows: 'Duties', fresh: 'Can come in', known: 'Known', faulty: 'At fault' },
    becomes: (assignments) => `as ${number.format(assignments)} assignments`,
    joined: (n) =>
      `Of these ${number.format(n)} rows are duties this plan has already: only their state is recorded.`,
    changed: (n) =>
      `${number.format(n)} known rows now say something else. The changes are shown and not written: since the import the system is where work is kept up.`,
    skipped: {
      headings: (n) => `${number.format(n)} rows name a group`,
      repeatedHeads: (n) => `${number.format(n)} rows repeat the heading`,
      sums: (n) => `${number.format(n)} rows are sums`,
      foot: (n) => `${number.format(n)} rows stand outside the table`,
      hidden: (n) => `${number.format(n)} rows are hidden`,
      continued: (n) => `${number.format(n)} rows are only the lower part of merged cells`,
    },
    notDuties: 'Rows that are no duties:',
    footRows: 'Rows outside the table',
    remarks: {
      dayTaken: (n) =>
        `${number.format(n)} rows are done without a day: the due day is taken where it has passed, else the day of the figures.`,
      dueUnread: (n) =>
        `${number.format(n)} rows have a due time that is no day: its words are kept, it is never overdue.`,
      overdueNotYet: (n) =>
        `${number.format(n)} rows say overdue but have no due day or one still to come: they come in as under way.`,
      onTimeButLate: (n) => `${number.format(n)} rows are done after their due day: they count as done late.`,
      lateButInTime: (n) =>
        `${number.format(n)} rows say done late but were done within their due day: they count as in time.`,
      dueBeforeGiven: (n) => `${number.format(n)} rows are due before the day of the ordering document.`,
      groupState: (n) =>
        `${number.format(n)} rows lie on several agencies: the state of the row is recorded for each.`,
    },
    rowsOf: { faulty: 'Rows at fault', fresh: 'Rows that can come in', known: 'Known rows' },
    allKinds: 'All faults',
    faultKind: 'Kind of fault',
    kinds: {
      noDuty: 'No duty',
      noLead: 'No lead',
      unknownAgency: 'Unknown agency',
      severalLeads: 'Several leads',
      impossibleDate: 'No such day',
      beforeGiven: 'Done before it was given',
      inFuture: 'Day after today',
      dayWithoutDone: 'Day of completion, not done',
      percentRange: 'Percent outside 0–100',
      percentAgainstState: 'Percent against the state',
      unknownState: 'Unknown state',
      twoStates: 'Two states',
      twiceInSheet: 'Twice in the sheet',
      twiceInSystem: 'Twice in the system',
      tooLong: 'Too long',
      formula: 'Formula error',
    },
    faults: {
      noDuty: (_, __) => 'The row has a number or an agency and no duty. Write the duty, or delete the row.',
      noLead: (_, __) =>
        'The row names no lead agency. Write it; if the row names a group, make it bold or number it in Roman figures.',
      unknownAgency: (_, [name = '', ...near]) =>
        near.length > 0
          ? `The directory has no agency "${name}". Nearest: ${near.join('; ')}. Choose the agency under "Unknown names", or correct the sheet.`
          : `The directory has no agency "${name}". Choose the agency under "Unknown names", complete the directory, or correct the sheet.`,
      severalLeads: (_, names) =>
        `The cell names ${number.format(names.length)} lead agencies (${names.join('; ')}). A duty has one lead: keep one and move the others to the coordinating column, or change how such rows are read.`,
      impossibleDate: (cell, _) =>
        `"${cell}" is no day there is, or cannot be read as one. Write day/month/year.`,
      beforeGiven: (cell, [given = '']) =>
        `Done on "${cell}", before the ordering document of ${printDay(given)}. Compare the two days.`,
      inFuture: (cell, _) =>
        `"${cell}" is after today and cannot have happened. Correct it, or delete it if it was only expected.`,
      dayWithoutDone: (cell, _) =>
        `The row has a day of completion "${cell}" but its state is not done. Correct the state, or delete the day.`,
      percentRange: (cell, _) => `"${cell}" is no percentage from 0 to 100. Write for example 60 or 60%.`,
      percentAgainstState: (cell, [word = '']) =>
        `The percentage "${cell}" contradicts the state "${word}". Correct one of the two.`,
      unknownState: (cell, _) =>
        `The state "${cell}" is not known. Choose its meaning under "Unknown states", or write a known one.`,
      twoStates: (_, __) =>
        'The row is crossed under several states that exclude each other. Keep one cross.',
      twiceInSheet: (_, [row = '']) =>
        `This row is like row ${row}: the same duty, agency and due time. Delete one, or write what differs.`,
      twiceInSystem: (_, [plan = '']) =>
        `This duty lies on that agency already in "${plan}". If it is the same work, it need not come in; if it is other work, write what differs or allow it in the settings.`,
      tooLong: (_, [has = '', most = '']) =>
        `The cell has ${number.format(Number(has))} characters, at most ${number.format(Number(most))} are taken. Shorten it; details belong in the paper.`,
      formula: (cell, [why = '']) =>
        why === 'unsaved'
          ? 'The cell is a formula without a result. Open the file in Excel, save it and load it again.'
          : `The cell is a formula with an error (${cell}). Mend the formula or type the value.`,
    },
    row: 'Row',
    cell: 'Cell',
    lead: 'Lead',
    due: 'Due',
    state: 'State',
    moreAgencies: (n) => `and ${number.format(n)} more agencies`,
    joinedMark: 'in the plan already, only the state is recorded',
    unchanged: 'Nothing differs from the import before.',
    changes: 'The sheet now says otherwise',
    change: (field, before, after) => `${field}: ${before || 'empty'} → ${after || 'empty'}`,
    openItem: 'Open the duty',
    noFaulty: 'No row is at fault.',
    noFresh: 'There is no new row.',
    noKnown: 'No row of this sheet was imported before.',
    faultsFile: 'Download the rows at fault (.xlsx)',
    allFile: 'Download the whole sheet with the faults (.xlsx)',
    faultFile: (name) => `${name} - faults.xlsx`,

    settleNames: 'Unknown names',
    settleNamesHint: 'Choose once for all rows; the choice is remembered for sheets with this heading.',
    settleWords: 'Unknown states',
    settleWord: (word) => `"${word}" means`,
    settleName: (name) => `"${name}" is`,
    inRows: (n) => `${number.format(n)} rows`,
    onlyHelps: 'coordinates only, stops nothing',
    chooseAgency: 'Choose an agency',
    chooseState: 'Choose a state',
    saveSettled: 'Save and check again',

    run: (fresh) => `Import ${number.format(fresh)} rows`,
    runExplain: (faulty) =>
      faulty > 0
        ? `${number.format(faulty)} rows at fault are left out and stop no other row. Load the corrected sheet later: rows that came in are never imported twice.`
        : 'Every row can come in.',
    running: 'Writing. You may leave this page; the import is written as a whole or not at all.',
    done: (fresh, assignments) =>
      `${number.format(fresh)} rows imported as ${number.format(assignments)} assignments.`,
    openPlan: 'Open the plan',
    openWork: 'Open the worklist',
    fromPlans: 'Import a tracking sheet',
    fromSheet: (file, row) => `From the tracking sheet ${file}, row ${number.format(row)}`,
    givenBy: (paper) => `Ordered by ${paper}`,
    dayTaken: 'The sheet names no day of completion',
    sheetHeading: (file) => `Tracking sheet ${file}`,

    cli: {
      usage:
        'Usage: chutri tracker import FILE.xlsx [--plan ID | --title "NAME"] [--overseer AGENCY_CODE] [--as LOGIN] [--dry-run] [--skip-faulty]',
      noAgency: (code) => `The directory has no agency with the code or name "${code}".`,
      noPlan: (id) => `There is no published plan "${id}".`,
      noTarget: 'Say where to import: --plan ID, or --title "NAME" with --overseer AGENCY_CODE.',
      person: (name) => `Importing as: ${name}`,
      columns: (list) => `Columns: ${list}`,
      counts: (rows, fresh, known, faulty) =>
        `${number.format(rows)} duties: ${number.format(fresh)} can come in, ${number.format(known)} known, ${number.format(faulty)} at fault.`,
      fault: (place, message) => `  ${place}: ${message}`,
      change: (row, message) => `  Row ${number.format(row)}, known, now says otherwise: ${message}`,
      dry: 'Only checked, nothing is written.',
      faultsStop: (n) =>
        `Nothing is written because ${number.format(n)} rows are at fault. Correct the sheet and run again, or add --skip-faulty to import the others.`,
      done: (fresh, assignments, plan) =>
        `${number.format(fresh)} rows imported as ${number.format(assignments)} assignments into plan ${plan}.`,
    },
  },

  succession: {
    ofProvince: (name: string, province: string) => `${name} (${province} province)`,
    unitOf: (name: string, parent: string) => `${name} (${parent})`,
    membersOf: (committee: string) => `Members of ${committee}`,
    groupNameForm: 'The name of a group has 2 to 200 characters.',
    groupEmpty:
      'Choose kinds of agency, a superior agency, a committee or at least one agency for the group.',
    groupTaken: (name: string) =>
      `There is a group named "${name}" already. Give it another name or change that one.`,
    groupUnknown:
      'The group names an agency that is no longer in the directory. Reload the page and choose again.',
    groupUsed:
      'The group is used in a review or in a decision on work, so it cannot be deleted. Its rule can be changed.',
    textLong: 'This text is too long. Shorten it.',
    memberNobody: 'Choose an agency or enter the name of a person.',
    memberUnknown: 'This agency is no longer in the directory. Reload the page and choose again.',
    untilBeforeSince: 'The last day must come after the first.',
    startsAfterEnd: (day: string) =>
      `This agency ended on ${printDay(day)}, so it must have begun before that day.`,
    nowIs: (name: string, successor: string) => `${name}, now ${successor}`,
    nowUndecided: (name: string) => `${name}, successor not decided yet`,
    passedBy: (document: string, why: string) =>
      `By ${document || 'reorganisation'}.${why ? ` Reason: ${why}` : ''}`,
    assignmentsToday: (then: number, now: number) =>
      `When it was issued these were ${number.format(then)} assignments; the work of agencies that were reorganised since passes on, which makes ${number.format(now)} assignments today.`,
    formerExplain:
      'Agencies of the time of the plan are entered as former ones; their work passes on from the day below. That is the common day; provinces differ, so change it to the day of the resolution of the province.',
    unmatchedAddressees: 'Where reports go (one of these will oversee the plan)',
    endedFrom: (basis: string) => (basis ? `Ended (${basis}) from` : 'Ended from'),
    endedFromOf: (name: string) => `Day on which ${name} ended`,
    formerDays: (name: string) =>
      `The day on which "${name}" ended is not possible: it must be past, and before the day on which its successor ended.`,
    fromReview: 'Settled in the review of a plan, after the list of reorganisations of 2025',
    dayAhead: 'This day has not come. Choose today or a day in the past.',
    dayMissing: 'Enter the day it takes effect.',
    documentMissing: 'Enter the number of the deciding document.',
    actWrong: 'Some things in this reorganisation need correcting.',
    doneAlready: (day: string) =>
      `This reorganisation took effect on ${printDay(day)} and can no longer be changed or taken back. Record another one if needed.`,
    notDoneYet: (day: string) =>
      `This reorganisation takes effect on ${printDay(day)}; until then change the reorganisation itself.`,
    decidedAlready: (name: string) =>
      `${name} has decided on this agency already. Reload the page to see it.`,
    groupWithout:
      'The group that gets the work has no agency in the directory. Choose another group or an agency.',
    overseerWanted: (n: number) =>
      `This agency oversees ${number.format(n)} plans. A group cannot oversee a plan: choose an agency for each of them.`,
    tabs: { directory: 'Directory', reorganisations: 'Reorganisations', groups: 'Groups' },
    which: 'Agencies shown',
    living: (n) => `Existing (${number.format(n)})`,
    ended: (n) => `Ended (${number.format(n)})`,
    since: (day) => `from ${printDay(day)}`,
    endedOn: (day) => `ended on ${printDay(day)}`,
    nowOf: (name) => `now ${name}`,
    now: 'Now',
    formerName: (name, until) => `Before ${printDay(until)} named ${name}`,
    validFrom: 'Exists from',
    validFromHint: 'Leave empty if it was there before this system.',
    renameHint:
      'A new name by a decision is recorded under Reorganisations, so that the old one stays true to its time.',
    facts: 'About the agency',
    belongs: (n) => `Units (${number.format(n)})`,
    story: 'Reorganisations of this agency',

    groupsTitle: 'Groups of agencies',
    addGroup: 'Add a group',
    editGroup: 'Change the group',
    deleteGroup: 'Delete the group',
    noGroups:
      'Groups that the province names stand here. Where a document prints the name of a group, every agency in it gets an assignment. Press "Add a group" to name one and choose its rule.',
    printedForms: (forms) => `Also printed as: ${forms}`,
    fixedGroups: 'Groups known from the start',
    fixedGroupsExplain: 'These collective names are understood, and the members of every steering committee.',
    memberCount: (n) => (n === 0 ? 'No agency yet' : count(n, 'agency', 'agencies')),
    andMore: (n) => ` and ${number.format(n)} more`,
    ruleKinds: (kinds) => `Kinds: ${kinds}`,
    ruleUnder: (name) => `under ${name}`,
    ruleCommittee: (name) => `members of ${name}`,
    rulePlus: (names) => `also ${names}`,
    ruleMinus: (names) => `without ${names}`,
    groupName: 'Name of the group',
    groupForms: 'Other printed forms',
    groupFormsHint: 'Press Enter or ; after each.',
    groupKinds: 'Kinds of agency',
    groupUnder: 'Under',
    groupCommittee: 'Members of the committee',
    clearCommittee: 'Clear the committee',
    groupPlus: 'Also these agencies',
    groupMinus: 'Without these agencies',

    committee: 'Steering committee',
    setUpBy: (number, day) => `Set up by decision ${number}${day ? ` of ${printDay(day)}` : ''}`,
    noDecision: 'The decision that set it up is not entered yet.',
    enterDocument: 'Enter the decision that set it up',
    changeDocument: 'Change the decision that set it up',
    addMember: 'Add a member',
    editMember: 'Change the member',
    deleteMember: 'Delete, entered by mistake',
    noMembers: 'No members yet. Add agencies or people with their position and field.',
    member: 'Member',
    person: 'Name',
    position: 'Position in the committee',
    field: 'Field',
    term: 'Time',
    from: (since, until) =>
      [since && `from ${printDay(since)}`, until && `before ${printDay(until)}`].filter(Boolean).join(' '),
    memberSince: 'From',
    memberUntil: 'No longer from',
    conclusions: 'Conclusions that became work',
    noConclusions:
      'No conclusions yet. Load the notice of conclusions on the page of plans, then link it here to follow its work.',
    linkConclusion: 'Link a conclusion',
    conclusion: 'Document',
    conclusionHint: 'Choose among the documents loaded, by number or title.',
    doneOf: (done, all) => `${number.format(done)}/${number.format(all)} assignments done`,
    stillDraft: 'Under review, not published yet',

    record: 'Record a reorganisation',
    changeAct: 'Change the reorganisation',
    noActs:
      'Mergers, splits, new names and abolitions stand here by their day. Press "Record a reorganisation": what would move is shown before anything is recorded.',
    pending: (n) => `Waiting for a decision on their work (${number.format(n)})`,
    pendingExplain: 'One decision for each agency covers all its open work; what is done keeps the old name.',
    decide: 'Decide',
    decideOn: (name) => `Decide where the work of ${name} goes`,
    goesOn: (day) => `Split on ${printDay(day)}, goes on`,
    endedBy: (day, document) => `Ended on ${printDay(day)}${document ? ` by ${document}` : ''}`,
    holds: {
      leading: (n) => `leads ${count(n, 'open assignment')}`,
      coordinating: (n) => `helps with ${count(n, 'open assignment')}`,
      overseen: (n) => `oversees ${count(n, 'plan')}`,
      coordinated: (n) => `named as coordinating in ${count(n, 'duty', 'duties')}`,
      seats: (n) => count(n, 'seat in a committee', 'seats in committees'),
      people: (n) => count(n, 'person', 'people'),
      units: (n) => count(n, 'internal unit'),
      nothing: 'nothing open',
      assignments: (n) => count(n, 'assignment'),
    },
    actTitle: (kind, day) => `${kind} from ${printDay(day)}`,
    states: { prepared: 'Waiting for its day', done: 'In effect' },
    byDocument: (document, day) =>
      document ? `By ${document}${day ? ` of ${printDay(day)}` : ''}` : 'No document entered',
    takes: (what) => `takes: ${what}`,
    decidedTo: 'takes the work by decision',
    decisionLine: ({ agency, to, why, decidedBy, decidedAt, exceptions }) =>
      `${decidedBy} decided on ${printMoment(decidedAt).slice(0, 10)}: the work of ${agency.name} goes to ${to}${exceptions ? `, with ${count(exceptions, 'exception')}` : ''}${why ? `. Reason: ${why}` : ''}.`,
    recordedBy: (name, moment) => `${name} recorded it at ${moment}`,
    preparedExplain: (day) =>
      `It takes effect by itself on ${printDay(day)}. Until then it can be changed or taken back.`,
    undo: 'Take back',
    undoSure: 'Yes, take it back',
    noSuccessor: 'No successor yet',
    isNew: 'founded',
    whatHappens: 'What happens',
    kindExplain: {
      merge:
        'One or several agencies become part of one that is there, or of a new one. All open work passes to it.',
      split:
        'One agency becomes several; choose it again if it goes on. Afterwards you decide what goes where.',
      rename:
        'The agency stays and only its name changes. The old name stays true to documents and reports before that day.',
      abolish: 'The agency ends; none or several take its work. Afterwards you decide what goes where.',
    },
    oldAgencies: {
      merge: 'Agencies that are merged',
      split: 'Agency that is split',
      rename: 'Agency that gets a new name',
      abolish: 'Agencies that are abolished',
    },
    newName: 'New name',
    successor: 'Successor',
    successorNumber: (n) => `Successor ${number.format(n)}`,
    chooseSuccessor: 'Choose from the directory, or found one',
    found: 'Found a new one…',
    addSuccessor: 'Add a successor',
    removeSuccessor: 'Remove this one',
    takesLabel: 'Part of the work it takes',
    effectiveOn: 'Takes effect on',
    effectiveHint: 'A day to come: it is carried out by itself on that day.',
    documentNumber: 'Number of the document',
    documentHint: 'The document that decides it.',
    documentOn: 'Date of the document',
    documentOnHint: 'May be left empty.',
    note: 'Note',
    consequences: 'What would move',
    movesOpen: 'Open work moves; what is done keeps this name.',
    staysHere: 'Goes on.',
    keepsAll: 'Keeps everything.',
    receives: (n) => `gets ${count(n, 'open assignment')}`,
    decideAfter: 'Once recorded, the old agency stands on top of this page until you decide what goes where.',
    peopleMove: (n, all) => `Accounts that move to the successor: ${number.format(n)}/${number.format(all)}`,
    confirmAct: 'Record',

    goesTo: 'Open work goes to',
    goesToHint: 'Holds for all open work but the exceptions below.',
    likely: 'Proposed',
    otherAgencies: 'Other agencies',
    everyMember: 'Every agency of a group',
    eachOf: (group) => `Each of: ${group}`,
    keepHere: (name) => `${name} keeps it`,
    why: 'Reason',
    exceptions: 'Exceptions',
    exceptionsHint: 'Choose here which plans or duties go to another agency.',
    asDecided: 'As decided above',
    oversees: 'oversees this plan',
    overseerFor: 'choose who oversees it',
    goesToOf: (name) => `${name} goes to`,
    showDuties: 'Choose duty by duty',
    hideDuties: 'Fold',
    people: (n) => `Accounts of the old agency (${number.format(n)})`,
    accountStays: 'Stays with the old agency',
    allFollow: 'All follow the decision',
    confirmDecision: 'Decide',

    standing: 'Standing on a day',
    standingOn: (day) => `Standing on ${printDay(day)}`,
    standingDay: 'Day',
    standingHint: 'Computed again from the steps that count up to this day.',
    standingEmpty: (day) => `No assignment had been given by ${printDay(day)}.`,
    overseenThen: (name) => `Overseen then by ${name}`,
    agencyThen: 'Agency at the time',
    planColumn: 'Plan',
    columns: { all: 'Assignments', done: 'Done', within: 'Within time', overdue: 'Overdue' },
    meanPercent: 'Mean progress',
    coordinatingToo: (n) => `and helped with ${count(n, 'assignment')}`,
    ofAssigned: (done, all, share) =>
      `${number.format(done)}/${number.format(all)} assignments done (${share})`,
    ofAnswerable: (done, all, share) =>
      `${number.format(done)}/${number.format(all)} of the assignments done or overdue are done (${share})`,
    closedBeside: (n) => `${count(n, 'assignment')} were closed and count in no ratio.`,
    dueBy: (day) => `Due ${printDay(day)}`,
    countsFrom: (day) => `counts from ${printDay(day)}`,
    kinds: { merge: 'Merger', split: 'Split', rename: 'New name', abolish: 'Abolition' },
    passed: (n) =>
      n.transferred + n.given + n.overseen + n.coordinated + n.seats + n.accounts === 0
        ? 'Nothing had to pass on.'
        : `Passed on: ${[
            n.transferred && `${number.format(n.transferred)} assignments`,
            n.given && `${number.format(n.closed)} assignments of a group as ${number.format(n.given)}`,
            n.overseen && `${number.format(n.overseen)} plans to oversee`,
            n.coordinated && `${number.format(n.coordinated)} duties to coordinate`,
            n.seats && `${number.format(n.seats)} seats in committees`,
            n.accounts && `${number.format(n.accounts)} accounts`,
          ]
            .filter(Boolean)
            .join(', ')}.`,
    file: {
      usage: 'Usage: chutri agency apply FILE.json [--dry-run] [--by LOGIN] [--province CODE]',
      day: 'A day is written 2025-03-01.',
      noJson: 'The file is not valid JSON. Check its commas, brackets and encoding (UTF-8).',
      wrongForm: 'The file does not have the right form (see docs/reorganisation-file.md):',
      unknown: 'Some names were not found or are not clear enough:',
      several: (name) => `Several agencies are named "${name}". Write the code of the agency.`,
      notFound: (name, day) => `"${name}" was not found on ${printDay(day)}.`,
      actAt: (at, why) => `Act ${number.format(at)}: ${why}`,
      head: (province, acts, by) =>
        `${province}: ${number.format(acts)} acts in the file, recorded in the name of ${by}.`,
      act: (at, kind, day, old, successors, document) =>
        `${number.format(at)}. ${kind} from ${printDay(day)} (${document}): ${old}${successors ? ` → ${successors}` : ''}`,
      known: 'Recorded already, left alone.',
      prepared: (day) => `Waits until ${printDay(day)} to take effect.`,
      undecided: (n) => `${number.format(n)} agencies wait for a decision on their work.`,
      dry: (n) => `Dry run: ${number.format(n)} acts would be recorded. Nothing was written.`,
      applied: (n, known) =>
        `${number.format(n)} acts recorded, ${number.format(known)} that were there already left alone.`,
      nothingWritten: 'Nothing was written.',
      whichProvince: 'It is not clear which province is meant. Give its code, such as --province 75.',
      whichAuthor: 'There is no administrator or focal officer of this sign-in name. Give --by LOGIN.',
    },
    faults: {
      twice: 'An agency is chosen twice.',
      mergeOne: 'A merger has exactly one successor.',
      mergeItself: 'Choose at least one agency other than the successor.',
      oneOld: 'Choose exactly one agency.',
      splitTwo: 'A split has at least two successors.',
      renameName: 'Enter the new name of the agency.',
      abolishItself: 'An agency that is abolished cannot be a successor.',
      unknown: 'An agency is no longer in the directory. Reload the page and choose again.',
      endedAlready: (name: string, day: string) => `${name} ended on ${printDay(day)}.`,
      notYet: (name: string, day: string) =>
        `${name} exists from ${printDay(day)} only: the day of effect must be later.`,
      tookOver: (name: string, day: string) =>
        `${name} took over work of others on ${printDay(day)}: it must end after that day.`,
      preparedElsewhere: (name: string, day: string) =>
        `${name} is part of a reorganisation that takes effect on ${printDay(day)}. Change or take back that one first.`,
      successorMissing: 'Choose the successor, or enter the name of the agency that is founded.',
      notThere: (name: string, day: string) => `${name} does not exist on ${printDay(day)}.`,
      endsBefore: (name: string, day: string) =>
        `${name} will have ended by ${printDay(day)}, by another reorganisation.`,
      nameTaken: (name: string) => `The directory has "${name}" already. Choose it instead of founding it.`,
      codeTaken: (code: string) => `The code ${code} belongs to another agency.`,
      sameName: 'The new name and code are those of today.',
      renamedSince: (day: string) =>
        `The agency was renamed on ${printDay(day)}: the day of effect must be later.`,
      decisionElsewhere: 'A decision is about an agency that is not part of this reorganisation.',
      unknownGroup: 'The group that gets the work no longer exists. Reload the page and choose again.',
      toItself: (name: string) => `${name} ends by this very act and cannot get work.`,
      exceptionForm: 'Each exception is one plan or one assignment.',
    },
  },

  steps: {
    outsideText:
      'Duties of the police and the army carry only a day, no words and no reason. Leave the text empty and try again.',
    outsideFiles:
      'Police and army report outside this system, so no file is taken here. The file was not kept.',
    beforeGiven: (day: string) =>
      `The day of the report cannot lie before the day the work was given (${printDay(day)}). Please check the day.`,
    untilPast: 'The day asked for has gone by. Choose today or a later day.',

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
    others: (n: number) => `${number.format(n)} other assignments of this duty`,
    roundDone: (done: number, all: number, late: number) =>
      `${number.format(done)}/${number.format(all)} assignments done${late ? `, ${number.format(late)} overdue` : ''}`,
    showRows: (n: number) => `Show ${number.format(n)} agencies`,
    foldRows: 'Fold',
    allOfRound: (n: number) => `Open the list of ${number.format(n)} assignments`,
    countsFrom: (day: string) => `counts from ${printDay(day)}`,
    sharedReport: (n: number) => `one report for ${number.format(n)} assignments`,
    together: (n: number) => `together with ${number.format(n - 1)} others`,

    // The worklist.
    moreFilters: (n: number) => (n ? `More filters (${number.format(n)})` : 'More filters'),
    oneBatch: 'Only those of one report or decision',
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
        `The words, figures and papers below go into the report of all ${number.format(n)} assignments, of ${number.format(plans)} plans.`,
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
      chosen: (n: number, all: number) => `${number.format(n)}/${number.format(all)} have an answer.`,
      lacking: (n: number) => `${number.format(n)} lack a result.`,
      send: (n: number) => `Send ${number.format(n)} reports`,
      restNothing: (n: number) => `The other ${number.format(n)}: nothing to report`,
      sent: (n: number, refused: number) =>
        `${number.format(n)} reports sent; the head of the agency approves them.${refused ? ` ${number.format(refused)} could not be sent; each says why.` : ''}`,
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
        `${number.format(n)} reports on this page are agreed to at once.${left ? ` ${number.format(left)} are not yours to decide and stay.` : ''}`,
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
      tooLong: (days: number) => `Standing in lasts at most ${number.format(days)} days at a time.`,
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
        assignments: (n: number) => `${number.format(n)} open assignments`,
        itemsLed: (n: number) => `${number.format(n)} duties as leader in charge`,
        itemsFollowed: (n: number) => `${number.format(n)} duties as follower`,
        plansLed: (n: number) => `${number.format(n)} plans as leader in charge`,
        plansFollowed: (n: number) => `${number.format(n)} plans as follower`,
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
      notYours:
        'Handing over is for the head of the agency of the person who leaves, or for an administrator.',
      oneself: 'Whoever takes over must be somebody else.',
      elsewhere:
        'Work laid on a person can only pass to somebody of the same agency. Choose somebody of the agency of the person who leaves.',
      stopForAdmin:
        'Only an administrator stops accounts. Hand over first, then ask an administrator to stop the account.',
      changed:
        'What this person holds has changed since you opened the page. Look at the new figures and hand over again.',
      nothing: (name: string) => `${name} holds nothing any more, so there is nothing to hand over.`,
    },
  },

  dissemination: {
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
    alreadyCancelled:
      'This session was cancelled and can no longer be corrected. Record a new one if need be.',
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
    heldNone: (none, bearers) =>
      `None held yet (${number.format(none)} of ${number.format(bearers)} agencies)`,
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
  },
}
