// Parts of the pages that bring a sheet in: where its heading stands, what a column is, how many rows become what, how far
// the work is. Their words are handed in: each room speaks of its own rows.
import {
  Box,
  Group,
  Loader,
  NumberInput,
  Paper,
  Progress,
  ScrollArea,
  Select,
  Stack,
  Table,
  Text,
  UnstyledButton,
} from '@mantine/core'
import { useState } from 'react'
import * as words from '../vocabulary/words.ts'

interface Place {
  sheet: number
  headRow: number
  headRows: number
}

/** Which sheet, and where its heading stands; the first rows to look at. */
export function SheetPlace({
  place: settings,
  sheets,
  top,
  isSaving,
  onChange,
  said,
}: {
  place: Place
  sheets: readonly { name: string; rows: number; isHidden: boolean }[]
  top: readonly { n: number; cells: readonly string[] }[]
  isSaving: boolean
  onChange: (more: Partial<Place>) => void
  said: {
    sheet: string
    sheetLine: (name: string, rows: number, isHidden: boolean) => string
    headRow: string
    headRows: string
    topRows: string
  }
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
          label={said.sheet}
          miw={260}
          allowDeselect={false}
          disabled={isSaving}
          data={sheets.map(({ name, rows, isHidden }, at) => ({
            value: String(at),
            label: said.sheetLine(name, rows, isHidden),
          }))}
          value={String(settings.sheet)}
          onChange={(value) => onChange({ sheet: Number(value) })}
        />
        <NumberInput
          label={said.headRow}
          w={130}
          min={1}
          disabled={isSaving}
          value={place.headRow}
          onChange={(headRow) => setPlace({ ...place, headRow })}
          onBlur={move}
        />
        <NumberInput
          label={said.headRows}
          w={130}
          min={1}
          max={8}
          disabled={isSaving}
          value={place.headRows}
          onChange={(headRows) => setPlace({ ...place, headRows })}
          onBlur={move}
        />
      </Group>
      <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': said.topRows }}>
        <Table withTableBorder withColumnBorders fz="xs" aria-label={said.topRows}>
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

/** One column of the sheet, with what its first rows say, and what it is taken for. */
export function ColumnMeaning({
  column: { letter, heading, samples },
  notes,
  meanings,
  value,
  isOpen = false,
  onMean,
  said,
}: {
  column: { letter: string; heading: string; samples: readonly string[] }
  /** Beside its name: hidden, counted in millions. */
  notes: readonly string[]
  meanings: readonly { value: string; label: string }[]
  value: string
  /** Nobody has said yet what it is. */
  isOpen?: boolean
  onMean: (value: string | null) => void
  said: { samples: string; meaningOf: (letter: string, heading: string) => string }
}) {
  return (
    <Group component="li" gap="sm" align="center" wrap="wrap" justify="space-between">
      <Stack gap={0} style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Text size="sm" fw={600}>
          {letter}. {heading}
          {notes.length > 0 && (
            <Text span size="sm" c="gray.7">
              {` (${notes.join('; ')})`}
            </Text>
          )}
        </Text>
        {samples.length > 0 && (
          <Text size="xs" c="gray.7" lineClamp={2}>
            {said.samples}: {samples.join(' · ')}
          </Text>
        )}
      </Stack>
      <Select
        aria-label={said.meaningOf(letter, heading)}
        w={250}
        allowDeselect={false}
        searchable
        data={meanings}
        value={value}
        onChange={onMean}
        nothingFoundMessage={words.common.none}
        {...(isOpen && {
          styles: { input: { borderColor: '#8a4700', borderWidth: 2, fontWeight: 600 } },
        })}
      />
    </Group>
  )
}

/** Readable without colour: full, hatched in four ways. */
const LOOKS = {
  full: 'var(--mantine-color-lake-7)',
  dots: 'radial-gradient(#0b5a7f 30%, #fff 32%) 0 0 / 6px 6px',
  wide: 'repeating-linear-gradient(90deg, var(--mantine-color-gray-5) 0 8px, var(--mantine-color-gray-3) 8px 16px)',
  narrow: 'repeating-linear-gradient(45deg, #9c0006 0 4px, #fff 4px 8px)',
  empty: '#fff',
} as const

export interface Share<Part extends string> {
  part: Part
  label: string
  n: number
  look: keyof typeof LOOKS
  detail?: string
  /** Of the bar; others only have a tile. */
  isPart?: boolean
}

/** A bar of the parts, and a tile for each that shows its rows. */
export function Shares<Part extends string>({
  shares,
  show,
  onShow,
  first,
}: {
  shares: readonly Share<Part>[]
  show: Part
  onShow: (part: Part) => void
  /** Before them: all of the rows. */
  first: { label: string; n: number; detail: string }
}) {
  const parts = shares.filter(({ n, isPart = true }) => isPart && n > 0)
  return (
    <>
      <Group
        gap={2}
        wrap="nowrap"
        h={18}
        role="img"
        aria-label={parts.map(({ label, n }) => `${label}: ${words.number(n)}`).join(', ')}
      >
        {parts.map(({ part, n, look }) => (
          <Box
            key={part}
            h="100%"
            miw={6}
            style={{ flex: n, background: LOOKS[look], border: '1px solid var(--mantine-color-gray-7)' }}
          />
        ))}
      </Group>
      <Group gap="sm" align="stretch" wrap="wrap">
        <Tile {...first} />
        {shares.map(({ part, label, n, look, detail = '' }) => (
          <UnstyledButton
            key={part}
            aria-pressed={show === part}
            onClick={() => onShow(part)}
            style={{ flex: '1 1 130px' }}
          >
            <Tile label={label} n={n} detail={detail} look={LOOKS[look]} isChosen={show === part} />
          </UnstyledButton>
        ))}
      </Group>
    </>
  )
}

function Tile({
  label,
  n,
  detail,
  look,
  isChosen = false,
}: {
  label: string
  n: number
  detail: string
  look?: string
  isChosen?: boolean
}) {
  return (
    <Paper
      withBorder
      p="xs"
      h="100%"
      style={{ flex: '1 1 130px', ...(isChosen && { outline: '2px solid var(--mantine-color-lake-7)' }) }}
    >
      <Group gap={6} wrap="nowrap">
        {look && (
          <Box w={14} h={14} style={{ background: look, border: '1px solid var(--mantine-color-gray-7)' }} />
        )}
        <Text size="sm">{label}</Text>
      </Group>
      <Text size="xl" fw={700}>
        {words.number(n)}
      </Text>
      {detail && (
        <Text size="xs" c="gray.7">
          {detail}
        </Text>
      )}
    </Paper>
  )
}

/** How far the work is. */
export function Running({ label, done, of }: { label: string; done: number; of: number }) {
  return (
    <Stack gap={6} role="status">
      <Group gap="xs" wrap="nowrap">
        <Loader size="xs" />
        <Text size="sm">{label}</Text>
      </Group>
      {of > 0 && <Progress value={(100 * done) / of} aria-label={label} />}
    </Stack>
  )
}
