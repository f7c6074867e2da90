// Papers on their way over HTTP: the list, one, its text, the steps, the signed file, those of an assignment.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { workingDaysBetween } from '../base/calendar.ts'
import { Refusal } from '../base/refusal.ts'
import { normalise } from '../base/text.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, readUpload, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import type { OfficialPaper } from '../paper/official.ts'
import { writeOfficial } from '../paper/official-docx.ts'
import { officialText } from '../paper/official-text.ts'
import { audit } from '../store/audit.ts'
import { storeFile } from '../store/files.ts'
import { once } from '../store/once.ts'
import { attachment } from '../task/evidence.ts'
import * as words from '../vocabulary/words.ts'
import { readCalendar } from '../working-day/queries.ts'
import { blankPaper } from './blank.ts'
import { foldSteps, isOpen, KINDS, STEP_KINDS, type Standing, whyNot } from './dossier.ts'
import { openDutyPaper, readOfAssignment } from './duty-paper.ts'
import {
  BlankForm,
  Dossier,
  DutyPaperForm,
  Issued,
  IssueForm,
  OfAssignment,
  Opened,
  PaperCounts,
  PaperEdit,
  PaperFilter,
  PaperList,
  PaperQuery,
  RuleForm,
  RuleList,
  SigningRule,
  StepForm,
  StepTaken,
  shownPaper,
  Texts,
  TextsQuery,
} from './exchange.ts'
import { issueDossier, nextNumber, type OnIssued } from './issue.ts'
import * as listing from './listing.ts'
import { fullNumber, seriesOf, yearOf } from './number.ts'
import { editPaper, listPastSteps, mayWrite, openDossier, standingOf, takeStep, titleOf } from './record.ts'
import { getRule, listRules, saveRule } from './rule-queries.ts'
import * as story from './story.ts'

const Id = z.object({ id: z.uuid() })
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const PDF = 'application/pdf'

const MOST_TEXT = 10 * 1024 * 1024

export interface SigningParts {
  /** By kind: what its room does when a paper of it is issued. */
  onIssued: OnIssued
  /** Refuses what is no PDF, cannot be read, or carries a secrecy mark. */
  refuseUnlessPdf: (bytes: Uint8Array, name: string) => Promise<void>
}

export function signingRoutes({ sql, clock }: App, { onIssued, refuseUnlessPdf }: SigningParts) {
  const when = () => ({ at: clock.now(), today: clock.today() })
  return async (server: Server) => {
    server.get(
      '/api/dossiers',
      { schema: { querystring: PaperQuery, response: { 200: PaperList } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'paper.read')
        const { after, limit, ...scope } = request.query
        const rows = await listing.listDossiers(sql, actor, scope, { after, limit: limit + 1 })
        const page = rows.slice(0, limit)
        const last = page.at(-1)
        return {
          rows: page.map(({ number, symbol, profile, ...row }) => ({
            ...row,
            agency: { id: row.agencyId, name: row.agencyName },
            drafter: { id: row.drafterId, name: row.drafterName },
            number: number && symbol ? fullNumber(number, symbol, profile) : null,
          })),
          next: rows.length > limit && last ? listing.cursorOf(last) : null,
          today: clock.today(),
        }
      },
    )

    server.get(
      '/api/dossiers/counts',
      { schema: { querystring: PaperFilter, response: { 200: PaperCounts } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'paper.read')
        const [counts, agencies] = await Promise.all([
          listing.countTabs(sql, actor, request.query),
          listing.listPaperAgencies(sql, actor.tenantId),
        ])
        return { counts, agencies: [...agencies] }
      },
    )

    server.get('/api/dossiers/rules', { schema: { response: { 200: RuleList } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'paper.read')
      return { rules: await listRules(sql, actor.tenantId) }
    })

    server.put(
      '/api/dossiers/rules/:kind',
      {
        config: { sends: ['version'] },
        schema: {
          params: z.object({ kind: z.enum(KINDS) }),
          body: RuleForm,
          response: { 200: SigningRule },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'paper.rule')
        const { kind } = request.params
        const seen = versionSeen(request)
        return sql.begin(async (tx) => {
          const rule = await saveRule(tx, actor.tenantId, kind, seen, request.body)
          await audit(tx, actor, clock.now(), 'paper.rule', ['signing-rule', kind], request.body)
          return rule
        })
      },
    )

    server.post(
      '/api/dossiers',
      { config: { sends: ['key'] }, schema: { body: BlankForm, response: { 201: Opened } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'paper.draft')
        const { tenantId, accountId } = actor
        const key = idempotencyKey(request)
        const now = when()
        const opened = await once(
          sql,
          { tenantId, accountId, key, request: request.body, at: now.at },
          async (tx) => {
            const { kind, type, subject } = request.body
            const writer = mayWrite(actor)
            if (!writer?.agencyId) throw new Refusal('forbidden', 'dossier.no-agency', words.signing.noAgency)
            const agencyId = request.body.agencyId ?? writer.unitOf ?? writer.agencyId
            const issuing = await story.findIssuing(tx, tenantId, agencyId)
            // For one's own agency, or for the provincial committee, which signs what others write.
            const isOwn = [writer.agencyId, writer.unitOf].includes(agencyId)
            if (!issuing || issuing.endedOn || !(isOwn || issuing.kind === 'province-committee'))
              throw new Refusal('forbidden', 'dossier.issuer', words.signing.notIssuer)
            const { province, ...agency } = issuing
            const paper = blankPaper({ province, agency, type, subject, today: now.today })
            const made = { kind, subjectId: null, agencyId, planId: null, assignmentId: null, paper }
            return openDossier(tx, actor, { ...made, drafterId: writer.unitOf ?? writer.agencyId }, now)
          },
        )
        return reply.status(201).send(opened)
      },
    )

    server.get(
      '/api/dossiers/of-assignment/:id',
      { schema: { params: Id, response: { 200: OfAssignment } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'paper.read')
        return readOfAssignment(sql, actor, request.params.id, clock.today())
      },
    )

    server.post(
      '/api/dossiers/of-assignment/:id',
      {
        config: { sends: ['key'] },
        schema: { params: Id, body: DutyPaperForm, response: { 201: Opened } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'paper.draft')
        const { tenantId, accountId } = actor
        const { id } = request.params
        const now = when()
        const asked = { id, form: request.body }
        const opened = await once(
          sql,
          { tenantId, accountId, key: idempotencyKey(request), request: asked, at: now.at },
          (tx) => openDutyPaper(tx, actor, id, request.body, now),
        )
        return reply.status(201).send(opened)
      },
    )

    server.get(
      '/api/dossiers/:id',
      { schema: { params: Id, response: { 200: Dossier } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'paper.read')
        return readDossier(actor, request.params.id)
      },
    )

    server.put(
      '/api/dossiers/:id/paper',
      {
        // Four hundred pages of pasted text are one and a half million letters.
        bodyLimit: MOST_TEXT,
        config: { sends: ['version'] },
        schema: { params: Id, body: PaperEdit, response: { 200: Opened } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'paper.draft')
        const { id } = request.params
        const seen = versionSeen(request)
        const version = await sql.begin((tx) => editPaper(tx, actor, id, seen, request.body, when()))
        return { id, version }
      },
    )

    server.post(
      '/api/dossiers/:id/steps',
      {
        config: { sends: ['version', 'key'] },
        schema: { params: Id, body: StepForm, response: { 201: StepTaken } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'paper.step')
        const { tenantId, accountId } = actor
        const { id } = request.params
        const seen = versionSeen(request)
        const now = when()
        const asked = { id, seen, step: request.body }
        const taken = await once(
          sql,
          { tenantId, accountId, key: idempotencyKey(request), request: asked, at: now.at },
          (tx) => takeStep(tx, actor, id, seen, request.body, now),
        )
        return reply.status(201).send(taken)
      },
    )

    server.post(
      '/api/dossiers/:id/issue',
      {
        config: { sends: ['version', 'key', 'file'], fields: ['number', 'symbol', 'signedOn', 'signer'] },
        schema: { params: Id, response: { 201: Issued } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'paper.draft')
        const { tenantId, accountId } = actor
        const { id } = request.params
        const seen = versionSeen(request)
        const key = idempotencyKey(request)
        const { file, fields } = await readUpload(request)
        const form = issueFormOf(fields)
        if (!file || file.bytes.length === 0)
          throw new Refusal('invalid', 'dossier.signed-missing', words.signing.signedFileMissing)
        if (file.name.length > 200) throw new Refusal('invalid', 'file.name-long', words.task.fileNameLong)
        await refuseUnlessPdf(file.bytes, file.name)
        const name = normalise(file.name)
        const hash = createHash('sha256').update(file.bytes).digest('hex')
        const now = when()
        const issued = await once(
          sql,
          { tenantId, accountId, key, request: { id, seen, form, name, hash }, at: now.at },
          async (tx) => {
            await storeFile(tx, tenantId, file.bytes, now.at)
            return issueDossier(tx, actor, id, seen, form, { hash, name }, now, onIssued)
          },
        )
        return reply.status(201).send(issued)
      },
    )

    server.get(
      '/api/dossiers/:id/texts',
      { schema: { params: Id, querystring: TextsQuery, response: { 200: Texts } } },
      async (request) => {
        const actor = actorOf(request)
        const { from, to } = request.query
        const [before, after] = await Promise.all([
          readPaper(actor, request.params.id, from),
          readPaper(actor, request.params.id, to),
        ])
        return { from: officialText(before), to: officialText(after) }
      },
    )

    server.get(
      '/api/dossiers/:id/paper.docx',
      {
        config: { answers: DOCX },
        schema: { params: Id, querystring: z.object({ round: z.coerce.number().int().min(0).default(0) }) },
      },
      async (request, reply) => {
        const paper = await readPaper(actorOf(request), request.params.id, request.query.round)
        return reply
          .header('content-type', DOCX)
          .header('content-disposition', attachment(`${fileTitle(paper)}.docx`))
          .send(Buffer.from(await writeOfficial(paper)))
      },
    )

    server.get(
      '/api/dossiers/:id/signed.pdf',
      { config: { answers: PDF }, schema: { params: Id } },
      async (request, reply) => {
        const { tenantId } = await refuseUnseen(actorOf(request), request.params.id)
        const file = await story.findSigned(sql, tenantId, request.params.id)
        if (!file) throw new Refusal('missing', 'dossier.not-signed', words.signing.notSigned)
        return reply
          .header('content-type', PDF)
          .header('content-disposition', attachment(file.name))
          .header('x-content-type-options', 'nosniff')
          .send(Buffer.from(file.bytes))
      },
    )

    server.get(
      '/api/dossiers/:id/files/:hash',
      {
        config: { answers: 'application/octet-stream' },
        schema: {
          params: z.object({ id: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
          querystring: z.object({ step: z.uuid() }),
        },
      },
      async (request, reply) => {
        const { id, hash } = request.params
        const { tenantId } = await refuseUnseen(actorOf(request), id)
        const file = await story.findStepFile(sql, tenantId, id, request.query.step, hash)
        if (!file) throw new Refusal('missing', 'file.missing', words.refusal.missing)
        return reply
          .header('content-type', file.media)
          .header('content-disposition', attachment(file.name))
          .header('x-content-type-options', 'nosniff')
          .send(Buffer.from(file.bytes))
      },
    )
  }

  /** What is not there and what is not this person's to see are told alike. */
  async function refuseUnseen(actor: Actor, id: string): Promise<Actor> {
    allow(actor, 'paper.read')
    if (!(await listing.isVisible(sql, actor, id)))
      throw new Refusal('missing', 'dossier.missing', words.refusal.missing)
    return actor
  }

  async function readPaper(actor: Actor, id: string, round: number) {
    const { tenantId } = await refuseUnseen(actor, id)
    const paper = await story.findText(sql, tenantId, id, round)
    if (!paper) throw new Refusal('missing', 'dossier.round', words.refusal.missing)
    return paper
  }

  async function readDossier(actor: Actor, id: string): Promise<Dossier> {
    const { tenantId } = await refuseUnseen(actor, id)
    const today = clock.today()
    const [row, past, opinions, steps, rounds] = await Promise.all([
      story.findDossier(sql, tenantId, id),
      listPastSteps(sql, tenantId, id),
      story.listOpinions(sql, tenantId, id),
      story.listSteps(sql, tenantId, id),
      story.listRounds(sql, tenantId, id),
    ])
    if (!row) throw new Refusal('missing', 'dossier.missing', words.refusal.missing)
    const standing = standingOf(row, foldSteps(past))
    const why = Object.fromEntries(STEP_KINDS.map((kind) => [kind, whyNot(kind, standing, actor.capacities)]))
    const rule = await getRule(sql, tenantId, row.kind)
    const { isOff } = await readCalendar(sql, tenantId, row.openedOn, '2100-12-31')
    const leftOf = (dueOn: string) => workingDaysBetween(today, dueOn, isOff)
    return {
      ...row,
      today,
      agency: { id: row.agencyId, name: row.agencyName, kind: row.agencyKind },
      drafter: { id: row.drafterId, name: row.drafterName },
      appraiser:
        row.appraiserId && row.appraiserName ? { id: row.appraiserId, name: row.appraiserName } : null,
      plan: row.planId ? { id: row.planId, number: row.planNumber, title: row.planTitle ?? '' } : null,
      paper: shownPaper(row.paper),
      number: row.number && row.symbol ? fullNumber(row.number, row.symbol, row.paper.profile) : null,
      nextNumber:
        why.issue === null
          ? await nextNumber(sql, tenantId, row.agencyId, yearOf(today), seriesOf(row.paper))
          : null,
      opinions: opinions.map((one) => shownOpinion(one, steps, standing, actor, leftOf)),
      steps: steps.map(({ opinionId: _, ...step }) => step),
      rule,
      rounds: [...rounds],
      whyNotEdit: row.state === 'draft' ? (why.ask ?? null) : words.signing.notEditable(row.state),
      whyNot: why as Dossier['whyNot'],
    }
  }
}

/** The fields beside the signed file, told field by field where they are wrong. */
function issueFormOf(fields: Record<string, string>): IssueForm {
  const read = IssueForm.safeParse(fields)
  if (read.success) return read.data
  const faults = read.error.issues.map(({ path, message }) => ({ at: path.join('.'), message }))
  throw new Refusal('invalid', 'dossier.issue-form', faults[0]?.message ?? words.refusal.invalid, faults)
}

function shownOpinion(
  { agencyId, agencyName, askedId, askedName, kind, ...one }: story.OpinionRow,
  steps: readonly story.StepRow[],
  standing: Standing,
  actor: Actor,
  leftOf: (dueOn: string) => number,
): Dossier['opinions'][number] {
  const last = (of: 'answer' | 'reply') =>
    steps.findLast((step) => step.kind === of && step.opinionId === one.id)
  const answer = last('answer')
  const reply = last('reply')
  const isWaiting = isOpen({ ...one, agencyId, agencyKind: kind })
  return {
    ...one,
    agency: { id: agencyId, name: agencyName },
    askedOf: askedId === agencyId ? null : askedName,
    isFront: kind === 'front',
    workingDaysLeft: isWaiting ? leftOf(one.dueOn) : null,
    answerText: answer?.text ?? '',
    answerBy: answer ? [answer.actor, answer.agency].filter(Boolean).join(', ') : null,
    document: answer?.document ?? null,
    replyText: reply?.text ?? '',
    stepId: answer?.id ?? null,
    files: answer?.files ?? [],
    isMine: actor.capacities.some((one) => [one.agencyId, one.unitOf].includes(agencyId)),
    whyNotAnswer:
      one.stance || one.recalled
        ? words.signing.nobodyAsked
        : whyNot('answer', { ...standing, askedIds: [agencyId] }, actor.capacities),
  }
}

/** "Báo cáo kết quả …": short enough for a file's name. */
const fileTitle = ({ type, subject, number, symbol }: OfficialPaper): string =>
  [number && `${number}-${symbol}`, titleOf({ type, subject })]
    .filter(Boolean)
    .join(' ')
    .replace(/[\\/:*?"<>|\s]+/gu, ' ')
    .slice(0, 100)
    .trim()
