// `npm run campaign:reading`: the properties of reading with thirty times their usual cases, over 10,000 in all.
// CHUTRI_CORPUS adds real plans to what is shuffled and cut.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { install, pinnedNode, ROOT } from './prepare.mjs'

install({ dev: true })
const tests = ['test/hostile', 'src/reading', 'src/document']
const { status } = spawnSync(
  pinnedNode(),
  [join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...tests],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, CHUTRI_NIGHTLY: '1' } },
)
process.exit(status ?? 1)
