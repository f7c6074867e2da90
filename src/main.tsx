// The only wiring of the browser: theme, routes, menu.
import '@mantine/core/styles.css'
import './ui/global.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  RouterProvider,
} from '@tanstack/react-router'
import { lazy, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Broken, Frame, Home, NotFound } from './Frame.tsx'
import { ProblemError } from './http/client.ts'
import { SlotProvider, type Slots } from './ui/Slot.tsx'
import { theme } from './ui/theme.ts'
import { language } from './vocabulary/words.ts'

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound })
const page = (path: string, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => root,
    path,
    // The address is the whole state of a page: its filters are read by the page with its own schema.
    validateSearch: (search: Record<string, unknown>) => search,
    component: lazyRouteComponent(load as never, name as never),
  })

const routeTree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: Home }),
  page('/work', () => import('./task/WorkPage.tsx'), 'WorkPage'),
  page('/work/$id', () => import('./task/TaskPage.tsx'), 'TaskPage'),
  page('/items/$id', () => import('./task/ItemPage.tsx'), 'ItemPage'),
  page('/difficulties', () => import('./difficulty/DifficultiesPage.tsx'), 'DifficultiesPage'),
  page('/difficulties/new', () => import('./difficulty/RaisePage.tsx'), 'RaisePage'),
  page('/difficulties/table', () => import('./difficulty/TablePage.tsx'), 'TablePage'),
  page('/difficulties/$id', () => import('./difficulty/DifficultyPage.tsx'), 'DifficultyPage'),
  page('/plans', () => import('./plan/PlansPage.tsx'), 'PlansPage'),
  page('/plans/import', () => import('./tracker/ImportPage.tsx'), 'ImportPage'),
  page('/plans/$id', () => import('./plan/PlanPage.tsx'), 'PlanPage'),
  page('/plans/$id/review', () => import('./plan/ReviewPage.tsx'), 'ReviewPage'),
  page('/dashboard', () => import('./dashboard/DashboardPage.tsx'), 'DashboardPage'),
  page('/waiting', () => import('./waiting/WaitingPage.tsx'), 'WaitingPage'),
  page('/mentions', () => import('./discussion/MentionsPage.tsx'), 'MentionsPage'),
  page('/search', () => import('./search/SearchPage.tsx'), 'SearchPage'),
  page('/items', () => import('./dashboard/ItemsPage.tsx'), 'ItemsPage'),
  page('/following', () => import('./dashboard/FollowingPage.tsx'), 'FollowingPage'),
  page('/calendar', () => import('./dashboard/CalendarPage.tsx'), 'CalendarPage'),
  page('/agencies/$id', () => import('./dashboard/AgencyPage.tsx'), 'AgencyPage'),
  page('/agencies', () => import('./agency/AgenciesPage.tsx'), 'AgenciesPage'),
  page('/agencies/groups', () => import('./agency/GroupsPage.tsx'), 'GroupsPage'),
  page(
    '/agencies/reorganisations',
    () => import('./succession/ReorganisationsPage.tsx'),
    'ReorganisationsPage',
  ),
  page('/days-off', () => import('./working-day/DaysOffPage.tsx'), 'DaysOffPage'),
  page('/accounts', () => import('./identity/AccountsPage.tsx'), 'AccountsPage'),
])

const router = createRouter({ routeTree, defaultPreload: 'intent', defaultErrorComponent: Broken })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; only a lost connection is worth another try.
      retry: (count, error) => error instanceof ProblemError && error.status === 0 && count < 2,
      refetchOnWindowFocus: true,
    },
  },
})

/** What later rooms put on the pages of earlier ones, each loaded with the page. */
const discussion = (name: 'PlanDiscussion' | 'ItemDiscussion' | 'AssignmentDiscussion') =>
  lazy(async () => ({ default: (await import('./discussion/Discussion.tsx'))[name] }))
const succession = (name: 'AgencyInTime' | 'AgencyStory') =>
  lazy(async () => ({ default: (await import('./succession/AgencyInTime.tsx'))[name] }))
const slots: Slots = {
  agency: [succession('AgencyInTime')],
  'agency-end': [succession('AgencyStory')],
  assignment: [
    lazy(() => import('./difficulty/OfAssignment.tsx')),
    lazy(() => import('./waiting/WaitsFor.tsx')),
    discussion('AssignmentDiscussion'),
  ],
  item: [lazy(() => import('./waiting/Prerequisites.tsx')), discussion('ItemDiscussion')],
  plan: [
    lazy(async () => ({ default: (await import('./succession/StandingPart.tsx')).PlanStanding })),
    discussion('PlanDiscussion'),
  ],
}

document.documentElement.lang = language

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')
createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} forceColorScheme="light">
      <QueryClientProvider client={queryClient}>
        <SlotProvider value={slots}>
          <RouterProvider router={router} />
        </SlotProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
