// The embedded PostgreSQL: what a crash leaves behind is found again.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { connectEngine } from '../src/store/database.ts'
import { startEngine } from '../src/store/engine.ts'
import { migrate } from '../src/store/migrate.ts'

const dirs: string[] = []
const newDir = (name = 'chutri-engine-') => {
  dirs.push(mkdtempSync(join(tmpdir(), name)))
  return dirs.at(-1) ?? ''
}
afterAll(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true })
})

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('a database left running is reused, and one killed hard starts again with its data', async () => {
  const dataDir = newDir()
  const first = await startEngine(dataDir)
  let sql = connectEngine(first)
  await sql`create table kept (word text)`
  await sql`insert into kept values ('đôn đốc')`
  await sql.end()

  const second = await startEngine(dataDir)
  expect(second.socketDir).toBe(first.socketDir)

  const pid = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await new Promise((next) => setTimeout(next, 10))
  const third = await startEngine(dataDir)
  sql = connectEngine(third)
  expect(await sql`select word from kept`).toEqual([{ word: 'đôn đốc' }])
  await sql.end()
  await third.stop()
})

test('a first start killed while the cluster was being made is made again', async () => {
  const dataDir = newDir()
  mkdirSync(join(dataDir, 'postgres.new'))
  writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n')
  const engine = await startEngine(dataDir, { durable: false })
  expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false)
  await engine.stop()
})

test('a data directory with a path too long for a socket gets a short one', async () => {
  const engine = await startEngine(newDir(`chutri-${'rất-dài-'.repeat(8)}`))
  const sql = connectEngine(engine)
  expect(Buffer.byteLength(engine.socketDir)).toBeLessThan(90)
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
  await sql.end()
  await engine.stop()
  rmSync(engine.socketDir, { recursive: true, force: true })
})

test('migrating twice does nothing the second time; a database from a newer version is refused', async () => {
  const engine = await startEngine(newDir(), { durable: false })
  const sql = connectEngine(engine)
  expect((await migrate(sql)).length).toBeGreaterThan(0)
  expect(await migrate(sql)).toEqual([])
  await sql`insert into migration (name) values ('9999-later.sql')`
  await expect(migrate(sql)).rejects.toThrow('9999-later.sql')
  await sql.end()
  await engine.stop()
})
