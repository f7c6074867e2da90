// Names and words nobody knew: a person says once what each means, for all rows and for the sheets to come.
import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Agency } from '../agency/agency.ts'
import type { AgencyGroup } from '../agency/group.ts'
import type { NameTarget } from '../plan/review.ts'
import { Part } from '../ui/parts.tsx'
import { GROUPS } from '../vocabulary/agency-kind.ts'
import { SHEET_STATES, type SheetState } from '../vocabulary/tracker-words.ts'
import * as words from '../vocabulary/words.ts'
import { type Settings, type Summary, wordKey } from './tracker.ts'

const w = words.tracker
const formOf = (to: NameTarget) => ('agency' in to ? `agency ${to.agency}` : `group ${to.group}`)
function targetOf(form: string): NameTarget {
  const [kind, value = ''] = form.split(' ')
  return kind === 'group' ? ({ group: value } as NameTarget) : { agency: value }
}

export function SettleForm({
  settings,
  summary,
  agencies,
  groups,
  isSaving,
  onSave,
}: {
  settings: Settings
  summary: Summary
  agencies: readonly Agency[]
  groups: readonly AgencyGroup[]
  isSaving: boolean
  onSave: (more: Partial<Settings>) => void
}) {
  const [names, setNames] = useState(new Map<string, string>())
  const [states, setStates] = useState(new Map<string, SheetState>())
  const all = [
    ...GROUPS.map((group) => ({ value: formOf({ group }), label: words.agency.groups[group] })),
    ...groups.map(({ id, name }) => ({ value: formOf({ group: id }), label: name })),
    ...agencies.map(({ id, name }) => ({ value: formOf({ agency: id }), label: name })),
  ]
  const save = () =>
    onSave({
      names: [
        ...settings.names.filter(({ printed }) => !names.has(printed)),
        ...[...names].map(([printed, form]) => ({ printed, to: targetOf(form) })),
      ],
      states: [
        ...settings.states.filter(
          ({ word }) => ![...states.keys()].some((key) => wordKey(key) === wordKey(word)),
        ),
        ...[...states].map(([word, state]) => ({ word, state })),
      ],
    })
  const choose = <V,>(map: Map<string, V>, key: string, value: V | null) => {
    const next = new Map(map)
    if (value === null) next.delete(key)
    else next.set(key, value)
    return next
  }
  return (
    <>
      {summary.words.length > 0 && (
        <Part title={w.settleWords}>
          {summary.words.map(({ word, rows }) => (
            <Line key={word} label={w.settleWord(word)} detail={w.inRows(rows)}>
              <Select
                aria-label={w.settleWord(word)}
                placeholder={w.chooseState}
                w={300}
                data={SHEET_STATES.map((state) => ({ value: state, label: w.states[state] }))}
                value={states.get(word) ?? null}
                onChange={(value) => setStates(choose(states, word, value as SheetState | null))}
              />
            </Line>
          ))}
        </Part>
      )}
      {summary.names.length > 0 && (
        <Part title={w.settleNames}>
          <Text size="sm" c="gray.7">
            {w.settleNamesHint}
          </Text>
          {summary.names.map(({ printed, rows, isLead, proposals }) => {
            const near = new Set(proposals.map(({ to }) => formOf(to)))
            return (
              <Line
                key={printed}
                label={w.settleName(printed)}
                detail={[w.inRows(rows), isLead ? '' : w.onlyHelps].filter(Boolean).join(', ')}
              >
                <Select
                  aria-label={w.settleName(printed)}
                  placeholder={w.chooseAgency}
                  w={300}
                  searchable
                  clearable
                  clearButtonProps={{ 'aria-label': words.common.delete }}
                  nothingFoundMessage={words.common.none}
                  data={[
                    ...proposals.map(({ label, to }) => ({ value: formOf(to), label })),
                    ...all.filter(({ value }) => !near.has(value)),
                  ]}
                  value={names.get(printed) ?? null}
                  onChange={(value) => setNames(choose(names, printed, value))}
                />
              </Line>
            )
          })}
        </Part>
      )}
      <Group>
        <Button onClick={save} loading={isSaving} disabled={names.size + states.size === 0}>
          {w.saveSettled}
        </Button>
      </Group>
    </>
  )
}

function Line({ label, detail, children }: { label: string; detail: string; children: React.ReactNode }) {
  return (
    <Group gap="sm" justify="space-between" wrap="wrap">
      <Stack gap={0} style={{ flex: '1 1 260px', minWidth: 0 }}>
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <Text size="xs" c="gray.7">
          {detail}
        </Text>
      </Stack>
      {children}
    </Group>
  )
}
