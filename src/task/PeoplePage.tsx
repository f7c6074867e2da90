// People and their work: who stands in for whom, and for heads and administrators the hand-over of somebody who leaves.
import { StandInsPart } from '../identity/StandInsPart.tsx'
import { useSession } from '../identity/session.tsx'
import { Page } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { HandOverPart } from './HandOverPart.tsx'

export function PeoplePage() {
  const { capacities } = useSession()
  const handsOver = capacities.some(({ role, agencyId }) => role === 'admin' || (role === 'head' && agencyId))
  return (
    <Page title={words.menu.people}>
      <StandInsPart />
      {handsOver && <HandOverPart />}
    </Page>
  )
}
