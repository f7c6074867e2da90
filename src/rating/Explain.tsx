// One rating opened up: each criterion with what was lost and why, down to the assignment, its days and its step; what a
// person confirmed, changed, objected to; and of a locked period what has changed since.
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { get } from '../http/client.ts'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Changes } from './Changes.tsx'
import { keyOf, wordsOf } from './explain.ts'
import { Objections } from './Objections.tsx'
import { PointsBar, SubjectLines } from './parts.tsx'
import { type About, aboutId, type Unit } from './rate.ts'
import { Explained, pointsText, type Subject } from './rating.ts'
import { SmallForm } from './SmallForm.tsx'
import { KEY } from './use-rating.ts'

const w = words.rating

export function Explain({ period, by, id }: { period: string; by: Subject; id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'explain', period, by, id],
    queryFn: () => get(`/api/ratings/explain?period=${period}&by=${by}&id=${id}`, Explained),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { result, subject } = data
  return (
    <Stack gap="md">
      <SubjectLines subject={subject} />
      <div>
        <Text size="sm">
          {words.steps.period(data.period.key)}. {w.computedFrom(result.duties, result.reports)}.
        </Text>
        <Text fw={700}>{w.sum(10_000 - result.score, result.score)}</Text>
        <PointsBar points={result.score} most={10_000} label={w.scoreOf(result.score)} />
      </div>
      <Since data={data} />
      {result.criteria.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: criteria have their fixed order
        <CriterionPart key={at} data={data} at={at} />
      ))}
      <Changes data={data} by={by} />
      {by === 'agency' && <Objections data={data} />}
    </Stack>
  )
}

function Since({ data }: { data: Explained }) {
  const { now, result } = data
  if (!now) return null
  return (
    <Part title={w.since}>
      <Text size="sm">{now.score === null ? w.nowGone : w.sinceScore(result.score, now.score)}</Text>
      <ul className="rating-faults">
        {now.differences.map((one) => (
          <li key={keyOf(one)} className="rating-fault">
            <Quote data={data} about={one} />
            <Text size="sm">
              {w.sinceLine(w.faults[one.fault], w.sinceLost(one.before), w.sinceLost(one.after))}
            </Text>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function CriterionPart({ data, at }: { data: Explained; at: number }) {
  const [isAll, setAll] = useState(false)
  const criterion = data.body.criteria[at]
  const result = data.result.criteria[at]
  if (!criterion || !result) return null
  const lost = new Map(result.deductions.map(({ unit, points }) => [unit, points]))
  const own = data.units.flatMap((unit, index) => (unit.fault === criterion.fault ? [{ unit, index }] : []))
  const faulty = own.filter(({ unit }) => unit.count > 0)
  const others = own.filter(({ unit }) => unit.count === 0)
  const { name } = criterion
  const label = w.criterionBar(name, result.points, result.most, result.units - result.faulty, result.units)
  return (
    <Part title={w.criterion(name, criterion.points)}>
      <PointsBar points={result.points} most={result.most} label={label} />
      <Text size="sm">{label}</Text>
      <Text size="sm" c="gray.7">
        {criterion.way === 'share'
          ? w.ways.share(criterion.percent)
          : w.ways.each(criterion.percent, criterion.cap)}
      </Text>
      {faulty.length === 0 && <Text size="sm">{own.length === 0 ? w.noUnits : w.lostNothing}</Text>}
      <ul className="rating-faults">
        {faulty.map(({ unit, index }) => (
          <Fault key={index} data={data} unit={unit} lost={lost.get(index) ?? 0} />
        ))}
      </ul>
      {others.length > 0 && (
        <Group>
          <Button variant="subtle" size="compact-sm" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
            {isAll ? w.hideOthers : w.others(others.length)}
          </Button>
        </Group>
      )}
      {isAll && (
        <ul className="rating-faults">
          {others.map(({ unit, index }) => (
            <li key={index} className="rating-fault">
              <Quote data={data} about={unit} />
              <Text size="sm">{saidOf(unit)}</Text>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

/** The fault in a sentence, or what was done where there is none. */
function saidOf({ fault, reportId, count, dueOn, completedOn, daysLate, steps }: Unit): string {
  if (fault === 'returned')
    return count > 0
      ? w.said.returned(steps.length, steps.map(({ onDay }) => words.day(onDay)).join(', '))
      : w.said.notReturned
  const [due, done] = [dueOn, completedOn].map((day) => day && words.day(day))
  if (reportId && due)
    return count > 0
      ? w.said.reportLate(due, done ?? null, daysLate ?? 0)
      : w.said.reportInTime(due, done ?? '')
  return count > 0 && due
    ? w.said.late(due, done ?? null, daysLate ?? 0)
    : w.said.inTime(due ?? null, done ?? null)
}

function Fault({ data, unit, lost }: { data: Explained; unit: Unit; lost: number }) {
  const { excuse, assignmentId, reportId = null, fault, steps } = unit
  const cause = data.causes[keyOf(unit)]
  const said = saidOf(unit)
  return (
    <li className="rating-fault">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Quote data={data} about={unit} />
        <Title order={3} size="h6" style={{ whiteSpace: 'nowrap' }}>
          {excuse ? pointsText(0) : w.lost(lost)}
        </Title>
      </Group>
      <Text size="sm">{said}</Text>
      {steps.map(({ id, onDay, text }) => (
        <Text size="sm" key={id} style={{ overflowWrap: 'anywhere' }}>
          {words.day(onDay)}: {text}
        </Text>
      ))}
      {excuse && <Text size="sm">{w.excused(w.excuse[excuse.cause](excuse.note))}</Text>}
      {excuse?.difficultyId && (
        <Anchor
          component={Link}
          to="/difficulties/$id"
          params={{ id: excuse.difficultyId } as never}
          size="sm"
        >
          {w.seeDifficulty}
        </Anchor>
      )}
      {cause && (
        <Text size="xs" c="gray.7">
          {w.confirmedBy(cause.by, words.moment(cause.at))}
        </Text>
      )}
      {data.may.confirm === null && !data.isLocked && (
        <Group mt={4}>
          {cause ? (
            <SmallForm
              key="withdraw"
              label={w.withdraw}
              hint={w.withdrawHint}
              textLabel={w.reason}
              missing={w.form.reason}
              isSmall
              write={(reason) => ({
                path: `/api/ratings/causes/${cause.id}/withdraw`,
                body: { reason },
                version: cause.version,
              })}
            />
          ) : (
            !excuse && (
              <SmallForm
                key="confirm"
                label={w.confirm}
                said={w.confirmOf(wordsOf(data, unit)?.slice(0, 80) ?? said)}
                hint={w.confirmHint}
                textLabel={w.reason}
                missing={w.form.reason}
                isSmall
                write={(reason) => ({
                  path: '/api/ratings/causes',
                  body: { assignmentId, reportId, fault, reason },
                })}
              />
            )
          )}
        </Group>
      )}
    </li>
  )
}

/** The duty's words or the round's title, leading to everything that happened to it. */
function Quote({ data, about }: { data: Explained; about: About }) {
  const { assignmentId, reportId } = about
  const duty = data.duties.find(({ id }) => id === assignmentId)
  const report = data.reports.find(({ id }) => id === reportId)
  const see = reportId ? w.seeReport : w.seeStep
  return (
    <div style={{ minWidth: 0 }}>
      <Anchor
        component={Link}
        to={report && !report.mayOpen ? '/rounds/$id' : reportId ? '/reports/$id' : '/work/$id'}
        params={{ id: report && !report.mayOpen ? report.roundId : aboutId(about) } as never}
        size="sm"
        title={see}
        style={{ overflowWrap: 'anywhere' }}
      >
        {wordsOf(data, about) ?? see}
      </Anchor>
      {report && (
        <Text size="xs" c="gray.7">
          {report.plan}
        </Text>
      )}
      {duty && (
        <Text size="xs" c="gray.7">
          {[
            duty.plan,
            duty.section && words.task.section(duty.section),
            duty.period && words.steps.period(duty.period),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      )}
    </div>
  )
}
