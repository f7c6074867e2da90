import type * as vi from '../words.ts'
import { number } from './format.ts'

export const discussion: typeof vi.discussion = {
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
  nameEnded: (name) => `${name} no longer exists. Name the agency that followed on it.`,
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
}
