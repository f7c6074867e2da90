// How duties are followed up, decided for one, a section or the whole plan in one step: in periods, after an event,
// when they are done, who is in charge. Arrows choose, Enter takes.
import { Button, Modal, NumberInput, Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { get } from '../http/client.ts'
import { People } from '../task/item-work.ts'
import { COMPLETIONS, type Completion } from '../task/task.ts'
import { DialogActions, Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { type FollowKind, followUp, type Reach, reachesOf } from './follow.ts'
import { nameList } from './ItemForm.tsx'
import type { ResolvedItem } from './resolve.ts'
import { type Edit, EVERY_CHOICES, type EveryChoice } from './review.ts'

const w = words.follow

export const usePeople = (isWanted = true) =>
  useQuery({
    queryKey: ['people'],
    queryFn: () => get('/api/people', People),
    enabled: isWanted,
    staleTime: 300_000,
  })

export function PersonSelect({
  label,
  description,
  value,
  onChange,
}: {
  label: string
  description?: string
  value: string | null
  onChange: (id: string | null) => void
}) {
  const { data, error } = usePeople()
  return (
    <>
      <Select
        label={label}
        description={description}
        data={(data?.people ?? []).map(({ id, name, position, agency }) => ({
          value: id,
          label: [name, position, agency].filter(Boolean).join(', '),
        }))}
        {...nameList}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': words.common.delete }}
        openOnFocus={false}
        nothingFoundMessage={w.noPerson}
        value={value}
        onChange={onChange}
      />
      {error && <Failure error={error} />}
    </>
  )
}

interface Props {
  kind: FollowKind
  item: ResolvedItem
  items: readonly ResolvedItem[]
  /** The section that the next decision falls on: '' the whole plan, null the item at hand. */
  section: string | null
  onEdit: (edit: Edit, said: string) => void
  onClose: () => void
}

/** The reach that stands for a section: some of its parts may hold nothing more that is concerned. */
function reachFor(reaches: readonly Reach[], section: string | null): number {
  if (section === null) return 0
  const isIn = (reach: Reach) =>
    reach.section !== null && (section === '' || reach.section.startsWith(section))
  return Math.max(
    0,
    reaches.findLastIndex((reach) => isIn(reach)),
  )
}

export function FollowDialog(props: Props) {
  const { kind, item, items, section, onEdit, onClose } = props
  const [reaches] = useState(() => reachesOf(kind, item, items))
  const [at, setAt] = useState(() => reachFor(reaches, section))
  const ids = reaches[at]?.ids ?? [item.id]
  const now = followUp(item)
  const [every, setEvery] = useState<EveryChoice>(now.every ?? (item.every === 'once' ? 'once' : 'period'))
  const [event, setEvent] = useState(now.event ?? '')
  const [rule, setRule] = useState<Completion>(now.completion.rule)
  const [share, setShare] = useState(now.completion.share ?? 80)
  const [leaderId, setLeader] = useState(item.leaderId)
  const [followerId, setFollower] = useState(item.followerId)
  const editOf = (): Edit => {
    switch (kind) {
      case 'every':
        return { kind, ids, every }
      case 'event':
        return { kind, ids, event: event.trim() }
      case 'completion':
        return { kind, ids, rule, share: rule === 'share' ? share : null }
      case 'people':
        return { kind, ids, leaderId, followerId }
    }
  }
  const submit = (form: FormEvent) => {
    form.preventDefault()
    onEdit(editOf(), w.did[kind](ids.length))
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={w.titles[kind]}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {kind === 'every' && (
            <Radio.Group
              label={w.everyLabel}
              value={every}
              onChange={(value) => setEvery(value as EveryChoice)}
            >
              <Stack gap={6} mt={6}>
                {EVERY_CHOICES.map((choice) => (
                  <Radio
                    key={choice}
                    value={choice}
                    label={w.everyChoices[choice]}
                    data-autofocus={choice === every || undefined}
                  />
                ))}
              </Stack>
            </Radio.Group>
          )}
          {kind === 'event' && (
            <TextInput
              label={w.eventLabel}
              description={w.eventHint}
              data-autofocus
              maxLength={500}
              value={event}
              onChange={(change) => setEvent(change.currentTarget.value)}
            />
          )}
          {kind === 'completion' && (
            <>
              <Radio.Group
                label={words.itemPage.completionLabel}
                value={rule}
                onChange={(value) => setRule(value as Completion)}
              >
                <Stack gap={6} mt={6}>
                  {COMPLETIONS.map((one) => (
                    <Radio
                      key={one}
                      value={one}
                      label={one === 'share' ? words.itemPage.shareOption : words.itemPage.completions[one]}
                      data-autofocus={one === rule || undefined}
                    />
                  ))}
                </Stack>
              </Radio.Group>
              {rule === 'share' && (
                <NumberInput
                  label={words.itemPage.shareLabel}
                  min={1}
                  max={100}
                  allowDecimal={false}
                  value={share}
                  onChange={(value) => setShare(Math.min(100, Math.max(1, Number(value) || 1)))}
                />
              )}
            </>
          )}
          {kind === 'people' && (
            <>
              <Text size="sm">{w.peopleHint}</Text>
              <PersonSelect label={words.itemPage.leader} value={leaderId} onChange={setLeader} />
              <PersonSelect label={words.itemPage.follower} value={followerId} onChange={setFollower} />
            </>
          )}
          {reaches.length > 1 && <Reaches reaches={reaches} at={at} kind={kind} onAt={setAt} />}
          <DialogActions onCancel={onClose}>
            <Button type="submit">{w.apply(ids.length)}</Button>
          </DialogActions>
        </Stack>
      </form>
    </Modal>
  )
}

function Reaches({
  reaches,
  at,
  kind,
  onAt,
}: {
  reaches: readonly Reach[]
  at: number
  kind: FollowKind
  onAt: (at: number) => void
}) {
  const labelOf = ({ section, ids }: Reach) => {
    if (section === null) return words.planPages.thisItem
    const place = section === '' ? words.planPages.wholePlan : words.task.section(section)
    return `${place}: ${w.concerned[kind](ids.length)}`
  }
  return (
    <Radio.Group label={words.planPages.scope} value={String(at)} onChange={(value) => onAt(Number(value))}>
      <Stack gap={6} mt={6}>
        {reaches.map((reach, index) => (
          <Radio key={reach.section ?? 'item'} value={String(index)} label={labelOf(reach)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
