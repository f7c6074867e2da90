// Whether a year is locked, by whom and why; locking it and opening it again.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import * as words from '../vocabulary/words.ts'
import type { Assessments } from './assessment-exchange.ts'
import { PointsDialog } from './PointsDialog.tsx'

const w = words.assessment

export function LockPart({
  data: { lock, opened, year, may, today, standsOn, counts },
}: {
  data: Assessments
}) {
  const [isOpen, setOpen] = useState(false)
  const mayAsk = may.lock === null && (lock !== null || (today >= standsOn && counts.confirmed > 0))
  return (
    <Stack gap={4}>
      {lock && (
        <Alert color="gray" variant="light" p="xs">
          <Text size="sm">{w.locked(lock.by, words.moment(lock.at), lock.reason)}</Text>
        </Alert>
      )}
      {opened.map(({ id, openedBy, openedAt, openedWhy }) => (
        <Text size="sm" c="gray.7" key={id}>
          {w.opened(openedBy ?? '', words.moment(openedAt ?? ''), openedWhy ?? '')}
        </Text>
      ))}
      {mayAsk && (
        <Group className="screen-only">
          <Button size="xs" variant="default" onClick={() => setOpen(true)}>
            {lock ? w.unlock : w.lock}
          </Button>
        </Group>
      )}
      {isOpen && (
        <PointsDialog
          title={lock ? w.unlock : w.lock}
          hint={lock ? w.unlockHint : w.lockHint}
          onClose={() => setOpen(false)}
          write={(reason) =>
            lock
              ? {
                  path: `/api/assessments/locks/${lock.id}/open`,
                  body: { reason },
                  version: lock.version,
                }
              : { path: '/api/assessments/locks', body: { year, reason } }
          }
        />
      )}
    </Stack>
  )
}
