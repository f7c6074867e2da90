// What a printed indicator is: one of the suggestions, any other of the list, a new one, or nothing that is followed.
import { Picker, type PickerOption } from '../ui/Picker.tsx'
import * as words from '../vocabulary/words.ts'
import type { LinkTo, Suggestion } from './indicator.ts'
import { useAll } from './use-indicator.ts'

const w = words.indicatorPage

interface Props {
  /** As printed: the name of a new one. */
  name: string
  unit: string
  suggestions: readonly Suggestion[]
  onPick: (to: LinkTo) => void
  onClose: () => void
}

const sameAs = (a: LinkTo, b: LinkTo) => JSON.stringify(a) === JSON.stringify(b)

export function LinkPicker({ name, unit, suggestions, onPick, onClose }: Props) {
  const { data } = useAll()
  const choices: { to: LinkTo; option: Omit<PickerOption, 'value'> }[] = [
    ...suggestions.map(({ to, name: label, unit: of, score }) => ({
      to,
      option: { label, detail: [of, w.review.likeness(words.percent(score))].join(' · ') },
    })),
    ...(data?.rows ?? [])
      .map(({ id, name: label, unit: of, code }) => ({
        to: { indicator: id },
        option: { label, detail: [of, code].filter(Boolean).join(' · ') },
      }))
      .filter(({ to }) => !suggestions.some((one) => sameAs(one.to, to))),
    { to: { make: { name, unit } }, option: { label: w.makeNew, detail: [name, unit].join(' · ') } },
    { to: { none: true as const }, option: { label: w.makeNone } },
  ]
  return (
    <Picker
      title={w.chooseFor(name)}
      hint={w.chooseHint}
      options={choices.map(({ option }, at) => ({ ...option, value: String(at) }))}
      empty={w.chooseNothing}
      onPick={(at) => {
        const chosen = choices[Number(at)]
        if (chosen) onPick(chosen.to)
      }}
      onClose={onClose}
    />
  )
}
