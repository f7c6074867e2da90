// What each column holds: proposed, corrected by a person, remembered for the next sheet of the same heading.
import { Button, Checkbox, Group, NumberInput, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Agency } from '../agency/agency.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { ColumnMeaning, SheetPlace } from '../ui/sheet-parts.tsx'
import { TRACKER_FIELDS, type TrackerField } from '../vocabulary/tracker-words.ts'
import * as words from '../vocabulary/words.ts'
import { type RunDetail, SEVERAL_LEADS, type Settings } from './tracker.ts'

const w = words.tracker
const PLACE_WORDS = {
  sheet: w.sheet,
  sheetLine: w.sheetLine,
  headRow: w.headRow,
  headRows: w.headRows,
  topRows: w.topRows,
}
const MEANING_WORDS = { samples: w.samples, meaningOf: w.meaningOf }
const IGNORED = 'ignored'
const MEANINGS = [
  { value: IGNORED, label: w.ignored },
  ...TRACKER_FIELDS.map((field) => ({ value: field as string, label: w.fields[field] })),
]

interface Props {
  detail: RunDetail
  agencies: readonly Agency[]
  isSaving: boolean
  /** Another sheet or heading: the columns are proposed anew. */
  onChange: (more: Partial<Settings>) => void
  onSave: (more: Partial<Settings>) => void
}

export function MappingForm({ detail, agencies, isSaving, onChange, onSave }: Props) {
  const { settings, columns, sheets } = detail
  const [fields, setFields] = useState(settings.fields)
  const [reading, setReading] = useState({
    asOf: settings.asOf as string | null,
    year: settings.year as number | string,
    severalLeads: settings.severalLeads,
    defaultLead: settings.defaultLead,
    allowAgain: settings.allowAgain,
  })
  const change = (more: Partial<typeof reading>) => setReading({ ...reading, ...more })
  const mean = (column: number, value: string | null) => {
    const field = value === null || value === IGNORED ? null : (value as TrackerField)
    setFields(columns.map((_, at) => (at === column ? field : (fields[at] ?? null))))
  }
  const save = () =>
    onSave({
      fields,
      severalLeads: reading.severalLeads,
      defaultLead: reading.defaultLead,
      allowAgain: reading.allowAgain,
      asOf: reading.asOf ?? settings.asOf,
      year: Number(reading.year) || settings.year,
    })
  return (
    <Stack gap="sm">
      <Text size="sm" c="gray.7">
        {detail.isHeadFound ? w.columnsHint : w.noHeadFound}
      </Text>
      {(sheets.length > 1 || !detail.isHeadFound) && (
        <SheetPlace
          place={settings}
          sheets={sheets}
          top={detail.top}
          isSaving={isSaving}
          onChange={onChange}
          said={PLACE_WORDS}
        />
      )}
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {columns.map((column, at) =>
          column.heading === '' && column.samples.length === 0 ? null : (
            <ColumnMeaning
              key={column.letter}
              column={column}
              notes={column.isHidden ? [w.hiddenColumn] : []}
              meanings={MEANINGS}
              value={fields[at] ?? IGNORED}
              onMean={(value) => mean(at, value)}
              said={MEANING_WORDS}
            />
          ),
        )}
      </Stack>
      <Group gap="sm" align="flex-start" grow preventGrowOverflow={false} wrap="wrap">
        <DayInput label={w.asOf} value={reading.asOf} onChange={(asOf) => change({ asOf })} miw={200} />
        <NumberInput
          label={w.year}
          min={1990}
          max={2100}
          hideControls
          thousandSeparator=""
          miw={200}
          value={reading.year}
          onChange={(year) => change({ year })}
        />
        <Select
          label={w.severalLeads}
          miw={260}
          allowDeselect={false}
          data={SEVERAL_LEADS.map((value) => ({ value, label: w.severalLeadsChoices[value] }))}
          value={reading.severalLeads}
          onChange={(value) => change({ severalLeads: (value ?? 'ask') as Settings['severalLeads'] })}
        />
        <Select
          label={w.defaultLead}
          placeholder={w.noDefaultLead}
          miw={260}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': words.common.delete }}
          nothingFoundMessage={words.common.none}
          data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
          value={reading.defaultLead}
          onChange={(defaultLead) => change({ defaultLead })}
        />
      </Group>
      <Checkbox
        label={w.allowAgain}
        checked={reading.allowAgain}
        onChange={(event) => change({ allowAgain: event.currentTarget.checked })}
      />
      <Group>
        <Button onClick={save} loading={isSaving}>
          {w.saveColumns}
        </Button>
      </Group>
    </Stack>
  )
}
