// On the page of an assignment: what it waits for, with whom that ends, and who waits for it.
import { Alert, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { get } from '../http/client.ts'
import { Failure, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Round } from './Circles.tsx'
import { addressOf, nameOf, Open, ThingLine } from './links.tsx'
import './waiting.css'
import { AssignmentWaits, type Thing } from './waiting.ts'

const w = words.waiting
type Told = AssignmentWaits['waits'][number]

/** `id`: the assignment's. Shows nothing while nothing waits. */
export default function WaitsFor({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['waiting', 'assignment', id],
    queryFn: () => get(`/api/waiting/assignments/${id}`, AssignmentWaits),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data || (data.waits.length === 0 && data.waitedBy.length === 0)) return null
  return (
    <Part title={w.strip}>
      {data.waits.length > 0 && (
        <ul className="wait-things">
          {data.waits.map((wait) => (
            <li key={`${wait.to.key} ${wait.reason}`}>
              <OwnWait {...wait} />
            </li>
          ))}
        </ul>
      )}
      {data.circle.length > 0 && (
        <Alert color="red" variant="light" title={w.circles(1)}>
          <Round things={data.circle} />
        </Alert>
      )}
      {data.behind.length > 0 && <Behind waits={data.behind} roots={data.roots} />}
      {!data.isWhole && <Text size="sm">{w.notWhole}</Text>}
      {data.waitedBy.length > 0 && (
        <Stack gap={4}>
          <Text size="sm" fw={600}>
            {w.waitedBy}
          </Text>
          <ul className="wait-things">
            {data.waitedBy.map(({ thing, days, since }) => (
              <li key={thing.key}>
                <ThingLine thing={thing} />
                <Text size="xs">{w.sinceDays(words.day(since), days)}</Text>
              </li>
            ))}
          </ul>
        </Stack>
      )}
    </Part>
  )
}

/** "Chờ duyệt báo cáo: Sở Nội vụ, 12 ngày". */
function OwnWait({ to, reason, days, workingDays, since }: Told) {
  return (
    <>
      <Text size="sm" span>
        {w.reasons[reason]}:{' '}
      </Text>
      <Open to={addressOf(to)}>{nameOf(to)}</Open>
      <Text size="xs">
        {to.kind !== 'agency' && to.agency && `${to.agency.name} · `}
        <b>{w.days(days)}</b>
        {days > 0 && ` · ${w.since(words.day(since), workingDays)}`}
      </Text>
    </>
  )
}

/** With whom it ends; on asking, every step on the way there, each told once. */
function Behind({ waits, roots }: { waits: readonly Told[]; roots: AssignmentWaits['roots'] }) {
  return (
    <>
      {roots.length > 0 && (
        <Text size="sm">
          <b>{w.endsWith}</b> {[...new Set(roots.map(told))].join('; ')}
        </Text>
      )}
      <details>
        <summary>
          <Text size="sm" span>
            {w.wholeWay(waits.length)}
          </Text>
        </summary>
        <ul className="wait-things">
          {waits.map(({ from, to, reason, days }) => (
            <li key={`${from.key} ${to.key} ${reason}`}>
              <Text size="sm">
                {told(from)} → <b>{w.lineLabel(w.reasons[reason], days)}</b> → {told(to)}
              </Text>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

const told = (thing: Thing): string =>
  thing.kind === 'agency' ? thing.label : [thing.agency?.name, nameOf(thing)].filter(Boolean).join(': ')
