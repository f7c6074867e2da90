#!/usr/bin/env node
// Plain JavaScript, because it may be started by the machine's own Node 20: installs what is missing, builds what
// is stale, then hands over to the pinned Node.
import { spawn } from 'node:child_process'
import { build, install, pinnedNode, ROOT } from './prepare.mjs'

const args = process.argv.slice(2)
install()
if (args[0] === 'serve') build()
const child = spawn(pinnedNode(), [`${ROOT}/src/main.ts`, ...args], {
  // The channel tells the server when we are killed, so that it never runs on alone.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
// Ctrl-C reaches the child by itself; what a supervisor sends to us alone is passed on.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
