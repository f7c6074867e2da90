import type * as vi from '../words.ts'
import { number } from './format.ts'

const n = (count: number) => number.format(count)
const agencies = (count: number) => `${n(count)} ${count === 1 ? 'agency' : 'agencies'}`

export const cascade: typeof vi.cascade = {
  subPlans: {
    title: 'Plans of the agencies',
    open: 'See which agencies have issued theirs and which have not',
    states: { owed: 'Not issued yet', issued: 'Issued', excused: 'Excused' },
    unasked: 'Issued of its own accord',
    share: (issued, of) => `${n(issued)}/${agencies(of)} issued a plan`,
    late: (late, owed) => `${n(late)}/${n(owed)} of those that have not are overdue`,
    excusedOf: (excused) => `${agencies(excused)} excused, not in the share`,
    follows: (names) => `in place of ${names}`,
    ended: 'The agency is no more; nobody has decided who follows',
    reasonMissing: 'Write the reason, so that later readers know why.',
    numberMissing: 'Write number and symbol of the plan, such as 12/KH-STC.',
    notYours:
      'Only people of the agency that owes the plan, or of the one that oversees the plan above, may record this.',
    notOverseer: (name) => `Only people of the overseeing agency (${name}) may decide this.`,
    draft: 'This plan is not published yet. Publish it first.',
    itemUnknown: 'This duty is none of the plan on the screen. Reload the page and choose again.',
    alreadySettled: (count) =>
      `${agencies(count)} issued a plan or were excused because of this duty, so it cannot be taken back. Excuse the others one by one.`,
    nothingAsked: 'No duty has been confirmed to ask for plans yet. Confirm one first.',
    ahead: 'This day has not come. A plan is recorded once it is issued.',
    fileForm: 'The file of a plan is PDF or DOCX. Attach the signed PDF or the Word file.',
    childItself: 'A plan cannot be the plan below itself. Choose another one.',
    paper: {
      titles: { all: 'Plans of the agencies', missing: 'Agencies without a plan' },
      fileNames: { all: 'plans-of-agencies', missing: 'missing-plans' },
      asOf: (day) => `(as of ${day})`,
      columns: {
        ordinal: 'No.',
        agency: 'Agency',
        due: 'Due',
        number: 'Number',
        issuedOn: 'Issued on',
        late: 'Days late',
        standing: 'State',
      },
      total: (issued, of) => `Issued: ${n(issued)}/${agencies(of)}.`,
      late: (late, owed) => `Overdue: ${n(late)}/${n(owed)} of those not issued.`,
      excused: (count) => `Excused: ${agencies(count)}, not in the share.`,
      sheet: 'Plans',
    },
  },
  coverage: {
    notYours:
      'Only people of an agency that oversees one of the two plans, or that issued the plan below, may judge this link.',
    parentItself: 'A plan cannot carry out itself. Choose another document.',
    parentBelow: 'This document is recorded as one below this plan. Take that back first.',
    noParent: 'This plan does not carry out that document. Choose one of the list.',
  },
  programme: {
    title: (agency, year) => `Work programme ${year} of ${agency}`,
    parts: {
      carried: 'Carried over from before',
      q1: 'First quarter',
      q2: 'Second quarter',
      q3: 'Third quarter',
      q4: 'Fourth quarter',
      undated: 'Ongoing, no day set',
    },
    roles: { lead: 'Lead', coordinating: 'Coordinating' },
    ahead: 'To come',
    paper: {
      title: 'Work programme of the year',
      subject: (agency, year) => `work in ${year} of ${agency}`,
      opening: (agency, year) =>
        `On the ground of the duties laid on it, ${agency} issues its work programme ${year}:`,
      figures: 'DUTIES OF THE YEAR',
      sum: (rows, items, plans, lead, coordinating) =>
        `${n(rows)} assignments of ${n(items)} duties in ${n(plans)} plans: ${n(lead)} led, ${n(coordinating)} helped with.`,
      part: 'When',
      all: 'All',
      carryOut: 'CARRYING IT OUT',
      duties: [
        'Units and persons named in the appendices carry out their duties well and in time.',
        'They report regularly, and difficulties at once.',
      ],
      appendix: (part) => `Duties: ${part}`,
      columns: {
        ordinal: 'No.',
        when: 'When',
        content: 'Duty',
        plan: 'Plan, clause',
        role: 'Role',
        deliverable: 'Deliverable',
        due: 'Due',
        who: 'Who',
        standing: 'State',
      },
      month: (month) => `Month ${month}`,
      sheet: (year) => `Year ${year}`,
    },
  },
  draft: {
    textMissing: 'Write what the added duty is, or take the line away.',
    nothing: 'The draft has no duty. Keep at least one, or add one of the agency.',
    noDuties: (agency) => `${agency} has no duty in this plan. Choose another agency.`,
    late: (section, day) => `Duty ${section} cannot be due after ${day}, the day of the plan above.`,
    paper: {
      types: {
        KH: 'Plan',
        CTr: 'Programme',
        NQ: 'Resolution',
        QĐ: 'Decision',
        CT: 'Directive',
        KL: 'Conclusion',
        TB: 'Notice',
        CV: 'Letter',
        ĐA: 'Project',
      },
      parent: (type, printed, day, issuer) =>
        [type, printed, day && `of ${day}`, issuer && `by ${issuer}`].filter(Boolean).join(' '),
      citation: (section, type, printed) =>
        `${section ? `clause ${section} of ` : ''}${type}${printed ? ` ${printed}` : ''}`,
      subject: (parent, title) => `carrying out ${parent}${title ? ` on ${title}` : ''}`,
      opening: (parent, title, agency) =>
        `To carry out ${parent}${title ? ` on ${title}` : ''}, ${agency} issues this plan:`,
      purpose: 'PURPOSE AND DEMANDS',
      aim: 'Purpose',
      aims: (parent) => [
        `To carry out in full and in time what ${parent} lays on the agency.`,
        'To say for every duty who leads, who helps, what comes out of it and by when.',
      ],
      demand: 'Demands',
      demands: [
        'Every duty has one unit that answers for it.',
        'Results are reported in time with evidence, difficulties at once.',
      ],
      duties: 'DUTIES',
      inherited: 'Duties given',
      own: (agency) => `Further duties of ${agency}`,
      helps: (lead, duty) => `Help ${lead}: ${duty}`,
      product: (text) => `Deliverable: ${text}`,
      due: (text) => `Due: ${text}`,
      until: (day) => `by ${day}`,
      see: 'Who does what stands in the appendix.',
      organisation: 'CARRYING IT OUT',
      steps: (agency, above) => [
        `The units of ${agency} carry out what is theirs and report in every period.`,
        `The focal unit follows and urges, and prepares the report to ${above || 'the agency above'}.`,
        'Difficulties are told at once.',
      ],
      above: 'The agency above',
      recipients: ['Units'],
      annex: 'Duties',
      columns: {
        ordinal: 'No.',
        duty: 'Duty',
        lead: 'Lead',
        coordinating: 'Coordinating',
        product: 'Deliverable',
        due: 'Due',
        source: 'Ground',
      },
    },
  },
}
