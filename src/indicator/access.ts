// Who may define indicators, enter their values and decide them: one table for server and screen. Stand-ins act as both.
import type { Capacity } from '../http/actor.ts'
import { type Action, MAY } from '../identity/identity.ts'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'

interface Asking {
  accountId: string
  capacities: readonly Capacity[]
}
const w = words.indicator.access

const acting = ({ capacities }: Asking, action: Action): Capacity[] => {
  const roles: readonly Role[] = MAY[action]
  return capacities.filter(({ role }) => roles.includes(role))
}
const belongsTo = ({ agencyId, unitOf }: Capacity, agency: string | null): boolean =>
  agency !== null && (agencyId === agency || unitOf === agency)

export const whyNotDefine = (actor: Asking): string | null =>
  acting(actor, 'indicator.define').length ? null : w.define

/** `owner`: the agency of the indicator; `areaId`: the commune a value is of. */
export const whyNotEnter = (
  actor: Asking,
  { owner, areaId }: { owner: string | null; areaId: string | null },
): string | null =>
  acting(actor, 'indicator.enter').some(
    (capacity) => capacity.role === 'focal' || belongsTo(capacity, owner) || belongsTo(capacity, areaId),
  )
    ? null
    : w.enter

/** Never by whoever entered it. Without an owner the focal officers decide. */
export function whyNotDecide(
  actor: Asking,
  { owner, enteredById }: { owner: string | null; enteredById: string | null },
): string | null {
  const may = acting(actor, 'indicator.decide').some((capacity) =>
    owner === null ? capacity.role === 'focal' : belongsTo(capacity, owner),
  )
  if (!may) return w.decide
  return actor.accountId === enteredById ? w.ownValue : null
}
