// The way of a paper as five stages, each with how it stands and what was said of it: what the picture of the way draws.
import * as words from '../vocabulary/words.ts'
import { isOpen } from './dossier.ts'
import type { Dossier } from './exchange.ts'

export const STAGES = ['draft', 'opinions', 'appraisal', 'submitted', 'issued'] as const
export type Stage = (typeof STAGES)[number]

/** done: behind it · now: where it lies · ahead · skipped: left out with a reason. */
export type Look = 'done' | 'now' | 'ahead' | 'skipped'

export interface StageShown {
  stage: Stage
  look: Look
  lines: string[]
}

const w = words.signing

/** What of a dossier the picture needs. */
type Drawn = Pick<
  Dossier,
  | 'state'
  | 'steps'
  | 'opinions'
  | 'hasAsked'
  | 'appraisal'
  | 'appraiser'
  | 'appraiseBy'
  | 'drafter'
  | 'openedOn'
  | 'waitingSince'
  | 'number'
  | 'signedOn'
  | 'signer'
>

export function stagesOf(dossier: Drawn): StageShown[] {
  return STAGES.map((stage) => ({
    stage,
    look: lookOf(stage, dossier),
    lines: linesOf(stage, dossier).filter((line) => line !== ''),
  }))
}

const lastOf = ({ steps }: Drawn, kind: Dossier['steps'][number]['kind']) =>
  steps.findLast((step) => step.kind === kind)
const reasonOf = ({ steps }: Drawn, what: 'skipOpinions' | 'skipAppraisal') =>
  steps.findLast((step) => step[what])?.[what] ?? null

/** Reports and letters may have come here without opinions and appraisal, and without a word about it. */
const isPast = (state: Dossier['state']): boolean => state === 'submitted' || state === 'issued'

function lookOf(stage: Stage, dossier: Drawn): Look {
  const { state, hasAsked, appraisal } = dossier
  if (state === stage) return stage === 'issued' ? 'done' : 'now'
  switch (stage) {
    case 'draft':
      return state === 'withdrawn' ? 'skipped' : 'done'
    case 'opinions':
      if (hasAsked) return 'done'
      return reasonOf(dossier, 'skipOpinions') || isPast(state) ? 'skipped' : 'ahead'
    case 'appraisal':
      if (appraisal) return 'done'
      return reasonOf(dossier, 'skipAppraisal') || isPast(state) ? 'skipped' : 'ahead'
    case 'submitted':
      return state === 'issued' ? 'done' : 'ahead'
    case 'issued':
      return 'ahead'
  }
}

function linesOf(stage: Stage, dossier: Drawn): string[] {
  const { state, drafter, openedOn, opinions, appraisal, appraiser, appraiseBy, number, signedOn } = dossier
  const skipped = (what: 'skipOpinions' | 'skipAppraisal') => {
    const reason = reasonOf(dossier, what)
    return reason ? [w.way.skipped(reason)] : []
  }
  switch (stage) {
    case 'draft':
      return [drafter.name, w.way.from(words.day(openedOn)), state === 'withdrawn' ? w.states.withdrawn : '']
    case 'opinions': {
      const asked = opinions.filter(({ recalled }) => !recalled)
      if (asked.length === 0) return skipped('skipOpinions')
      const due = opinions
        .filter((one) => isOpen({ ...one, agencyId: one.agency.id, agencyKind: 'department' }))
        .map(({ dueOn }) => dueOn)
        .sort()[0]
      const silent = asked.filter(({ stance, lapsedOn }) => !stance && lapsedOn).length
      const answered = asked.filter(({ stance }) => stance).length
      return [w.answers(answered, asked.length, silent), due ? w.until(words.day(due)) : '']
    }
    case 'appraisal': {
      if (appraisal) return [lastOf(dossier, 'appraise')?.agency ?? '', w.results[appraisal]]
      if (state !== 'appraisal') return skipped('skipAppraisal')
      return [appraiser?.name ?? '', appraiseBy ? w.until(words.day(appraiseBy)) : '']
    }
    case 'submitted': {
      const submitted = lastOf(dossier, 'submit')
      return submitted && (state === 'submitted' || state === 'issued')
        ? [submitted.actor, w.way.from(words.day(submitted.onDay))]
        : []
    }
    case 'issued':
      return number && signedOn ? [number, words.day(signedOn), dossier.signer ?? ''] : []
  }
}
