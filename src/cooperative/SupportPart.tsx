// On a cooperative's page: which policy it may have and why, what it received, borrowed and asked for.
import { Anchor, Badge, Group, Radio, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { get } from '../http/client.ts'
import { COOPERATIVE_KINDS, LEGAL_STATUSES } from '../register/cooperative.ts'
import { LOAN_STATES } from '../register/fund-loan.ts'
import { SUPPORT_SOURCES } from '../register/support.ts'
import { NEED_STATES } from '../register/support-need.ts'
import { SUPPORT_FIELDS } from '../register/support-policy.ts'
import { Choice } from '../ui/Choice.tsx'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { nameOf } from './DissolutionsPage.tsx'
import { type Condition, eligibility, type Verdict } from './eligibility.ts'
import { SupportOf } from './support.ts'

const w = words.support
const e = w.eligibility

export function SupportPart({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['support', 'of', id],
    queryFn: () => get(`/api/cooperatives/${id}/support`, SupportOf),
  })
  return (
    <Part title={w.part}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <EligibilityView data={data} />
          <Given data={data} />
        </>
      )}
    </Part>
  )
}

const SANCTIONS = ['unknown', 'no', 'yes'] as const
type Sanction = (typeof SANCTIONS)[number]

function EligibilityView({ data }: { data: SupportOf }) {
  const [policyId, setPolicy] = useState('')
  const [sanction, setSanction] = useState<Sanction>('unknown')
  const { policies, subject, updates, trained, today } = data
  const policy = policies.find((one) => one.id === policyId) ?? policies[0]
  if (!policy)
    return (
      <Text size="sm" c="gray.7">
        {e.none}
      </Text>
    )
  const found = eligibility(policy, subject, {
    ...{ today, updates, trained },
    sanction: sanction === 'unknown' ? null : sanction === 'yes',
  })
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {e.title}
      </Text>
      <Text size="sm" c="gray.7">
        {e.hint}
      </Text>
      <Choice
        label={e.policy}
        options={policies.map(({ id, code, name }) => ({ value: id, label: `${code}: ${name}` }))}
        value={policy.id}
        onChange={setPolicy}
      />
      {subject.kind !== 'group' && (
        <Radio.Group
          label={e.sanction}
          value={sanction}
          onChange={(value) => setSanction(SANCTIONS.find((one) => one === value) ?? 'unknown')}
        >
          <Group gap="md" mt={4}>
            {SANCTIONS.map((value) => (
              <Radio key={value} value={value} label={e.sanctions[value]} />
            ))}
          </Group>
        </Radio.Group>
      )}
      <Group gap="xs" role="status">
        <Mark verdict={found.verdict} />
        <Text fw={700} size="sm">
          {e.whole[found.verdict]}
        </Text>
      </Group>
      <Conditions title={e.all} of={found.all} />
      {found.oneOf.length > 0 && <Conditions title={e.oneOf} of={found.oneOf} />}
    </Stack>
  )
}

const LOOK: Record<Verdict, { color: string; sign: string }> = {
  met: { color: 'teal.9', sign: '✓' },
  'not-met': { color: 'red.9', sign: '✗' },
  unknown: { color: 'gray.8', sign: '?' },
}

const Mark = ({ verdict }: { verdict: Verdict }) => (
  <Badge color={LOOK[verdict].color} variant="outline" tt="none" style={{ flexShrink: 0 }}>
    {LOOK[verdict].sign} {e.verdicts[verdict]}
  </Badge>
)

function Conditions({ title, of }: { title: string; of: readonly Condition[] }) {
  return (
    <section aria-label={title}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <ul className="plain-list">
        {of.map((condition) => (
          <li key={condition.code} className="criterion">
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <Mark verdict={condition.verdict} />
              <div>
                <Text size="sm">
                  {e.conditions[condition.code]}: {factText(condition)}
                </Text>
                <Text size="xs" c="gray.7">
                  {e.article(condition.article)}
                </Text>
              </div>
            </Group>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The fact behind a verdict, in words. */
function factText({ code, fact }: Condition): string {
  const f = e.facts
  switch (code) {
    case 'in-force':
      return f.inForce(fact.day ?? '', fact.until ?? null)
    case 'kind':
      return nameOf(COOPERATIVE_KINDS, fact.text ?? '')
    case 'status':
      return nameOf(LEGAL_STATUSES, fact.text ?? '')
    case 'certificate':
      return f.certificate(fact.text ?? '', fact.day ?? '')
    case 'sanction':
      return f.ask
    case 'audit':
      return fact.year ? f.audited(fact.year) : f.noUpdate
    case 'training':
      return f.trained(fact.n ?? 0)
    case 'new-in-difficult-area':
      return f.registered(fact.day ?? '')
    default: {
      const { n, of, year, before } = fact
      if (n === null || n === undefined || of === null || of === undefined || !year || !before)
        return f.missing
      const said = (value: number) =>
        code === 'more-internal' ? `${words.number(value)}%` : words.number(value)
      return f.growth(year, said(n), before, said(of))
    }
  }
}

const RowLink = ({ name, id, children }: { name: string; id: string; children: string }) => (
  <li>
    <Anchor component={Link} to={'/registers/$name/$id' as never} params={{ name, id } as never} size="sm">
      {children}
    </Anchor>
  </li>
)

function Given({ data: { received, loans, needs, today } }: { data: SupportOf }) {
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {w.received}
      </Text>
      {received.length === 0 ? (
        <Text size="sm">{w.noReceived}</Text>
      ) : (
        <>
          <Text size="sm">
            {w.receivedTotal(
              received.length,
              received.reduce((sum, { amount }) => sum + amount, 0),
            )}
          </Text>
          <ul className="plain-list">
            {received.map((one) => (
              <RowLink key={one.id} name="support" id={one.id}>
                {w.receivedLine(one.receivedOn, one.amount, nameOf(SUPPORT_SOURCES, one.source), one.policy)}
              </RowLink>
            ))}
          </ul>
        </>
      )}
      {loans.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            {w.loans}
          </Text>
          <ul className="plain-list">
            {loans.map((one) => {
              const isLate =
                ['lent', 'extended'].includes(one.status) && one.dueOn < today && one.repaid < one.amount
              const line = w.loanLine(one.contract, one.amount, one.repaid, one.dueOn)
              return (
                <RowLink key={one.id} name="fund-loan" id={one.id}>
                  {`${line} (${isLate ? w.loanLate : nameOf(LOAN_STATES, one.status)})`}
                </RowLink>
              )
            })}
          </ul>
        </>
      )}
      <Text size="sm" fw={600}>
        {w.needs}
      </Text>
      {needs.length === 0 ? (
        <Text size="sm">{w.noNeeds}</Text>
      ) : (
        <ul className="plain-list">
          {needs.map((one) => (
            <RowLink key={one.id} name="support-need" id={one.id}>
              {w.needLine(
                one.statedOn,
                nameOf(SUPPORT_FIELDS, one.field),
                one.content,
                nameOf(NEED_STATES, one.status),
              )}
            </RowLink>
          ))}
        </ul>
      )}
    </Stack>
  )
}
