// The ways from the worklist: the desk of whoever decides, answering a period at once, saved filters, the list as a
// paper. Buttons where there is room; on a phone the
// first of them and one menu.
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useSavedFilterMenu } from '../identity/SavedFilters.tsx'
import { useSession, useWhyNot } from '../identity/session.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import * as words from '../vocabulary/words.ts'
import { PaperMenu, paperParts } from './PaperMenu.tsx'
import { OVERSEER_ROLES } from './task.ts'
import type { WorkFilter } from './work.ts'

interface Props {
  filter: WorkFilter
  /** The same with the agency that is shown. */
  paper: Partial<WorkFilter>
  isPhone: boolean
}

export function Ways({ filter, paper, isPhone }: Props) {
  const pages = usePages()
  const [first, ...others] = pages
  const saved = useSavedFilterMenu('/work', filter)
  return (
    <>
      {isPhone ? (
        <>
          {first && (
            <Button variant="default" px="sm" component={Link} to={first.to}>
              {first.label}
            </Button>
          )}
          <MenuButton
            face={
              <Button variant="default" px="sm">
                {words.steps.otherWays}
              </Button>
            }
            parts={[
              ...(others.length > 0 ? [{ entries: others }] : []),
              ...saved.parts(words.savedFilter.title),
              ...paperParts(paper),
            ]}
          />
        </>
      ) : (
        <>
          {pages.map(({ label, to }) => (
            <Button key={to} variant="default" component={Link} to={to}>
              {label}
            </Button>
          ))}
          {saved.button}
          <PaperMenu filter={paper} />
        </>
      )}
      {saved.dialogs}
    </>
  )
}

/** Answering a period at once, for whoever decides what waits for them, for whoever oversees whom there is to urge. */
function usePages() {
  const { capacities } = useSession()
  const urges = useWhyNot('following.read') === null
  const decides = capacities.some(({ role }) => OVERSEER_ROLES.includes(role))
  const bears = capacities.some(({ agencyId }) => agencyId !== null)
  const own = capacities.find(({ agencyId }) => agencyId !== null)?.agencyId
  return [
    ...(decides ? [{ label: words.steps.desk.title, to: '/work/desk' }] : []),
    ...(bears ? [{ label: words.steps.answer.title, to: '/work/answer' }] : []),
    ...(own ? [{ label: words.task.programme, to: `/agencies/${own}/programme` }] : []),
    ...(urges ? [{ label: words.menu.urging, to: '/urging' }] : []),
  ]
}
