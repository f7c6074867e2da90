// One duty in a report: what the facts say, what is written in its place, both in sight where they differ.
import {
  Anchor,
  Badge,
  Button,
  Card,
  Checkbox,
  Group,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
} from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { StatusBadge } from '../task/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { type Entry, MOST_TEXT } from './exchange.ts'
import { toldOf, type Written } from './facts.ts'

const w = words.report

export const lengthFault = (text: string): string | null =>
  text.length > MOST_TEXT ? w.textTooLong(text.length, MOST_TEXT) : null

interface Props {
  entry: Entry
  /** While it is written; else as the server has it. */
  written: Written | null
  onChange: ((written: Written | null) => void) | null
}

export function EntryCard({ entry, written, onChange }: Props) {
  const { computed } = entry
  const told = toldOf(computed, written)
  const put = (change: Written) => onChange?.({ ...written, ...change })
  return (
    <Card withBorder p="sm" component="article" aria-label={entry.quote}>
      <Stack gap="xs">
        <Group gap="xs" wrap="nowrap" align="flex-start" justify="space-between">
          <Text size="sm" fw={600} lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
            {entry.duty || entry.quote}
          </Text>
          <Anchor
            component={Link}
            to="/work/$id"
            params={{ id: entry.assignmentId } as never}
            size="sm"
            style={{ flexShrink: 0 }}
          >
            {w.page.openWork}
          </Anchor>
        </Group>
        <Facts entry={entry} isWritten={written !== null} />
        {onChange ? (
          <Fields {...{ entry, told, written }} onChange={onChange} put={put} />
        ) : (
          <Standing told={told} computed={computed} />
        )}
      </Stack>
    </Card>
  )
}

function Facts({
  entry: { computed, section, role, period },
  isWritten,
}: {
  entry: Entry
  isWritten: boolean
}) {
  const { status, percent, dueOn, lateDays, isOverdue, completedOn, evidence } = computed
  const late = isOverdue
    ? w.page.overdueDays(lateDays)
    : completedOn && lateDays
      ? w.page.lateDone(lateDays)
      : ''
  return (
    <Group gap="xs">
      <StatusBadge status={status} percent={percent} />
      {isWritten && (
        <Badge variant="outline" color="orange.9" tt="none">
          {w.page.written}
        </Badge>
      )}
      <Text size="xs" c="gray.7">
        {[
          words.task.section(section),
          role === 'coordinating' && words.steps.subDuty,
          period && words.steps.period(period),
          dueOn && w.page.dueDay(dueOn),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {late && (
        <Text size="xs" c="red.9" fw={600}>
          {late}
        </Text>
      )}
      {evidence.length > 0 && (
        <Text size="xs" c="gray.7" style={{ overflowWrap: 'anywhere' }}>
          {w.page.evidence(evidence.join(', '))}
        </Text>
      )}
    </Group>
  )
}

function Fields({
  entry: { computed },
  told,
  written,
  onChange,
  put,
}: {
  entry: Entry
  told: ReturnType<typeof toldOf>
  written: Written | null
  onChange: (written: Written | null) => void
  put: (change: Written) => void
}) {
  const differs = written?.text !== undefined && written.text !== computed.text
  return (
    <>
      <Checkbox
        label={w.page.nothing}
        checked={told.nothing}
        onChange={(event) => put({ nothing: event.currentTarget.checked })}
      />
      <Textarea
        label={w.page.result}
        autosize
        minRows={2}
        maxRows={14}
        value={told.text}
        error={lengthFault(told.text)}
        onChange={(event) => {
          const text = event.currentTarget.value
          put({ text, nothing: text.trim() === '' })
        }}
      />
      {differs && (
        <Text size="xs" c="gray.7" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {computed.text ? w.page.computed(computed.text) : w.page.computedNone}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        <Textarea
          label={w.page.difficulty}
          autosize
          minRows={1}
          maxRows={8}
          value={told.difficulty}
          error={lengthFault(told.difficulty)}
          onChange={(event) => put({ difficulty: event.currentTarget.value })}
        />
        <Textarea
          label={w.page.next}
          autosize
          minRows={1}
          maxRows={8}
          value={told.next}
          error={lengthFault(told.next)}
          onChange={(event) => put({ next: event.currentTarget.value })}
        />
      </SimpleGrid>
      <Group gap="sm" align="flex-end">
        <NumberInput
          label={w.page.percent}
          w={130}
          min={0}
          max={100}
          allowDecimal={false}
          value={told.percent}
          onChange={(value) => typeof value === 'number' && put({ percent: value })}
        />
        {told.percent !== computed.percent && (
          <Text size="xs" c="gray.7">
            {w.page.computed(`${computed.percent}%`)}
          </Text>
        )}
        {written !== null && (
          <Button size="xs" variant="default" onClick={() => onChange(null)}>
            {w.page.useComputed}
          </Button>
        )}
      </Group>
      {computed.figures.length > 0 && (
        <Text size="xs" c="gray.7">
          {computed.figures
            .map(({ name, value, unit }) => `${name}: ${words.number(value)} ${unit}`.trim())
            .join('; ')}
        </Text>
      )}
    </>
  )
}

/** As it was handed in, with the computed beside where it was written otherwise. */
function Standing({ told, computed }: { told: ReturnType<typeof toldOf>; computed: Entry['computed'] }) {
  const lines = [
    told.nothing ? w.page.nothing : told.text,
    told.difficulty && `${w.page.difficulty}: ${told.difficulty}`,
    told.next && `${w.page.next}: ${told.next}`,
    told.percent !== computed.percent &&
      `${w.page.percent}: ${told.percent}. ${w.page.computed(`${computed.percent}%`)}`,
  ]
  return (
    <>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {lines.filter(Boolean).join('\n')}
      </Text>
      {told.text !== computed.text && (
        <Text size="xs" c="gray.7" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {computed.text ? w.page.computed(computed.text) : w.page.computedNone}
        </Text>
      )}
    </>
  )
}
