// People, accounts, roles: the forms that server and browser share, and the one table of who may do what.
import { z } from 'zod'
import { ROLES, type Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'

export const RoleForm = z.enum(ROLES)

/** How the sign-in names of the sample province begin. */
export const SAMPLE_LOGIN = 'mau.'

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
  /** What the tables of rights are asked with: the own capacity first, then those of the people stood in for today. */
  capacities: z.array(
    z.object({
      forAccountId: z.uuid().nullable(),
      role: RoleForm,
      agencyId: z.uuid().nullable(),
      unitOf: z.uuid().nullable(),
    }),
  ),
  /** In whose place one acts today. */
  standsInFor: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      role: RoleForm,
      agency: z.string().nullable(),
      toDay: z.iso.date(),
    }),
  ),
  /** Who acts in one's own place today. */
  standIn: z.object({ name: z.string(), toDay: z.iso.date() }).nullable(),
  /** Signed in with a one-time code: nothing but setting a password is open. */
  mustSetPassword: z.boolean(),
})
export type Session = z.infer<typeof Session>

const EVERYONE: readonly Role[] = ROLES

/** action -> the roles that may. Steps on assignments also ask for a relation: that table is in task/task.ts. */
export const MAY = {
  'agency.read': EVERYONE,
  'agency.write': ['admin', 'focal'],
  'account.read': ['admin'],
  'account.write': ['admin'],
  // Who may arrange what for whom, by agency: stand-in.ts and task/hand-over.ts.
  'people.read': EVERYONE,
  'plan.read': EVERYONE,
  'plan.draft': ['admin', 'focal'],
  'plan.publish': ['admin', 'focal'],
  /** And of the plan's overseeing agency: plan/correction.ts. */
  'plan.correct': ['admin', 'focal'],
  'notice.read': EVERYONE,
  'tracker.import': ['admin', 'focal'],
  'work.read': EVERYONE,
  'waiting.read': EVERYONE,
  'comment.read': EVERYONE,
  'comment.write': EVERYONE,
  'dissemination.read': EVERYONE,
  'dissemination.write': ['focal', 'head', 'officer', 'admin'],
  'cascade.read': EVERYONE,
  /** Which duties ask for plans below: and of the overseeing agency. */
  'sub-plan.decide': ['admin', 'focal'],
  /** And of the agency whose plan it is, or of the one that oversees the plan above: cascade/sub-plan.ts. */
  'sub-plan.record': ['officer', 'head', 'focal', 'admin'],
  /** And of an agency that has to do with the plan: cascade/coverage.ts. */
  'coverage.judge': ['officer', 'head', 'focal', 'admin'],
  'dashboard.read': EVERYONE,
  'feed.own': EVERYONE,
  'filter.own': EVERYONE,
  'following.read': ['admin', 'leader', 'focal'],
  'day-off.read': EVERYONE,
  'day-off.write': ['admin', 'focal'],
  'difficulty.read': EVERYONE,
  'difficulty.raise': ['officer', 'head', 'focal'],
  'difficulty.escalate': ['admin', 'focal'],
  'paper.read': EVERYONE,
  /** And of the agency that writes or issues it: signing/dossier.ts. */
  'paper.draft': ['officer', 'head', 'focal'],
  'paper.step': ['officer', 'head', 'focal', 'leader'],
  'paper.rule': ['admin'],
  'cooperative.read': EVERYONE,
  /** And of an agency that keeps the register, or of the commune: cooperative/. */
  'cooperative.write': ['officer', 'head', 'focal'],
  /** In how many working days petitions are answered. */
  'petition.set': ['admin', 'focal'],
  'urging.read': EVERYONE,
  /** The reminders of the province; those of a plan: also its overseeing agency, urging/urging.ts. */
  'urging.set': ['admin', 'focal'],
  /** Of the agency that oversees: urging/urging.ts. */
  'urging.letter': ['focal', 'head'],
  'mail.set': ['admin'],
  'job.read': ['admin'],
  'job.run': ['admin'],
  // Whose ratings, and what may be done about them: rating/rating.ts.
  'rating.read': EVERYONE,
  'register.read': EVERYONE,
  /** Which rows: of the agencies that keep the register, or of the row's place, register/kit/access.ts. */
  'register.write': ['focal', 'head', 'officer'],
  /** Naming the agencies that keep a register. */
  'register.keep': ['admin'],
  'report.read': EVERYONE,
  /** And of the agency that reports, or receives: the table of steps in report/report.ts. */
  'report.write': EVERYONE,
  /** And of the plan's overseeing agency: report/rounds.ts. */
  'report.request': ['admin', 'focal', 'head'],
  'sample.remove': ['admin'],
} as const satisfies Record<string, readonly Role[]>
export type Action = keyof typeof MAY

/** Why somebody of this role may not, worded for the screen; null when they may. */
export function whyNotAllowed(action: Action, role: Role): string | null {
  const roles: readonly Role[] = MAY[action]
  if (roles.includes(role)) return null
  return words.identity.forbidden(roles.map((name) => words.identity.roles[name]).join(', '))
}

/** Only those who work for the whole province may belong to no agency. */
export const needsAgency = (role: Role): boolean => role !== 'admin' && role !== 'leader'

const PersonName = z
  .string()
  .trim()
  .min(2, { error: () => words.accounts.nameForm })
  .max(100, { error: () => words.accounts.nameForm })
const person = {
  name: PersonName,
  position: z
    .string()
    .trim()
    .max(200, { error: () => words.accounts.positionForm }),
  role: RoleForm,
  agencyId: z.uuid().nullable(),
}
const withAgency = {
  error: () => words.accounts.agencyMissing,
  path: ['agencyId'],
}
const hasAgency = ({ role, agencyId }: { role: Role; agencyId: string | null }) =>
  agencyId !== null || !needsAgency(role)

export const AccountForm = z.object({ login: LoginName, ...person }).refine(hasAgency, withAgency)
export type AccountForm = z.infer<typeof AccountForm>

export const AccountChange = z.object({ ...person, isActive: z.boolean() }).refine(hasAgency, withAgency)
export type AccountChange = z.infer<typeof AccountChange>

/** waiting: a code is out and no password set yet; expired: that code is too old now. */
export const AccountState = z.enum(['active', 'waiting', 'expired', 'stopped'])
export type AccountState = z.infer<typeof AccountState>

export const Account = z.object({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  position: z.string(),
  role: RoleForm,
  agency: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  state: AccountState,
  version: z.number().int(),
})
export type Account = z.infer<typeof Account>

export const AccountList = z.object({ accounts: z.array(Account), next: z.string().nullable() })

/** The code is kept nowhere: a repeated request is answered with null. */
export const AccountWithCode = z.object({ account: Account, code: z.string().nullable() })

/** What is printed, cut out and handed over. */
export const PrintedCode = z.object({
  name: z.string(),
  agency: z.string(),
  login: z.string(),
  code: z.string(),
})
export type PrintedCode = z.infer<typeof PrintedCode>

/** Days for which a printed code opens the account. */
export const CODE_DAYS = 30
