// What each column of the file is: proposed, corrected by a person, remembered for the next file; and how it is to be taken.
import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { DayInput } from '../ui/DayInput.tsx'
import { ColumnMeaning, SheetPlace } from '../ui/sheet-parts.tsx'
import * as words from '../vocabulary/words.ts'
import {
  IGNORED,
  type ImportDetail,
  type ImportSettings,
  SOURCES,
  sheetColumns,
  UNDECIDED,
} from './kit/import.ts'
import { type Register, say } from './kit/register.ts'

const w = words.registerImport
const PLACE_WORDS = {
  sheet: w.sheet,
  sheetLine: w.sheetLine,
  headRow: w.headRow,
  headRows: w.headRows,
  topRows: w.topRows,
}
const MEANING_WORDS = { samples: w.samples, meaningOf: w.meaningOf }

export function ImportColumns({
  register,
  detail,
  isSaving,
  onPlace,
  onSave,
}: {
  register: Register
  detail: ImportDetail
  isSaving: boolean
  /** Another sheet or heading: the columns are proposed anew. */
  onPlace: (more: Partial<ImportSettings>) => void
  onSave: (more: Partial<ImportSettings>) => void
}) {
  const { settings, columns, sheets } = detail
  const [chosen, setChosen] = useState(settings.columns)
  const [taking, setTaking] = useState({
    source: settings.source,
    since: settings.since as string | null,
    blanks: settings.blanks,
  })
  const mean = (column: number, value: string | null) =>
    setChosen(columns.map((_, at) => (at === column ? (value ?? UNDECIDED) : (chosen[at] ?? IGNORED))))
  const meaningsOf = (at: number) => [
    ...(chosen[at] === UNDECIDED ? [{ value: UNDECIDED, label: w.undecided }] : []),
    { value: IGNORED, label: w.ignored },
    ...sheetColumns(register).map(([value, { label }]) => ({ value, label: say(label) })),
  ]
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
          onChange={onPlace}
          said={PLACE_WORDS}
        />
      )}
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {columns.map((column, at) =>
          column.heading === '' && column.samples.length === 0 ? null : (
            <ColumnMeaning
              key={column.letter}
              column={column}
              notes={[
                ...(column.isHidden ? [w.hiddenColumn] : []),
                ...(column.scale === 1 ? [] : [w.scaled(column.scale)]),
              ]}
              meanings={meaningsOf(at)}
              value={chosen[at] ?? IGNORED}
              isOpen={chosen[at] === UNDECIDED}
              onMean={(value) => mean(at, value)}
              said={MEANING_WORDS}
            />
          ),
        )}
      </Stack>
      <Group gap="sm" align="flex-start" wrap="wrap">
        <Select
          label={w.source}
          miw={290}
          allowDeselect={false}
          data={SOURCES.map((value) => ({
            value,
            label: w.sources[value],
            disabled: value === 'national' && !detail.keeps,
          }))}
          value={taking.source}
          onChange={(value) => setTaking({ ...taking, source: (value ?? 'other') as typeof taking.source })}
        />
        <DayInput
          label={w.since}
          description={w.sinceHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          miw={220}
          maw={300}
          value={taking.since}
          onChange={(since) => setTaking({ ...taking, since })}
        />
        <Select
          label={w.blanks}
          miw={220}
          allowDeselect={false}
          data={(['keep', 'clear'] as const).map((value) => ({ value, label: w.blankChoices[value] }))}
          value={taking.blanks}
          onChange={(value) => setTaking({ ...taking, blanks: (value ?? 'keep') as typeof taking.blanks })}
        />
      </Group>
      <Group>
        <Button
          loading={isSaving}
          onClick={() => onSave({ columns: chosen, ...taking, since: taking.since ?? settings.since })}
        >
          {w.saveColumns}
        </Button>
      </Group>
    </Stack>
  )
}
