// On the page of an assignment: what it waits for, with whom that ends, and who waits for it.
import { Alert, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { get } from '../http/client.ts'
import { Failure, Part } from '../ui/parts.tsx'
import { words } from '../vocabulary/words.ts'
import { addressOf, nameOf, Open, ThingLine } from './links.tsx'
import './waiting.css'
import { AssignmentWaits } from './waiting.ts'

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
              <OneWait wait={wait} behind={data.behind} seen={[wait.from.key]} />
            </li>
          ))}
        </ul>
      )}
      {data.circle.length > 0 ? (
        <Alert color="red" variant="light" title={w.circles(1)}>
          <Text size="sm">{w.roundText(data.circle.map(nameOf).join(' → '))}</Text>
        </Alert>
      ) : (
        data.behind.length > 0 && <Roots roots={data.roots} />
      )}
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

/** "Chờ duyệt: Sở Nội vụ, 12 ngày", and under it what that waits for in turn. */
function OneWait({ wait, behind, seen }: { wait: Told; behind: readonly Told[]; seen: readonly string[] }) {
  const { to, reason, days, since } = wait
  const next = seen.includes(to.key) ? [] : behind.filter(({ from }) => from.key === to.key)
  return (
    <>
      <Text size="sm" span>
        {w.reasons[reason]}:{' '}
      </Text>
      <Open to={addressOf(to)}>{nameOf(to)}</Open>
      <Text size="xs">
        {to.kind !== 'agency' && to.agency && `${to.agency.name} · `}
        <b>{w.days(days)}</b> · {w.since(words.day(since))}
      </Text>
      {next.length > 0 && seen.length < 6 && (
        <ul className="wait-things">
          {next.map((one) => (
            <li key={`${one.to.key} ${one.reason}`}>
              <OneWait wait={one} behind={behind} seen={[...seen, to.key]} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Roots({ roots }: { roots: AssignmentWaits['roots'] }) {
  if (roots.length === 0) return null
  const names = roots.map((root) =>
    root.kind === 'agency' ? root.label : [root.agency?.name, nameOf(root)].filter(Boolean).join(': '),
  )
  return (
    <Text size="sm">
      <b>{w.endsWith}</b> {[...new Set(names)].join('; ')}
    </Text>
  )
}
