import type * as vi from '../words.ts'
import { are, count, have } from './format.ts'

export const review: typeof vi.review = {
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
}
