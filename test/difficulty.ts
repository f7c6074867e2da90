// Difficulties for tests: people signed in for good, a duty of two bearers, raising and steps by login.
import { randomUUID } from 'node:crypto'
import type { Difficulty } from '../src/difficulty/exchange.ts'
import { testApp } from './database.ts'
import { assignmentOf, newItem, planWithWork } from './work.ts'

const LOGINS = ['officer', 'head', 'focal', 'finance-head', 'commune', 'commune-head', 'leader', 'admin']

export const OFFICE = 'Sở Nội vụ'
export const COMMUNE = 'UBND xã Suối Mơ'
export const FORM = {
  type: 'funding',
  text: 'Chưa được cấp kinh phí tổ chức 04 hội nghị tuyên truyền.',
  proposal: 'Đề nghị Sở Tài chính bổ sung 50 triệu đồng trong quý I.',
}
export const ANSWER = { kind: 'answer', text: 'Đồng ý bổ sung 50 triệu đồng.' }

export async function difficultyApp() {
  const app = await testApp()
  const signed = await Promise.all(LOGINS.map(async (login) => [login, await app.signIn(login)] as const))
  const callers = new Map(signed)
  // The clock goes months ahead here; who signed in stays so.
  await app.sql`update session set expires_at = '2100-01-01' where tenant_id = ${app.tenantId}`
  const as = (login: string) => {
    const caller = callers.get(login)
    if (!caller) throw new Error(`nobody signed in as ${login}`)
    return caller
  }
  type Answer = ReturnType<ReturnType<typeof as>>

  const json = async <T>(answer: Answer, status = 200): Promise<T> => {
    const { statusCode, body } = await answer
    if (statusCode !== status) throw new Error(`${statusCode} ${body}`)
    return JSON.parse(body) as T
  }
  const show = (login: string, id: string) => json<Difficulty>(as(login)('GET', `/api/difficulties/${id}`))

  /** An item of all bearers in a plan of its own: its assignments by agency. */
  async function work(bearers = [OFFICE, COMMUNE], title?: string) {
    const ids = bearers.map(app.agencyId)
    const item = newItem(1, { outcome: 'each', bearers: ids, quote: 'Tổ chức tuyên truyền' })
    const { planId } = await planWithWork(app, [item], title ? { title } : {})
    const made = await Promise.all(ids.map((id) => assignmentOf(app, item.id, id)))
    return { item, planId, of: (name: string) => made[bearers.indexOf(name)] ?? '' }
  }

  const raise = (login: string, assignmentIds: string[], form: object = {}, key: string = randomUUID()) =>
    as(login)('POST', '/api/difficulties', { body: { ...FORM, assignmentIds, ...form }, key })
  const raised = async (login: string, assignmentIds: string[], form: object = {}) =>
    (await json<{ id: string }>(raise(login, assignmentIds, form), 201)).id

  /** Takes a step at the current version and returns the status code. */
  async function step(login: string, id: string, body: Record<string, unknown>): Promise<number> {
    const { version } = await show('focal', id)
    return (await as(login)('POST', `/api/difficulties/${id}/steps`, { version, body })).statusCode
  }
  const send = (to: string, rest: object = {}) => ({
    ...{ kind: 'send', addresseeId: app.agencyId(to), days: 5 },
    ...rest,
  })

  async function forget() {
    for (const table of ['difficulty_file', 'difficulty_step', 'difficulty_assignment', 'difficulty'])
      await app.sql`delete from ${app.sql(table)} where tenant_id = ${app.tenantId}`
  }
  return { ...app, as, json, show, work, raise, raised, step, send, forget }
}
