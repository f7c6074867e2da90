// Two servers that answer the same in turns, each under ten connections: requests a second beside each other.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import autocannon, { type Result } from 'autocannon'
import { type Measure, measureOf, median } from './measure.ts'

const CONNECTIONS = 10
const ROOT = join(import.meta.dirname, '..')

export interface Running {
  port: number
  pid: number
  stop(): Promise<void>
}

/** Starts a program of this project and waits for the line that says its port. Throws when it ends before. */
export async function start(args: string[], env: Record<string, string> = {}): Promise<Running> {
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const port = await new Promise<number>((done, fail) => {
    let out = ''
    child.stdout?.on('data', (part) => {
      out += part
      const found = /:(\d{4,5})|^(\d{4,5})\n/.exec(out)
      if (found) done(Number(found[1] ?? found[2]))
    })
    child.once('exit', () => fail(new Error(`${args.join(' ')} ended: ${out}`)))
  })
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return { port, pid: child.pid ?? 0, stop }
}

/** MB that a process holds now and held at most; null where the system does not tell. */
export function memoryOf(pid: number): { now: number; most: number | null } | null {
  const status = `/proc/${pid}/status`
  if (existsSync(status)) {
    const text = readFileSync(status, 'utf8')
    const kilobytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1])
    return { now: kilobytes('VmRSS') / 1024, most: kilobytes('VmHWM') / 1024 }
  }
  const now = Number.parseInt(
    spawnSync('ps', ['-o', 'rss=', '-p', `${pid}`], { encoding: 'utf8' }).stdout ?? '',
    10,
  )
  return Number.isNaN(now) ? null : { now: now / 1024, most: null }
}

export interface Shot {
  path: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
}

export interface Side {
  port: number
  next: () => Shot
}

interface Fired {
  rate: number
  seconds: number
  answers: number
  p50: number
  p97: number
  /** By status; what never was answered under "no answer". */
  failed: Record<string, number>
}

/** Sends for so many seconds, or until `most` requests are answered; null when there are none to send. */
async function fire({ port, next }: Side, seconds: number, most: number | undefined): Promise<Fired | null> {
  if (most === 0) return null
  let answers = 0
  let last = performance.now()
  const began = last
  const run = await new Promise<Result>((done, fail) => {
    const instance = autocannon(
      {
        url: `http://127.0.0.1:${port}`,
        connections: Math.min(CONNECTIONS, most ?? CONNECTIONS),
        duration: seconds,
        ...(most === undefined ? {} : { maxOverallRequests: most }),
        requests: [{ setupRequest: (request) => ({ ...request, ...next() }) as typeof request }],
      },
      (error, result) => (error ? fail(error) : done(result)),
    )
    // A run is ended at the next full second only, so the time is taken from the answers themselves.
    instance.on('response', (_client, status) => {
      if (status >= 200 && status < 300) answers++
      last = performance.now()
    })
  })
  const byStatus = Object.entries(run.statusCodeStats ?? {}).map(
    ([status, { count = 0 }]) => [status, count] as const,
  )
  const failed = byStatus.filter(([status]) => !status.startsWith('2'))
  if (run.errors > 0) failed.push(['no answer', run.errors])
  const spent = (last - began) / 1000
  const { p50, p97_5: p97 } = run.latency
  return { rate: answers / spent, seconds: spent, answers, p50, p97, failed: Object.fromEntries(failed) }
}

const countFailed = (fired: Fired): number => Object.values(fired.failed).reduce((sum, n) => sum + n, 0)

/** What can be used only once: each turn gets an equal share of what is left. */
export interface Supply {
  left: () => number
  of: string
}

/**
 * Both in turns, so that a noisy moment of the machine hits both; the median round counts. With a supply a turn ends
 * when its share is used up, and the note says so. null when there was nothing to send.
 */
export async function duel(
  ours: Side,
  rival: Side,
  { seconds, rounds, supply }: { seconds: number; rounds: number; supply?: Supply },
): Promise<Measure | null> {
  const all = { ours: [] as Fired[], rival: [] as Fired[] }
  const ratios: number[] = []
  const early: number[] = []
  const turn = async (side: Side, turnsLeft: number) => {
    const most = supply && Math.floor(supply.left() / turnsLeft)
    const fired = await fire(side, seconds, most)
    if (fired && most !== undefined && fired.answers + countFailed(fired) >= most) early.push(fired.seconds)
    return fired
  }
  for (let round = 0; round < rounds; round++) {
    const mine = await turn(ours, 2 * (rounds - round))
    const other = await turn(rival, 2 * (rounds - round) - 1)
    if (!mine || !other) break
    all.ours.push(mine)
    all.rival.push(other)
    ratios.push(mine.rate / other.rate)
  }
  if (ratios.length === 0) return null
  const both = [...all.ours, ...all.rival]
  const middle = (of: readonly Fired[], key: 'rate' | 'p50' | 'p97') => median(of.map((fired) => fired[key]))
  const notes = [`p50 ${middle(all.ours, 'p50')} ms, p97.5 ${middle(all.ours, 'p97')} ms`]
  if (supply && early.length)
    notes.push(
      `${early.length} of ${2 * rounds} turns ended after ${Math.min(...early).toFixed(1)} s at the earliest, their share of ${supply.of} used up`,
    )
  if (ratios.length < rounds) notes.push(`ended after ${ratios.length} of ${rounds} rounds`)
  const failed = both.reduce((sum, fired) => sum + countFailed(fired), 0)
  if (failed > 0) notes.push(`failed, ours: ${told(all.ours)}; rival: ${told(all.rival)}`)
  const also = { ratio: median(ratios), note: notes.join('; '), ...(failed > 0 ? { failed } : {}) }
  return measureOf(middle(all.ours, 'rate'), 'requests/s', middle(all.rival, 'rate'), also)
}

/** "409 × 12, 500 × 3 of 400" */
function told(fired: readonly Fired[]): string {
  const sums = new Map<string, number>()
  for (const { failed } of fired)
    for (const [status, n] of Object.entries(failed)) sums.set(status, (sums.get(status) ?? 0) + n)
  const parts = [...sums].map(([status, n]) => `${status} × ${n}`)
  const sent = fired.reduce((sum, one) => sum + one.answers + countFailed(one), 0)
  return parts.length ? `${parts.join(', ')} of ${sent}` : 'none'
}
