// What was read beside the duties: indicators, reporting duties, references, lines left over; findings have a file of their own.
import { Badge, Button, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Line } from '../document/line.ts'
import type { DraftPlan, Span, Target } from '../reading/draft.ts'
import * as words from '../vocabulary/words.ts'
import { Reliance, UnsureCount } from './Doubts.tsx'
import type { SourceTarget } from './SourceView.tsx'
import { idOf } from './source.ts'

/** `target` when it is marked in the source; else only its first line can be shown. */
export type Show = (target: SourceTarget | null, spans: readonly Span[]) => void

export function Row({ onShow, children }: { onShow: (() => void) | null; children: ReactNode }) {
  if (!onShow) return <div className="review-card is-orientation">{children}</div>
  return (
    <UnstyledButton className="review-card is-orientation" onClick={onShow}>
      {children}
    </UnstyledButton>
  )
}

export const Nothing = ({ children }: { children: ReactNode }) => (
  <Text size="sm" c="gray.7" p="md">
    {children}
  </Text>
)

/** ">= 26 điểm", "10–12 %": the sign as people write it. */
export function targetText({ op, value, max, unit, period }: Target): string {
  const figures =
    op === 'range' && max !== null ? `${words.number(value)}–${words.number(max)}` : words.number(value)
  const sign = { '>=': '≥ ', '<=': '≤ ', '=': '', range: '', '~': '≈ ' }[op]
  const when = period === 'annual' ? words.planPages.everyYear : period
  return `${when ? `${when}: ` : ''}${sign}${figures}${unit ? ` ${unit}` : ''}`
}

export function Indicators({ draft, onShow }: { draft: DraftPlan; onShow: Show }) {
  if (!draft.indicators.length) return <Nothing>{words.planPages.noIndicators}</Nothing>
  return (
    <>
      <UnsureCount read={draft.indicators} />
      {draft.indicators.map((one, at) => (
        <Row
          key={one.id}
          onShow={
            one.spans.length
              ? () => onShow({ kind: 'indicator', id: idOf('indicator', at) }, one.spans)
              : null
          }
        >
          <Text span display="block" size="sm" fw={600}>
            {one.name}
          </Text>
          <Group gap={4} my={2} component="span">
            {one.targets.map((target) => (
              <Badge key={targetText(target)} variant="light" tt="none" size="md" c="lake.9">
                {targetText(target)}
              </Badge>
            ))}
          </Group>
          <Text span display="block" size="xs" c="gray.7" lineClamp={3}>
            {one.section && `${one.section}: `}
            {one.quote}
          </Text>
          <Reliance confidence={one.confidence} />
        </Row>
      ))}
    </>
  )
}

export function ReportingDuties({ draft, onShow }: { draft: DraftPlan; onShow: Show }) {
  if (!draft.reporting.length) return <Nothing>{words.planPages.noReporting}</Nothing>
  return (
    <>
      <UnsureCount read={draft.reporting} />
      {draft.reporting.map((one, at) => (
        <Row
          key={one.id}
          onShow={
            one.spans.length
              ? () => onShow({ kind: 'reporting', id: idOf('reporting', at) }, one.spans)
              : null
          }
        >
          <Text span display="block" size="sm" fw={600}>
            {one.from || words.planPages.notNamed} → {one.to || words.planPages.notNamed}
          </Text>
          <Text span display="block" size="sm">
            {words.planPages.frequencies[one.frequency]}
            {one.due && ` · ${words.planPages.before(reportDay(one.due))}`}
          </Text>
          <Text span display="block" size="xs" c="gray.7" lineClamp={3}>
            {one.quote}
          </Text>
          <Reliance confidence={one.confidence} />
        </Row>
      ))}
    </>
  )
}

/** "12-15" -> "15/12"; "2026-05-18" -> "18/05/2026". */
const reportDay = (due: string): string => words.day(due)

export function References({ draft, onShow }: { draft: DraftPlan; onShow: Show }) {
  if (!draft.references.length) return <Nothing>{words.planPages.noReferences}</Nothing>
  return (
    <>
      <UnsureCount read={draft.references} />
      {draft.references.map((one, at) => (
        <Row
          key={`${one.number} ${one.type} ${one.relation}`}
          onShow={
            one.spans.length
              ? () => onShow({ kind: 'reference', id: idOf('reference', at) }, one.spans)
              : null
          }
        >
          <Group gap={6} component="span">
            <Text span size="sm" fw={600}>
              {one.number}
            </Text>
            <Badge size="sm" variant="outline" color="gray.8" tt="none">
              {words.planPages.relations[one.relation]}
            </Badge>
          </Group>
          <Text span display="block" size="sm" c="gray.8">
            {[one.date && words.day(one.date), one.issuer].filter(Boolean).join(' · ')}
          </Text>
          <Reliance confidence={one.confidence} />
        </Row>
      ))}
    </>
  )
}

/** Lines that became nothing: to be looked through, and made a duty with one press where reading missed one. */
export function Unread({
  lines,
  unread,
  onShow,
  onAdd,
}: {
  lines: readonly Line[]
  unread: readonly number[]
  onShow: Show
  onAdd: ((span: Span) => void) | null
}) {
  const left = unread.flatMap((n) => (lines[n]?.text.trim() ? [lines[n]] : []))
  if (!left.length) return <Nothing>{words.planPages.noUnread}</Nothing>
  return (
    <Stack gap={0}>
      <Nothing>{words.planPages.unreadExplain}</Nothing>
      {left.map((line) => {
        const span = { line: line.n, from: 0, to: line.text.length }
        return (
          <Group key={line.n} gap={4} wrap="nowrap" align="center">
            <Row onShow={() => onShow(null, [span])}>
              <Text span size="sm" lineClamp={3}>
                {line.text}
              </Text>
            </Row>
            {onAdd && (
              <Button
                size="compact-xs"
                variant="subtle"
                flex="none"
                aria-label={words.planPages.makeTaskOf(line.text.slice(0, 60))}
                onClick={() => onAdd(span)}
              >
                {words.planPages.makeTask}
              </Button>
            )}
          </Group>
        )
      })}
    </Stack>
  )
}
