// What narrows the list of a register: words, state and place, and behind "Lọc thêm" every other column by its kind.
import { Button, Checkbox, Collapse, Group, MultiSelect, SimpleGrid, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Choice } from '../ui/Choice.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { Filters, Limit, SearchField } from '../ui/list.tsx'
import { useIsPhone } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import { useAgencyOptions } from './AgencyField.tsx'
import { type Column, type Register, say } from './kit/register.ts'
import {
  filterColumns,
  firstFilters,
  isSortable,
  type ListState,
  rangeText,
  readRange,
} from './list-state.ts'
import { RangeFilter } from './RangeFilter.tsx'
import { RefField } from './RefField.tsx'
import { choiceOptions, type Labels, shownColumns } from './show.ts'

const w = words.registerPage
const ANY = 'any'

interface Props {
  register: Register
  state: ListState
  labels: Labels
  onChange: (next: ListState, replace?: boolean) => void
}

export function ListFilters({ register, state, labels, onChange }: Props) {
  const isPhone = useIsPhone()
  const first = firstFilters(register)
  const columns = filterColumns(register)
  const others = columns.filter(([name]) => !first.includes(name))
  const furtherSet =
    others.filter(([name]) => state[name]).length + Number(Boolean(state.on)) + Number(state.void === 'true')
  const [isOpen, { toggle }] = useDisclosure(furtherSet > 0)
  const field = (name: string, column: Column) => (
    <OneFilter key={name} {...{ register, name, column, state, labels, onChange }} />
  )
  const more = (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" verticalSpacing="xs">
      {others.map(([name, column]) => field(name, column))}
      <DayInput
        label={w.onDay}
        description={w.onDayHint}
        inputWrapperOrder={['label', 'input', 'description']}
        styles={{ description: { color: 'var(--mantine-color-gray-7)' } }}
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
  const set = columns.filter(([name]) => state[name]).length
  return (
    <>
      <Filters set={set + Number(Boolean(state.q)) + furtherSet - others.filter(([n]) => state[n]).length}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <SearchField
            label={w.search}
            value={state.q}
            hint={!isPhone && w.searchHint}
            onSearch={(q) => onChange({ q }, true)}
          />
          {first.map((name) => {
            const column = register.columns[name]
            return column && field(name, column)
          })}
        </SimpleGrid>
        {isPhone && <div style={{ paddingTop: 'var(--mantine-spacing-sm)' }}>{more}</div>}
      </Filters>
      {!isPhone && (
        <Stack gap="sm" className="screen-only">
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={toggle} aria-expanded={isOpen}>
              {words.steps.moreFilters(furtherSet)}
            </Button>
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
  const fields = filterColumns(register).map(([name]) => name)
  const limits = Object.entries(register.columns).flatMap(([name, { label }]) =>
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
      const label = say(register.columns[name]?.label ?? { vi: name, en: name })
      return [
        { value: name, label: w.ascending(label) },
        { value: `-${name}`, label: w.descending(label) },
      ]
    })
  const [first, direction] = register.order
  return (
    <Choice
      label={w.sort}
      options={options}
      value={state.order ?? (direction === 'desc' ? `-${first}` : first)}
      onChange={(order) => onChange({ order })}
    />
  )
}

interface OneProps extends Props {
  name: string
  column: Column
}

function OneFilter({ name, column, state, labels, onChange }: OneProps) {
  const label = say(column.label)
  const text = state[name]
  const set = (next: string | undefined) => onChange({ [name]: next || undefined })
  switch (column.kind) {
    case 'choice':
    case 'choices':
      return <Several label={label} options={choiceOptions(column)} text={text} onChange={set} />
    case 'place':
    case 'agency':
      return <Agencies label={label} isPlace={column.kind === 'place'} text={text} onChange={set} />
    case 'flag':
      return (
        <Choice
          label={label}
          options={[
            { value: ANY, label: w.any },
            { value: 'true', label: w.yes },
            { value: 'false', label: w.no },
          ]}
          value={text ?? ANY}
          onChange={(next) => set(next === ANY ? undefined : next)}
        />
      )
    case 'ref':
      return (
        <RefField
          label={label}
          of={column.of}
          isClearable
          value={text ?? null}
          known={text ? labels[text] : undefined}
          onChange={(id) => set(id ?? undefined)}
        />
      )
    default:
      return (
        <RangeFilter
          column={column}
          label={label}
          range={readRange(text)}
          onChange={(range) => set(rangeText(range))}
        />
      )
  }
}

interface SeveralProps {
  label: string
  options: { value: string; label: string }[]
  text: string | undefined
  onChange: (text: string | undefined) => void
}

function Several({ label, options, text, onChange }: SeveralProps) {
  const chosen = text ? text.split(',') : []
  return (
    <MultiSelect
      label={label}
      data={options}
      placeholder={chosen.length === 0 ? w.any : undefined}
      searchable
      clearable
      hidePickedOptions
      limit={200}
      clearButtonProps={{ 'aria-label': w.clear(label) }}
      nothingFoundMessage={words.common.none}
      // A value of an old address that is no longer there has nothing to show.
      value={chosen.filter((value) => options.some((option) => option.value === value))}
      onChange={(next) => onChange(next.join(','))}
    />
  )
}

function Agencies({ isPlace, ...rest }: Omit<SeveralProps, 'options'> & { isPlace: boolean }) {
  const options = useAgencyOptions(isPlace, null, rest.text?.split(',') ?? [])
  return <Several {...rest} options={options} />
}
