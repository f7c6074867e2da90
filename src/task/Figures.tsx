// Figures of a report: rows of name, value and unit, typed and shown.
import { Button, CloseButton, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import type { FigureDraft } from './report-draft.ts'
import type { Figure } from './work.ts'

const w = words.steps.figures
const MOST_FIGURES = 50

export function FigureFields({
  figures,
  onChange,
  error,
}: {
  figures: readonly FigureDraft[]
  onChange: (figures: FigureDraft[]) => void
  error: string | null
}) {
  const change = (at: number, part: Partial<FigureDraft>) =>
    onChange(figures.map((figure, i) => (i === at ? { ...figure, ...part } : figure)))
  return (
    <Stack gap={6}>
      {figures.map((figure, i) => (
        // Rows have no identity but their place while they are typed.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Group key={i} gap={6} align="flex-end">
          <TextInput
            label={w.name}
            size="xs"
            // On a phone the name has a line of its own.
            style={{ flex: '3 1 220px', minWidth: 0 }}
            maxLength={200}
            value={figure.name}
            onChange={(event) => change(i, { name: event.currentTarget.value })}
          />
          <NumberInput
            label={w.value}
            size="xs"
            style={{ flex: '2 1 70px', minWidth: 0 }}
            hideControls
            decimalSeparator=","
            thousandSeparator="."
            value={figure.value ?? ''}
            onChange={(value) => change(i, { value: typeof value === 'number' ? value : null })}
          />
          <TextInput
            label={w.unit}
            size="xs"
            style={{ flex: '2 1 70px', minWidth: 0 }}
            maxLength={50}
            value={figure.unit}
            onChange={(event) => change(i, { unit: event.currentTarget.value })}
          />
          <CloseButton
            aria-label={w.remove(figure.name || String(i + 1))}
            onClick={() => onChange(figures.filter((_, at) => at !== i))}
          />
        </Group>
      ))}
      {error && (
        <Text size="sm" c="red.9" role="alert">
          {error}
        </Text>
      )}
      {figures.length < MOST_FIGURES && (
        <div>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onChange([...figures, { name: '', value: null, unit: '' }])}
          >
            {w.add}
          </Button>
        </div>
      )}
    </Stack>
  )
}

/** "Hội nghị: 2,5 cuộc", one line each. */
export function FigureLines({ figures }: { figures: readonly Figure[] }) {
  return (
    <>
      {figures.map(({ name, value, unit }) => (
        <Text size="sm" key={`${name} ${value} ${unit}`}>
          {w.line(name, value, unit)}
        </Text>
      ))}
    </>
  )
}
