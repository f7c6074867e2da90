#!/usr/bin/env node
// Plain JavaScript, because it may be started by the machine's own Node 20: installs what is missing, builds what
// is stale, then hands over to the pinned Node.
import { spawn } from 'node:child_process'
import { build, install, pinnedNode, ROOT, SERVER_FLAGS } from './prepare.mjs'

const args = process.argv.slice(2)
install()
if (args[0] === 'serve') build()
// The channel ends the server in order, also when we are killed without a word: no server is left behind.
const flags = args[0] === 'extract' ? [] : SERVER_FLAGS
const child = spawn(pinnedNode(), [...flags, `${ROOT}/src/main.ts`, ...args], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
// Ctrl-C reaches the child by itself, and a second signal would end it at once; a supervisor signals us alone.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    if (args[0] !== 'serve') child.kill(signal)
    else if (child.connected) child.disconnect()
  })
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
