// One real PostgreSQL for the whole run, with one migrated database that each test file copies.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connectEngine, engineUrl } from '../src/store/database.ts'
import { startEngine } from '../src/store/engine.ts'
import { migrateJobs } from '../src/store/jobs.ts'
import { migrate } from '../src/store/migrate.ts'
import { browserPath } from './e2e/browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    socketDir: string
    user: string
  }
}

export default async function setup(project: TestProject) {
  await browserPath()
  const dataDir = mkdtempSync(join(tmpdir(), 'chutri-test-'))
  const engine = await startEngine(dataDir, { durable: false })
  const server = connectEngine(engine)
  await server`create database template_chutri`
  await server.end()
  const template = connectEngine(engine, 'template_chutri')
  await migrate(template)
  await migrateJobs(template, engineUrl(engine, 'template_chutri'))
  await template.end()
  project.provide('socketDir', engine.socketDir)
  project.provide('user', engine.user)
  return async () => {
    await engine.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
