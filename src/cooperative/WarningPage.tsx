// One warning: what it says, how far it has reached, who is still to be told, commune by commune; sent, told, withdrawn.
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { get } from '../http/client.ts'
import { Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Bars, Share } from './bars.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { SendWarning } from './SendWarning.tsx'
import { WarningRecipients } from './WarningRecipients.tsx'
import { coverageText, WARNING_KEY, WarningBadge } from './WarningsPage.tsx'
import { Sent, Warning } from './warning.ts'

const w = words.warning

export function WarningPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useQuery({
    queryKey: [...WARNING_KEY, 'one', id],
    queryFn: () => get(`/api/warnings/${id}`, Warning),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <One warning={data} key={id} />
}

function One({ warning }: { warning: Warning }) {
  const { id, places, may, state, newMatches } = warning
  const [open, setOpen] = useState<'send' | 'withdraw' | null>(null)
  const [sent, setSent] = useState<string | null>(null)
  const [place, setPlace] = useState<string | null>(null)
  const mayBeSent = warning.sentOn === null || newMatches > 0
  return (
    <Page
      title={warning.title}
      actions={
        <Group gap="sm">
          {may.send === null && mayBeSent && (
            <Button onClick={() => setOpen('send')}>
              {warning.sentOn === null ? w.send : w.sendMore(newMatches)}
            </Button>
          )}
          {may.withdraw === null && (
            <Button variant="default" onClick={() => setOpen('withdraw')}>
              {w.withdraw}
            </Button>
          )}
        </Group>
      }
    >
      <Group gap="sm">
        <WarningBadge state={state} />
        <Text size="sm" c="gray.8">
          {[
            warning.code,
            w.issued(warning.issuedBy, warning.issuedOn),
            warning.endsOn && w.endsOn(warning.endsOn),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Group>
      {warning.sentOn === null && may.send && (
        <Text size="sm" c="gray.8">
          {may.send}
        </Text>
      )}
      {sent && (
        <Alert color="green" variant="light" role="status" c="dark.9">
          {sent}
        </Alert>
      )}
      {warning.withdrawn && (
        <Alert color="gray" variant="light" c="dark.9">
          {w.withdrawnOn(warning.withdrawn.on, warning.withdrawn.by, warning.withdrawn.reason)}
        </Alert>
      )}
      {open === 'send' && (
        <SendWarning
          warning={warning}
          onClose={() => setOpen(null)}
          onSent={(done) => {
            setOpen(null)
            setSent(w.sent(done.recipients, done.places))
          }}
        />
      )}
      {warning.sentOn && (
        <Part title={w.byPlace}>
          <Share part={warning.told} whole={warning.recipients} text={coverageText(warning)} />
          <Text size="sm" c="gray.7">
            {w.sentOn(warning.sentOn, warning.sentBy ?? '')}
          </Text>
          <Bars
            bars={places.map((one) => ({
              label: `${one.place.name}: ${w.untold(one.recipients - one.told)}`,
              n: one.told,
              said: w.toldOf(one.told, one.recipients),
              to: {
                path: '/registers/cooperative',
                search: { place: one.place.id },
              },
            }))}
            whole={Math.max(1, ...places.map(({ recipients }) => recipients))}
          />
        </Part>
      )}
      {warning.sentOn && (
        <WarningRecipients
          warning={warning}
          place={place}
          onPlace={setPlace}
          isOver={state === 'withdrawn'}
        />
      )}
      <About warning={warning} />
      {open === 'withdraw' && (
        <ReasonDialog
          title={w.withdraw}
          hint={w.withdrawHint}
          path={`/api/warnings/${id}/withdraw`}
          version={warning.version}
          answer={Sent}
          refresh={WARNING_KEY}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  )
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="gray.7">
        {label}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} component="div">
        {children}
      </Text>
    </div>
  )
}

const listed = (values: readonly string[]) => values.join(', ') || words.common.none

function About({ warning }: { warning: Warning }) {
  return (
    <Part title={w.about}>
      {warning.content && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {warning.content}
        </Text>
      )}
      <Stack gap="xs">
        <Labelled label={w.hsCodes}>{listed(warning.hsCodes)}</Labelled>
        <Labelled label={w.productWords}>{listed(warning.productWords)}</Labelled>
        <Labelled label={w.markets}>{warning.markets.join(', ') || w.allMarkets}</Labelled>
      </Stack>
      <Anchor
        component={Link}
        to={'/registers/trade-warning/$id' as never}
        params={{ id: warning.id } as never}
        size="sm"
      >
        {w.toRegister}
      </Anchor>
    </Part>
  )
}
