// `npm test`: installs, builds, then types, lint and every test; ends with one line "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, install, pinnedNode, ROOT } from './prepare.mjs'

install({ dev: true })
build()
const results = mkdtempSync(join(tmpdir(), 'chutri-results-'))
const report = join(results, 'vitest.json')
const modules = join(ROOT, 'node_modules')
const node = (...args) => spawnSync(pinnedNode(), args, { cwd: ROOT, stdio: 'inherit' }).status === 0

let passed = 0
let failed = 0
const count = (name, isGood) => {
  if (isGood) passed++
  else failed++
  console.log(`${isGood ? 'ok' : 'FAILED'}  ${name}`)
}

count('types', node(join(modules, 'typescript', 'bin', 'tsc')))
count('lint', node(join(modules, '@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings'))
const args = process.argv.slice(2)
const ran = node(
  join(modules, 'vitest', 'vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile=${report}`,
  ...args,
)
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
  passed += numPassedTests
  failed += numFailedTests
  // A file that could not even be loaded has no failed test of its own.
  if (!ran && numFailedTests === 0) failed += Math.max(1, numFailedTestSuites)
} catch {
  failed++
}
rmSync(results, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
