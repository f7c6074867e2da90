// One of a list, found without diacritics. What opens the list comes after the page; until then the field stands there
// with what is chosen, in the same size and under the same name.
import { TextInput } from '@mantine/core'
import { useRef } from 'react'
import { later } from './later.ts'

export interface ChoiceProps {
  label: string
  options: readonly { value: string; label: string }[]
  value: string
  onChange: (value: string) => void
  /** At most so many are listed at once. */
  limit?: number
  /** When somebody looks for one. */
  onOpen?: () => void
}

const useSelect = later(() => import('./ChoiceSelect.tsx'))

export function Choice(props: ChoiceProps) {
  const field = useRef<HTMLInputElement>(null)
  const { part, hadFocus, hurry } = useSelect(field)
  if (part) return <part.ChoiceSelect {...props} hadFocus={hadFocus} />
  return (
    <TextInput
      ref={field}
      label={props.label}
      value={props.options.find(({ value }) => value === props.value)?.label ?? ''}
      readOnly
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded={false}
      rightSection={<Arrows />}
      rightSectionPointerEvents="none"
      onFocus={hurry}
      onPointerEnter={hurry}
    />
  )
}

/** As Mantine draws it, so that nothing moves when the list comes. */
const Arrows = () => (
  <svg viewBox="0 0 15 15" width={15} height={15} aria-hidden>
    <path d="M4.93 5.43 7.5 2.85l2.57 2.58M4.93 9.57 7.5 12.15l2.57-2.58" stroke="currentColor" fill="none" />
  </svg>
)
