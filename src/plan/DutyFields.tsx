// The fields of one duty after publishing: what it says, who bears it, by when. For a correction and for a duty typed
// in; agencies are found by typing, a group brings all its members in one step.
import {
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useMemo, useState } from 'react'
import { directoryOf, fullName, groupName, membersOf } from '../agency/agency.ts'
import type { Due } from '../reading/draft.ts'
import { partDay } from '../task/giving.ts'
import { EVERY, type Every } from '../task/period.ts'
import { COMPLETIONS, type Completion } from '../task/task.ts'
import { GROUPS } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'
import type { Bearing } from './correction.ts'
import { DueFields, nameList } from './ItemForm.tsx'
import type { Outcome } from './review.ts'

const w = words.correction

export interface DutyDraft {
  quote: string
  section: string
  outcome: Outcome
  bearers: string[]
  coordinators: string[]
  leadPrinted: string[]
  coordinatingPrinted: string[]
  /** One per line. */
  deliverables: string
  due: Due
  completion: { rule: Completion; share: number | null }
  every: Every | null
  event: string
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

interface Props {
  duty: DutyDraft
  onChange: (changed: Partial<DutyDraft>) => void
  /** Who may be given work. */
  bearing: Bearing
  outcomes: readonly Outcome[]
  /** Also the names as printed: in a correction they may have been misread. */
  hasPrinted?: boolean
}

export function DutyFields({ duty, onChange, bearing, outcomes, hasPrinted = false }: Props) {
  const isTracked = duty.outcome === 'assign' || duty.outcome === 'each'
  const options = bearing.agencies.map((agency) => ({ value: agency.id, label: fullName(agency) }))
  return (
    <Stack gap="sm">
      <Textarea
        label={words.planPages.quote}
        required
        autosize
        minRows={3}
        maxRows={10}
        value={duty.quote}
        onChange={(event) => onChange({ quote: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={w.fields.outcome}
          data={outcomes.map((value) => ({ value, label: words.review.outcomes[value] }))}
          allowDeselect={false}
          openOnFocus={false}
          value={duty.outcome}
          onChange={(value) => value && onChange({ outcome: value as Outcome })}
        />
        <TextInput
          label={w.fields.section}
          maxLength={60}
          value={duty.section}
          onChange={(event) => onChange({ section: event.currentTarget.value })}
        />
      </SimpleGrid>
      {duty.outcome === 'assign' && (
        <Select
          label={w.fields.bearers}
          required
          data={options}
          {...nameList}
          searchable
          openOnFocus={false}
          selectFirstOptionOnChange
          nothingFoundMessage={words.planPages.noAgencyFound}
          value={duty.bearers[0] ?? null}
          onChange={(id) => onChange({ bearers: id ? [id] : [] })}
        />
      )}
      {duty.outcome === 'each' && (
        <Members
          bearing={bearing}
          options={options}
          value={duty.bearers}
          onChange={(bearers) => onChange({ bearers })}
        />
      )}
      {isTracked && (
        <Agencies
          label={w.fields.coordinators}
          options={options}
          value={duty.coordinators}
          onChange={(coordinators) => onChange({ coordinators })}
        />
      )}
      {hasPrinted && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TagsInput
            label={w.fields.leadPrinted}
            splitChars={[';']}
            value={duty.leadPrinted}
            onChange={(leadPrinted) => onChange({ leadPrinted })}
          />
          <TagsInput
            label={w.fields.coordinatingPrinted}
            splitChars={[';']}
            value={duty.coordinatingPrinted}
            onChange={(coordinatingPrinted) => onChange({ coordinatingPrinted })}
          />
        </SimpleGrid>
      )}
      <DueFields due={duty.due} onChange={(due) => onChange({ due })} />
      {isTracked && duty.due.to && !partDay({ ...duty, event: duty.event }) && (
        <Text size="sm" c="#8a4700">
          {w.dayNotBinding}
        </Text>
      )}
      {isTracked && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <Select
            label={w.fields.every}
            data={[
              { value: 'once', label: words.follow.everyChoices.once },
              ...EVERY.map((value) => ({ value, label: words.follow.everyChoices[value] })),
            ]}
            allowDeselect={false}
            openOnFocus={false}
            value={duty.every ?? 'once'}
            onChange={(value) =>
              onChange(value && value !== 'once' ? { every: value as Every, event: '' } : { every: null })
            }
          />
          <TextInput
            label={words.follow.eventLabel}
            maxLength={500}
            value={duty.event}
            onChange={(event) => {
              const text = event.currentTarget.value
              onChange(text ? { event: text, every: null } : { event: text })
            }}
          />
        </SimpleGrid>
      )}
      {duty.outcome === 'each' && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <Select
            label={words.itemPage.completionLabel}
            data={COMPLETIONS.map((value) => ({
              value,
              label: value === 'share' ? words.itemPage.shareOption : words.itemPage.completions[value],
            }))}
            allowDeselect={false}
            openOnFocus={false}
            value={duty.completion.rule}
            onChange={(rule) =>
              rule &&
              onChange({ completion: { rule: rule as Completion, share: rule === 'share' ? 80 : null } })
            }
          />
          {duty.completion.rule === 'share' && (
            <NumberInput
              label={words.itemPage.shareLabel}
              min={1}
              max={100}
              allowDecimal={false}
              value={duty.completion.share ?? 80}
              onChange={(share) =>
                onChange({
                  completion: { rule: 'share', share: Math.min(100, Math.max(1, Number(share) || 1)) },
                })
              }
            />
          )}
        </SimpleGrid>
      )}
      <Textarea
        label={words.planPages.deliverables}
        description={words.planPages.onePerLine}
        autosize
        minRows={1}
        value={duty.deliverables}
        onChange={(event) => onChange({ deliverables: event.currentTarget.value })}
      />
    </Stack>
  )
}

interface ListProps {
  label: string
  options: { value: string; label: string }[]
  value: string[]
  onChange: (ids: string[]) => void
}

const Agencies = ({ label, options, value, onChange }: ListProps) => (
  <MultiSelect
    label={label}
    data={options}
    filter={nameList.filter}
    limit={60}
    withScrollArea={false}
    styles={{
      dropdown: { maxHeight: 240, overflowY: 'auto' },
      pillsList: { maxHeight: 150, overflowY: 'auto' },
    }}
    searchable
    hidePickedOptions
    openOnFocus={false}
    nothingFoundMessage={words.planPages.noAgencyFound}
    value={value}
    onChange={onChange}
  />
)

function Members({ bearing, ...props }: Omit<ListProps, 'label'> & { bearing: Bearing }) {
  const { agencies, groups, today } = bearing
  const directory = useMemo(() => directoryOf(agencies, today, { groups }), [agencies, groups, today])
  const [group, setGroup] = useState<string>('communes')
  const members = membersOf(group, directory)
  const { value, onChange } = props
  return (
    <Stack gap={6}>
      <Agencies label={w.members(value.length)} {...props} />
      <Group gap="xs" align="flex-end">
        <Select
          label={w.group}
          size="xs"
          data={[...GROUPS, ...groups.map(({ id }) => id)].map((one) => ({
            value: one,
            label: groupName(one, groups),
          }))}
          allowDeselect={false}
          openOnFocus={false}
          value={group}
          onChange={(one) => one && setGroup(one)}
        />
        <Button
          size="xs"
          variant="default"
          onClick={() => onChange([...new Set([...value, ...members.map(({ id }) => id)])])}
        >
          {w.addGroup(members.length)}
        </Button>
        {value.length > 0 && (
          <Button size="xs" variant="default" onClick={() => onChange([])}>
            {w.clearMembers}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
