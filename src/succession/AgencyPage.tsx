// One agency: what it is called and was called, since when and until when, what belongs to it, how it came to be and
// who follows, and where its work stood on a day.
import { Anchor, Badge, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { z } from 'zod'
import { AgencyTabs } from '../agency/AgencyTabs.tsx'
import { Agency, ALL_AGENCIES, fullName } from '../agency/agency.ts'
import { CommitteePart } from '../agency/CommitteePart.tsx'
import { get } from '../http/client.ts'
import { Failure, Loading, Page, Part } from '../ui/parts.tsx'
import { Slot } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { Act } from './act.ts'
import { ActCard } from './ReorganisationsPage.tsx'
import { StandingPart } from './StandingPart.tsx'

const w = words.succession
const Story = z.object({ agency: Agency, acts: z.array(Act) })

export function AgencyPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const story = useQuery({
    queryKey: ['agencies', id, 'story'],
    queryFn: () => get(`/api/agencies/${id}/story`, Story),
  })
  const agencies = useQuery({
    queryKey: ALL_AGENCIES.key,
    queryFn: () => get(ALL_AGENCIES.path, z.array(Agency)),
  })
  const error = story.error ?? agencies.error
  if (error)
    return <Failure error={error} onRetry={() => void Promise.all([story.refetch(), agencies.refetch()])} />
  if (!story.data || !agencies.data) return <Loading />
  const { agency, acts } = story.data
  return (
    <Page title={fullName(agency)}>
      <AgencyTabs />
      <Facts agency={agency} agencies={agencies.data} />
      <Slot name="agency" id={agency.id} />
      {agency.kind === 'committee' && <CommitteePart id={agency.id} agencies={agencies.data} />}
      {acts.length > 0 && (
        <section aria-label={w.story}>
          <Stack gap="sm">
            {acts.map((act) => (
              <ActCard key={act.id} act={act} />
            ))}
          </Stack>
        </section>
      )}
      <StandingPart agencyId={agency.id} />
    </Page>
  )
}

function Facts({ agency, agencies }: { agency: Agency; agencies: readonly Agency[] }) {
  const { code, aliases, validFrom, endedOn, formerNames, successor } = agency
  const byId = new Map(agencies.map((other) => [other.id, other]))
  const parent = agency.parentId ? byId.get(agency.parentId) : undefined
  const next = successor && 'agency' in successor ? byId.get(successor.agency) : undefined
  const units = agencies.filter(({ parentId, endedOn: ended }) => parentId === agency.id && ended === null)
  const line = (label: string, value: string | null | false | undefined) =>
    value ? (
      <Text size="sm">
        <b>{label}:</b> {value}
      </Text>
    ) : null
  return (
    <Part title={w.facts}>
      <Group gap="xs">
        <Badge variant="outline" tt="none" color="gray.8">
          {words.agency.kinds[agency.kind]}
        </Badge>
        {endedOn && (
          <Badge variant="outline" tt="none" color="orange.9">
            {w.endedOn(endedOn)}
          </Badge>
        )}
      </Group>
      {line(words.agency.columns.code, code)}
      {line(words.agency.columns.aliases, aliases.join(', '))}
      {line(w.validFrom, validFrom && words.day(validFrom))}
      {formerNames.map(({ name, until }) => (
        <Text size="sm" key={until}>
          {w.formerName(name, until)}
        </Text>
      ))}
      {parent && <AgencyLink label={words.agency.columns.parent} agencies={[parent]} />}
      {next && <AgencyLink label={w.now} agencies={[next]} />}
      {units.length > 0 && <AgencyLink label={w.belongs(units.length)} agencies={units} />}
      {!endedOn && (
        <Anchor component={Link} to="/work" search={{ agency: agency.id } as never} size="sm">
          {words.task.workTitleOf(agency.name)}
        </Anchor>
      )}
    </Part>
  )
}

const AgencyLink = ({ label, agencies }: { label: string; agencies: readonly Agency[] }) => (
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
