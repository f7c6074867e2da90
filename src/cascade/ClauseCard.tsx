// A duty that asks for plans of their own: the words that do, and the overseer's decision.
import { Badge, Button, Group, Paper, Radio, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { send } from '../http/client.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Marked } from './parts.tsx'
import { CallVersion, type Clause } from './sub-plan.ts'
import './cascade.css'

const w = words.cascade.subPlans

interface Props {
  planId: string
  clause: Clause
  /** All agencies that bear anything of the plan. */
  allBearers: number
  whyNot: string | null
  onChanged: () => void
}

export function ClauseCard({ planId, clause, allBearers, whyNot, onChanged }: Props) {
  const { itemId, section, quote, asked, decision, bearers, decidedBy, version } = clause
  const [isOpen, setOpen] = useState(decision === null)
  const [dueOn, setDueOn] = useState(clause.dueOn)
  const [to, setTo] = useState<'bearers' | 'all'>(bearers > 0 ? 'bearers' : 'all')
  const decide = useMutation({
    mutationFn: (as: 'owed' | 'not') => {
      const form = as === 'owed' ? { decision: as, dueOn, to } : { decision: as }
      return version === 0
        ? send(`/api/plans/${planId}/sub-plan-calls`, { body: { itemId, ...form }, answer: CallVersion })
        : send(`/api/plans/${planId}/sub-plan-calls/${itemId}`, {
            ...{ method: 'PUT', version, body: form, answer: CallVersion },
          })
    },
    onSuccess: onChanged,
  })
  return (
    <Paper withBorder p="sm" component="article" aria-label={w.clauseOf(section)}>
      <Stack gap={6}>
        <Group gap="xs">
          {section && (
            <Text size="xs" fw={700} c="gray.7">
              {words.task.section(section)}
            </Text>
          )}
          {decision && (
            <Badge variant="outline" tt="none" color={decision === 'owed' ? 'lake.9' : 'gray.8'}>
              {w.decisions[decision]}
            </Badge>
          )}
          {decision === 'owed' && clause.dueOn && <Text size="sm">{w.dueOn(words.day(clause.dueOn))}</Text>}
          {decidedBy && (
            <Text size="xs" c="gray.7">
              {w.decidedBy(decidedBy)}
            </Text>
          )}
        </Group>
        <Text
          component={Link}
          to="/items/$id"
          params={{ id: itemId } as never}
          size="sm"
          c="gray.9"
          style={{ overflowWrap: 'anywhere' }}
        >
          <Marked text={quote} marks={asked ? [quote.slice(asked.from, asked.to)] : []} />
        </Text>
        {whyNot && decision === null && (
          <Text size="sm" c="gray.7">
            {whyNot}
          </Text>
        )}
        {whyNot === null && !isOpen && (
          <div>
            <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
              {w.change}
            </Button>
          </div>
        )}
        {whyNot === null && isOpen && (
          <>
            <Radio.Group label={w.to} value={to} onChange={(value) => setTo(value as 'bearers' | 'all')}>
              <Group gap="md" mt={4}>
                {bearers > 0 && <Radio value="bearers" label={w.toBearers(bearers)} />}
                <Radio value="all" label={w.toAll(allBearers)} />
              </Group>
            </Radio.Group>
            <Group gap="sm" align="flex-end">
              <DayInput label={w.dueLabel} value={dueOn} onChange={setDueOn} maw={180} />
              <Button size="sm" loading={decide.isPending} onClick={() => decide.mutate('owed')}>
                {w.ask(to === 'all' ? allBearers : bearers)}
              </Button>
              <Button
                size="sm"
                variant="default"
                loading={decide.isPending}
                onClick={() => decide.mutate('not')}
              >
                {w.notAsked}
              </Button>
            </Group>
          </>
        )}
        {decide.error && <Failure error={decide.error} />}
      </Stack>
    </Paper>
  )
}
