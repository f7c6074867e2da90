// The frame around every page: who is signed in, the menu, the banner of the sample province.
import { Badge, Burger, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useUnread } from './discussion/use-unread.ts'
import type { Action } from './identity/identity.ts'
import { whyNotAllowed } from './identity/identity.ts'
import { searchIn } from './identity/saved-filter.ts'
import { useSession, useSessionQuery } from './identity/session.tsx'
import { useSavedFilters } from './identity/use-saved-filters.ts'
import { Who } from './identity/Who.tsx'
import { SearchBox } from './search/SearchBox.tsx'
import { useSetupQuery } from './setup/use-setup.ts'
import { Empty, Failure, Loading } from './ui/parts.tsx'
import * as words from './vocabulary/words.ts'

/** What stands before signing in, and the banner of the sample, come when they are needed. */
const SetupPage = lazy(async () => ({ default: (await import('./setup/SetupPage.tsx')).SetupPage }))
const SignInPage = lazy(async () => ({ default: (await import('./identity/SignInPage.tsx')).SignInPage }))
const SetPasswordPage = lazy(async () => ({
  default: (await import('./identity/SignInPage.tsx')).SetPasswordPage,
}))
const SamplePeople = lazy(async () => ({ default: (await import('./setup/SamplePeople.tsx')).SamplePeople }))
const SampleBanner = lazy(async () => ({ default: (await import('./setup/SamplePeople.tsx')).SampleBanner }))

interface Entry {
  to: string
  label: string
  action: Action
}
const m = words.menu
/** By what one comes for: one's work, the plans, the picture of it all, what stands behind them. */
const MENU: { title: string; entries: Entry[] }[] = [
  {
    title: m.groups.work,
    entries: [
      { to: '/morning', label: m.morning, action: 'urging.read' },
      { to: '/work', label: m.work, action: 'work.read' },
      { to: '/reports', label: words.report.menu, action: 'report.read' },
      { to: '/papers', label: m.papers, action: 'paper.read' },
      { to: '/difficulties', label: m.difficulties, action: 'difficulty.read' },
      { to: '/calendar', label: words.standing.menu.calendar, action: 'work.read' },
      { to: '/mentions', label: m.mentions, action: 'comment.read' },
    ],
  },
  {
    title: m.groups.plans,
    entries: [
      { to: '/plans', label: m.plans, action: 'plan.read' },
      { to: '/items', label: words.standing.menu.items, action: 'work.read' },
      { to: '/following', label: words.standing.menu.following, action: 'following.read' },
      { to: '/urging', label: m.urging, action: 'following.read' },
    ],
  },
  {
    title: m.groups.standing,
    entries: [
      { to: '/dashboard', label: m.dashboard, action: 'dashboard.read' },
      { to: '/indicators', label: m.indicators, action: 'indicator.read' },
      { to: '/waiting', label: m.waiting, action: 'waiting.read' },
      { to: '/ratings', label: m.ratings, action: 'rating.read' },
    ],
  },
  {
    title: m.groups.registers,
    entries: [
      { to: '/cooperatives', label: m.cooperatives, action: 'cooperative.read' },
      { to: '/registers', label: m.registers, action: 'register.read' },
    ],
  },
  {
    title: m.groups.behind,
    entries: [
      { to: '/agencies', label: m.agencies, action: 'agency.read' },
      { to: '/people', label: m.people, action: 'people.read' },
      { to: '/days-off', label: m.daysOff, action: 'day-off.write' },
      { to: '/accounts', label: m.accounts, action: 'account.read' },
      { to: '/mail', label: m.mail, action: 'mail.set' },
      { to: '/jobs', label: m.jobs, action: 'job.read' },
    ],
  },
]

export function Frame() {
  const session = useSessionQuery()
  const setup = useSetupQuery()
  if (session.isPending || setup.isPending) return <Loading />
  const error = session.error ?? setup.error
  if (error)
    return <Failure error={error} onRetry={() => void session.refetch().then(() => setup.refetch())} />
  if (session.data && !session.data.mustSetPassword) return <SignedInFrame />
  const isNew = setup.data?.isOpen
  return (
    <Suspense fallback={<Loading />}>
      {session.data ? <SetPasswordPage /> : isNew ? <SetupPage /> : <SignInPage beside={<SamplePeople />} />}
    </Suspense>
  )
}

function SignedInFrame() {
  const [isOpen, { toggle, close }] = useDisclosure(false)
  const session = useSession()
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (
    <>
      <header className="frame-head">
        <a href="#content" className="skip">
          {words.common.skipToContent}
        </a>
        <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
          <Burger
            opened={isOpen}
            onClick={toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={words.common.menu}
            aria-expanded={isOpen}
          />
          <Text
            fw={700}
            c="lake.9"
            size="lg"
            component={Link}
            to="/"
            td="none"
            style={{ whiteSpace: 'nowrap' }}
          >
            {words.product}
          </Text>
          <Text c="gray.7" size="sm" visibleFrom="sm">
            {session.province}
          </Text>
        </Group>
        <SearchBox />
        {/* On a phone the name gives way, not the edge of the screen. */}
        <Group gap="sm" wrap="nowrap" style={{ minWidth: 0 }}>
          <Unread />
          <Who />
        </Group>
      </header>
      <div className="frame">
        <nav className={isOpen ? 'frame-menu is-open' : 'frame-menu'} aria-label={words.common.menu}>
          {MENU.map(({ title, entries }) => {
            const open = entries.filter(({ action }) => !whyNotAllowed(action, session.role))
            return (
              open.length > 0 && (
                <section key={title} aria-label={title}>
                  <p>{title}</p>
                  {open.map(({ to, label }) => (
                    <Link
                      key={to}
                      to={to}
                      onClick={close}
                      className={path.startsWith(to) ? 'is-active' : undefined}
                    >
                      {label}
                    </Link>
                  ))}
                </section>
              )
            )
          })}
        </nav>
        <main id="content">
          <Suspense fallback={null}>{session.isSample && <SampleBanner />}</Suspense>
          <Outlet />
        </main>
      </div>
    </>
  )
}

/** Nothing while nothing is unread: the menu leads to the page as well. */
function Unread() {
  const n = useUnread()
  if (n === 0) return null
  return (
    <Badge
      component={Link}
      to="/mentions"
      size="lg"
      color="red.9"
      tt="none"
      aria-label={words.discussion.mentions.count(n)}
      style={{ cursor: 'pointer', flexShrink: 0 }}
    >
      @ {words.number(n)}
    </Badge>
  )
}

/** Everyone starts where their work is, or with the filter they chose for it. */
export function Home() {
  const { role } = useSession()
  const saved = useSavedFilters()
  if (saved.isPending) return <Loading />
  const start = saved.data?.filters.find(({ isStart }) => isStart)
  if (start) return <Navigate to={start.path} search={searchIn(start.address) as never} />
  if (role === 'leader') return <Navigate to="/dashboard" search={{}} />
  // What waits for a decision, what has to be chased, then each plan: a focal officer's morning in this order.
  if (role === 'focal') return <Navigate to="/following" search={{}} />
  if (role === 'head' || role === 'officer') return <Navigate to="/work" search={{}} />
  return <Navigate to="/plans" search={{}} />
}

/** A page that breaks says so in our words and can be tried again; the rest of the frame lives. */
export const Broken = ({ reset }: { reset: () => void }) => (
  <Failure error={new Error(words.refusal.brokenPage)} onRetry={reset} />
)

export const NotFound = () => <Empty>{words.refusal.missing}</Empty>
