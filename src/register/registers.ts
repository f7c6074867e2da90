// All registers; each points only to itself and to those before it. A new one is added here.
import { cooperative } from './cooperative.ts'
import { cooperativeRating } from './cooperative-rating.ts'
import type { Register } from './kit/register.ts'

export const REGISTERS: readonly Register[] = [cooperative, cooperativeRating]

export const findRegister = (name: string): Register | null =>
  REGISTERS.find((register) => register.name === name) ?? null
