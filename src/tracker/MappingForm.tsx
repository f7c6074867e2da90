// What each column holds: proposed, corrected by a person, remembered for the next sheet of the same heading.
import { Button, Checkbox, Group, NumberInput, ScrollArea, Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Agency } from '../agency/agency.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { TRACKER_FIELDS, type TrackerField } from '../vocabulary/tracker-words.ts'
import * as words from '../vocabulary/words.ts'
import { type RunDetail, SEVERAL_LEADS, type Settings, type SheetColumn } from './tracker.ts'

const w = words.tracker
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
        <SheetPlace detail={detail} isSaving={isSaving} onChange={onChange} />
      )}
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {columns.map((column, at) =>
          column.heading === '' && column.samples.length === 0 ? null : (
            <ColumnRow
              key={column.letter}
              column={column}
              field={fields[at] ?? null}
              onMean={(value) => mean(at, value)}
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

function ColumnRow({
  column: { letter, heading, samples, isHidden },
  field,
  onMean,
}: {
  column: SheetColumn
  field: TrackerField | null
  onMean: (value: string | null) => void
}) {
  return (
    <Group component="li" gap="sm" align="center" wrap="wrap" justify="space-between">
      <Stack gap={0} style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Text size="sm" fw={600}>
          {letter}. {heading}
          {isHidden && (
            <Text span size="sm" c="gray.7">
              {` (${w.hiddenColumn})`}
            </Text>
          )}
        </Text>
        {samples.length > 0 && (
          <Text size="xs" c="gray.7" lineClamp={2}>
            {w.samples}: {samples.join(' · ')}
          </Text>
        )}
      </Stack>
      <Select
        aria-label={w.meaningOf(letter, heading)}
        w={250}
        allowDeselect={false}
        searchable
        data={MEANINGS}
        value={field ?? IGNORED}
        onChange={onMean}
        nothingFoundMessage={words.common.none}
      />
    </Group>
  )
}

/** Which sheet, and where its heading stands; the first rows to look at. */
function SheetPlace({
  detail: { settings, sheets, top },
  isSaving,
  onChange,
}: {
  detail: RunDetail
  isSaving: boolean
  onChange: (more: Partial<Settings>) => void
}) {
  const [place, setPlace] = useState<{ headRow: number | string; headRows: number | string }>(settings)
  const move = () => {
    const headRow = Number(place.headRow) || settings.headRow
    const headRows = Number(place.headRows) || settings.headRows
    if (headRow !== settings.headRow || headRows !== settings.headRows) onChange({ headRow, headRows })
  }
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-end" wrap="wrap">
        <Select
          label={w.sheet}
          miw={260}
          allowDeselect={false}
          disabled={isSaving}
          data={sheets.map(({ name, rows, isHidden }, at) => ({
            value: String(at),
            label: w.sheetLine(name, rows, isHidden),
          }))}
          value={String(settings.sheet)}
          onChange={(value) => onChange({ sheet: Number(value) })}
        />
        <NumberInput
          label={w.headRow}
          w={130}
          min={1}
          disabled={isSaving}
          value={place.headRow}
          onChange={(headRow) => setPlace({ ...place, headRow })}
          onBlur={move}
        />
        <NumberInput
          label={w.headRows}
          w={130}
          min={1}
          max={8}
          disabled={isSaving}
          value={place.headRows}
          onChange={(headRows) => setPlace({ ...place, headRows })}
          onBlur={move}
        />
      </Group>
      <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': w.topRows }}>
        <Table withTableBorder withColumnBorders fz="xs" aria-label={w.topRows}>
          <Table.Tbody>
            {top.map(({ n, cells }) => (
              <Table.Tr
                key={n}
                fw={n >= settings.headRow && n < settings.headRow + settings.headRows ? 700 : undefined}
              >
                <Table.Th scope="row">{n}</Table.Th>
                {cells.slice(0, 16).map((text, at) => (
                  // Cells of a row have no name but their place.
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  <Table.Td key={at} style={{ whiteSpace: 'nowrap' }}>
                    {text.slice(0, 30)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </Stack>
  )
}
