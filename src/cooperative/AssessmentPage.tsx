// One assessment opened: every criterion with its points and the figures it comes from, what a person scored and why, the
// result, who confirmed it, and what was done.
import { Alert, Anchor, Button, Group, Text, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { get } from '../http/client.ts'
import { say } from '../register/kit/register.ts'
import { printValue } from '../register/show.ts'
import { Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Assessment, Confirmed, type Step } from './assessment-exchange.ts'
import { BandBadge } from './assessment-parts.tsx'
import { type CooperativeRubric, findFigure, GROUPS, type Measure, SOURCES } from './assessment-rubric.ts'
import { Share } from './bars.tsx'
import { PointsDialog } from './PointsDialog.tsx'
import { KEY, useWrite } from './use-assessment.ts'

const w = words.assessment
const o = w.one
type Asking =
  | { kind: 'score'; code: string; name: string; most: number }
  | { kind: 'unscore'; code: string; name: string }
  | { kind: 'adjust' | 'unadjust' | 'reopen' }

export function AssessmentPage() {
  const { year, id } = useParams({ strict: false }) as { year: string; id: string }
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'one', year, id],
    queryFn: () => get(`/api/assessments/${year}/${id}`, Assessment),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Page
      title={o.title(data.cooperative.name, data.year)}
      actions={
        <>
          <Button
            variant="default"
            component={Link}
            to={'/cooperatives/ratings' as never}
            search={{ year: data.year } as never}
          >
            {w.openList}
          </Button>
          <Button
            variant="default"
            component={Link}
            to={'/registers/$name/$id' as never}
            params={{ name: 'cooperative', id } as never}
          >
            {o.toRegister}
          </Button>
        </>
      }
    >
      <One data={data} />
    </Page>
  )
}

function One({ data }: { data: Assessment }) {
  const [asking, setAsking] = useState<Asking | null>(null)
  return (
    <>
      <Outcome data={data} onAsk={setAsking} />
      {GROUPS.map((group) => {
        const criteria = data.body.criteria.filter((one) => one.group === group)
        const results = criteria.map(({ code }) => data.result.criteria.find((one) => one.code === code))
        const got = results.reduce((sum, one) => sum + (one?.points ?? 0), 0)
        const line = o.groupLine(w.groups[group], got, data.body.groups[group])
        return (
          <Part key={group} title={w.groups[group]}>
            <Share part={got} whole={data.body.groups[group]} text={line} />
            <div>
              {criteria.map((criterion) => (
                <OneCriterion key={criterion.code} data={data} criterion={criterion} onAsk={setAsking} />
              ))}
            </div>
          </Part>
        )
      })}
      <Part title={o.story}>
        {data.steps.length === 0 ? (
          <Text size="sm" c="gray.7">
            {o.storyEmpty}
          </Text>
        ) : (
          <ul className="plain-list">
            {data.steps.map((step) => (
              <li key={step.id} className="criterion">
                <Text size="sm">
                  {words.moment(step.at)}: {step.by} {sentence(step)}
                </Text>
                {step.reason && (
                  <Text size="sm" c="gray.7">
                    {o.because(step.reason)}
                  </Text>
                )}
              </li>
            ))}
          </ul>
        )}
      </Part>
      {asking && <Dialog data={data} asking={asking} onClose={() => setAsking(null)} />}
    </>
  )
}

function sentence({ kind, criterion, points, band }: Step): string {
  if (kind === 'confirm') return o.steps.confirm(w.bands[band ?? 'none'], points)
  if (kind === 'adjust') return o.steps.adjust(points)
  if (kind === 'score') return o.steps.score(criterion ?? '', points)
  if (kind === 'unscore') return o.steps.unscore(criterion ?? '')
  return kind === 'unadjust' ? o.steps.unadjust() : o.steps.reopen()
}

/** The result, by which rubric, who confirmed it, and what may be done about it. */
function Outcome({ data, onAsk }: { data: Assessment; onAsk: (asking: Asking) => void }) {
  const { result, rubric, body, facts, adjusted, confirmed, now, year, may, standsOn, today, cooperative } =
    data
  const confirm = useWrite(() => {}, Confirmed)
  const refused = confirm.data?.refused[0]
  const whyNot =
    rubric.id === null
      ? w.refusal.noRubric
      : today < standsOn
        ? w.refusal.running(year, standsOn)
        : data.band === null
          ? w.refusal.incomplete
          : may.confirm
  return (
    <Part title={w.columns.band}>
      <Group gap="sm">
        <BandBadge band={data.band} />
        <Text fw={700}>
          {data.score === null
            ? w.soFar(result.points, result.open, result.criteria.filter((one) => one.points === null).length)
            : w.scoreOf(data.score)}
        </Text>
      </Group>
      {result.unrated && (
        <Text size="sm">
          {result.unrated === 'young' ? w.unrated.young(body.youngMonths) : w.unrated.idle(body.idleMonths)}
        </Text>
      )}
      {adjusted && (
        <Text size="sm">
          {o.adjusted(adjusted.score, adjusted.by, adjusted.reason)}
          {result.score !== null && ` ${o.computed(result.score)}`}
        </Text>
      )}
      <Text size="sm" c="gray.7">
        {rubric.id === null
          ? w.notPublished
          : w.ruledBy(rubric.title, rubric.documentNumber, rubric.fromYear ?? year)}
      </Text>
      <Text size="sm" c="gray.7">
        {w.about(`${year - 1}-12-15`, standsOn)} {o.registered(facts.registeredOn)}.{' '}
        {o.idle(facts.idleMonths, facts.idleDays)}.
      </Text>
      {facts.updateId ? (
        <Anchor
          component={Link}
          to={'/registers/$name/$id' as never}
          params={{ name: 'yearly-update', id: facts.updateId } as never}
          size="sm"
        >
          {o.toUpdate}
        </Anchor>
      ) : (
        <Group gap="xs">
          <Text size="sm">{o.noUpdate}</Text>
          <Anchor
            component={Link}
            to={'/registers/$name/new' as never}
            params={{ name: 'yearly-update' } as never}
            search={{ cooperative: cooperative.id } as never}
            size="sm"
          >
            {o.addUpdate}
          </Anchor>
        </Group>
      )}
      {confirmed && <Text size="sm">{o.confirmed(confirmed.by, words.moment(confirmed.at))}</Text>}
      {now && (
        <Alert color="yellow" variant="light" p="xs">
          <Text size="sm">
            {o.now(now.score === null ? o.noScore : w.scoreOf(now.score), w.bands[now.band ?? 'none'])}
          </Text>
        </Alert>
      )}
      {confirm.error && <Failure error={confirm.error} />}
      {refused && <Failure error={new Error(refused.why)} />}
      <Group gap="xs" className="screen-only">
        {data.state === 'confirmed' ? (
          <Deed label={o.reopen} whyNot={may.reopen} onClick={() => onAsk({ kind: 'reopen' })} />
        ) : (
          <>
            <Deed
              isFirst
              label={o.confirm}
              whyNot={whyNot}
              isPending={confirm.isPending}
              onClick={() =>
                confirm.mutate({
                  path: `/api/assessments/${year}/confirm`,
                  body: { chosen: [{ cooperativeId: cooperative.id, version: data.version }] },
                })
              }
            />
            <Deed
              label={o.adjust}
              whyNot={result.score === null ? w.refusal.incomplete : may.score}
              onClick={() => onAsk({ kind: 'adjust' })}
            />
            {adjusted && (
              <Deed label={o.unadjust} whyNot={may.score} onClick={() => onAsk({ kind: 'unadjust' })} />
            )}
          </>
        )}
      </Group>
      {data.state !== 'confirmed' && whyNot && (
        <Text size="xs" c="gray.7">
          {whyNot}
        </Text>
      )}
    </Part>
  )
}

function Deed({
  label,
  said,
  whyNot,
  isFirst,
  isPending,
  onClick,
}: {
  label: string
  said?: string
  whyNot: string | null
  isFirst?: boolean
  isPending?: boolean
  onClick: () => void
}) {
  return (
    <Tooltip label={whyNot} disabled={!whyNot} multiline maw={320}>
      <Button
        size="sm"
        variant={isFirst ? 'filled' : 'default'}
        loading={isPending ?? false}
        aria-label={said}
        data-disabled={whyNot ? true : undefined}
        aria-disabled={whyNot ? true : undefined}
        onClick={() => whyNot || onClick()}
      >
        {label}
      </Button>
    </Tooltip>
  )
}

/** A figure as its register prints it. */
function figureText(name: string, value: number | boolean | null): string {
  const figure = findFigure(name)
  return (figure && printValue(figure.of, value, {})) ?? o.noFact
}
const figureLabel = (name: string) => {
  const figure = findFigure(name)
  return figure ? say(figure.of.label) : name
}

const firstFigure = (measure: Measure): string | null =>
  measure.kind === 'hand' ? null : measure.kind === 'share' ? measure.part : measure.of

/** A threshold as it reads: percent of shares and growths, else the figure. */
function atText(measure: Measure, at: number): string {
  if (measure.kind === 'share' || measure.kind === 'growth') return `${words.number(at)}%`
  if (measure.kind === 'yes') return at >= 1 ? o.yes : o.no
  const name = firstFigure(measure)
  return name ? figureText(name, at) : words.number(at)
}

function OneCriterion({
  data,
  criterion,
  onAsk,
}: {
  data: Assessment
  criterion: CooperativeRubric['criteria'][number]
  onAsk: (asking: Asking) => void
}) {
  const found = data.result.criteria.find(({ code }) => code === criterion.code)
  const hand = data.hands[criterion.code]
  if (!found) return null
  const { measure, name, code, points: most } = criterion
  const canScore = data.state !== 'confirmed' && found.from !== 'register'
  return (
    <div className="criterion">
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="sm" fw={700} style={{ whiteSpace: 'nowrap' }}>
          {o.criterionLine(found.points, most)}
        </Text>
      </Group>
      <Text size="xs" c="gray.7">
        {o.from[found.from]}
        {found.measured !== null && ` · ${measuredText(measure, found.measured)}`}
      </Text>
      {found.facts.map((fact) => (
        <Text size="sm" key={`${fact.figure} ${fact.year}`}>
          {fact.rowId ? (
            <Anchor
              component={Link}
              to={'/registers/$name/$id' as never}
              params={{ name: SOURCES[findFigure(fact.figure)?.source ?? 'update'], id: fact.rowId } as never}
              size="sm"
            >
              {factText(fact)}
            </Anchor>
          ) : (
            factText(fact)
          )}
        </Text>
      ))}
      {criterion.steps.length > 0 && (
        <Text size="xs" c="gray.7">
          {o.ladder(
            criterion.steps
              .map(({ at, points }) => o.rungs[criterion.better](atText(measure, at), points))
              .join('; '),
          )}
        </Text>
      )}
      {hand && found.from === 'hand' && (
        <Text size="sm">{o.hand(hand.by, words.moment(hand.at), hand.reason)}</Text>
      )}
      {canScore && (
        <Group gap="xs" mt={6} className="screen-only">
          <Deed
            label={o.score}
            said={o.scoreSaid(name)}
            whyNot={data.may.score}
            onClick={() => onAsk({ kind: 'score', code, name, most })}
          />
          {found.from === 'hand' && (
            <Deed
              label={o.unscore}
              said={o.unscoreSaid(name)}
              whyNot={data.may.score}
              onClick={() => onAsk({ kind: 'unscore', code, name })}
            />
          )}
        </Group>
      )}
    </div>
  )
}

function factText({
  figure,
  year,
  value,
}: Assessment['result']['criteria'][number]['facts'][number]): string {
  const text = figureText(figure, value)
  return findFigure(figure)?.source === 'cooperative'
    ? o.factOf(figureLabel(figure), text)
    : o.fact(figureLabel(figure), year, text)
}

function measuredText(measure: Measure, value: number): string {
  if (measure.kind === 'yes') return o.measured.yes(value === 1)
  if (measure.kind === 'share') return o.measured.share(words.number(value))
  if (measure.kind === 'growth') return o.measured.growth(words.number(value))
  return o.measured.value(atText(measure, value))
}

function Dialog({ data, asking, onClose }: { data: Assessment; asking: Asking; onClose: () => void }) {
  const { year, cooperative, version } = data
  const path = (deed: string) => `/api/assessments/${year}/${cooperative.id}/${deed}`
  switch (asking.kind) {
    case 'score':
      return (
        <PointsDialog
          title={o.scoreSaid(asking.name)}
          hint={o.scoreHint}
          points={{ label: o.scorePoints(asking.most), most: asking.most }}
          onClose={onClose}
          write={(reason, points) => ({
            path: path('score'),
            body: { criterion: asking.code, points, reason },
            version,
          })}
        />
      )
    case 'unscore':
      return (
        <PointsDialog
          title={o.unscoreSaid(asking.name)}
          onClose={onClose}
          write={(reason) => ({
            path: path('score'),
            body: { criterion: asking.code, points: null, reason },
            version,
          })}
        />
      )
    case 'adjust':
      return (
        <PointsDialog
          title={o.adjust}
          hint={o.adjustHint}
          points={{ label: o.adjustPoints, most: 100 }}
          onClose={onClose}
          write={(reason, score) => ({ path: path('adjust'), body: { score, reason }, version })}
        />
      )
    case 'unadjust':
      return (
        <PointsDialog
          title={o.unadjust}
          onClose={onClose}
          write={(reason) => ({ path: path('adjust'), body: { score: null, reason }, version })}
        />
      )
    case 'reopen':
      return (
        <PointsDialog
          title={o.reopen}
          hint={o.reopenHint}
          onClose={onClose}
          write={(reason) => ({ path: path('reopen'), body: { reason }, version })}
        />
      )
  }
}
