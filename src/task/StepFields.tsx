// The fields of every step but the report: to whom, until when, why.
import { Select, Stack, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { get } from '../http/client.ts'
import { DayInput } from '../ui/DayInput.tsx'
import * as words from '../vocabulary/words.ts'
import { Colleagues } from './hand-over.ts'
import { type DraftFaults, hasDay, hasText, type PlainStep, type StepDraft } from './step-draft.ts'
import { needsReason } from './task.ts'

const w = words.steps

export function StepFields({
  kind,
  draft,
  faults,
  onChange,
  agencyId,
  isOutside,
}: {
  kind: PlainStep
  draft: StepDraft
  faults: DraftFaults
  onChange: (part: Partial<StepDraft>) => void
  /** Whose people and units the work may be laid on. */
  agencyId: string | null
  isOutside: boolean
}) {
  return (
    <Stack gap="sm">
      {kind === 'assign' && agencyId && (
        <ColleagueSelect
          agencyId={agencyId}
          value={draft.to}
          error={faults.to}
          onChange={(to) => onChange({ to })}
        />
      )}
      {kind === 'report-outside' && (
        <DayInput
          label={w.outsideDay}
          description={w.outsideDayHint}
          required
          maw={260}
          value={draft.happenedOn}
          error={faults.happenedOn}
          onChange={(happenedOn) => onChange({ happenedOn })}
        />
      )}
      {hasDay(kind) && (
        <DayInput
          label={kind === 'resume' ? w.resumeDay : w.newDay}
          required={kind !== 'resume'}
          maw={260}
          value={draft.until}
          error={faults.until}
          onChange={(until) => onChange({ until })}
        />
      )}
      {hasText(kind, isOutside) && (
        <Textarea
          label={needsReason(kind) ? w.reason : w.remark}
          required={needsReason(kind)}
          autosize
          minRows={2}
          maxLength={10_000}
          value={draft.text}
          error={faults.text}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
      )}
    </Stack>
  )
}

/** People and internal units of the agency, each with what is laid on them already. */
function ColleagueSelect({
  agencyId,
  value,
  error,
  onChange,
}: {
  agencyId: string
  value: StepDraft['to']
  error: string | undefined
  onChange: (to: StepDraft['to']) => void
}) {
  const { data } = useQuery({
    queryKey: ['work', 'colleagues', agencyId],
    queryFn: () => get(`/api/work/colleagues?agency=${agencyId}`, Colleagues),
  })
  const people = data?.people ?? []
  const units = data?.units ?? []
  const choose = (id: string | null) => {
    const person = people.find((one) => one.id === id)
    if (person) onChange({ accountId: person.id, unitId: person.unitId })
    else onChange(id ? { accountId: null, unitId: id } : null)
  }
  return (
    <Select
      label={w.assignTo}
      placeholder={w.assignToHint}
      required
      searchable
      nothingFoundMessage={words.common.none}
      data={[
        {
          group: w.people,
          items: people.map(({ id, name, position, open }) => ({
            value: id,
            label: w.colleague(position ? `${name}, ${position}` : name, open),
          })),
        },
        {
          group: w.units,
          items: units.map(({ id, name, open }) => ({ value: id, label: w.colleague(name, open) })),
        },
      ].filter(({ items }) => items.length > 0)}
      value={value?.accountId ?? value?.unitId ?? null}
      error={error}
      onChange={choose}
    />
  )
}
