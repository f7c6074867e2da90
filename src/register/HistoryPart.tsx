// How a row came to be as it is: who changed what from which day, the last change first.
import { Button, Group, Stack, Text, Timeline } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get } from '../http/client.ts'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { type Fact, History, type RowPage } from './kit/exchange.ts'
import type { Register } from './kit/register.ts'
import { tellFact } from './kit/story.ts'
import type { Labels } from './show.ts'
import { rowKey } from './use-register.ts'

const w = words.registerPage
/** So many are in sight at first. */
const FIRST = 5

export function HistoryPart({ register, row }: { register: Register; row: RowPage }) {
  const [isWhole, setWhole] = useState(false)
  const { name } = register
  const { data, error, refetch } = useQuery({
    queryKey: [...rowKey(name, row.id), 'history'],
    queryFn: () => get(`/api/registers/${name}/rows/${row.id}/history`, History),
  })
  const facts = isWhole ? data?.facts : data?.facts.slice(0, FIRST)
  const more = (data?.facts.length ?? 0) - (facts?.length ?? 0)
  return (
    <Part title={w.history}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && facts && (
        <Timeline bulletSize={14} lineWidth={2} active={facts.length}>
          {facts.map((fact) => (
            <Timeline.Item key={fact.version}>
              <OneFact register={register} fact={fact} labels={data.labels} />
            </Timeline.Item>
          ))}
        </Timeline>
      )}
      {more > 0 && (
        <Group>
          <Button size="xs" variant="default" onClick={() => setWhole(true)}>
            {w.olderChanges(more)}
          </Button>
        </Group>
      )}
    </Part>
  )
}

function OneFact({ register, fact, labels }: { register: Register; fact: Fact; labels: Labels }) {
  const told = tellFact(register, fact, labels)
  return (
    <Stack gap={2}>
      <Text size="sm">{told.sentence}</Text>
      {/* Of a new row everything is new. */}
      {fact.version > 1 &&
        told.changes.map(({ label, before, after }) => (
          <Text key={label} size="sm" pl="xs" style={{ overflowWrap: 'anywhere' }}>
            {label}: {before} <span aria-hidden>→</span>
            <span className="only-read-aloud">{w.becomes}</span> <b>{after}</b>
          </Text>
        ))}
      {told.reason && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {w.reasonGiven(told.reason)}
        </Text>
      )}
      <Text size="xs" c="gray.7">
        {words.moment(told.at)}
      </Text>
    </Stack>
  )
}
