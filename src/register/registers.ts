// All registers; each points only to itself and to those before it. A new one is added here.
import { chainLink } from './chain-link.ts'
import { cooperative } from './cooperative.ts'
import { cooperativeAsset } from './cooperative-asset.ts'
import { cooperativeDebt } from './cooperative-debt.ts'
import { cooperativeRating } from './cooperative-rating.ts'
import { dissolution } from './dissolution.ts'
import { enterprise } from './enterprise.ts'
import { fundLoan } from './fund-loan.ts'
import type { Register } from './kit/register.ts'
import { learningEvent } from './learning-event.ts'
import { member } from './member.ts'
import { participant } from './participant.ts'
import { petition } from './petition.ts'
import { product } from './product.ts'
import { support } from './support.ts'
import { supportNeed } from './support-need.ts'
import { supportPolicy } from './support-policy.ts'
import { tradeWarning } from './trade-warning.ts'
import { valueChain } from './value-chain.ts'
import { yearlyUpdate } from './yearly-update.ts'

export const REGISTERS: readonly Register[] = [
  cooperative,
  member,
  yearlyUpdate,
  cooperativeRating,
  dissolution,
  cooperativeDebt,
  cooperativeAsset,
  supportPolicy,
  support,
  fundLoan,
  supportNeed,
  learningEvent,
  participant,
  petition,
  enterprise,
  product,
  valueChain,
  chainLink,
  tradeWarning,
]

export const findRegister = (name: string): Register | null =>
  REGISTERS.find((register) => register.name === name) ?? null
