// What waits for this person's decision, each with the words it is decided on: approved together, returned one by one.
import { Alert, Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { get, newKey, ProblemError, send } from '../http/client.ts'
import { useSession } from '../identity/session.tsx'
import { Pages } from '../ui/list.tsx'
import { DialogActions, Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { DeskCard } from './DeskCard.tsx'
import { DESK_KINDS, type DeskKind, DeskList, DeskQuery, type DeskRow } from './desk.ts'
import { standing } from './selection.ts'
import { refusalOf, type StepKind } from './task.ts'
import { type StepInput, StepsTaken } from './work.ts'

const w = words.steps.desk
/** The step that decides all of a kind at once; a wish for more time is decided one by one. */
const ALL_BY: Partial<Record<DeskKind, 'approve' | 'confirm'>> = { approve: 'approve', confirm: 'confirm' }

export function DeskPage() {
  const asked = DeskQuery.partial().safeParse(useSearch({ strict: false }))
  const { kind, after } = asked.success ? asked.data : {}
  const address = new URLSearchParams({ ...(kind && { kind }), ...(after && { after }) })
  const list = useQuery({
    queryKey: ['work', 'desk', kind ?? null, after ?? null],
    queryFn: () => get(`/api/work/desk?${address}`, DeskList),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={w.title}
      actions={
        <Anchor component={Link} to="/work" size="sm">
          {words.task.backToList}
        </Anchor>
      }
    >
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data && <Desk key={list.data.kind} desk={list.data} after={after} />}
    </Page>
  )
}

export interface Decided {
  row: DeskRow
  form: StepInput
}

function Desk({ desk, after }: { desk: DeskList; after: string | undefined }) {
  const doer = useSession()
  const client = useQueryClient()
  const navigate = useNavigate()
  const key = useRef(newKey())
  const [said, setSaid] = useState<string | null>(null)
  const [whys, setWhys] = useState<ReadonlyMap<string, string>>(new Map())
  const [isAll, setAll] = useState(false)
  const deciding = useMutation({
    mutationFn: (decided: Decided[]) =>
      send('/api/work/steps', {
        key: key.current,
        body: { steps: decided.map(({ row, form }) => ({ id: row.id, version: row.version, form })) },
        answer: StepsTaken,
      }),
    onSuccess: async ({ results }, decided) => {
      key.current = newKey()
      const step = decided[0]?.form.kind
      const taken = results.filter((row) => row.taken).length
      if (step) setSaid(taken ? w.decided(words.task.steps[step], taken) : null)
      setWhys(new Map(results.flatMap(({ id, why }) => (why ? [[id, why] as const] : []))))
      setAll(false)
      await client.invalidateQueries({ queryKey: ['work'] })
    },
    onError: (error) => {
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
      setAll(false)
    },
  })
  const whyNot = (step: StepKind, row: DeskRow) => refusalOf(step, standing(row), doer)?.why ?? null
  const decide = (decided: Decided[]) => {
    // An address without a kind means the first that has something: with the last one decided it would be left.
    void navigate({ to: '/work/desk', search: { kind: desk.kind, after } as never, replace: true })
    deciding.mutate(decided)
  }
  const step = ALL_BY[desk.kind]
  const able = step ? desk.rows.filter((row) => whyNot(step, row) === null) : []
  return (
    <Stack gap="sm">
      <Group component="nav" gap={6} aria-label={w.kindsLabel}>
        {DESK_KINDS.map((kind) => (
          <Button
            key={kind}
            size="xs"
            variant={kind === desk.kind ? 'filled' : 'default'}
            component={Link}
            to="/work/desk"
            search={{ kind } as never}
            aria-current={kind === desk.kind ? 'page' : undefined}
          >
            {w.kind(w.kinds[kind], desk.counts[kind])}
          </Button>
        ))}
      </Group>
      {said && (
        <Alert color="green" variant="light" c="dark.9" role="status">
          {said}
        </Alert>
      )}
      {deciding.error && <Failure error={deciding.error} />}
      {desk.rows.length === 0 && <Empty>{w.empty[desk.kind]}</Empty>}
      {step && able.length > 1 && (
        <div>
          <Button onClick={() => setAll(true)}>{w.all(words.task.steps[step], able.length)}</Button>
        </div>
      )}
      {desk.rows.map((row) => (
        <DeskCard
          key={`${row.id} ${row.version}`}
          row={row}
          kind={desk.kind}
          whyNot={(step) => whyNot(step, row)}
          why={whys.get(row.id)}
          isPending={deciding.isPending}
          onDecide={(form) => decide([{ row, form }])}
        />
      ))}
      <Pages to="/work/desk" filter={{ kind: desk.kind, after }} next={desk.next} />
      {isAll && step && (
        <Modal opened onClose={() => setAll(false)} title={w.all(words.task.steps[step], able.length)}>
          <Stack>
            <Text size="sm">{w.allExplain(able.length, desk.rows.length - able.length)}</Text>
            <DialogActions onCancel={() => setAll(false)}>
              <Button
                data-autofocus
                loading={deciding.isPending}
                onClick={() => decide(able.map((row) => ({ row, form: { kind: step } })))}
              >
                {words.task.steps[step]}
              </Button>
            </DialogActions>
          </Stack>
        </Modal>
      )}
    </Stack>
  )
}
