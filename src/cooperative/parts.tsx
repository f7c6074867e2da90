// Small parts shared by the pages of cooperatives.
import { Badge } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import type { PetitionStatus } from './petition-rule.ts'

const w = words.petition
const COLOUR: Record<PetitionStatus, string> = {
  received: 'gray.8',
  sent: 'lake.8',
  answered: 'indigo.8',
  told: 'teal.9',
  withdrawn: 'gray.8',
}

export function PetitionBadge({
  status,
  withLeaders = false,
}: {
  status: PetitionStatus
  withLeaders?: boolean
}) {
  return (
    <Badge
      color={withLeaders ? 'red.9' : COLOUR[status]}
      variant="outline"
      tt="none"
      fw={600}
      style={{ flexShrink: 0 }}
    >
      {withLeaders ? `⚠ ${w.states.leaders}` : w.statuses[status]}
    </Badge>
  )
}
