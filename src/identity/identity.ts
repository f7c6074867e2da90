// People, accounts, roles: the forms that server and browser share, and the one table of who may do what.
import { z } from 'zod'
import { ROLES, type Role } from '../vocabulary/role.ts'
import { words } from '../vocabulary/words.ts'

export const RoleForm = z.enum(ROLES)

/** Sign-in names: lower-case letters without diacritics, figures, dots and hyphens. */
export const LoginName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, { error: () => words.accounts.loginForm })

export const Password = z
  .string()
  .min(10, { error: () => words.identity.passwordShort })
  .max(200)

export const SignIn = z.object({
  login: z.string().trim().toLowerCase().min(1),
  password: z.string().min(1).max(200),
})

export const Session = z.object({
  accountId: z.uuid(),
  name: z.string(),
  position: z.string(),
  role: RoleForm,
  agency: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  province: z.string(),
  isSample: z.boolean(),
  /** Signed in with a one-time code: nothing but setting a password is open. */
  mustSetPassword: z.boolean(),
})
export type Session = z.infer<typeof Session>

const EVERYONE: readonly Role[] = ROLES

/** action -> the roles that may. Steps on assignments also ask for a relation: that table is in task/task.ts. */
export const MAY = {
  'agency.read': EVERYONE,
  'agency.write': ['admin'],
  'account.read': ['admin'],
  'account.write': ['admin'],
  'plan.read': EVERYONE,
  'plan.draft': ['admin', 'focal'],
  'plan.publish': ['admin', 'focal'],
  'work.read': EVERYONE,
  'dashboard.read': EVERYONE,
  'sample.remove': ['admin'],
} as const satisfies Record<string, readonly Role[]>
export type Action = keyof typeof MAY

/** Why somebody of this role may not, worded for the screen; null when they may. */
export function whyNotAllowed(action: Action, role: Role): string | null {
  const roles: readonly Role[] = MAY[action]
  if (roles.includes(role)) return null
  return words.identity.forbidden(roles.map((name) => words.identity.roles[name]).join(', '))
}
