// Mail as server and browser exchange it, its hours, and what a mail server's answers mean. Nothing else depends on mail:
// everything mailed stands on a page as well.
import { z } from 'zod'
import * as words from '../vocabulary/words.ts'

/** How the connection is made safe: not at all (inside one's own house), from the first byte, or by STARTTLS. */
export const SECURITIES = ['starttls', 'tls', 'none'] as const
export type Security = (typeof SECURITIES)[number]

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => words.mail.timeForm })
const Address = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:"]+$/u, { error: () => words.mail.addressForm })
const Host = z
  .string()
  .trim()
  .max(200)
  .regex(/^[a-z0-9.:_-]*$/iu, { error: () => words.mail.hostForm })

export const MailForm = z
  .object({
    /** "https://kehoach.tinh.gov.vn": what the links begin with. */
    baseUrl: z
      .string()
      .trim()
      .max(200)
      .regex(/^(https?:\/\/[^\s/?#]+)?\/?$/iu, { error: () => words.mail.baseForm })
      .transform((url) => url.replace(/\/$/, '')),
    morningAt: Time,
    quietFrom: Time,
    quietTo: Time,
    host: Host,
    port: z.int().min(1).max(65535),
    security: z.enum(SECURITIES),
    user: z.string().trim().max(200),
    /** Left out: stays as it is. It is never read back. */
    password: z.string().max(200).optional(),
    from: z.union([z.literal(''), Address]),
  })
  .refine(({ host, from }) => host === '' || from !== '', {
    error: () => words.mail.fromMissing,
    path: ['from'],
  })
  .refine(({ host, baseUrl }) => host === '' || baseUrl !== '', {
    error: () => words.mail.baseMissing,
    path: ['baseUrl'],
  })
export type MailForm = z.infer<typeof MailForm>

export const MailSetting = z.object({
  baseUrl: z.string(),
  morningAt: z.string(),
  quietFrom: z.string(),
  quietTo: z.string(),
  host: z.string(),
  port: z.number().int(),
  security: z.enum(SECURITIES),
  user: z.string(),
  hasPassword: z.boolean(),
  from: z.string(),
  version: z.number().int(),
  /** When "gửi thử" went through with these settings; until then nothing is sent. */
  testedAt: z.iso.datetime().nullable(),
  /** Since when the server cannot be reached, and why. */
  failingSince: z.iso.datetime().nullable(),
  failure: z.string(),
  counts: z.object({
    waiting: z.number().int(),
    sentToday: z.number().int(),
    failed: z.number().int(),
    people: z.number().int(),
  }),
})
export type MailSetting = z.infer<typeof MailSetting>

export const TestForm = z.object({ to: Address })
export const Tested = z.object({ testedAt: z.iso.datetime(), version: z.number().int() })

export const ChoiceForm = z.object({ address: Address, wantsList: z.boolean(), wantsMention: z.boolean() })
export type ChoiceForm = z.infer<typeof ChoiceForm>
export const MailChoice = z.object({
  address: z.string(),
  wantsList: z.boolean(),
  wantsMention: z.boolean(),
  /** 0 while nothing was chosen. */
  version: z.number().int(),
  /** Whether the province sends mail at all. */
  isSending: z.boolean(),
})
export type MailChoice = z.infer<typeof MailChoice>

export const MAIL_STATES = ['waiting', 'sent', 'failed', 'dropped'] as const
export const MailRow = z.object({
  id: z.uuid(),
  person: z.string(),
  kind: z.enum(['morning', 'mention']),
  address: z.string(),
  state: z.enum(MAIL_STATES),
  tries: z.number().int(),
  failure: z.string(),
  at: z.iso.datetime(),
})
export type MailRow = z.infer<typeof MailRow>
export const MailQuery = z.object({
  state: z.enum(MAIL_STATES).optional(),
  after: z.string().max(200).optional(),
})
export const MailList = z.object({ mails: z.array(MailRow), next: z.string().nullable() })

/** "14:05" in Vietnam, which has no summer time. */
export const timeInVietnam = (at: Date): string =>
  new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 16)

/** Hours without mail may go over midnight; the same hour twice means none. */
export const isQuiet = (
  time: string,
  { quietFrom, quietTo }: { quietFrom: string; quietTo: string },
): boolean =>
  quietFrom <= quietTo ? time >= quietFrom && time < quietTo : time >= quietFrom || time < quietTo

/** What a mail program says when it could not send. */
export interface SendFault {
  code?: string
  responseCode?: number
  command?: string
}

/** The server itself is the trouble, and every other mail would meet it as well; else it is this one's address. */
export function isServerFault({ code = '', responseCode, command }: SendFault): boolean {
  if (responseCode === 421) return true
  if (responseCode === undefined) return true
  return (
    code === 'EAUTH' || code === 'ETLS' || command === 'MAIL FROM' || command === 'CONN' || command === 'EHLO'
  )
}

/** Refused for good, so that trying again is of no use. */
export const isFinal = ({ responseCode = 0 }: SendFault): boolean => responseCode >= 500

/** The same in a sentence that says what to do. No word of the server's answer that could hold a password. */
export function faultOf({ code = '', responseCode, command }: SendFault, host: string): string {
  const w = words.mail.faults
  if (code === 'EAUTH') return w.password
  if (code === 'EDNS' || code === 'ENOTFOUND') return w.unknownHost(host)
  if (code === 'ETLS' || /CERT|SSL|TLS/.test(code)) return w.tls
  if (command === 'MAIL FROM') return w.sender
  if (command === 'RCPT TO') return w.recipient
  if (responseCode !== undefined) return w.refused(responseCode)
  return w.unreachable(host)
}

/** Minutes until a mail is tried again: 5, 10, 20 … at most six hours. */
export const pauseAfter = (tries: number): number => Math.min(360, 5 * 2 ** Math.max(0, tries - 1))
/** So often a mail is tried that is refused for the time being. */
export const MOST_TRIES = 8
