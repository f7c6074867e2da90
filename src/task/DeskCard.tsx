// One thing that waits for a decision: the duty, what was said about it, and the two ways it can go.
import { Anchor, Button, Card, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useSession } from '../identity/session.tsx'
import * as words from '../vocabulary/words.ts'
import type { DeskKind, DeskRow } from './desk.ts'
import { EvidenceLinks } from './Evidence.tsx'
import { FigureLines } from './Figures.tsx'
import { DueMark, StatusBadge } from './parts.tsx'
import { StepFields } from './StepFields.tsx'
import { InPlaceOf } from './StepPanel.tsx'
import { standing } from './selection.ts'
import { blankDraft, type DraftFaults, draftFaults, type PlainStep, stepInput } from './step-draft.ts'
import { permit, type StepKind } from './task.ts'
import type { StepInput } from './work.ts'

const w = words.steps.desk
const WAYS: Record<DeskKind, { yes: PlainStep; no: PlainStep }> = {
  approve: { yes: 'approve', no: 'return' },
  confirm: { yes: 'confirm', no: 'return' },
  extension: { yes: 'extend', no: 'refuse-extension' },
}

interface Props {
  row: DeskRow
  kind: DeskKind
  whyNot: (step: StepKind) => string | null
  /** Why it was refused when it was last sent. */
  why: string | undefined
  isPending: boolean
  onDecide: (form: StepInput) => void
}

export function DeskCard({ row, kind, whyNot, why, isPending, onDecide }: Props) {
  const { yes, no } = WAYS[kind]
  // A day has to be looked at before it is granted; an approval is one press.
  const [open, setOpen] = useState<PlainStep | null>(yes === 'extend' && !whyNot('extend') ? 'extend' : null)
  const closed = whyNot(yes)
  const doer = useSession()
  const may = permit(yes, standing(row), doer)
  return (
    <Card withBorder padding="sm" component="section" aria-label={row.quote.slice(0, 80)}>
      <Stack gap={6}>
        <Text size="xs" c="gray.7">
          {row.agency.name} · {row.plan.number ?? row.plan.title} · {words.task.section(row.section)}
          {row.period && ` · ${words.steps.period(row.period)}`}
        </Text>
        <Anchor
          component={Link}
          to="/work/$id"
          params={{ id: row.id } as never}
          size="sm"
          fw={600}
          c="dark.9"
          lineClamp={3}
        >
          {row.duty || row.quote}
        </Anchor>
        <Group gap="sm">
          <DueMark {...row} />
          <StatusBadge {...row} />
        </Group>
        {row.said && <Said row={row} said={row.said} />}
        {closed && <Text size="sm">{closed}</Text>}
        <InPlaceOf accountId={'why' in may ? null : may.forAccountId} />
        {open ? (
          <Deciding
            key={open}
            kind={open}
            row={row}
            isPending={isPending}
            onDecide={onDecide}
            onCancel={open === yes ? null : () => setOpen(yes === 'extend' ? yes : null)}
          />
        ) : null}
        <Group gap="xs">
          {open === null && (
            <Button
              size="xs"
              disabled={closed !== null}
              loading={isPending}
              onClick={() => onDecide(stepInput(yes, blankDraft()))}
            >
              {words.task.steps[yes]}
            </Button>
          )}
          {open !== no && (
            <Button size="xs" variant="default" disabled={whyNot(no) !== null} onClick={() => setOpen(no)}>
              {words.steps.opens(words.task.steps[no])}
            </Button>
          )}
        </Group>
        {why && (
          <Text size="sm" c="red.9" role="alert">
            {why}
          </Text>
        )}
      </Stack>
    </Card>
  )
}

function Said({ row, said }: { row: DeskRow; said: NonNullable<DeskRow['said']> }) {
  const sentence = words.task.sentence(said.kind, {
    ...said,
    until: said.dueOn,
  })
  return (
    <Stack gap={2} p="xs" bg="gray.0" style={{ borderLeft: '3px solid var(--mantine-color-lake-7)' }}>
      <Text size="xs" c="gray.7">
        {said.actor}
        {said.standsInFor && ` ${words.task.inPlaceOf(said.standsInFor)}`} {sentence}, {words.moment(said.at)}
      </Text>
      {said.text && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {said.text}
        </Text>
      )}
      {!said.text && !said.nothing && row.isOutside && <Text size="sm">{w.outside}</Text>}
      <FigureLines figures={said.figures} />
      <EvidenceLinks stepId={said.stepId} files={said.files} />
    </Stack>
  )
}

/** The form of a "no", or of a day to be granted. */
function Deciding({
  kind,
  row,
  isPending,
  onDecide,
  onCancel,
}: Pick<Props, 'row' | 'isPending' | 'onDecide'> & { kind: PlainStep; onCancel: (() => void) | null }) {
  const [draft, setDraft] = useState(() => blankDraft(row))
  const [faults, setFaults] = useState<DraftFaults>({})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = draftFaults(kind, draft, row.isOutside)
    setFaults(found)
    if (Object.keys(found).length === 0) onDecide(stepInput(kind, draft))
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="xs">
        <StepFields
          kind={kind}
          draft={draft}
          faults={faults}
          agencyId={null}
          isOutside={row.isOutside}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={isPending}>
            {words.task.steps[kind]}
          </Button>
          {onCancel && (
            <Button size="xs" variant="default" onClick={onCancel}>
              {words.common.cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
