import type * as vi from '../words.ts'
import { number } from './format.ts'

export const signing: typeof vi.signing = {
  letter: 'Letter',
  clockActor: 'The system',

  notNow: (step, state) =>
    state === 'issued'
      ? 'The paper is issued: no step is left. If it must change, make a new paper that replaces it.'
      : state === 'withdrawn'
        ? 'The paper was withdrawn. Reopen it before taking this step.'
        : {
            ask: 'Opinions are asked while the draft is being written or opinions are being asked.',
            answer: 'No opinion has been asked on this paper yet.',
            reply: 'Opinions can be replied to only until the paper is issued.',
            send:
              state === 'opinions'
                ? 'Opinions are being asked. Wait for the last day, or stop asking, then send it to appraisal.'
                : 'Only a draft can be sent to appraisal.',
            appraise: 'This paper is not under appraisal.',
            submit:
              state === 'opinions'
                ? 'Opinions are being asked. Wait for the last day, or stop asking, then submit it.'
                : 'Only a draft that is not under appraisal can be submitted for signing.',
            issue: 'Number and date are recorded after the paper was submitted for signing.',
            return: 'Only a paper under appraisal or waiting for signature can be returned.',
            recall: 'The draft is with its writers: there is nothing to take back.',
            withdraw: 'The paper cannot be withdrawn at this step.',
            reopen: 'The paper was not withdrawn.',
          }[step],
  notEditable: (state) =>
    state === 'issued'
      ? 'The paper is issued and cannot be changed. Make a new one that replaces it.'
      : state === 'withdrawn'
        ? 'The paper was withdrawn. Reopen it, then change it.'
        : 'The draft has gone out and is locked. To change it, wait for the answers or take it back.',
  notRelated: {
    drafter: 'This step is taken by the agency that writes or issues the paper.',
    asked: 'Another agency is asked here: only that one can answer.',
    appraiser: 'This step is taken by the agency chosen to appraise.',
    issuer: 'This step is taken by the head of the issuing agency.',
    province: 'This step is taken by the leaders of the province.',
  },
  nobodyAsked: 'No opinion is waited for any more.',
  underWay:
    'A paper for this is under way already. Open that one and go on writing; do not make a second one.',
  askedAlready: 'One of the agencies is being asked about this very draft. Take it out and send again.',
  askSelf: 'The agency that writes does not ask itself. Take it out and send again.',
  askNobody: 'Choose at least one agency to ask.',
  agencyGone: 'One of the agencies chosen is no longer in the directory. Reload the page and choose again.',
  answeredAlready: 'This agency has answered. An opinion on record does not change; talk to the writers.',
  questionRecalled: 'The writers have stopped asking: no answer is needed any more.',
  documentRequired: 'To record it for another agency, give number and date of the paper on which it came.',
  replyToNothing: 'This agency has not answered: there is nothing to reply to.',
  frontFirst: (n) =>
    `${number.format(n)} opinion(s) of the Fatherland Front and mass organisations have no reply yet. Reply first, then submit.`,
  opinionsNeeded: 'The province demands opinions on papers of this kind. Ask for them first.',
  appraisalNeeded: 'The province demands an appraisal of papers of this kind. Send it to appraisal first.',
  appraisedUnfit: 'The appraisal found it not ready. Improve it and have it appraised again.',
  skipRequired: {
    opinions: 'No opinions were asked. Say why not.',
    appraisal: 'The draft was not appraised. Say why not.',
  },
  textRequired: {
    answer: 'Say what should change, or why you disagree.',
    reply: 'Say how it was taken up, or why not.',
    appraise: 'Write the conclusion of the appraisal.',
    return: 'Say why it goes back, so that the writers know what to change.',
    recall: 'Say why the draft is taken back.',
    withdraw: 'Say why the paper is withdrawn.',
    reopen: 'Say why the paper is reopened.',
  },
  daysForm: (most) => `Working days: a whole number from 1 to ${number.format(most)}.`,
  stanceRequired: 'Choose whether you agree.',
  replyRequired: 'Choose whether it is taken up or explained.',
  resultRequired: 'Choose the result of the appraisal.',
  appraiserRequired: 'Choose the agency that appraises.',
  subjectRequired: 'Say what the paper is about.',
  tableGone: 'A table of the paper has changed. Reload the page and go on.',
  fileMissing: 'An attached file is no longer on the server. Upload it again.',
  numberForm: 'The number is a whole number from 1 to 99,999.',
  symbolRequired: 'Give the symbol of the paper, such as BC-STC.',
  signedOnForm: 'Give the day of signing as day/month/year.',
  signerRequired: 'Give the name of whoever signed.',
}
