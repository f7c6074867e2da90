// Who acts for whom: those that run and those to come, the others behind them; arranged and ended early here.
import { Badge, Button, Card, Group, Modal, Stack, Text } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { get, send } from '../http/client.ts'
import { DialogActions, Failure, Loading, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { personName } from './PersonSelect.tsx'
import { StandInDialog } from './StandInDialog.tsx'
import { useSession } from './session.tsx'
import { type StandIn, StandIns } from './stand-in.ts'

const w = words.steps.standIn
const KEY = ['stand-ins', 'list']
const COLOUR = { now: 'orange.9', coming: 'lake.8', past: 'gray.7', ended: 'gray.7' } as const

export function StandInsPart() {
  const { capacities } = useSession()
  const client = useQueryClient()
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<StandIn | null>(null)
  const list = useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam }) =>
      get(`/api/stand-ins?${new URLSearchParams(pageParam && { after: pageParam })}`, StandIns),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const today = list.data?.pages[0]?.today
  const rows = list.data?.pages.flatMap(({ standIns }) => standIns) ?? []
  const done = () => {
    setAdding(false)
    setEnding(null)
    void client.invalidateQueries({ queryKey: ['stand-ins'] })
    // What one may do changes with it.
    void client.invalidateQueries({ queryKey: ['session'] })
  }
  const arranges = capacities.some(({ role }) => role === 'head' || role === 'admin')
  return (
    <Part title={w.title}>
      <Text size="sm">{w.intro}</Text>
      <div>
        <Button size="xs" disabled={!today} onClick={() => setAdding(true)}>
          {w.add}
        </Button>
      </div>
      {list.isPending && <Loading />}
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <Text size="sm">{w.empty}</Text>}
      {rows.map((row) => (
        <Row key={row.id} row={row} onEnd={() => setEnding(row)} />
      ))}
      {list.hasNextPage && (
        <div>
          <Button
            variant="default"
            size="xs"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {words.common.more}
          </Button>
        </div>
      )}
      {isAdding && today && (
        <StandInDialog
          today={today}
          mayChooseAbsent={arranges}
          onClose={() => setAdding(false)}
          onDone={done}
        />
      )}
      {ending && <EndDialog row={ending} onClose={() => setEnding(null)} onDone={done} />}
    </Part>
  )
}

function Row({ row, onEnd }: { row: StandIn; onEnd: () => void }) {
  const isOpen = row.state === 'now' || row.state === 'coming'
  return (
    <Card withBorder padding="sm">
      <Stack gap={4}>
        <Group gap="xs">
          <Badge variant="outline" tt="none" color={COLOUR[row.state]}>
            {w.states[row.state]}
          </Badge>
          <Text size="sm">{w.span(row.fromDay, row.toDay)}</Text>
          {row.endedOn && <Text size="sm">{w.endedOn(row.endedOn)}</Text>}
        </Group>
        <Text size="sm">{w.line(personName(row.standIn), personName(row.absent))}</Text>
        <Text size="sm" c="gray.7">
          {row.reason}
        </Text>
        {isOpen && row.whyNotEnd === null && (
          <div>
            <Button
              size="compact-sm"
              variant="default"
              onClick={onEnd}
              aria-label={w.endOf(row.standIn.name)}
            >
              {row.state === 'now' ? w.end : w.cancel}
            </Button>
          </div>
        )}
      </Stack>
    </Card>
  )
}

function EndDialog({ row, onClose, onDone }: { row: StandIn; onClose: () => void; onDone: () => void }) {
  const end = useMutation({
    mutationFn: () => send(`/api/stand-ins/${row.id}/end`, { version: row.version, answer: z.null() }),
    onSuccess: onDone,
  })
  return (
    <Modal opened onClose={onClose} title={row.state === 'now' ? w.end : w.cancel}>
      <Stack>
        <Text size="sm">{w.endExplain(row.standIn.name, row.absent.name)}</Text>
        {end.error && <Failure error={end.error} />}
        <DialogActions onCancel={onClose}>
          <Button loading={end.isPending} onClick={() => end.mutate()}>
            {row.state === 'now' ? w.end : w.cancel}
          </Button>
        </DialogActions>
      </Stack>
    </Modal>
  )
}
