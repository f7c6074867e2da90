// The published rule by which targets are said to stand: read by everybody, set by whoever defines indicators.
import { NumberInput, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { get, send } from '../http/client.ts'
import { faultsIn } from '../http/faults.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Failure, Loading } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { StatusRule, StatusRuleAnswer } from './status.ts'
import { KEY } from './use-indicator.ts'

const w = words.indicatorPage.rule
const FIELDS = ['onTrack', 'slow', 'early'] as const

export function RuleDialog({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'rule'],
    queryFn: () => get('/api/indicator-rule', StatusRuleAnswer),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <Fields key={data.version} rule={data} onClose={onClose} />
}

function Fields({ rule, onClose }: { rule: z.infer<typeof StatusRuleAnswer>; onClose: () => void }) {
  const client = useQueryClient()
  const [fields, setFields] = useState<StatusRule>({
    onTrack: rule.onTrack,
    slow: rule.slow,
    early: rule.early,
  })
  const [isTried, setTried] = useState(false)
  const faults = isTried ? faultsIn(StatusRule, fields) : {}
  const save = useMutation({
    mutationFn: () =>
      send('/api/indicator-rule', {
        ...{ method: 'PUT', body: fields, version: rule.version, answer: StatusRuleAnswer },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: KEY })
      onClose()
    },
  })
  return (
    <FormDialog
      title={w.title}
      onSubmit={() => {
        setTried(true)
        if (Object.keys(faultsIn(StatusRule, fields)).length === 0) save.mutate()
      }}
      onClose={onClose}
      isPending={save.isPending}
      error={save.error}
      isDisabled={!rule.maySet}
    >
      <Stack gap="sm">
        <Text size="sm">{w.explain}</Text>
        {FIELDS.map((name) => (
          <NumberInput
            key={name}
            label={w.fields[name]}
            description={w.hints[name]}
            suffix=" %"
            hideControls
            allowDecimal={false}
            readOnly={!rule.maySet}
            value={fields[name]}
            error={faults[name]}
            onChange={(value) => setFields({ ...fields, [name]: value === '' ? Number.NaN : Number(value) })}
          />
        ))}
        {!rule.maySet && <Text size="sm">{w.whoSets}</Text>}
      </Stack>
    </FormDialog>
  )
}
