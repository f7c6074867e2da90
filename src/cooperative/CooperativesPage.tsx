// The collective economy for whoever looks: an officer of the whole province and one of a commune begin with what there is
// to do, a leader with the picture. One address; each may look at the others' view.
import { Anchor, Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { Agency } from '../agency/agency.ts'
import { get } from '../http/client.ts'
import { useSession } from '../identity/session.tsx'
import { Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Bars, Share } from './bars.tsx'
import { Desk } from './desk.ts'
import { PetitionCard } from './PetitionsPage.tsx'
import { PictureView } from './PictureView.tsx'

const w = words.cooperative
type View = 'province' | 'place' | 'picture'
const VIEWS: readonly View[] = ['province', 'place', 'picture']

export function CooperativesPage() {
  const { view: asked } = useSearch({ strict: false }) as { view?: string }
  const { role, agency } = useSession()
  const agencies = useQuery({
    queryKey: ['agencies'],
    queryFn: () => get('/api/agencies', z.array(Agency)),
    enabled: agency !== null,
  })
  if (agency && !agencies.data && !agencies.error) return <Loading />
  const known = agencies.data ?? []
  const own = known.find(({ id }) => id === agency?.id)
  // A unit of a commune sees what its commune sees.
  const place = [own, known.find(({ id }) => id === own?.parentId)].find((one) => one?.kind === 'commune')
  const usual: View = role === 'leader' ? 'picture' : place ? 'place' : 'province'
  const open = VIEWS.filter((one) => one !== 'place' || place)
  const view = open.find((one) => one === asked) ?? usual
  const title =
    view === 'picture'
      ? w.titles.picture
      : view === 'place'
        ? w.titles.place(place?.name ?? '')
        : w.titles.province
  return (
    <Page
      title={title}
      actions={
        <Group gap="xs" component="nav" aria-label={w.views.label}>
          {open.map((one) => (
            <Button
              key={one}
              size="xs"
              variant={one === view ? 'filled' : 'default'}
              component={Link}
              to="/cooperatives"
              search={{ view: one } as never}
              aria-current={one === view ? 'page' : undefined}
            >
              {w.views[one]}
            </Button>
          ))}
        </Group>
      }
    >
      {view === 'picture' ? (
        <PictureView />
      ) : (
        <DeskView place={view === 'place' ? (place?.id ?? null) : null} />
      )}
      <Further />
    </Page>
  )
}

interface ToDo {
  n: number
  said: string
  hint: string
  to: string
  search?: object
  isLate?: boolean
}

function DeskView({ place }: { place: string | null }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['cooperatives', 'desk', place],
    queryFn: () => get(`/api/cooperatives/desk${place ? `?place=${place}` : ''}`, Desk),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <Work desk={data} place={place} />
}

/** What is there to do, the late first, each leading to its list. */
function toDosOf(desk: Desk, place: string | null): ToDo[] {
  const { year, petitions, updates } = desk
  const at = place ? { place } : {}
  const untold = desk.warnings.reduce((n, one) => n + one.recipients - one.told, 0)
  const [warning] = desk.warnings
  const list = (state: string) => ({ to: '/cooperatives/petitions', search: { state, ...at } })
  const all: ToDo[] = [
    {
      n: petitions.overdue,
      said: w.petitionsOverdue(petitions.overdue),
      hint: w.petitionsHint,
      ...list('overdue'),
      isLate: true,
    },
    {
      ...{
        n: updates.owed,
        said: w.updatesOwed(updates.owed, year),
        hint: w.windowOf(desk.window.from, desk.window.to),
      },
      ...{ to: '/cooperatives/owed', search: { year, ...at }, isLate: desk.today > desk.window.to },
    },
    {
      ...{ n: untold, said: w.warningsUntold(untold), hint: w.warningsHint },
      to:
        warning && desk.warnings.length === 1
          ? `/cooperatives/warnings/${warning.id}`
          : '/cooperatives/warnings',
    },
    {
      n: petitions.answered,
      said: w.petitionsTell(petitions.answered),
      hint: w.petitionsHint,
      ...list('answered'),
    },
    ...(place
      ? []
      : [
          {
            n: petitions.received,
            said: w.petitionsSend(petitions.received),
            hint: w.petitionsHint,
            ...list('received'),
          },
          {
            ...{
              n: desk.warningsUnsent,
              said: w.warningsUnsent(desk.warningsUnsent),
              hint: w.warningsUnsentHint,
            },
            ...{ to: '/cooperatives/warnings', search: { state: 'unsent' } },
          },
          {
            ...{ n: desk.ratingsOpen, said: w.ratingsOpen(desk.ratingsOpen, year), hint: w.ratingsHint },
            ...{ to: '/assessments', search: { year } },
          },
        ]),
    {
      ...{ n: desk.needsOpen, said: w.needsOpen(desk.needsOpen), hint: w.needsHint },
      ...{ to: '/registers/support-need', search: { status: 'stated', ...at } },
    },
    {
      ...{ n: desk.dissolutionsOpen, said: w.dissolutions(desk.dissolutionsOpen), hint: w.dissolutionsHint },
      ...{ to: '/registers/dissolution', search: { status: 'decided,notified,settling,submitted', ...at } },
    },
    { n: petitions.sent, said: w.petitionsSent(petitions.sent), hint: w.petitionsHint, ...list('sent') },
  ]
  return all.filter(({ n }) => n > 0)
}

/** So many communes at first. */
const FEW = 10

function Work({ desk, place }: { desk: Desk; place: string | null }) {
  const [isWhole, setWhole] = useState(false)
  const { updates, year, warnings, petitionRows, lastImport } = desk
  const toDos = toDosOf(desk, place)
  const all = updates.owed + updates.done
  const places = isWhole ? updates.places : updates.places.slice(0, FEW)
  return (
    <>
      <Part title={w.toDo}>
        {toDos.length === 0 && <Text size="sm">{all === 0 ? w.noCooperatives : w.nothingToDo}</Text>}
        <ul className="to-do">
          {toDos.map(({ said, hint, to, search, isLate }) => (
            <li key={said}>
              <Link to={to as never} search={search as never} className={isLate ? 'is-late' : undefined}>
                <Text size="sm" fw={600} component="span">
                  {isLate && '⚠ '}
                  {said}
                </Text>
                <Text size="xs" c="gray.7" component="span">
                  {hint}
                </Text>
              </Link>
            </li>
          ))}
        </ul>
        {updates.owed === 0 && all > 0 && <Text size="sm">{w.updatesDone(year)}</Text>}
      </Part>
      {all > 0 && (
        <Part title={place ? w.ownList : w.updatesByPlace(year)}>
          <Share
            part={updates.done}
            whole={all}
            text={w.updateShare(updates.done, all, words.percent(updates.done / all))}
          />
          {place ? (
            <Group gap="md">
              <Anchor
                component={Link}
                to={'/registers/cooperative' as never}
                search={{ place } as never}
                size="sm"
              >
                {w.ownCount(desk.cooperatives)}
              </Anchor>
              {updates.owed > 0 && (
                <Button size="sm" component={Link} to="/cooperatives/owed" search={{ year, place } as never}>
                  {w.updateNext}
                </Button>
              )}
            </Group>
          ) : (
            <>
              <Bars
                bars={places.map((one) => ({
                  label: one.place.name,
                  n: one.done,
                  said: w.doneOf(one.done, one.done + one.owed),
                  to: { path: '/cooperatives/owed', search: { year, place: one.place.id } },
                }))}
                whole={Math.max(1, ...updates.places.map(({ owed, done }) => owed + done))}
              />
              {updates.places.length > places.length && (
                <Group>
                  <Button variant="default" size="xs" onClick={() => setWhole(true)}>
                    {w.allPlaces(updates.places.length)}
                  </Button>
                </Group>
              )}
            </>
          )}
        </Part>
      )}
      {petitionRows.length > 0 && (
        <Part title={w.petitionsPart}>
          {petitionRows.map((row) => (
            <PetitionCard key={row.id} row={row} today={desk.today} />
          ))}
          <Anchor
            component={Link}
            to="/cooperatives/petitions"
            search={(place ? { place } : {}) as never}
            size="sm"
          >
            {w.allPetitions}
          </Anchor>
        </Part>
      )}
      {warnings.length > 0 && (
        <Part title={w.warningsPart}>
          <Bars
            bars={warnings.map((one) => ({
              label: one.title,
              n: one.told,
              said: words.warning.toldOf(one.told, one.recipients),
              to: { path: '/cooperatives/warnings/$id', params: { id: one.id } },
            }))}
            whole={Math.max(...warnings.map(({ recipients }) => recipients))}
          />
        </Part>
      )}
      {!place && (
        <Group gap="sm">
          <Text size="sm" c="gray.8">
            {lastImport
              ? w.lastImport(lastImport.fileName, words.moment(lastImport.at), lastImport.actor)
              : w.noImport}
          </Text>
          <Anchor component={Link} to={'/registers/cooperative/import' as never} size="sm">
            {w.toImport}
          </Anchor>
        </Group>
      )}
    </>
  )
}

const LINKS: readonly (readonly [keyof typeof w.links, string])[] = [
  ['cooperatives', '/registers/cooperative'],
  ['updates', '/registers/yearly-update'],
  ['warnings', '/cooperatives/warnings'],
  ['petitions', '/cooperatives/petitions'],
  ['chains', '/cooperatives/chains'],
  ['events', '/registers/learning-event'],
  ['products', '/registers/product'],
  ['support', '/cooperatives/support'],
  ['assessments', '/cooperatives/ratings'],
  ['dissolutions', '/cooperatives/dissolutions'],
  ['registers', '/registers'],
]

function Further() {
  return (
    <Part title={w.further}>
      <Group gap="sm" component="nav" aria-label={w.further}>
        {LINKS.map(([name, to]) => (
          <Button key={name} size="xs" variant="default" component={Link} to={to as never}>
            {w.links[name]}
          </Button>
        ))}
      </Group>
    </Part>
  )
}
