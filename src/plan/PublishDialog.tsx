// Publishing: who oversees, what is missing line by line, and the one button.
import { Alert, Button, List, Modal, Select, Stack, Text, UnstyledButton } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Agency, fullName } from '../agency/agency.ts'
import { newKey, send } from '../http/client.ts'
import { DialogActions, Failure } from '../ui/parts.tsx'
import { words } from '../vocabulary/words.ts'
import { nameList } from './ItemForm.tsx'
import { Published } from './plan.ts'
import { missingToPublish, type Resolution } from './resolve.ts'
import { isUnsure } from './scope.ts'

interface Props {
  planId: string
  resolution: Resolution
  agencies: readonly Agency[]
  overseerId: string | null
  /** Why this person may not publish; null when they may. */
  whyNot: string | null
  /** Everything sent and its version; null when something could not be sent. */
  settle: () => Promise<number | null>
  onGoTo: (itemId: string) => void
  onPublished: () => void
  onClose: () => void
}

export function PublishDialog(props: Props) {
  const { planId, resolution, agencies, whyNot, settle, onGoTo, onPublished, onClose } = props
  const [overseerId, setOverseerId] = useState(props.overseerId)
  const [error, setError] = useState<unknown>(null)
  const [isSending, setSending] = useState(false)
  const [key] = useState(newKey)
  const missing = missingToPublish(resolution, overseerId)
  const open = missing.filter(({ items }) => items.length > 0)

  const publish = async (event: FormEvent) => {
    event.preventDefault()
    if (missing.length || whyNot || isSending) return
    setSending(true)
    setError(null)
    try {
      const version = await settle()
      if (version === null) return onClose()
      await send(`/api/plans/${planId}/publish`, { body: { overseerId }, version, key, answer: Published })
      onPublished()
    } catch (problem) {
      setError(problem)
    } finally {
      setSending(false)
    }
  }
  const unsure = resolution.items.filter(isUnsure).length
  return (
    <Modal opened onClose={onClose} size="lg" title={words.planPages.publishTitle}>
      <form onSubmit={(event) => void publish(event)}>
        <Stack gap="sm">
          <Text size="sm">
            {words.planPages.publishMakes(
              resolution.items.length,
              resolution.tracked,
              resolution.assignments,
            )}
            {resolution.assignmentsToday !== resolution.assignments &&
              ` ${words.succession.assignmentsToday(resolution.assignments, resolution.assignmentsToday)}`}
          </Text>
          <Select
            label={words.planPages.overseer}
            description={words.planPages.overseerHint}
            data={agencies.map((agency) => ({ value: agency.id, label: fullName(agency) }))}
            {...nameList}
            searchable
            selectFirstOptionOnChange
            nothingFoundMessage={words.planPages.noAgencyFound}
            value={overseerId}
            onChange={setOverseerId}
            data-autofocus={(!overseerId && open.length === 0) || undefined}
          />
          {missing.length > 0 && (
            <Alert
              color="orange"
              variant="light"
              title={words.planPages.missing}
              styles={{ title: { color: '#8a4700' } }}
            >
              <List size="sm" spacing={4}>
                {missing.map(({ message, items }, at) => (
                  <List.Item key={message}>
                    {items[0] ? (
                      <UnstyledButton
                        data-autofocus={at === 0 || undefined}
                        fz="sm"
                        td="underline"
                        c="lake.9"
                        style={{ verticalAlign: 'top' }}
                        onClick={() => items[0] && onGoTo(items[0])}
                      >
                        {message}
                      </UnstyledButton>
                    ) : (
                      message
                    )}
                  </List.Item>
                ))}
              </List>
            </Alert>
          )}
          {unsure > 0 && <Text size="sm">{words.reading.publishUnsure(unsure)}</Text>}
          {whyNot && <Alert color="yellow">{whyNot}</Alert>}
          {error !== null && <Failure error={error} />}
          <DialogActions onCancel={onClose}>
            <Button
              type="submit"
              loading={isSending}
              disabled={missing.length > 0 || whyNot !== null}
              data-autofocus={missing.length === 0 || undefined}
            >
              {words.planPages.publishNow}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Modal>
  )
}
