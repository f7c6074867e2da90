// What may be done to an item, each in its dialog: people in charge, rule of completion, event, word, sub-duty.
import { Button, Modal, MultiSelect, NumberInput, Radio, Select, Stack, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Agency } from '../agency/agency.ts'
import { searchKey } from '../base/text.ts'
import { get, newKey, send } from '../http/client.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { DialogActions, Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { type ItemAct, type ItemDetail, ItemVersion, People } from './item-work.ts'
import type { Completion } from './task.ts'

const w = words.itemPage
export type ItemDialog = ItemAct

interface Props {
  item: ItemDetail
  onClose: () => void
}

const TITLES: Record<ItemDialog, string> = {
  people: w.choosePeople,
  completion: w.changeCompletion,
  event: w.recordEvent,
  word: w.sayWord,
  'sub-duty': w.addSubDuty,
}
const FORMS: Record<ItemDialog, (props: Props) => React.ReactNode> = {
  people: PeopleForm,
  completion: CompletionForm,
  event: EventDialog,
  word: WordDialog,
  'sub-duty': SubDutyDialog,
}

export function ItemDialogs({ dialog, ...props }: Props & { dialog: ItemDialog }) {
  const Form = FORMS[dialog]
  const title = dialog === 'word' && props.item.wordOn ? w.takeBackWord : TITLES[dialog]
  return (
    <Modal opened onClose={props.onClose} title={title} size="lg">
      <Form {...props} />
    </Modal>
  )
}

/** Sends a change of the item against the version seen; closes when it is done. */
function useChange({ item, onClose }: Props, path: string, method: 'POST' | 'PATCH') {
  const client = useQueryClient()
  const [key] = useState(newKey)
  return useMutation({
    mutationFn: (body: unknown) =>
      path === 'sub-duties'
        ? send(`/api/items/${item.id}/${path}`, { body, key, answer: z.unknown() })
        : send(`/api/items/${item.id}/${path}`, { method, body, version: item.version, answer: ItemVersion }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['item', item.id] })
      await client.invalidateQueries({ queryKey: ['work'] })
      onClose()
    },
  })
}

function Foot({
  change,
  isReady = true,
  onClose,
}: {
  change: ReturnType<typeof useChange>
  isReady?: boolean
  onClose: () => void
}) {
  return (
    <>
      {change.error && <Failure error={change.error} />}
      <DialogActions onCancel={onClose}>
        <Button type="submit" loading={change.isPending} disabled={!isReady}>
          {words.common.save}
        </Button>
      </DialogActions>
    </>
  )
}

function Form({ onSubmit, children }: { onSubmit: () => void; children: React.ReactNode }) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <Stack gap="sm">{children}</Stack>
    </form>
  )
}

/** Lists are searched without diacritics. */
const plainly = ({ options, search }: { options: readonly unknown[]; search: string }) =>
  (options as { label: string; value: string }[]).filter(({ label }) =>
    searchKey(label).includes(searchKey(search)),
  )

function PeopleForm(props: Props) {
  const { item } = props
  const [leaderId, setLeader] = useState(item.leader?.id ?? null)
  const [followerId, setFollower] = useState(item.follower?.id ?? null)
  const change = useChange(props, 'people', 'PATCH')
  const { data, error } = useQuery({ queryKey: ['people'], queryFn: () => get('/api/people', People) })
  const options = (data?.people ?? []).map(({ id, name, position, agency }) => ({
    value: id,
    label: [name, position, agency].filter(Boolean).join(', '),
  }))
  const common = { data: options, searchable: true, clearable: true, filter: plainly as never }
  return (
    <Form onSubmit={() => change.mutate({ leaderId, followerId })}>
      {error && <Failure error={error} />}
      <Select {...common} label={w.leader} value={leaderId} onChange={setLeader} />
      <Select {...common} label={w.follower} value={followerId} onChange={setFollower} />
      <Foot change={change} onClose={props.onClose} />
    </Form>
  )
}

function CompletionForm(props: Props) {
  const { item } = props
  const [completion, setCompletion] = useState<Completion>(item.completion)
  const [share, setShare] = useState(item.share ?? 80)
  const change = useChange(props, 'completion', 'PATCH')
  return (
    <Form onSubmit={() => change.mutate({ completion, share: completion === 'share' ? share : null })}>
      <Radio.Group
        label={w.completionLabel}
        value={completion}
        onChange={(value) => setCompletion(value as Completion)}
      >
        <Stack gap="xs" mt={6}>
          <Radio value="all" label={w.completions.all} />
          <Radio value="share" label={w.shareOption} />
          <Radio value="word" label={w.completions.word} />
        </Stack>
      </Radio.Group>
      {completion === 'share' && (
        <NumberInput
          label={w.shareLabel}
          min={1}
          max={100}
          allowDecimal={false}
          value={share}
          onChange={(value) => setShare(Number(value) || 1)}
        />
      )}
      <Foot change={change} onClose={props.onClose} />
    </Form>
  )
}

function EventDialog(props: Props) {
  const [eventOn, setEventOn] = useState<string | null>(props.item.eventOn)
  const [dueOn, setDueOn] = useState<string | null>(props.item.dueOn)
  const [text, setText] = useState('')
  const change = useChange(props, 'event', 'POST')
  return (
    <Form onSubmit={() => change.mutate({ eventOn, dueOn, text })}>
      <DayInput label={w.eventDay} required value={eventOn} onChange={setEventOn} />
      <DayInput label={w.eventDue} value={dueOn} onChange={setDueOn} />
      <Textarea
        label={w.eventNote}
        autosize
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Foot change={change} isReady={eventOn !== null} onClose={props.onClose} />
    </Form>
  )
}

function WordDialog(props: Props) {
  const [text, setText] = useState('')
  const change = useChange(props, 'word', 'POST')
  return (
    <Form onSubmit={() => change.mutate({ done: !props.item.wordOn, text })}>
      <Textarea
        label={w.wordText}
        required
        autosize
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Foot change={change} isReady={text.trim() !== ''} onClose={props.onClose} />
    </Form>
  )
}

function SubDutyDialog(props: Props) {
  const { item } = props
  const bearing = new Set(item.assignments.map(({ agency }) => agency.id))
  const waiting = item.coordinating.filter(({ id }) => !bearing.has(id))
  const [agencyIds, setAgencies] = useState(waiting.map(({ id }) => id))
  const [duty, setDuty] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(item.dueOn)
  const change = useChange(props, 'sub-duties', 'POST')
  const { data, error } = useQuery({
    queryKey: ['agencies'],
    queryFn: () => get('/api/agencies', z.array(Agency)),
  })
  return (
    <Form onSubmit={() => change.mutate({ agencyIds, duty, dueOn })}>
      {error && <Failure error={error} />}
      <MultiSelect
        label={w.subDutyAgencies}
        required
        searchable
        data={(data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        filter={plainly as never}
        value={agencyIds}
        onChange={setAgencies}
      />
      <Textarea
        label={w.subDutyText}
        required
        autosize
        minRows={2}
        value={duty}
        onChange={(event) => setDuty(event.currentTarget.value)}
      />
      <DayInput label={w.subDutyDue} required value={dueOn} onChange={setDueOn} />
      <Foot
        change={change}
        isReady={agencyIds.length > 0 && duty.trim() !== '' && dueOn !== null}
        onClose={props.onClose}
      />
    </Form>
  )
}
