// On the page of an agency: since when and until when it exists, what it was called, what belongs to it and who follows;
// a steering committee with its members and conclusions. Below: how it came to be, and where its work stood on a day.
import { Anchor, Badge, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { Agency, fullName } from '../agency/agency.ts'
import { CommitteePart } from '../agency/CommitteePart.tsx'
import { get } from '../http/client.ts'
import { Failure, Part } from '../ui/parts.tsx'
import type { SlotProps } from '../ui/Slot.tsx'
import { words } from '../vocabulary/words.ts'
import { Act } from './act.ts'
import { ActCard } from './ReorganisationsPage.tsx'
import { StandingPart } from './StandingPart.tsx'

const w = words.succession
const Story = z.object({ agency: Agency, acts: z.array(Act) })

const useStory = (id: string) =>
  useQuery({
    queryKey: ['agencies', id, 'story'],
    queryFn: () => get(`/api/agencies/${id}/story`, Story),
  })

/** What an agency is in time; says nothing of one that always was as it is. */
export function AgencyInTime({ id }: SlotProps) {
  const story = useStory(id)
  const agencies = useQuery({ queryKey: ['agencies'], queryFn: () => get('/api/agencies', z.array(Agency)) })
  const error = story.error ?? agencies.error
  if (error)
    return <Failure error={error} onRetry={() => void Promise.all([story.refetch(), agencies.refetch()])} />
  if (!story.data || !agencies.data) return null
  const { agency } = story.data
  return (
    <>
      <Facts agency={agency} agencies={agencies.data} />
      {agency.kind === 'committee' && <CommitteePart id={id} agencies={agencies.data} />}
    </>
  )
}

/** Its reorganisations, and where its work stood on a day. */
export function AgencyStory({ id }: SlotProps) {
  const { data } = useStory(id)
  return (
    <>
      {data && data.acts.length > 0 && (
        <section aria-label={w.story}>
          <Stack gap="sm">
            {data.acts.map((act) => (
              <ActCard key={act.id} act={act} />
            ))}
          </Stack>
        </section>
      )}
      <StandingPart agencyId={id} />
    </>
  )
}

function Facts({ agency, agencies }: { agency: Agency; agencies: readonly Agency[] }) {
  const { validFrom, endedOn, formerNames, successor, province } = agency
  const byId = new Map(agencies.map((other) => [other.id, other]))
  const next = successor && 'agency' in successor ? byId.get(successor.agency) : undefined
  const units = agencies.filter(({ parentId, endedOn: ended }) => parentId === agency.id && ended === null)
  if (!validFrom && !endedOn && formerNames.length === 0 && units.length === 0 && !province) return null
  return (
    <Part title={w.facts}>
      {endedOn && (
        <Group gap="xs">
          <Badge variant="outline" tt="none" color="orange.9">
            {w.endedOn(endedOn)}
          </Badge>
          {province && <Text size="sm">{fullName(agency)}</Text>}
        </Group>
      )}
      {validFrom && (
        <Text size="sm">
          <b>{w.validFrom}:</b> {words.day(validFrom)}
        </Text>
      )}
      {formerNames.map(({ name, until }) => (
        <Text size="sm" key={until}>
          {w.formerName(name, until)}
        </Text>
      ))}
      {next && <AgencyLinks label={w.now} agencies={[next]} />}
      {units.length > 0 && <AgencyLinks label={w.belongs(units.length)} agencies={units} />}
    </Part>
  )
}

const AgencyLinks = ({ label, agencies }: { label: string; agencies: readonly Agency[] }) => (
  <Text size="sm" component="div">
    <b>{label}:</b>{' '}
    {agencies.map((agency, at) => (
      <span key={agency.id}>
        {at > 0 && ', '}
        <Anchor component={Link} to="/agencies/$id" params={{ id: agency.id } as never} size="sm">
          {fullName(agency)}
        </Anchor>
      </span>
    ))}
  </Text>
)
