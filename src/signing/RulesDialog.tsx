// What the province demands of papers of each kind: set by the administrator, asked when a paper goes on.
import { Button, Checkbox, Group, Modal, NumberInput, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, send } from '../http/client.ts'
import { Failure, Loading } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { MOST_WORKING_DAYS, RuleList, SigningRule } from './exchange.ts'
import { KEY } from './use-dossier.ts'

const w = words.signing
const RULES = [...KEY, 'rules']

export function RulesDialog({ onClose }: { onClose: () => void }) {
  const { data, error } = useQuery({
    queryKey: RULES,
    queryFn: () => get('/api/dossiers/rules', RuleList),
  })
  return (
    <Modal opened onClose={onClose} title={w.rules} size="lg">
      <Stack gap="md">
        <Text size="sm">{w.rulesHint}</Text>
        {error && <Failure error={error} />}
        {!data && !error && <Loading />}
        {data?.rules.map((rule) => (
          <Rule key={`${rule.kind} ${rule.version}`} rule={rule} />
        ))}
      </Stack>
    </Modal>
  )
}

function Rule({ rule }: { rule: SigningRule }) {
  const client = useQueryClient()
  const [opinions, setOpinions] = useState(!rule.maySkipOpinions)
  const [appraisal, setAppraisal] = useState(!rule.maySkipAppraisal)
  const [days, setDays] = useState<number | ''>(rule.opinionDays)
  const isChanged =
    opinions === rule.maySkipOpinions || appraisal === rule.maySkipAppraisal || days !== rule.opinionDays
  const save = useMutation({
    mutationFn: () =>
      send(`/api/dossiers/rules/${rule.kind}`, {
        method: 'PUT',
        version: rule.version,
        body: { maySkipOpinions: !opinions, maySkipAppraisal: !appraisal, opinionDays: Number(days) },
        answer: SigningRule,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: RULES }),
  })
  return (
    <fieldset style={{ border: '1px solid var(--mantine-color-gray-4)', borderRadius: 6 }}>
      <legend>
        <Text size="sm" fw={600} px={4}>
          {w.kinds[rule.kind]}
        </Text>
      </legend>
      <Stack gap="xs" p="xs">
        <Checkbox
          label={w.mustAsk}
          checked={opinions}
          onChange={(event) => setOpinions(event.currentTarget.checked)}
        />
        <Checkbox
          label={w.mustAppraise}
          checked={appraisal}
          onChange={(event) => setAppraisal(event.currentTarget.checked)}
        />
        <Group align="flex-end">
          <NumberInput
            label={w.opinionDays}
            min={1}
            max={MOST_WORKING_DAYS}
            allowDecimal={false}
            value={days}
            onChange={(next) => setDays(next === '' ? '' : Number(next))}
          />
          <Button disabled={!isChanged || days === ''} loading={save.isPending} onClick={() => save.mutate()}>
            {words.common.save}
          </Button>
        </Group>
        {save.error && <Failure error={save.error} />}
      </Stack>
    </fieldset>
  )
}
