// Asks before the old password of somebody ends, then hands over the new code.
import { Button, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { send } from '../http/client.ts'
import { DialogActions, Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { type Account, AccountWithCode } from './identity.ts'

export function ResetDialog({
  account,
  onClose,
  onDone,
}: {
  account: Account
  onClose: () => void
  onDone: (account: Account, code: string | null) => void
}) {
  const reset = useMutation({
    mutationFn: () =>
      send(`/api/accounts/${account.id}/reset`, { version: account.version, answer: AccountWithCode }),
    onSuccess: ({ account: changed, code }) => onDone(changed, code),
  })
  return (
    <Modal opened onClose={onClose} title={words.accounts.reset}>
      <Stack>
        <Text size="sm">{words.accounts.resetExplain(account.name)}</Text>
        {reset.error && <Failure error={reset.error} />}
        <DialogActions onCancel={onClose}>
          <Button onClick={() => reset.mutate()} loading={reset.isPending}>
            {words.accounts.reset}
          </Button>
        </DialogActions>
      </Stack>
    </Modal>
  )
}
