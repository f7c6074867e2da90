// The field of one column, by its kind. In and out: the value as the register holds it, null when empty.
import {
  Checkbox,
  type InputWrapperProps,
  MultiSelect,
  NumberInput,
  Select,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import type { ReactNode } from 'react'
import { DayInput } from '../ui/DayInput.tsx'
import { language } from '../vocabulary/language.ts'
import * as words from '../vocabulary/words.ts'
import { AgencyField } from './AgencyField.tsx'
import { FileField } from './FileField.tsx'
import { type Column, type Register, say, type Values } from './kit/register.ts'
import { RefField } from './RefField.tsx'
import { choiceOptions, type Labels, unitOf, withUnit } from './show.ts'

const w = words.registerPage

export interface FieldProps {
  register: Register
  name: string
  column: Column
  /** Of the form: a file has its name beside it. */
  values: Values
  /** What ids that the row already holds are called. */
  labels: Labels
  /** Places one may enter rows of; null: all. */
  places?: readonly string[] | null
  isRequired: boolean
  error: ReactNode
  /** What looks wrong and is kept all the same. */
  warning?: string | undefined
  onChange: (values: Values) => void
  /** Told while a file is on its way. */
  onBusy: (isBusy: boolean) => void
}

/** 1.430,5 in Vietnamese, 1,430.5 in English. */
export const FIGURES =
  language === 'en'
    ? { thousandSeparator: ',', decimalSeparator: '.' }
    : { thousandSeparator: '.', decimalSeparator: ',' }

/** What a field says of itself stands below it, so that fields beside each other stand in one line. */
export const BELOW = {
  inputWrapperOrder: ['label', 'input', 'description', 'error'],
  styles: { description: { color: 'var(--mantine-color-gray-7)' } },
} satisfies Pick<InputWrapperProps, 'inputWrapperOrder' | 'styles'>

export function Field(props: FieldProps) {
  const { register, name, column, values, labels, places, isRequired, error, warning, onChange } = props
  const value = values[name] ?? null
  const set = (next: Values[string]) => onChange({ [name]: next })
  const text = typeof value === 'string' ? value : ''
  const list = Array.isArray(value) ? value : []
  const id = typeof value === 'string' ? value : null
  const described = [
    column.help && say(column.help),
    column.personal && w.keptFor(say(column.personal)),
  ].filter(Boolean)
  const common = {
    label: withUnit(say(column.label), unitOf(column)),
    required: isRequired,
    error,
    description: described.length > 0 ? described.join(' · ') : undefined,
    ...BELOW,
  }
  switch (column.kind) {
    case 'text':
    case 'code': {
      const field = {
        ...common,
        value: text,
        maxLength: column.kind === 'text' && column.long ? 10_000 : 500,
        onChange: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value || null),
      }
      return (
        <div>
          {column.kind === 'text' && column.long ? (
            <Textarea {...field} autosize minRows={3} />
          ) : (
            <TextInput {...field} />
          )}
          {warning && (
            <Text size="xs" c="orange.9" fw={600} role="status">
              ⚠ {warning}
            </Text>
          )}
        </div>
      )
    }
    case 'texts':
      return (
        <TagsInput
          {...common}
          description={[...described, w.textsHint].join(' · ')}
          value={list}
          onChange={set}
          clearButtonProps={{ 'aria-label': w.clear(say(column.label)) }}
        />
      )
    case 'number':
    case 'money':
    case 'year':
      return (
        <NumberInput
          {...common}
          {...FIGURES}
          {...(column.kind === 'year' && { thousandSeparator: undefined, maxLength: 4 })}
          hideControls
          decimalScale={column.kind === 'number' ? (column.decimals ?? 0) : 0}
          allowNegative={column.kind === 'money' || (column.kind === 'number' && (column.min ?? -1) < 0)}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => set(next === '' || Number.isNaN(Number(next)) ? null : Number(next))}
        />
      )
    case 'date':
      return <DayInput {...common} value={id} onChange={set} />
    case 'flag':
      return isRequired ? (
        <Checkbox
          {...common}
          mt={{ base: 0, sm: 28 }}
          checked={value === true}
          onChange={(event) => set(event.currentTarget.checked)}
        />
      ) : (
        <Select
          {...common}
          data={[
            { value: 'true', label: w.yes },
            { value: 'false', label: w.no },
          ]}
          placeholder={w.unknown}
          clearable
          clearButtonProps={{ 'aria-label': w.clear(say(column.label)) }}
          value={value === null ? null : String(value)}
          onChange={(next) => set(next === null ? null : next === 'true')}
        />
      )
    case 'choice':
      return (
        <Select
          {...common}
          data={choiceOptions(column.options)}
          searchable={column.options.length > 7}
          clearable={!isRequired}
          clearButtonProps={{ 'aria-label': w.clear(say(column.label)) }}
          nothingFoundMessage={words.common.none}
          value={id}
          onChange={set}
        />
      )
    case 'choices':
      return (
        <MultiSelect
          {...common}
          data={choiceOptions(column.options)}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': w.clear(say(column.label)) }}
          nothingFoundMessage={words.common.none}
          value={list}
          onChange={set}
        />
      )
    case 'place':
    case 'agency':
      return (
        <AgencyField
          {...common}
          isPlace={column.kind === 'place'}
          isClearable={!isRequired}
          among={column.kind === 'place' ? (places ?? null) : null}
          value={id}
          onChange={set}
        />
      )
    case 'ref':
      return (
        <RefField
          {...common}
          of={column.of}
          isClearable={!isRequired}
          value={id}
          known={id ? labels[id] : undefined}
          onChange={set}
        />
      )
    case 'file':
      return (
        <FileField
          {...common}
          register={register}
          hash={id}
          name={typeof values[`${name}Name`] === 'string' ? String(values[`${name}Name`]) : null}
          onBusy={props.onBusy}
          onChange={(file) => onChange({ [name]: file?.hash ?? null, [`${name}Name`]: file?.name ?? null })}
        />
      )
  }
}
