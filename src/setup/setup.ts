// Setting up a province and trying the sample one: the forms that server and browser share.
import { z } from 'zod'
import { LoginName, Password, RoleForm } from '../identity/identity.ts'
import * as words from '../vocabulary/words.ts'

export const SetupState = z.object({
  /** No real province exists yet: one may be set up. */
  isOpen: z.boolean(),
  /** Asked from the machine the server runs on: no code is needed. */
  isLocal: z.boolean(),
  provinces: z.array(z.object({ code: z.string(), name: z.string(), kind: z.string() })),
  sample: z.boolean(),
})
export type SetupState = z.infer<typeof SetupState>

/** Printed by the server when it starts; asked of everyone who is not at its machine. */
const Code = z.string().trim().max(40).optional()

export const SetupForm = z.object({
  provinceCode: z.string().max(10),
  admin: z.object({
    login: LoginName,
    name: z
      .string()
      .trim()
      .min(2, { error: () => words.accounts.nameForm })
      .max(100, { error: () => words.accounts.nameForm }),
    password: Password,
  }),
  code: Code,
})
export type SetupForm = z.infer<typeof SetupForm>

export const SampleForm = z.object({ code: Code })

/** Somebody of the sample province, to sign in as with one click. */
export const SamplePerson = z.object({
  login: z.string(),
  name: z.string(),
  role: RoleForm,
  position: z.string(),
  agency: z.string().nullable(),
})
export type SamplePerson = z.infer<typeof SamplePerson>
