// Faults of the document by rule: errors open and first, what is only worth a look folded away under its number.
import { Badge, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { useId, useState } from 'react'
import type { DraftPlan } from '../reading/draft.ts'
import { groupFindings, type RuleGroup } from '../reading/finding-group.ts'
import * as words from '../vocabulary/words.ts'
import { Nothing, Row, type Show } from './ReadLists.tsx'

/** A rule read by an older version may have no words any more: its own note then says enough. */
const saidOf = (rule: string): { title: string; cure: string } | null =>
  (words.findings.rules as Record<string, { title: string; cure: string }>)[rule] ?? null

export function Findings({ draft, onShow }: { draft: DraftPlan; onShow: Show }) {
  const groups = groupFindings(draft.findings)
  if (!groups.length) return <Nothing>{words.planPages.noFindings}</Nothing>
  return (
    <Stack gap={0}>
      {groups.map((group) => (
        <RuleFindings key={`${group.severity} ${group.rule}`} group={group} onShow={onShow} />
      ))}
    </Stack>
  )
}

function RuleFindings({ group: { rule, severity, findings }, onShow }: { group: RuleGroup; onShow: Show }) {
  const [isOpen, setOpen] = useState(severity === 'error')
  const list = useId()
  const said = saidOf(rule)
  const cure = said?.cure ?? findings[0]?.cure
  return (
    <section>
      <UnstyledButton
        w="100%"
        px="sm"
        py={6}
        aria-expanded={isOpen}
        aria-controls={list}
        onClick={() => setOpen(!isOpen)}
      >
        <Group gap={6} wrap="nowrap" component="span">
          <Text span size="xs" c="gray.7" w={12} aria-hidden>
            {isOpen ? '▾' : '▸'}
          </Text>
          <Badge
            size="sm"
            tt="none"
            flex="none"
            variant={severity === 'error' ? 'filled' : 'outline'}
            color={severity === 'error' ? 'red.9' : 'gray.8'}
          >
            {words.planPages.severities[severity]}
          </Badge>
          <Text span size="sm" fw={600}>
            {said?.title ?? findings[0]?.note} ({words.number(findings.length)})
          </Text>
        </Group>
      </UnstyledButton>
      <div id={list} hidden={!isOpen}>
        {cure && (
          <Text size="xs" c="gray.8" px="sm" pb={4}>
            {words.findings.cure} {cure}
          </Text>
        )}
        {isOpen &&
          findings.map((one, at) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity and never change order
              key={at}
              onShow={one.spans.length ? () => onShow(null, one.spans) : null}
            >
              <Text span display="block" size="sm">
                {one.note}
              </Text>
              {one.quote && (
                <Text span display="block" size="xs" c="gray.7" lineClamp={3}>
                  “{one.quote}”
                </Text>
              )}
            </Row>
          ))}
      </div>
    </section>
  )
}
