// The program as a person starts it: a process of its own, killed hard, started again, interrupted half-way.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const dataDir = mkdtempSync(join(tmpdir(), 'chutri-server-'))
const running = new Set<ChildProcess>()

afterAll(async () => {
  for (const child of running) await end(child, 'SIGTERM')
  rmSync(dataDir, { recursive: true, force: true })
})

/** Starts `serve` on a free port; resolves with its address, or with what it said when it ended instead. */
function start(
  dir = dataDir,
  program = 'src/main.ts',
  port = '0',
): Promise<{ child: ChildProcess; url: string | null; said: string; code: number | null }> {
  const child = spawn(process.execPath, [join(ROOT, program), 'serve'], {
    env: { PATH: process.env.PATH, PORT: port, DATA_DIR: dir },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, as under a terminal.
    detached: true,
  })
  running.add(child)
  let said = ''
  return new Promise((answer) => {
    const hear = (chunk: Buffer) => {
      said += chunk
      const url = /http:\/\/[\d.a-z]+:\d+/.exec(said)?.[0]
      if (url) answer({ child, url, said, code: null })
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('exit', (code) => {
      running.delete(child)
      answer({ child, url: null, said, code })
    })
  })
}

const end = (child: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode) return done()
    child.once('exit', () => done())
    child.kill(signal)
  })

test('set up, killed hard, started again within five seconds with its data; a second server is refused', async () => {
  const first = await start()
  if (!first.url) throw new Error(first.said)
  const made = await fetch(`${first.url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      provinceCode: '12',
      admin: { login: 'quantri', name: 'Người Thử', password: 'một mật khẩu dài' },
    }),
  })
  expect(made.status).toBeLessThan(300)
  let cookie = made.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(made.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/i)

  const second = await start()
  expect(second.code).toBe(1)
  expect(second.said).toContain('Đã có một máy chủ Chủ Trì đang chạy')

  // Beside the running server: a lost password is replaced by a printed code, and the open session ends.
  const reset = spawnSync(process.execPath, [join(ROOT, 'src/main.ts'), 'code', 'quantri'], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir },
    encoding: 'utf8',
  })
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(reset.stdout)?.[0]
  const signedIn = await fetch(`${first.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'quantri', password: code }),
  })
  expect([reset.status, signedIn.status]).toEqual([0, 200])
  expect(await signedIn.json()).toMatchObject({ mustSetPassword: true })
  expect(await (await fetch(`${first.url}/api/session`, { headers: { cookie } })).json()).toBeNull()
  const fresh = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const renewed = await fetch(`${first.url}/api/session/password`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', cookie: fresh },
    body: JSON.stringify({ password: 'một mật khẩu mới dài' }),
  })
  cookie = renewed.headers.get('set-cookie')?.split(';')[0] ?? ''

  // An upload broken off in the middle of its file leaves nothing behind.
  const bytes = readFileSync(join(ROOT, 'sample/plan-cooperatives.docx'))
  const { hostname, port } = new URL(first.url)
  await new Promise<void>((done) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `POST /api/plans HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${cookie}\r\nidempotency-key: half-a-plan\r\n` +
          `content-type: multipart/form-data; boundary=x\r\ncontent-length: ${bytes.length + 300}\r\n\r\n` +
          `--x\r\ncontent-disposition: form-data; name="file"; filename="k.docx"\r\n\r\n`,
      )
      socket.write(bytes.subarray(0, bytes.length / 2), () => setTimeout(() => socket.destroy(), 100))
    })
    socket.on('close', () => done())
  })

  await end(first.child, 'SIGKILL')
  const began = performance.now()
  const again = await start()
  if (!again.url) throw new Error(again.said)
  expect((await fetch(`${again.url}/api/session`, { headers: { cookie } })).status).toBe(200)
  expect(performance.now() - began).toBeLessThan(5000)
  const session = (await (await fetch(`${again.url}/api/session`, { headers: { cookie } })).json()) as {
    name: string
    province: string
  }
  expect(session).toMatchObject({ name: 'Người Thử', province: 'tỉnh Lai Châu' })
  const { plans } = (await (await fetch(`${again.url}/api/plans`, { headers: { cookie } })).json()) as {
    plans: unknown[]
  }
  expect(plans).toEqual([])
  await end(again.child, 'SIGTERM')
})

test.each([
  ['Ctrl-C, which reaches the whole group', (pid: number) => process.kill(-pid, 'SIGINT')],
  ['the launcher killed without a word', (pid: number) => process.kill(pid, 'SIGKILL')],
])('%s: server and database end in order', async (_, kill) => {
  const { child, url, said } = await start(dataDir, 'bin/chutri.mjs')
  if (!url || !child.pid) throw new Error(said)
  const lock = join(dataDir, 'postgres', 'postmaster.pid')
  expect(existsSync(lock)).toBe(true)
  kill(child.pid)
  await expect.poll(() => existsSync(lock), { timeout: 8000 }).toBe(false)
  await expect(fetch(url)).rejects.toThrow()
})

test('a port that is taken, one that is none: one sentence, exit code 1', async () => {
  const first = await start()
  const other = mkdtempSync(join(tmpdir(), 'chutri-server-'))
  const taken = await start(other, 'bin/chutri.mjs', new URL(first.url ?? '').port)
  expect([taken.code, taken.said.trim().split('\n').length]).toEqual([1, 1])
  expect(taken.said).toMatch(/^Cổng \d+ đang có chương trình khác dùng/)
  const none = await start(other, 'bin/chutri.mjs', 'http')
  expect([none.code, none.said.trim()]).toEqual([
    1,
    'Biến PORT="http" không dùng được. Hãy sửa lại hoặc bỏ trống.',
  ])
  await end(first.child, 'SIGTERM')
  rmSync(other, { recursive: true, force: true })
})

interface Operation {
  operationId?: string
  responses: object
  parameters?: { in: string; name: string }[]
  security?: object[]
}

test('OpenAPI 3.1 describes every route, and every change answers with problems in one form', async () => {
  const server = await start()
  if (!server.url) throw new Error(server.said)
  const api = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
    openapi: string
    paths: Record<string, Record<string, Operation>>
  }
  expect(api.openapi).toMatch(/^3\.1/)
  // Set-up and signing in happen once by their nature; every other create names its key, every change its version.
  const once = /^\/api\/(setup|session)/
  // Personal data read is no change, a file is known by its bytes, and keepers are named beside those seen before.
  const unversioned = /^\/api\/registers\/[a-z-]+\/(rows\/\{id\}\/reveal|files|keepers)$/
  // Whoever knows the address of a calendar, or holds the extract with its code, may read.
  const secret = ['/api/calendar/{file}', '/api/lookup/{token}']
  for (const [path, methods] of Object.entries(api.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const at = `${method} ${path}`
      expect(operation.operationId, at).toBeTruthy()
      expect(Object.keys(operation.responses), at).toContain('default')
      const headers = (operation.parameters ?? []).filter((one) => one.in === 'header').map((one) => one.name)
      if (method !== 'get' && !once.test(path) && !unversioned.test(path))
        expect(headers.length, `${at} names a key or a version`).toBeGreaterThan(0)
      if (!once.test(path) && !secret.includes(path))
        expect(operation.security, at).toEqual([{ session: [] }])
    }
  expect(Object.keys(api.paths)).toEqual(
    expect.arrayContaining([
      '/api/plans',
      '/api/plans/{id}/publish',
      '/api/work',
      '/api/work/{id}/steps',
      '/api/dashboard',
      '/api/agencies',
      '/api/accounts',
      '/api/session',
      '/api/setup',
    ]),
  )
  const foreign = await fetch(`${server.url}/api/session`, {
    method: 'DELETE',
    headers: { origin: 'http://elsewhere.example' },
  })
  expect([foreign.status, ((await foreign.json()) as { code: string }).code]).toEqual([
    403,
    'request.foreign-origin',
  ])
  // Every address of the browser's router is the one page; a part of a page that is gone is missing.
  for (const [path, status, type] of [
    ['/', 200, 'text/html'],
    ['/plans/abc/review', 200, 'text/html'],
    ['/assets/gone.js', 404, 'application/problem+json'],
    ['/icon.svg', 200, 'image/svg+xml'],
  ] as const) {
    const answer = await fetch(server.url + path)
    expect([path, answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([
      path,
      status,
      type,
    ])
  }
  const lost = await fetch(`${server.url}/api/nowhere`)
  expect([lost.status, lost.headers.get('content-type')?.split(';')[0]]).toEqual([
    401,
    'application/problem+json',
  ])
  await end(server.child, 'SIGTERM')
})
