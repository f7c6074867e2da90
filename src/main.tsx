// The only wiring of the browser: theme, routes, menu.
import './ui/mantine.css.ts'
import './ui/global.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
  useRouterState,
} from '@tanstack/react-router'
import { lazy, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Broken, Frame, Home, NotFound } from './Frame.tsx'
import { ProblemError } from './http/client.ts'
import { SlotProvider, type Slots } from './ui/Slot.tsx'
import { theme } from './ui/theme.ts'
import { language } from './vocabulary/language.ts'

/** What anybody may see without signing in stands outside the frame. */
const Root = () =>
  useRouterState({ select: ({ location }) => location.pathname.startsWith('/lookup/') }) ? (
    <Outlet />
  ) : (
    <Frame />
  )

const root = createRootRoute({ component: Root, notFoundComponent: NotFound })
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
  page('/work/answer', () => import('./task/AnswerPage.tsx'), 'AnswerPage'),
  page('/work/desk', () => import('./task/DeskPage.tsx'), 'DeskPage'),
  page('/work/$id', () => import('./task/TaskPage.tsx'), 'TaskPage'),
  page('/items/$id', () => import('./task/ItemPage.tsx'), 'ItemPage'),
  page('/difficulties', () => import('./difficulty/DifficultiesPage.tsx'), 'DifficultiesPage'),
  page('/difficulties/new', () => import('./difficulty/RaisePage.tsx'), 'RaisePage'),
  page('/difficulties/table', () => import('./difficulty/TablePage.tsx'), 'TablePage'),
  page('/difficulties/$id', () => import('./difficulty/DifficultyPage.tsx'), 'DifficultyPage'),
  page('/papers', () => import('./signing/PapersPage.tsx'), 'PapersPage'),
  page('/papers/$id', () => import('./signing/PaperPage.tsx'), 'PaperPage'),
  page('/items/$id/correct', () => import('./plan/CorrectPage.tsx'), 'CorrectPage'),
  page('/plans', () => import('./plan/PlansPage.tsx'), 'PlansPage'),
  page('/plans/import', () => import('./tracker/ImportPage.tsx'), 'ImportPage'),
  page('/plans/$id', () => import('./plan/PlanPage.tsx'), 'PlanPage'),
  page('/plans/$id/review', () => import('./plan/ReviewPage.tsx'), 'ReviewPage'),
  page(
    '/plans/$id/dissemination',
    () => import('./dissemination/DisseminationPage.tsx'),
    'DisseminationPage',
  ),
  page('/plans/$id/sub-plans', () => import('./cascade/SubPlansPage.tsx'), 'SubPlansPage'),
  page('/plans/$id/sub-plans/draft', () => import('./cascade/DraftPage.tsx'), 'DraftPage'),
  page('/plans/$id/coverage', () => import('./cascade/CoveragePage.tsx'), 'CoveragePage'),
  page('/agencies/$id/programme', () => import('./cascade/ProgrammePage.tsx'), 'ProgrammePage'),
  page('/registers', () => import('./register/RegistersPage.tsx'), 'RegistersPage'),
  page('/registers/$name', () => import('./register/RegisterPage.tsx'), 'RegisterPage'),
  page('/registers/$name/new', () => import('./register/RowFormPage.tsx'), 'NewRowPage'),
  page('/registers/$name/import', () => import('./register/ImportPage.tsx'), 'ImportPage'),
  page('/registers/$name/$id', () => import('./register/RowPage.tsx'), 'RowPage'),
  page('/registers/$name/$id/edit', () => import('./register/RowFormPage.tsx'), 'ChangeRowPage'),
  page('/cooperatives', () => import('./cooperative/CooperativesPage.tsx'), 'CooperativesPage'),
  page('/cooperatives/owed', () => import('./cooperative/OwedPage.tsx'), 'OwedPage'),
  page('/cooperatives/chains', () => import('./cooperative/ChainsPage.tsx'), 'ChainsPage'),
  page('/cooperatives/warnings', () => import('./cooperative/WarningsPage.tsx'), 'WarningsPage'),
  page('/cooperatives/warnings/$id', () => import('./cooperative/WarningPage.tsx'), 'WarningPage'),
  page('/cooperatives/petitions', () => import('./cooperative/PetitionsPage.tsx'), 'PetitionsPage'),
  page('/cooperatives/petitions/$id', () => import('./cooperative/PetitionPage.tsx'), 'PetitionPage'),
  page('/cooperatives/events/$id', () => import('./cooperative/EventPage.tsx'), 'EventPage'),
  page('/cooperatives/$id/update', () => import('./cooperative/UpdatePage.tsx'), 'UpdatePage'),
  page('/cooperatives/ratings', () => import('./cooperative/AssessmentsPage.tsx'), 'AssessmentsPage'),
  page('/cooperatives/ratings/criteria', () => import('./cooperative/RubricPage.tsx'), 'RubricPage'),
  page('/cooperatives/ratings/$year/$id', () => import('./cooperative/AssessmentPage.tsx'), 'AssessmentPage'),
  page('/cooperatives/dissolutions', () => import('./cooperative/DissolutionsPage.tsx'), 'DissolutionsPage'),
  page('/cooperatives/support', () => import('./cooperative/SupportPage.tsx'), 'SupportPage'),
  page('/cooperatives/extracts/$id', () => import('./cooperative/ExtractPrintPage.tsx'), 'ExtractPrintPage'),
  page('/lookup/$token', () => import('./cooperative/LookupPage.tsx'), 'LookupPage'),
  page('/dashboard', () => import('./dashboard/DashboardPage.tsx'), 'DashboardPage'),
  page('/reports', () => import('./report/ReportsPage.tsx'), 'ReportsPage'),
  page('/reports/$id', () => import('./report/ReportPage.tsx'), 'ReportPage'),
  page('/rounds/$id', () => import('./report/RoundPage.tsx'), 'RoundPage'),
  page('/waiting', () => import('./waiting/WaitingPage.tsx'), 'WaitingPage'),
  page('/mentions', () => import('./discussion/MentionsPage.tsx'), 'MentionsPage'),
  page('/morning', () => import('./urging/MorningPage.tsx'), 'MorningPage'),
  page('/urging', () => import('./urging/UrgingPage.tsx'), 'UrgingPage'),
  page('/mail', () => import('./urging/MailPage.tsx'), 'MailPage'),
  page('/jobs', () => import('./job/JobsPage.tsx'), 'JobsPage'),
  page('/search', () => import('./search/SearchPage.tsx'), 'SearchPage'),
  page('/items', () => import('./dashboard/ItemsPage.tsx'), 'ItemsPage'),
  page('/following', () => import('./dashboard/FollowingPage.tsx'), 'FollowingPage'),
  page('/ratings', () => import('./rating/RatingsPage.tsx'), 'RatingsPage'),
  page('/ratings/rubric', () => import('./rating/RubricPage.tsx'), 'RubricPage'),
  page('/calendar', () => import('./dashboard/CalendarPage.tsx'), 'CalendarPage'),
  page('/agencies', () => import('./agency/AgenciesPage.tsx'), 'AgenciesPage'),
  page('/agencies/groups', () => import('./agency/GroupsPage.tsx'), 'GroupsPage'),
  page(
    '/agencies/reorganisations',
    () => import('./succession/ReorganisationsPage.tsx'),
    'ReorganisationsPage',
  ),
  page('/agencies/$id', () => import('./succession/AgencyPage.tsx'), 'AgencyPage'),
  page('/people', () => import('./task/PeoplePage.tsx'), 'PeoplePage'),
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
const blockers = (name: 'BlockersOfPlan' | 'WaitsForAgency') =>
  lazy(async () => ({ default: (await import('./waiting/Blockers.tsx'))[name] }))
const discussion = (name: 'PlanDiscussion' | 'ItemDiscussion' | 'AssignmentDiscussion') =>
  lazy(async () => ({ default: (await import('./discussion/Discussion.tsx'))[name] }))
const corrections = (name: 'OfItem' | 'OfWork') =>
  lazy(async () => ({ default: (await import('./plan/Corrections.tsx'))[name] }))
const notices = (name: 'OfItem' | 'OfWork') =>
  lazy(async () => ({ default: (await import('./notice/NoticePanel.tsx'))[name] }))
const slots: Slots = {
  assignment: [
    notices('OfWork'),
    corrections('OfWork'),
    lazy(() => import('./signing/OfAssignment.tsx')),
    lazy(() => import('./urging/OfAssignment.tsx')),
    lazy(() => import('./difficulty/OfAssignment.tsx')),
    lazy(() => import('./waiting/WaitsFor.tsx')),
    discussion('AssignmentDiscussion'),
  ],
  item: [
    notices('OfItem'),
    corrections('OfItem'),
    lazy(() => import('./waiting/Prerequisites.tsx')),
    discussion('ItemDiscussion'),
  ],
  plan: [
    blockers('BlockersOfPlan'),
    lazy(async () => ({ default: (await import('./succession/StandingPart.tsx')).PlanStanding })),
    lazy(() => import('./cascade/PlanSubPlans.tsx')),
    lazy(() => import('./report/PlanReporting.tsx')),
    lazy(() => import('./dissemination/PlanDissemination.tsx')),
    lazy(() => import('./urging/OfPlan.tsx')),
    discussion('PlanDiscussion'),
  ],
  agency: [
    blockers('WaitsForAgency'),
    lazy(() => import('./dashboard/AgencyStanding.tsx')),
    lazy(() => import('./cascade/AgencySubPlans.tsx')),
    lazy(() => import('./urging/OfAgency.tsx')),
  ],
  leader: [
    lazy(() => import('./difficulty/BeforeLeaders.tsx')),
    lazy(async () => ({
      default: (await import('./cooperative/PetitionsPage.tsx')).PetitionsBeforeLeaders,
    })),
  ],
  'register-row': [
    lazy(() => import('./cooperative/OfRow.tsx')),
    lazy(() => import('./cooperative/OfCooperative.tsx')),
  ],
  difficulty: [discussion('DifficultyDiscussion')],
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
