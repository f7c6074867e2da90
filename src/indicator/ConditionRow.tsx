// One condition of a count: a column, a test that fits its kind, and what it is compared with.
import { Button, Group, MultiSelect, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Agency, ALL_AGENCIES } from '../agency/agency.ts'
import { get } from '../http/client.ts'
import { type Column, say } from '../register/kit/register.ts'
import { DayInput } from '../ui/DayInput.tsx'
import * as words from '../vocabulary/words.ts'
import { blankCondition, pathChoices, testsFor } from './building.ts'
import { findColumn, registerOf } from './columns.ts'
import { type Bound, type Condition, DAY_WORDS, YEAR_WORDS } from './formula.ts'

const w = words.indicatorPage.build

interface Props {
  n: number
  register: string
  condition: Condition
  fault: string | undefined
  onChange: (condition: Condition) => void
  onDrop: () => void
}

export function ConditionRow({ n, register, condition, fault, onChange, onDrop }: Props) {
  const found = registerOf(register)
  const column = found && condition.column ? findColumn(found, condition.column)?.column : null
  const tests = testsFor(register, condition.column)
  const choose = (path: string) => {
    const [test = 'known'] = testsFor(register, path)
    onChange(blankCondition(path, test))
  }
  return (
    <fieldset className={fault ? 'formula-condition is-faulty' : 'formula-condition'}>
      <legend className="only-read-aloud">{w.condition(n)}</legend>
      <Stack gap={6}>
        <div className="formula-row">
          <Select
            label={w.conditionColumn(n)}
            data={pathChoices(register)}
            value={condition.column || null}
            allowDeselect={false}
            searchable
            nothingFoundMessage={words.common.none}
            onChange={(path) => path && choose(path)}
          />
          {column && (
            <Select
              label={w.test}
              data={tests.map((value) => ({ value, label: w.tests[value] }))}
              value={condition.test}
              allowDeselect={false}
              onChange={(test) =>
                test && onChange(blankCondition(condition.column, test as Condition['test']))
              }
            />
          )}
          {column && <Compared column={column} condition={condition} onChange={onChange} />}
        </div>
        {fault && (
          <Text size="sm" c="red.9" role="alert">
            ⚠ {fault}
          </Text>
        )}
        <Group>
          <Button size="compact-xs" variant="subtle" c="red.9" onClick={onDrop} aria-label={w.dropNth(n)}>
            {w.drop}
          </Button>
        </Group>
      </Stack>
    </fieldset>
  )
}

interface ComparedProps {
  column: Column
  condition: Condition
  onChange: (condition: Condition) => void
}

/** What the column is compared with. */
function Compared({ column, condition, onChange }: ComparedProps) {
  switch (condition.test) {
    case 'flag':
      return (
        <YesNo
          label={w.value}
          yes={w.flagSet}
          no={w.flagNotSet}
          value={condition.flag}
          onChange={(flag) => onChange({ ...condition, flag })}
        />
      )
    case 'known':
      return (
        <YesNo
          label={w.value}
          yes={w.filled}
          no={w.notFilled}
          value={condition.known}
          onChange={(known) => onChange({ ...condition, known })}
        />
      )
    case 'between':
      return (
        <>
          <BoundField
            label={w.from}
            column={column}
            value={condition.from}
            onChange={(from) => onChange({ ...condition, from })}
          />
          <BoundField
            label={w.to}
            column={column}
            value={condition.to}
            onChange={(to) => onChange({ ...condition, to })}
          />
        </>
      )
    default:
      return (
        <Values
          column={column}
          values={condition.values}
          onChange={(values) => onChange({ ...condition, values })}
        />
      )
  }
}

interface YesNoProps {
  label: string
  yes: string
  no: string
  value: boolean
  onChange: (value: boolean) => void
}

const YesNo = ({ label, yes, no, value, onChange }: YesNoProps) => (
  <Select
    label={label}
    data={[
      { value: 'yes', label: yes },
      { value: 'no', label: no },
    ]}
    value={value ? 'yes' : 'no'}
    allowDeselect={false}
    onChange={(next) => next && onChange(next === 'yes')}
  />
)

interface ValuesProps {
  column: Column
  values: string[]
  onChange: (values: string[]) => void
}

/** Any of these: chosen from the list of the column, from the agencies, or typed one to a line's comma. */
function Values({ column, values, onChange }: ValuesProps) {
  const isAgency = column.kind === 'place' || column.kind === 'agency'
  const agencies = useQuery({
    queryKey: ALL_AGENCIES.key,
    queryFn: () => get(ALL_AGENCIES.path, z.array(Agency)),
    enabled: isAgency,
    staleTime: 300_000,
  })
  if (column.kind === 'choice' || column.kind === 'choices' || isAgency) {
    const data = isAgency
      ? (agencies.data ?? [])
          .filter(({ kind, endedOn }) => !endedOn && (column.kind !== 'place' || kind === 'commune'))
          .map(({ id, name }) => ({ value: id, label: name }))
      : 'options' in column
        ? column.options.map(({ value, label }) => ({ value, label: say(label) }))
        : []
    return (
      <MultiSelect
        label={w.values}
        data={data}
        value={values}
        searchable
        hidePickedOptions
        nothingFoundMessage={words.common.none}
        onChange={onChange}
      />
    )
  }
  return <Typed values={values} onChange={onChange} />
}

/** Several are told apart by semicolons: names have commas of their own. */
function Typed({ values, onChange }: Omit<ValuesProps, 'column'>) {
  const [text, setText] = useState(values.join('; '))
  return (
    <TextInput
      label={w.typed}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange(
          event.currentTarget.value
            .split(';')
            .map((one) => one.trim())
            .filter(Boolean),
        )
      }}
    />
  )
}

interface BoundProps {
  label: string
  column: Column
  value: Bound | null
  onChange: (value: Bound | null) => void
}

const isWord = (bound: Bound | null): boolean => typeof bound === 'string' && bound.startsWith('@')

/** One end: open, a fixed day, year or number, or a day that moves with the one asked about. */
function BoundField({ label, column, value, onChange }: BoundProps) {
  const given: readonly string[] =
    column.kind === 'date' ? DAY_WORDS : column.kind === 'year' ? YEAR_WORDS : []
  const [isFixed, setFixed] = useState(value !== null && !isWord(value))
  const fixed =
    column.kind === 'date' ? (
      <DayInput
        label={given.length ? undefined : label}
        aria-label={label}
        value={typeof value === 'string' && !isWord(value) ? value : null}
        onChange={onChange}
      />
    ) : (
      <NumberInput
        label={given.length ? undefined : label}
        aria-label={label}
        value={typeof value === 'number' ? value : ''}
        hideControls
        allowDecimal={column.kind === 'number' && (column.decimals ?? 0) > 0}
        {...(column.kind === 'year' ? {} : { thousandSeparator: '.', decimalSeparator: ',' })}
        onChange={(next) => onChange(typeof next === 'number' ? next : null)}
      />
    )
  if (given.length === 0) return fixed
  return (
    <Stack gap={4}>
      <Select
        label={label}
        data={[
          { value: 'open', label: w.open },
          { value: 'fixed', label: column.kind === 'date' ? w.fixedDay : w.fixedYear },
          ...given.map((word) => ({ value: word, label: w.bounds[word as keyof typeof w.bounds] })),
        ]}
        value={isFixed ? 'fixed' : value === null ? 'open' : String(value)}
        allowDeselect={false}
        onChange={(next) => {
          setFixed(next === 'fixed')
          onChange(next === null || next === 'open' || next === 'fixed' ? null : (next as Bound))
        }}
      />
      {isFixed && fixed}
    </Stack>
  )
}
