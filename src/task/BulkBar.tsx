// The bar under a list with chosen rows: the steps that can be taken on any of them, with how many.
import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useSession } from '../identity/session.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import * as words from '../vocabulary/words.ts'
import { BULK_STEPS, splitRows } from './selection.ts'
import type { StepKind } from './task.ts'
import type { Selection } from './use-selection.ts'
import { MOST_STEPS } from './work.ts'

const w = words.steps.bulk
/** Its forms come when they are asked for: the list opens without them. */
const BulkDialog = lazy(() => import('./BulkDialog.tsx').then((file) => ({ default: file.BulkDialog })))
/** So many stand in the bar, the rest behind "Thêm". */
const IN_SIGHT = 5

export function BulkBar({ selection }: { selection: Selection }) {
  const doer = useSession()
  const [open, setOpen] = useState<StepKind | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const { rows } = selection
  if (rows.length === 0)
    return said ? (
      <Alert
        color="green"
        variant="light"
        c="dark.9"
        role="status"
        withCloseButton
        onClose={() => setSaid(null)}
      >
        {said}
      </Alert>
    ) : null
  const offered = BULK_STEPS.map((kind) => ({ kind, n: splitRows(kind, rows, doer).able.length })).filter(
    ({ n }) => n > 0,
  )
  const label = ({ kind, n }: (typeof offered)[number]) =>
    w.button(kind === 'report' ? w.sharedReport : words.task.steps[kind], n)
  return (
    <>
      <Paper
        withBorder
        shadow="md"
        p="sm"
        pos="sticky"
        bottom={8}
        style={{ zIndex: 50 }}
        component="section"
        aria-label={w.title}
      >
        <Stack gap="xs">
          <Group justify="space-between" gap="xs">
            <Text size="sm" fw={600} role="status">
              {w.chosen(rows.length)}
              {rows.length >= MOST_STEPS && ` ${w.most(MOST_STEPS)}`}
            </Text>
            <Button size="compact-sm" variant="subtle" onClick={selection.clear}>
              {w.clear}
            </Button>
          </Group>
          {said && (
            <Text size="sm" role="status">
              {said}
            </Text>
          )}
          {offered.length === 0 && <Text size="sm">{w.nothing}</Text>}
          <Group gap="xs">
            {offered.slice(0, IN_SIGHT).map((one) => (
              <Button key={one.kind} size="xs" variant="default" onClick={() => setOpen(one.kind)}>
                {label(one)}
              </Button>
            ))}
            {offered.length > IN_SIGHT && (
              <MenuButton
                position="top-start"
                face={
                  <Button size="xs" variant="default">
                    {words.steps.more}
                  </Button>
                }
                parts={[
                  {
                    entries: offered
                      .slice(IN_SIGHT)
                      .map((one) => ({ label: label(one), onClick: () => setOpen(one.kind) })),
                  },
                ]}
              />
            )}
          </Group>
        </Stack>
      </Paper>
      <Suspense fallback={null}>
        {open && (
          <BulkDialog
            kind={open}
            split={splitRows(open, rows, doer)}
            onClose={() => setOpen(null)}
            onDone={({ results }, unable) => {
              setOpen(null)
              const taken = results.filter((row) => row.taken).length
              const left = rows.length - taken
              setSaid(
                left
                  ? w.doneSome(words.task.steps[open], taken, left)
                  : w.doneAll(words.task.steps[open], taken),
              )
              selection.settle(results, unable)
            }}
          />
        )}
      </Suspense>
    </>
  )
}
