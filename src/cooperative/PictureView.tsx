// What a leader looks at: growth, kinds, who has stopped or is weak, women, support, training; every figure leads to its
// list in the register, with the filter in the address.
import { Anchor, SimpleGrid, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { COOPERATIVE_KINDS, LEGAL_STATUSES } from '../register/cooperative.ts'
import { RATING_BANDS } from '../register/cooperative-rating.ts'
import { type Option, say } from '../register/kit/register.ts'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Bars, Figure, Share } from './bars.tsx'
import { Picture } from './desk.ts'
import { TrainedShare } from './learning.ts'

const w = words.cooperative
const p = words.cooperative.picture
const REGISTER = '/registers/cooperative'
/** All legal statuses but the end. */
const STANDING = LEGAL_STATUSES.map(({ value }) => value).filter((value) => value !== 'ended')
const STOPPED = STANDING.filter((value) => value !== 'active')

const labelOf = (options: readonly Option[], value: string) => {
  const option = options.find((one) => one.value === value)
  return option ? say(option.label) : value
}
/** In the order of the definition. */
const inOrder = <T extends { value: string }>(options: readonly Option[], parts: readonly T[]): T[] =>
  options.flatMap(({ value }) => parts.filter((part) => part.value === value))

export function PictureView() {
  const { data, error, refetch } = useQuery({
    queryKey: ['cooperatives', 'picture'],
    queryFn: () => get('/api/cooperatives/picture', Picture),
  })
  const trained = useQuery({
    queryKey: ['cooperatives', 'trained'],
    queryFn: () => get('/api/cooperatives/trained', TrainedShare),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      {data.petitionsLeaders > 0 && (
        <ul className="to-do">
          <li>
            <Link to="/cooperatives/petitions" search={{ state: 'leaders' } as never} className="is-late">
              <Text size="sm" fw={600} component="span">
                ⚠ {p.leaders(data.petitionsLeaders)}
              </Text>
            </Link>
          </li>
        </ul>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Growth picture={data} />
        <Part title={p.kinds}>
          <Bars
            bars={inOrder(COOPERATIVE_KINDS, data.kinds).map(({ value, n }) => ({
              ...{ label: labelOf(COOPERATIVE_KINDS, value), n },
              to: { path: REGISTER, search: { kind: value, status: STANDING.join(',') } },
            }))}
          />
        </Part>
        <Part title={p.statuses}>
          <Bars
            bars={inOrder(LEGAL_STATUSES, data.statuses).map(({ value, n }) => ({
              ...{ label: labelOf(LEGAL_STATUSES, value), n, isWeak: value !== 'active' },
              to: { path: REGISTER, search: { status: value } },
            }))}
          />
        </Part>
        <Ratings picture={data} />
        <Quality picture={data} />
        <Part title={p.support}>
          <Bars
            bars={data.years.map(({ year, support }) => ({
              ...{ label: p.year(year), n: support.amount },
              said: p.supportSaid(w.money(support.amount), support.cooperatives),
              to: { path: '/registers/support', search: { year } },
            }))}
          />
        </Part>
        <Trained years={trained.data?.years ?? []} />
        <Part title={p.members}>
          <Bars
            bars={data.years
              .filter(({ members }) => members !== null)
              .map(({ year, members }) => ({
                ...{ label: p.year(year), n: members ?? 0 },
                to: { path: '/registers/yearly-update', search: { year } },
              }))}
          />
          <Text size="sm" fw={600}>
            {p.revenue}
          </Text>
          <Bars
            bars={data.years
              .filter(({ revenue }) => revenue !== null)
              .map(({ year, revenue }) => ({
                ...{ label: p.year(year), n: revenue ?? 0, said: w.money(revenue ?? 0) },
                to: { path: '/registers/yearly-update', search: { year } },
              }))}
          />
        </Part>
      </SimpleGrid>
    </>
  )
}

const HEIGHT = 130

/** Three columns beside each other; the hatched part does not work. */
function Growth({ picture: { years, today } }: { picture: Picture }) {
  const most = Math.max(1, ...years.map(({ all }) => all))
  return (
    <Part title={p.growth}>
      <div className="columns">
        {years.map(({ year, on, all, active }) => {
          const asOf = on === today ? {} : { on }
          return (
            <div key={year}>
              <Figure
                n={all}
                label={p.column(year, all, active)}
                to={{ path: REGISTER, search: { status: STANDING.join(','), ...asOf } }}
              />
              <div className="column" role="img" aria-label={p.column(year, all, active)}>
                <span className="is-active" style={{ height: (HEIGHT * active) / most }} />
                <span className="is-weak" style={{ height: (HEIGHT * (all - active)) / most }} />
              </div>
              <Text size="sm" fw={600}>
                {year}
              </Text>
              <Text size="xs" c="gray.7">
                {p.onDay(on)}
              </Text>
              <Stack gap={0}>
                <Anchor
                  component={Link}
                  to={REGISTER as never}
                  search={{ status: 'active', ...asOf } as never}
                  size="xs"
                >
                  {p.active(active)}
                </Anchor>
                <Anchor
                  component={Link}
                  to={REGISTER as never}
                  search={{ status: STOPPED.join(','), ...asOf } as never}
                  size="xs"
                >
                  {p.stopped(all - active)}
                </Anchor>
              </Stack>
            </div>
          )
        })}
      </div>
      <Text size="xs" c="gray.7">
        {p.growthHint}
      </Text>
    </Part>
  )
}

function Ratings({ picture: { bands, today } }: { picture: Picture }) {
  if (!bands)
    return (
      <Part title={p.bands(Number(today.slice(0, 4)))}>
        <Text size="sm">{p.noBands}</Text>
      </Part>
    )
  return (
    <Part title={p.bands(bands.year)}>
      <Bars
        bars={inOrder(RATING_BANDS, bands.parts).map(({ value, n }) => ({
          ...{ label: labelOf(RATING_BANDS, value), n, isWeak: value === 'weak' },
          to: { path: '/registers/cooperative-rating', search: { band: value, year: bands.year } },
        }))}
      />
    </Part>
  )
}

function Quality({ picture: { women, highTech, inChains } }: { picture: Picture }) {
  const share = women.whole ? words.percent(women.part / women.whole) : words.percent(0)
  const active = (search: object) => ({ path: REGISTER, search: { status: 'active', ...search } })
  return (
    <Part title={p.quality}>
      <Share
        part={women.part}
        whole={women.whole}
        text={`${p.women}: ${p.womenShare(women.part, women.whole, share)}`}
      />
      {women.unknown > 0 && (
        <Text size="xs" c="gray.7">
          {p.womenUnknown(women.unknown)}
        </Text>
      )}
      <Bars
        bars={[
          { label: p.women, n: women.part, to: active({ womanDirector: 'true' }) },
          { label: p.highTech, n: highTech, to: active({ highTech: 'true' }) },
          { label: p.inChains, n: inChains, to: active({ valueChain: 'true' }) },
        ]}
        whole={Math.max(1, women.whole)}
      />
    </Part>
  )
}

function Trained({ years }: { years: TrainedShare['years'] }) {
  const known = years.filter(({ managers }) => managers > 0).slice(0, 3)
  return (
    <Part title={p.trained}>
      {known.length === 0 && <Text size="sm">{p.noTrained}</Text>}
      {known.map(({ year, trained, managers, cooperatives, attended, events }) => (
        <div key={year}>
          <Share
            part={trained}
            whole={managers}
            text={`${p.year(year)}: ${p.trainedShare(trained, managers, words.percent(trained / managers))}`}
          />
          <Text size="xs" c="gray.7">
            <Anchor
              component={Link}
              to={'/registers/yearly-update' as never}
              search={{ year } as never}
              size="xs"
            >
              {p.trainedHint(cooperatives)}
            </Anchor>
            {'; '}
            <Anchor
              component={Link}
              to={'/registers/learning-event' as never}
              search={{ kind: 'training', heldOn: `${year}-01-01..${year}-12-31` } as never}
              size="xs"
            >
              {p.attended(attended, events)}
            </Anchor>
          </Text>
        </div>
      ))}
    </Part>
  )
}
