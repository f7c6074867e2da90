// The text of a paper: as it will print, to write while it is a draft, and compared with what went out before.
import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { get } from '../http/client.ts'
import { Diff } from '../ui/Diff.tsx'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { type Dossier, Texts } from './exchange.ts'
import { Sheet } from './Sheet.tsx'
import { KEY } from './use-dossier.ts'

const w = words.signing
const PaperEditor = lazy(async () => ({ default: (await import('./PaperEditor.tsx')).PaperEditor }))
const VIEWS = ['sheet', 'edit', 'compare'] as const
type View = (typeof VIEWS)[number]

interface Props {
  dossier: Dossier
  onDirty: (isDirty: boolean) => void
}

export function PaperText({ dossier, onDirty }: Props) {
  const mayEdit = dossier.whyNotEdit === null
  const isBlank = dossier.paper.body.length === 0
  const [view, setView] = useState<View>(mayEdit && isBlank ? 'edit' : 'sheet')
  const [isDirty, setDirty] = useState(false)
  // What is not saved yet stays in its fields while one looks at the sheet.
  const [wasEdited, setWasEdited] = useState(view === 'edit')
  const shown = VIEWS.filter((one) => one !== 'compare' || dossier.rounds.length > 0).filter(
    (one) => one !== 'edit' || mayEdit,
  )
  const now = shown.includes(view) ? view : 'sheet'
  return (
    <Part title={w.text}>
      <Group gap="xs" role="group" aria-label={w.views.label} className="screen-only">
        {shown.map((one) => (
          <Button
            key={one}
            size="compact-sm"
            variant={one === now ? 'filled' : 'default'}
            aria-pressed={one === now}
            onClick={() => {
              setView(one)
              if (one === 'edit') setWasEdited(true)
            }}
          >
            {w.views[one]}
          </Button>
        ))}
        {now === 'sheet' && (
          <Button size="compact-sm" variant="default" onClick={() => window.print()}>
            {w.print}
          </Button>
        )}
      </Group>
      {!mayEdit && dossier.state !== 'issued' && (
        <Text size="sm" c="gray.7" className="screen-only">
          {dossier.whyNotEdit}
        </Text>
      )}
      {isDirty && now !== 'edit' && <Text size="sm">{w.unsavedElsewhere}</Text>}
      {now === 'sheet' && <Sheet paper={dossier.paper} />}
      {now === 'compare' && <Compare dossier={dossier} />}
      {mayEdit && wasEdited && (
        <div hidden={now !== 'edit'}>
          <Suspense fallback={<Loading />}>
            <PaperEditor
              dossier={dossier}
              onDirty={(next) => {
                setDirty(next)
                onDirty(next)
              }}
            />
          </Suspense>
        </div>
      )}
    </Part>
  )
}

/** Word by word, between any two times it went out and now. */
function Compare({ dossier: { id, rounds, version } }: { dossier: Dossier }) {
  const options = [
    ...rounds.map(({ round, kind, onDay }) => ({
      value: String(round),
      label: w.round(round, w.wentOut[kind], words.day(onDay)),
    })),
    { value: '0', label: w.textNow },
  ]
  const [from, setFrom] = useState(String(rounds.at(-1)?.round ?? 0))
  const [to, setTo] = useState('0')
  const { data, error } = useQuery({
    queryKey: [...KEY, 'texts', id, version, from, to],
    queryFn: () => get(`/api/dossiers/${id}/texts?from=${from}&to=${to}`, Texts),
  })
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <Select
          label={w.compareFrom}
          data={options}
          value={from}
          allowDeselect={false}
          onChange={(next) => next && setFrom(next)}
          w={{ base: '100%', sm: 300 }}
        />
        <Select
          label={w.compareTo}
          data={options}
          value={to}
          allowDeselect={false}
          onChange={(next) => next && setTo(next)}
          w={{ base: '100%', sm: 300 }}
        />
      </Group>
      {error && <Failure error={error} />}
      {data && data.from === data.to && <Text size="sm">{w.sameText}</Text>}
      {data && data.from !== data.to && <Diff before={data.from} after={data.to} />}
    </Stack>
  )
}
