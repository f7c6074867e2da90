// The papers of the sample province: one letter issued, one plan on which opinions are being asked, by the functions that
// the routes call.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { dayInVietnam } from '../base/config.ts'
import type { Actor } from '../http/actor.ts'
import { blankPaper } from '../signing/blank.ts'
import { blocksOf } from '../signing/blocks.ts'
import { REPLIES, STANCES } from '../signing/dossier.ts'
import { StepForm } from '../signing/exchange.ts'
import { issueDossier } from '../signing/issue.ts'
import { openDossier, takeStep } from '../signing/record.ts'
import { findIssuing, listOpinions } from '../signing/story.ts'
import type { Sql } from '../store/database.ts'
import { storeFile } from '../store/files.ts'

const Moment = z.iso.datetime({ offset: true }).transform((at) => new Date(at))
const done = { by: z.string(), at: Moment }

/** `issuer`, `of` and `agency` are codes of the directory. */
const Papers = z.array(
  z.object({
    ...done,
    kind: z.enum(['letter', 'plan']),
    type: z.string().nullable(),
    subject: z.string(),
    issuer: z.string(),
    addressees: z.array(z.string()),
    basis: z.array(z.string()),
    text: z.string(),
    steps: z.array(
      z.discriminatedUnion('step', [
        z.object({ ...done, step: z.literal('submit'), skipOpinions: z.string(), skipAppraisal: z.string() }),
        z.object({
          ...{ ...done, step: z.literal('issue'), number: z.number(), symbol: z.string() },
          ...{ signedOn: z.iso.date(), signer: z.string(), file: z.string() },
        }),
        z.object({
          ...{ ...done, step: z.literal('ask'), of: z.array(z.string()), days: z.number(), text: z.string() },
        }),
        z.object({
          ...{ ...done, step: z.literal('answer'), agency: z.string(), stance: z.enum(STANCES) },
          ...{ text: z.string(), document: z.string() },
        }),
        z.object({
          ...{
            ...done,
            step: z.literal('reply'),
            agency: z.string(),
            reply: z.enum(REPLIES),
            text: z.string(),
          },
        }),
      ]),
    ),
  }),
)
type Told = z.infer<typeof Papers>[number]
type ToldStep = Told['steps'][number]

interface Known {
  personOf: (name: string) => Promise<Actor>
  agencyId: (code: string) => string
}

const nowAt = (at: Date) => ({ at, today: dayInVietnam(at) })

export function signingEvents(tx: Sql, tenantId: number, folder: string, known: Known) {
  const told = Papers.parse(JSON.parse(readFileSync(join(folder, 'papers.json'), 'utf8')))
  return told.flatMap((paper) => {
    const standing = { id: '', version: 0 }
    return [
      {
        at: paper.at,
        run: async () => void Object.assign(standing, await open(tx, tenantId, paper, known)),
      },
      ...paper.steps.map((step) => ({
        at: step.at,
        run: async () => {
          standing.version = await take(tx, tenantId, folder, standing, step, known)
        },
      })),
    ]
  })
}

async function open(tx: Sql, tenantId: number, told: Told, { personOf, agencyId }: Known) {
  const { kind, type, subject, addressees, basis, text, issuer, by, at } = told
  const id = agencyId(issuer)
  const issuing = await findIssuing(tx, tenantId, id)
  if (!issuing) throw new Error(`story: no agency ${issuer}`)
  const { province, ...agency } = issuing
  const blank = blankPaper({ province, agency, type, subject, addressees, today: dayInVietnam(at) })
  const body = blocksOf(text).flatMap((block) => (block.kind === 'table' ? [] : [block]))
  const made = { kind, subjectId: null, agencyId: id, planId: null, assignmentId: null }
  return openDossier(tx, await personOf(by), { ...made, paper: { ...blank, basis, body } }, nowAt(at))
}

async function take(
  tx: Sql,
  tenantId: number,
  folder: string,
  { id, version }: { id: string; version: number },
  told: ToldStep,
  { personOf, agencyId }: Known,
): Promise<number> {
  const actor = await personOf(told.by)
  const now = nowAt(told.at)
  if (told.step === 'issue') {
    const bytes = readFileSync(join(folder, told.file))
    const file = { name: told.file, hash: await storeFile(tx, tenantId, bytes, told.at) }
    return (await issueDossier(tx, actor, id, version, told, file, now, {})).version
  }
  const { step: kind, ...rest } = told
  const about =
    'agency' in rest
      ? (await listOpinions(tx, tenantId, id)).find((one) => one.agencyId === agencyId(rest.agency))?.id
      : undefined
  const asked = 'of' in rest ? { agencyIds: rest.of.map(agencyId) } : {}
  const form = StepForm.parse({ kind, ...rest, ...asked, opinionId: about })
  return (await takeStep(tx, actor, id, version, form, now)).version
}
