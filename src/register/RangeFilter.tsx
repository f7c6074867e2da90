// From … to … of a column of figures, years or days. What was typed is sent when the hand rests.
import { Group, Input, NumberInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { DayInput } from '../ui/DayInput.tsx'
import * as words from '../vocabulary/words.ts'
import { FIGURES } from './Field.tsx'
import type { Column } from './kit/register.ts'
import type { Range } from './list-state.ts'
import { withUnit } from './show.ts'

const w = words.registerPage
const ENDS = ['from', 'to'] as const

interface Props {
  kind: Column['kind']
  label: string
  unit: string | null
  range: Range
  onChange: (range: Range) => void
}

export function RangeFilter({ kind, label, unit, range, onChange }: Props) {
  const [typed, setTyped] = useState(range)
  const send = useDebouncedCallback(onChange, 400)
  // The address may change under us.
  // biome-ignore lint/correctness/useExhaustiveDependencies: by its two ends
  useEffect(() => setTyped(range), [range.from, range.to])
  const take = (next: Range) => {
    setTyped(next)
    send(next)
  }
  const named = withUnit(label, unit)
  return (
    <Input.Wrapper label={named} labelElement="div" role="group" aria-label={named}>
      <Group gap={4} grow wrap="nowrap" preventGrowOverflow={false}>
        {ENDS.map((end) =>
          kind === 'date' ? (
            <DayInput
              key={end}
              aria-label={w.range[end](label)}
              placeholder={w.rangeHint[end]}
              value={typed[end] || null}
              onChange={(day) => take({ ...typed, [end]: day ?? '' })}
            />
          ) : (
            <NumberInput
              key={end}
              {...FIGURES}
              {...(kind === 'year' && { thousandSeparator: undefined })}
              aria-label={w.range[end](label)}
              placeholder={w.rangeHint[end]}
              hideControls
              value={typed[end] === '' ? '' : Number(typed[end])}
              onChange={(value) => take({ ...typed, [end]: value === '' ? '' : String(value) })}
            />
          ),
        )}
      </Group>
    </Input.Wrapper>
  )
}
