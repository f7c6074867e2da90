// The other assignments of the same item: in numbers by role and period, the rows of a large round folded away.
import { Anchor, Button, Collapse, Group, Progress, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import * as words from '../vocabulary/words.ts'
import { DaysLeft, StatusBadge } from './parts.tsx'
import type { Task } from './work.ts'

const w = words.steps
/** So many rows are read at a glance. */
const FEW = 8

type Round = Task['rounds'][number]

export function Rounds({ task }: { task: Task }) {
  return (
    <Stack gap="md">
      {task.rounds.map((round) => (
        <OneRound
          key={`${round.role} ${round.period}`}
          round={round}
          itemId={task.item.id}
          rows={task.siblings.filter(({ role, period }) => role === round.role && period === round.period)}
        />
      ))}
    </Stack>
  )
}

function OneRound({ round, rows, itemId }: { round: Round; rows: Task['siblings']; itemId: string }) {
  const [isOpen, { toggle }] = useDisclosure(rows.length <= FEW)
  const { role, period, n, done, late, closed } = round
  const asked = n - closed
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {[w.roles[role], period && w.period(period)].filter(Boolean).join(', ')}
      </Text>
      {asked > 1 && (
        <Progress.Root size={14} aria-hidden>
          <Progress.Section value={(done * 100) / asked} color="teal.9" />
          <Progress.Section value={(late * 100) / asked} color="red.9" />
        </Progress.Root>
      )}
      <Text size="sm">{w.roundDone(done, asked, late)}</Text>
      {rows.length > FEW && (
        <div>
          <Button size="compact-sm" variant="default" onClick={toggle} aria-expanded={isOpen}>
            {isOpen ? w.foldRows : w.showRows(rows.length)}
          </Button>
        </div>
      )}
      {rows.length > 0 && (
        <Collapse expanded={isOpen}>
          <Stack
            gap={6}
            mah={320}
            style={{ overflowY: 'auto' }}
            tabIndex={0}
            role="group"
            aria-label={w.roles[role]}
          >
            {rows.map((row) => (
              <Group key={row.id} justify="space-between" gap={4}>
                <Anchor component={Link} to="/work/$id" params={{ id: row.id } as never} size="sm">
                  {row.agency.name}
                </Anchor>
                <Group gap={6}>
                  {row.status !== 'done' && (row.daysLeft ?? 0) < 0 && <DaysLeft days={row.daysLeft} />}
                  <StatusBadge status={row.status} percent={row.percent} />
                </Group>
              </Group>
            ))}
          </Stack>
        </Collapse>
      )}
      {n > 1 && (
        <Anchor
          component={Link}
          to="/work"
          search={{ agency: 'all', state: 'all', item: itemId, role, ...(period ? { period } : {}) } as never}
          size="sm"
        >
          {w.allOfRound(n)}
        </Anchor>
      )}
    </Stack>
  )
}
