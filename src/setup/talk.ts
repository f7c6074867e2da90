// What is said about the sample's plans and duties, and where its plans were made known: by the functions that the routes
// call.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { dayInVietnam } from '../base/config.ts'
import { writeComment } from '../discussion/comment.ts'
import { CommentForm, type Subject, tokenOf } from '../discussion/discussion.ts'
import { SessionForm } from '../dissemination/dissemination.ts'
import { recordSession } from '../dissemination/record.ts'
import type { Actor } from '../http/actor.ts'
import type { Sql } from '../store/database.ts'
import { findAssignment } from './difficulties.ts'
import type { StoryEvent } from './story.ts'

const Moment = z.iso.datetime({ offset: true }).transform((at) => new Date(at))
const said = { by: z.string(), at: Moment, text: z.string() }

/** About a plan, or about the duty that begins so of the agency; "@H99.05" and "@sct.chuyenvien" name whom they name. */
const Talk = z.object({
  comments: z.array(
    z.union([
      z.object({ ...said, plan: z.string() }),
      z.object({ ...said, task: z.string(), agency: z.string() }),
    ]),
  ),
  sessions: z.array(
    z.object({ plan: z.string(), agency: z.string(), by: z.string(), at: Moment }).catchall(z.unknown()),
  ),
})
type Said = z.infer<typeof Talk>['comments'][number]

interface Known {
  personOf: (name: string) => Promise<Actor>
  agencyId: (code: string) => string
  planId: (file: string) => string
}

const nowAt = (at: Date) => ({ at, today: dayInVietnam(at) })

export function talkEvents(tx: Sql, tenantId: number, folder: string, known: Known): StoryEvent[] {
  const { comments, sessions } = Talk.parse(JSON.parse(readFileSync(join(folder, 'talk.json'), 'utf8')))
  const subjectOf = async (one: Said): Promise<Subject> =>
    'plan' in one
      ? { kind: 'plan', id: known.planId(one.plan) }
      : { kind: 'assignment', id: await findAssignment(tx, tenantId, known.agencyId(one.agency), one.task) }
  const bodyOf = async (text: string): Promise<string> => {
    const parts = text.split(/@((?:H\d+|[a-z]+)(?:\.\w+)*)/u)
    const named = parts.map(async (part, at) => {
      if (at % 2 === 0) return part
      if (part.startsWith('H')) return tokenOf({ kind: 'agency', id: known.agencyId(part) })
      return tokenOf({ kind: 'person', id: (await known.personOf(part)).accountId })
    })
    return (await Promise.all(named)).join('')
  }
  const say = async (one: Said) => {
    const form = CommentForm.parse({ subject: await subjectOf(one), body: await bodyOf(one.text) })
    await writeComment(tx, await known.personOf(one.by), form, nowAt(one.at))
  }
  return [
    ...comments.map((one) => ({ at: one.at, run: () => say(one) })),
    ...sessions.map(({ plan, agency, by, at, ...facts }) => ({
      at,
      run: async () => {
        const form = SessionForm.parse({ ...facts, agencyId: known.agencyId(agency) })
        await recordSession(tx, await known.personOf(by), known.planId(plan), form, nowAt(at))
      },
    })),
  ]
}
