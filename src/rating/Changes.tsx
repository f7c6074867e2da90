// What a person made of the computed score: proposed with a reason, decided by a leader, the computed kept beside.
import { Button, Group, NumberInput, Stack, Text, Textarea, Tooltip } from '@mantine/core'
import { useState } from 'react'
import { Failure, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import type { Change, Explained, Subject } from './rating.ts'
import { SmallForm } from './SmallForm.tsx'
import { useWrite } from './use-rating.ts'

const w = words.rating

export function Changes({ data, by }: { data: Explained; by: Subject }) {
  const { changes, may, subject, period } = data
  const [score, setScore] = useState<number | string>('')
  const hundredths = Math.round(Number(score) * 100)
  const isScore = score !== '' && hundredths >= 0 && hundredths <= 10_000
  return (
    <Part title={w.changeTitle}>
      {changes.length === 0 && <Text size="sm">{w.noChanges}</Text>}
      {changes.map((change) => (
        <OneChange key={change.id} change={change} isLocked={data.isLocked} />
      ))}
      {!changes.some(({ state }) => state === 'proposed') && may.propose === null && (
        <SmallForm
          label={w.change}
          hint={w.changeHint}
          textLabel={w.reason}
          missing={w.form.reason}
          fault={isScore ? null : w.form.score}
          write={(reason) => ({
            path: '/api/ratings/changes',
            body: { period: period.key, by, id: subject.id, score: hundredths, reason },
          })}
        >
          <NumberInput
            label={w.newScore}
            value={score}
            onChange={setScore}
            min={0}
            max={100}
            decimalScale={2}
            decimalSeparator=","
            maw={240}
          />
        </SmallForm>
      )}
    </Part>
  )
}

function OneChange({ change, isLocked }: { change: Change; isLocked: boolean }) {
  const { id, version, computed, score, by, at, reason, state, decidedBy, decidedAt, decidedWhy } = change
  const [text, setText] = useState('')
  const write = useWrite(() => setText(''))
  const decide = (verdict: 'approved' | 'refused' | 'withdrawn') =>
    write.mutate({ path: `/api/ratings/changes/${id}/decide`, body: { verdict, reason: text }, version })
  const isOwn = change.whyNotDecide === w.refusal.ownChange
  return (
    <Stack gap={4} component="article">
      <Text size="sm" fw={600}>
        {w.changeLine(computed, score, by, words.moment(at))}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {reason}
      </Text>
      <Text size="sm" c="gray.7">
        {decidedBy && decidedAt
          ? w.decidedBy(w.changeStates[state], decidedBy, words.moment(decidedAt))
          : w.changeStates[state]}
        {decidedWhy && `. ${decidedWhy}`}
      </Text>
      {state === 'proposed' && !isLocked && (
        <>
          {!change.whyNotDecide && (
            <Textarea
              label={w.decisionReason}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              autosize
              minRows={1}
            />
          )}
          {write.error && <Failure error={write.error} />}
          <Group gap="xs">
            {isOwn ? (
              <Button
                size="compact-sm"
                variant="default"
                loading={write.isPending}
                onClick={() => decide('withdrawn')}
              >
                {w.takeBack}
              </Button>
            ) : (
              (['approved', 'refused'] as const).map((verdict) => (
                <Tooltip
                  key={verdict}
                  label={change.whyNotDecide}
                  disabled={!change.whyNotDecide}
                  multiline
                  maw={320}
                >
                  <Button
                    size="compact-sm"
                    variant={verdict === 'approved' ? 'filled' : 'default'}
                    data-disabled={change.whyNotDecide ? true : undefined}
                    aria-disabled={change.whyNotDecide ? true : undefined}
                    loading={write.isPending}
                    onClick={() => change.whyNotDecide || decide(verdict)}
                  >
                    {verdict === 'approved' ? w.approve : w.refuse}
                  </Button>
                </Tooltip>
              ))
            )}
          </Group>
        </>
      )}
    </Stack>
  )
}
