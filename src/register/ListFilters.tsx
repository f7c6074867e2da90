// What narrows the list of a register: words, state and place, and behind "Lọc thêm" every other column by its kind.
import { Button, Checkbox, Collapse, Group, MultiSelect, SimpleGrid, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { Choice } from '../ui/Choice.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { countSet, Filters, Limit, SearchField } from '../ui/list.tsx'
import { useIsPhone } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import { useAgencyOptions } from './AgencyField.tsx'
import { BELOW } from './Field.tsx'
import { EMPTY } from './kit/filter.ts'
import { type Register, say } from './kit/register.ts'
import {
  chosenFields,
  type FilterField,
  filterFields,
  firstFields,
  isSearched,
  isSortable,
  type ListState,
  offeredFields,
  orderIn,
  rangeText,
  readRange,
} from './list-state.ts'
import { RangeFilter } from './RangeFilter.tsx'
import { RefField } from './RefField.tsx'
import { choiceOptions, columnOf, type Labels, shownColumns, unitOf } from './show.ts'

const w = words.registerPage
const ANY = 'any'

interface Props {
  register: Register
  state: ListState
  labels: Labels
  /** How many rows there are, beside the button that unfolds. */
  count?: ReactNode
  onChange: (next: ListState, replace?: boolean) => void
}

export function ListFilters({ register, state, labels, count, onChange }: Props) {
  const isPhone = useIsPhone()
  const first = firstFields(register)
  const others = offeredFields(register, shownColumns(register, state.columns), state).filter(
    (field) => !first.some(({ name }) => name === field.name),
  )
  const further = countSet([...others.map(({ name }) => state[name]), state.on, state.void])
  const [isOpen, { toggle }] = useDisclosure(further > 0)
  const one = (field: FilterField) => (
    <OneFilter key={field.name} {...{ register, field, state, labels, onChange }} />
  )
  const more = (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" verticalSpacing="xs">
      {others.map(one)}
      <DayInput
        label={w.onDay}
        description={w.onDayHint}
        {...BELOW}
        value={state.on ?? null}
        onChange={(on) => onChange({ on: on ?? undefined })}
      />
      {isPhone && <SortChoice register={register} state={state} onChange={onChange} />}
      <Checkbox
        label={w.onlyVoid}
        mt={{ base: 0, xs: 28 }}
        checked={state.void === 'true'}
        onChange={(event) => onChange({ void: event.currentTarget.checked ? 'true' : undefined })}
      />
    </SimpleGrid>
  )
  const set = countSet([state.q, ...first.map(({ name }) => state[name])])
  return (
    <>
      <Filters set={set + further} beside={isPhone && count}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          {isSearched(register) && (
            <SearchField
              label={w.search}
              value={state.q}
              hint={!isPhone && w.searchHint}
              onSearch={(q) => onChange({ q }, true)}
            />
          )}
          {first.map(one)}
        </SimpleGrid>
        {isPhone && <div style={{ paddingTop: 'var(--mantine-spacing-sm)' }}>{more}</div>}
      </Filters>
      {!isPhone && (
        <Stack gap="sm" className="screen-only">
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={toggle} aria-expanded={isOpen}>
              {words.steps.moreFilters(further)}
            </Button>
            {count}
          </Group>
          <Collapse expanded={isOpen}>{more}</Collapse>
        </Stack>
      )}
      <Limits {...{ register, state, onChange }} />
    </>
  )
}

/** What an address limits the list to without a field for it, and a day that is not today. */
function Limits({ register, state, onChange }: Omit<Props, 'labels'>) {
  const fields = chosenFields(register).map(({ name }) => name)
  const limits = filterFields(register).flatMap(({ name, label }) =>
    state[name] && !fields.includes(name) ? [{ name, said: `${say(label)}: ${state[name]}` }] : [],
  )
  if (state.on) limits.push({ name: 'on', said: w.asOf(state.on) })
  if (state.void === 'true') limits.push({ name: 'void', said: w.onlyVoid })
  if (limits.length === 0) return null
  return (
    <Group gap="md">
      {limits.map(({ name, said }) => (
        <Limit key={name} said={said} onClear={() => onChange({ [name]: undefined })} />
      ))}
    </Group>
  )
}

function SortChoice({ register, state, onChange }: Omit<Props, 'labels'>) {
  const options = shownColumns(register, state.columns)
    .filter((name) => isSortable(register, name))
    .flatMap((name) => {
      const label = say(columnOf(register, name)?.label ?? { vi: name, en: name })
      return [
        { value: name, label: w.ascending(label) },
        { value: `-${name}`, label: w.descending(label) },
      ]
    })
  return (
    <Choice
      label={w.sort}
      options={options}
      value={orderIn(register, state)}
      onChange={(order) => onChange({ order })}
    />
  )
}

function OneFilter({ field, state, labels, onChange }: Props & { field: FilterField }) {
  const { name, kind, column, isOptional } = field
  const label = say(field.label)
  const text = state[name]
  const set = (next: string | undefined) => onChange({ [name]: next || undefined })
  const several = { label, text, isOptional, onChange: set }
  if ('options' in column) return <Several {...several} options={choiceOptions(column.options)} />
  if (kind === 'place' || kind === 'agency') return <Agencies {...several} isPlace={kind === 'place'} />
  if (kind === 'flag')
    return (
      <Choice
        label={label}
        options={[
          { value: ANY, label: w.any },
          { value: 'true', label: w.yes },
          { value: 'false', label: w.no },
          ...(isOptional ? [{ value: EMPTY, label: w.notFilledIn }] : []),
        ]}
        value={text ?? ANY}
        onChange={(next) => set(next === ANY ? undefined : next)}
      />
    )
  if ('of' in column)
    return (
      <RefField
        label={label}
        of={column.of}
        isClearable
        value={text && text !== EMPTY ? (text.split(',')[0] ?? null) : null}
        known={text ? labels[text] : undefined}
        onChange={(id) => set(id ?? undefined)}
      />
    )
  return (
    <RangeFilter
      kind={kind}
      label={label}
      unit={unitOf(column)}
      range={readRange(text === EMPTY ? undefined : text)}
      onChange={(range) => set(rangeText(range))}
    />
  )
}

interface SeveralProps {
  label: string
  options: { value: string; label: string }[]
  isOptional: boolean
  text: string | undefined
  onChange: (text: string | undefined) => void
}

function Several({ label, options, isOptional, text, onChange }: SeveralProps) {
  const all = isOptional ? [...options, { value: EMPTY, label: w.notFilledIn }] : options
  const chosen = text ? text.split(',') : []
  // What is empty is asked for alone.
  const take = (next: string[]) =>
    onChange(next.at(-1) === EMPTY ? EMPTY : next.filter((one) => one !== EMPTY).join(','))
  return (
    <MultiSelect
      label={label}
      data={all}
      placeholder={chosen.length === 0 ? w.any : undefined}
      searchable
      clearable
      hidePickedOptions
      limit={200}
      clearButtonProps={{ 'aria-label': w.clear(label) }}
      nothingFoundMessage={words.common.none}
      // A value of an old address that is no longer there has nothing to show.
      value={chosen.filter((value) => all.some((option) => option.value === value))}
      onChange={take}
    />
  )
}

function Agencies({ isPlace, ...rest }: Omit<SeveralProps, 'options'> & { isPlace: boolean }) {
  const options = useAgencyOptions(isPlace, null, rest.text?.split(',') ?? [])
  return <Several {...rest} options={options} />
}
