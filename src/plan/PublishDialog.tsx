// Publishing: who oversees, how the work is laid on the agencies, what is missing line by line, and the one button.
import {
  Alert,
  Button,
  List,
  Modal,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Table,
  Text,
  UnstyledButton,
} from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Agency, fullName } from '../agency/agency.ts'
import { newKey, send } from '../http/client.ts'
import { EVERY, type Every } from '../task/period.ts'
import { DialogActions, Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { PersonSelect } from './FollowDialog.tsx'
import { type Making, makingOf } from './follow.ts'
import { nameList } from './ItemForm.tsx'
import { Published, type ReviewData } from './plan.ts'
import { type Missing, missingToPublish, type Resolution } from './resolve.ts'
import { isUnsure } from './scope.ts'

const w = words.follow

interface Props {
  planId: string
  /** The plan that the document adds to: then most is settled by it. */
  target: ReviewData['target']
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
  const { planId, target, resolution, agencies, whyNot, settle, onGoTo, onPublished, onClose } = props
  const [overseerId, setOverseerId] = useState(props.overseerId)
  const [hasParts, setHasParts] = useState(target ? target.subDutyDays !== null : true)
  const [partDays, setPartDays] = useState(target?.subDutyDays ?? 0)
  const [every, setEvery] = useState<Every>(target?.every ?? 'year')
  const [reportDays, setReportDays] = useState(target?.reportDays ?? 0)
  const [leaderId, setLeader] = useState<string | null>(null)
  const [followerId, setFollower] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isSending, setSending] = useState(false)
  const [key] = useState(newKey)
  const missing = missingToPublish(resolution, overseerId).filter(
    // A document that says nothing new is kept with the plan all the same.
    ({ code }) => target === null || code !== 'nothing-tracked',
  )
  const open = missing.filter(({ items }) => items.length > 0)
  const subDutyDays = hasParts ? partDays : null
  const making = makingOf(resolution.items, { every, subDutyDays })

  const publish = async (event: FormEvent) => {
    event.preventDefault()
    if (missing.length || whyNot || isSending) return
    setSending(true)
    setError(null)
    try {
      const version = await settle()
      if (version === null) return onClose()
      const body = { overseerId, subDutyDays, every, reportDays, leaderId, followerId }
      await send(`/api/plans/${planId}/publish`, { body, version, key, answer: Published })
      onPublished()
    } catch (problem) {
      setError(problem)
    } finally {
      setSending(false)
    }
  }
  const unsure = resolution.items.filter(isUnsure).length
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={target ? words.addition.publishTitle : words.planPages.publishTitle}
    >
      <form onSubmit={(event) => void publish(event)}>
        <Stack gap="sm">
          <MakingTable making={making} />
          {resolution.assignmentsToday !== resolution.assignments && (
            <Text size="sm">
              {words.succession.assignmentsToday(resolution.assignments, resolution.assignmentsToday)}
            </Text>
          )}
          {missing.length > 0 && <MissingList missing={missing} onGoTo={onGoTo} />}
          {target ? (
            <Text size="sm">{words.addition.asPlan(target.overseer?.name ?? words.common.none)}</Text>
          ) : (
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
          )}
          <Switch
            label={w.parts}
            description={w.partsHint}
            checked={hasParts}
            onChange={(event) => setHasParts(event.currentTarget.checked)}
          />
          <SimpleGrid
            cols={{ base: 1, xs: target ? 1 : 3 }}
            spacing="sm"
            verticalSpacing="sm"
            style={{ alignItems: 'end' }}
          >
            <Days label={w.partDays} most={365} isOff={!hasParts} value={partDays} onChange={setPartDays} />
            {!target && (
              <>
                <Select
                  label={w.everyOfPlan}
                  data={EVERY.map((value) => ({ value, label: w.everyChoices[value] }))}
                  allowDeselect={false}
                  openOnFocus={false}
                  value={every}
                  onChange={(value) => value && setEvery(value as Every)}
                />
                <Days label={w.reportDays} most={60} value={reportDays} onChange={setReportDays} />
              </>
            )}
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
            <PersonSelect label={words.itemPage.leader} value={leaderId} onChange={setLeader} />
            <PersonSelect label={words.itemPage.follower} value={followerId} onChange={setFollower} />
          </SimpleGrid>
          {unsure > 0 && <Text size="sm">{words.reading.publishUnsure(unsure)}</Text>}
          {whyNot && <Alert color="yellow">{whyNot}</Alert>}
          {error !== null && <Failure error={error} />}
          <DialogActions onCancel={onClose} isFoot>
            <Button
              type="submit"
              loading={isSending}
              disabled={missing.length > 0 || whyNot !== null}
              data-autofocus={missing.length === 0 || undefined}
            >
              {target ? words.addition.publishNow : words.planPages.publishNow}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Modal>
  )
}

function Days({
  label,
  most,
  isOff = false,
  value,
  onChange,
}: {
  label: string
  most: number
  isOff?: boolean
  value: number
  onChange: (days: number) => void
}) {
  return (
    <NumberInput
      label={label}
      min={0}
      max={most}
      allowDecimal={false}
      disabled={isOff}
      value={value}
      onChange={(days) => onChange(Math.min(most, Math.max(0, Number(days) || 0)))}
    />
  )
}

/** What will be made, every figure with what it counts. */
function MakingTable({ making }: { making: Making }) {
  const rows: [number, string][] = [
    [making.tracked, w.makes.tracked(making.items)],
    [making.assignments, w.makes.assignments],
    [making.parts, w.makes.parts],
    [making.periodic, w.makes.periodic],
    [making.waiting, w.makes.waiting],
    [making.undated, w.makes.undated],
  ]
  return (
    <>
      <Table verticalSpacing={2} horizontalSpacing={6} withRowBorders={false} aria-label={w.makesTitle}>
        <Table.Tbody>
          {rows.map(([n, what]) => (
            <Table.Tr key={what}>
              <Table.Td ta="right" w={70} fw={700}>
                {words.number(n)}
              </Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {making.proposed > 0 && <Text size="sm">{w.proposed(making.proposed)}</Text>}
    </>
  )
}

function MissingList({ missing, onGoTo }: { missing: readonly Missing[]; onGoTo: (id: string) => void }) {
  return (
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
  )
}
