// A step of the story as a sentence after the name of whoever took it.
import * as words from '../vocabulary/words.ts'
import type { StoryStep } from './exchange.ts'

const w = words.difficulty.sentence

/** "chuyển Sở Tài chính giải quyết trong 5 ngày làm việc, hạn ngày 27/11/2026". */
export function sentenceOf(step: StoryStep): string {
  const { kind, isOfOther, type, addressee, days, dueOn, next, nextDays } = step
  const other = step.other?.agency ?? ''
  const due = dueOn ? words.day(dueOn) : ''
  switch (kind) {
    case 'join':
      return isOfOther ? w.joinHere(other) : w.join(other)
    case 'unjoin':
      return isOfOther ? w.unjoinHere(other) : w.unjoin(other)
    case 'opine':
      return type ? `${w.opine}, ${w.retype(words.difficulty.types[type])}` : w.opine
    case 'send': {
      const sent = w.send(addressee ?? '', days ?? 0, due)
      return next ? `${sent}; ${w.next(next, nextDays ?? 0)}` : sent
    }
    case 'extend':
      return w.extend(days ?? 0, due)
    case 'escalate':
      return addressee ? w.escalate(addressee, days ?? 0, due) : w.escalateLeaders
    case 'transfer':
      return w.transfer(addressee ?? '')
    default:
      return w[kind]
  }
}

/** "Văn bản số 12/UBND ngày 19/11/2026"; null when none was named. */
export const documentOf = ({
  documentNumber,
  documentOn,
}: Pick<StoryStep, 'documentNumber' | 'documentOn'>): string | null =>
  documentNumber || documentOn
    ? words.difficulty.document(documentNumber ?? '', documentOn ? words.day(documentOn) : '')
    : null
