// The frame around every page: who is signed in, the menu, the banner of the sample province.
import { Badge, Burger, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useUnread } from './discussion/use-unread.ts'
import type { Action } from './identity/identity.ts'
import { whyNotAllowed } from './identity/identity.ts'
import { useSession, useSessionQuery } from './identity/session.tsx'
import { Who } from './identity/Who.tsx'
import { SearchBox } from './search/SearchBox.tsx'
import { useSetupQuery } from './setup/use-setup.ts'
import { filterIn } from './task/saved-filter.ts'
import { useSavedFilters } from './task/use-saved-filters.ts'
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

const MENU: { to: string; label: string; action: Action }[] = [
  { to: '/dashboard', label: words.menu.dashboard, action: 'dashboard.read' },
  { to: '/waiting', label: words.menu.waiting, action: 'waiting.read' },
  { to: '/following', label: words.standing.menu.following, action: 'following.read' },
  { to: '/work', label: words.menu.work, action: 'work.read' },
  { to: '/items', label: words.standing.menu.items, action: 'work.read' },
  { to: '/calendar', label: words.standing.menu.calendar, action: 'work.read' },
  { to: '/difficulties', label: words.menu.difficulties, action: 'difficulty.read' },
  { to: '/papers', label: words.menu.papers, action: 'paper.read' },
  { to: '/plans', label: words.menu.plans, action: 'plan.read' },
  { to: '/reports', label: words.report.menu, action: 'report.read' },
  { to: '/mentions', label: words.menu.mentions, action: 'comment.read' },
  { to: '/agencies', label: words.menu.agencies, action: 'agency.read' },
  { to: '/people', label: words.menu.people, action: 'people.read' },
  { to: '/days-off', label: words.menu.daysOff, action: 'day-off.write' },
  { to: '/accounts', label: words.menu.accounts, action: 'account.read' },
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
          {MENU.filter((entry) => !whyNotAllowed(entry.action, session.role)).map((entry) => (
            <Link
              key={entry.to}
              to={entry.to}
              onClick={close}
              className={path.startsWith(entry.to) ? 'is-active' : undefined}
            >
              {entry.label}
            </Link>
          ))}
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
  if (start) return <Navigate to="/work" search={filterIn(start.address) as never} />
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
