// Type-to-search over a list in a dialog: letters narrow it, arrows move, Enter takes.
import { Box, Modal, Stack, Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { searchKey } from '../base/text.ts'
import * as words from '../vocabulary/words.ts'

export interface PickerOption {
  value: string
  label: string
  /** A second line, also searched. */
  detail?: string
}

const MOST = 60

export function Picker({
  title,
  hint,
  options,
  empty,
  onPick,
  onClose,
}: {
  title: string
  hint?: string
  options: readonly PickerOption[]
  /** Said when nothing fits what was typed. */
  empty: string
  onPick: (value: string) => void
  onClose: () => void
}) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const current = useRef<HTMLDivElement>(null)
  const keyed = useMemo(
    () => options.map((option) => ({ option, key: searchKey(`${option.label} ${option.detail ?? ''}`) })),
    [options],
  )
  const found = useMemo(() => {
    const wanted = searchKey(text).split(' ')
    return keyed
      .filter(({ key }) => wanted.every((word) => key.includes(word)))
      .slice(0, MOST)
      .map(({ option }) => option)
  }, [keyed, text])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen row is scrolled to whenever it changes
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' })
  }, [at, found])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step) {
      event.preventDefault()
      setAt((was) => Math.min(found.length - 1, Math.max(0, was + step)))
    }
    const option = found[at]
    if (event.key === 'Enter' && option) {
      event.preventDefault()
      onPick(option.value)
    }
  }
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <Stack gap="xs">
        {hint && (
          <Text size="sm" c="gray.7">
            {hint}
          </Text>
        )}
        <TextInput
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={list}
          aria-activedescendant={found[at] ? `${list}-${at}` : undefined}
          aria-label={words.common.search}
          placeholder={words.common.search}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <Box id={list} role="listbox" aria-label={title} mah="50dvh" style={{ overflowY: 'auto' }}>
          {found.map((option, index) => (
            // The field above keeps the focus and carries the keyboard; a row answers to the pointer.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            // biome-ignore lint/a11y/useFocusableInteractive: see above
            <div
              key={option.value}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              ref={index === at ? current : undefined}
              onClick={() => onPick(option.value)}
              className="picker-row"
            >
              <Text size="sm" fw={600}>
                {option.label}
              </Text>
              {option.detail && (
                <Text size="xs" c="gray.7" lineClamp={2}>
                  {option.detail}
                </Text>
              )}
            </div>
          ))}
          {found.length === 0 && (
            <Text size="sm" c="gray.7" p="xs" role="status">
              {empty}
            </Text>
          )}
        </Box>
      </Stack>
    </Modal>
  )
}
