// Whether a period is locked, by whom and why; locking it and opening it again.
import { Alert, Group, Stack, Text } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import type { Ratings } from './rating.ts'
import { SmallForm } from './SmallForm.tsx'

const w = words.rating

export function LockPart({ data: { lock, opened, period, rubric, may, rows } }: { data: Ratings }) {
  const mayAsk = may.lock === null && period.isOver && rubric.id !== null && rows.length > 0
  return (
    <Stack gap="xs">
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
      <Group className="screen-only">
        {lock && may.lock === null && (
          <SmallForm
            key="open"
            label={w.unlock}
            hint={w.unlockHint}
            textLabel={w.reason}
            missing={w.form.reason}
            write={(reason) => ({
              path: `/api/ratings/locks/${lock.id}/open`,
              body: { reason },
              version: lock.version,
            })}
          />
        )}
        {!lock && mayAsk && (
          <SmallForm
            key="lock"
            label={w.lock}
            hint={w.lockHint}
            textLabel={w.reason}
            missing={w.form.reason}
            write={(reason) => ({ path: '/api/ratings/locks', body: { period: period.key, reason } })}
          />
        )}
      </Group>
    </Stack>
  )
}
