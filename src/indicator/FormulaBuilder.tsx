// A formula put together from choices, without writing: one figure, or a share of two; each figure one or more counts over
// a register. The sentence above says all the while what it comes to.
import { Button, Fieldset, Group, NumberInput, Radio, Select, Stack, Text } from '@mantine/core'
import { say } from '../register/kit/register.ts'
import { REGISTERS } from '../register/registers.ts'
import * as words from '../vocabulary/words.ts'
import {
  atomOf,
  blankCondition,
  columnChoices,
  firstAtom,
  JOINS,
  type Join,
  join,
  joinOf,
  MEASURES,
  type MeasureName,
  MOST_PARTS,
  measureOf,
  partsOf,
  pathChoices,
  placeOf,
  readable,
  remeasure,
  reregister,
  reshape,
  SHAPES,
  type Shape,
  scaled,
  shapeOf,
  testsFor,
  timesOf,
} from './building.ts'
import { ConditionRow } from './ConditionRow.tsx'
import type { Atom, Condition, Formula, Scaled, Term } from './formula.ts'
import { sentenceOf } from './sentence.ts'
import './indicator.css'

const w = words.indicatorPage.build

export type FaultsAt = Readonly<Record<string, string>>

interface Props {
  formula: Formula
  /** By place; shown where they belong. */
  faults: FaultsAt
  onChange: (formula: Formula) => void
}

export function FormulaBuilder({ formula, faults, onChange }: Props) {
  const shape = shapeOf(formula)
  return (
    <Stack gap="sm">
      <output className="formula-sentence">
        <Text size="xs" c="gray.7" span display="block">
          {w.sentence}
        </Text>
        <Text size="sm" fw={600} span>
          {sentenceOf(readable(formula))}
        </Text>
      </output>
      <Radio.Group
        label={w.shape}
        value={shape}
        onChange={(next) => onChange(reshape(formula, next as Shape))}
      >
        <Group gap="md" mt={4}>
          {SHAPES.map((one) => (
            <Radio key={one} value={one} label={w.shapes[one]} />
          ))}
        </Group>
      </Radio.Group>
      {faults[''] && <Fault text={faults['']} />}
      {'whole' in formula ? (
        <div className="side-by-side">
          <TermFields
            title={w.part}
            term={formula.part}
            at="part"
            faults={faults}
            onChange={(part) => onChange({ ...formula, part })}
          />
          <TermFields
            title={w.whole}
            term={formula.whole}
            at="whole"
            faults={faults}
            onChange={(whole) => onChange({ ...formula, whole })}
          />
        </div>
      ) : (
        <TermFields title={w.figure} term={formula} at="" faults={faults} onChange={onChange} />
      )}
    </Stack>
  )
}

const Fault = ({ text }: { text: string }) => (
  <Text size="sm" c="red.9" role="alert">
    ⚠ {text}
  </Text>
)

interface TermProps {
  title: string
  term: Term
  at: string
  faults: FaultsAt
  onChange: (term: Term) => void
}

/** One side: a single count, several added up, or one less another. */
function TermFields({ title, term, at, faults, onChange }: TermProps) {
  const kind = joinOf(term)
  const parts = partsOf(term)
  const put = (n: number, part: Scaled) =>
    onChange(
      join(
        kind,
        parts.map((one, i) => (i === n ? part : one)),
      ),
    )
  return (
    <Fieldset legend={title}>
      <Stack gap="sm">
        <Select
          label={w.join}
          data={JOINS.map((value) => ({ value, label: w.joins[value] }))}
          value={kind}
          allowDeselect={false}
          onChange={(next) => next && onChange(join(next as Join, parts))}
        />
        {at && faults[at] && kind !== 'single' && <Fault text={faults[at]} />}
        {parts.map((part, n) => (
          <AtomFields
            // Counts have no name of their own but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={n}
            name={kind === 'single' ? null : w.nth(n + 1)}
            part={part}
            at={placeOf(at, term, n)}
            faults={faults}
            onChange={(next) => put(n, next)}
            onDrop={
              kind === 'plus' && parts.length > 2
                ? () =>
                    onChange(
                      join(
                        'plus',
                        parts.filter((_, i) => i !== n),
                      ),
                    )
                : null
            }
          />
        ))}
        {kind === 'plus' && parts.length < MOST_PARTS && (
          <Group>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onChange(join('plus', [...parts, firstAtom()]))}
            >
              {w.addPart}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  )
}

interface AtomProps {
  /** Its name among several; null when it stands alone. */
  name: string | null
  part: Scaled
  at: string
  faults: FaultsAt
  onChange: (part: Scaled) => void
  onDrop: (() => void) | null
}

function AtomFields({ name, part, at, faults, onChange, onDrop }: AtomProps) {
  const atom = atomOf(part)
  const by = timesOf(part)
  const measure = measureOf(atom)
  const inside = (path: string) => [at, path].filter(Boolean).join('.')
  const put = (next: Atom) => onChange(scaled(next, by))
  const putWhere = (where: Condition[]) => put({ ...atom, where })
  const column = atom.kind === 'count' ? atom.distinct : atom.column
  const isFaulty = Object.keys(faults).some((place) => place === at || place.startsWith(inside('')))
  return (
    <fieldset className={isFaulty ? 'formula-atom is-faulty' : 'formula-atom'}>
      {name && <legend>{name}</legend>}
      <Stack gap="sm">
        <div className="formula-row">
          <Select
            label={w.measure}
            data={MEASURES.map((value) => ({ value, label: w.measures[value] }))}
            value={measure}
            allowDeselect={false}
            onChange={(next) => next && put(remeasure(atom, next as MeasureName))}
          />
          <Select
            label={w.register}
            data={REGISTERS.map(({ name: value, label }) => ({ value, label: say(label) }))}
            value={atom.register || null}
            allowDeselect={false}
            searchable
            nothingFoundMessage={words.common.none}
            error={faults[inside('register')]}
            onChange={(next) => next && next !== atom.register && put(reregister(atom, next))}
          />
          {column !== undefined && (
            <Select
              label={measure === 'distinct' ? w.distinctColumn : w.column}
              data={columnChoices(atom.register, measure)}
              value={column || null}
              allowDeselect={false}
              searchable
              nothingFoundMessage={w.noColumns}
              error={faults[inside(atom.kind === 'count' ? 'distinct' : 'column')]}
              onChange={(next) =>
                next && put(atom.kind === 'count' ? { ...atom, distinct: next } : { ...atom, column: next })
              }
            />
          )}
          {column !== undefined && measure !== 'distinct' && (
            <NumberInput
              label={w.times}
              value={by ?? ''}
              placeholder="1"
              thousandSeparator="."
              decimalSeparator=","
              hideControls
              onChange={(next) => onChange(scaled(atom, typeof next === 'number' ? next : null))}
            />
          )}
        </div>
        {atom.where.map((condition, n) => (
          <ConditionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name of their own but their place
            key={n}
            n={n + 1}
            register={atom.register}
            condition={condition}
            fault={faults[inside(`where.${n}`)]}
            onChange={(next) => putWhere(atom.where.map((one, i) => (i === n ? next : one)))}
            onDrop={() => putWhere(atom.where.filter((_, i) => i !== n))}
          />
        ))}
        <Group gap="xs">
          {atom.where.length < MOST_CONDITIONS && (
            <Button
              size="compact-sm"
              variant="default"
              disabled={!atom.register}
              onClick={() => {
                const first = pathChoices(atom.register)[0]?.value ?? ''
                const [test = 'known'] = testsFor(atom.register, first)
                putWhere([...atom.where, { ...blankCondition('', test), column: '' }])
              }}
            >
              {w.addCondition}
            </Button>
          )}
          {onDrop && (
            <Button size="compact-sm" variant="subtle" c="red.9" onClick={onDrop}>
              {w.dropPart}
            </Button>
          )}
        </Group>
      </Stack>
    </fieldset>
  )
}

/** As formula.ts allows. */
const MOST_CONDITIONS = 12
