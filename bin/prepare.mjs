// What stands between a fresh clone and a running program: dependencies as the lock file says, the pages built.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const MODULES = join(ROOT, 'node_modules')
const PAGES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'bin/prepare.mjs']

/** The Node of package.json; the machine's own may be older. */
export const pinnedNode = () =>
  join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * What the server is started with: left to itself, Node lets garbage grow to several times what it holds before it
 * clears it away, and a small machine is full. Costs no request a second.
 */
export const SERVER_FLAGS = ['--heap-growing-percent=50', '--max-semi-space-size=4']

/** Runs `npm ci` when node_modules does not hold what the lock file says; `dev`: also what only tests need. */
export function install({ dev = false } = {}) {
  if (isInstalled(dev)) return
  console.error('Đang cài đặt các thành phần cần thiết, lần đầu mất khoảng một phút…')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  // A machine that forbids install scripts leaves Node and PostgreSQL without their binaries.
  if (!existsSync(pinnedNode())) run('npm', ['rebuild', '--ignore-scripts=false', '--loglevel=error'])
  if (!existsSync(pinnedNode()))
    fail('Không cài được Node ghim trong package.json. Hãy chạy "npm rebuild" rồi thử lại.')
}

/** npm writes its own list of what it installed, last of all: an installation broken off has none. */
function isInstalled(dev) {
  const list = join(MODULES, '.package-lock.json')
  if (!existsSync(list) || !existsSync(pinnedNode())) return false
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const here = packages(list)
  return Object.entries(packages(join(ROOT, 'package-lock.json'))).every(
    ([path, { version, optional, dev: isDev }]) =>
      path === '' || optional || (isDev && !dev) || here[path]?.version === version,
  )
}

/** Builds the pages when any source is newer than the last build. */
export function build() {
  const stamp = join(ROOT, 'dist', '.built')
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.error('Đang dựng giao diện…')
  run(pinnedNode(), [join(MODULES, 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error'])
  for (const name of readdirSync(join(ROOT, 'dist', 'assets')))
    if (/\.(js|css)$/.test(name)) compress(join(ROOT, 'dist', 'assets', name))
  console.error(`Trang việc tải lần đầu: ${Math.round(firstLoad('src/task/WorkPage.tsx') / 1000)} kB (gzip)`)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** Bytes, packed, that a browser fetches before it shows `page`: the entry, the page, and all they import. */
function firstLoad(page) {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'dist', '.vite', 'manifest.json'), 'utf8'))
  const chunks = new Set()
  const files = new Set(['index.html'])
  const add = (name) => {
    const chunk = manifest[name]
    if (!chunk || chunks.has(name)) return
    chunks.add(name)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const imported of chunk.imports ?? []) add(imported)
  }
  add('index.html')
  add(page)
  return [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(ROOT, 'dist', file)), { level: 9 }).length,
    0,
  )
}

/** Beside each file a smaller one for browsers that unpack: a commune's line is slow. */
function compress(file) {
  const bytes = readFileSync(file)
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  writeFileSync(`${file}.br`, brotliCompressSync(bytes))
}

/** Changes whenever a file that the pages are built from does. */
function fingerprint() {
  const hash = createHash('sha256')
  const look = (path) => {
    const about = statSync(path)
    if (about.isDirectory()) for (const name of readdirSync(path).sort()) look(join(path, name))
    else hash.update(`${path.slice(ROOT.length)} ${about.size} ${about.mtimeMs}\n`)
  }
  for (const name of PAGES) look(join(ROOT, name))
  return hash.digest('hex')
}

export function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: ROOT,
    // Standard output belongs to the command the user typed.
    stdio: [0, 2, 2],
    shell: process.platform === 'win32',
    ...options,
  })
  if (done.status !== 0) fail(`Lệnh "${command} ${args.join(' ')}" không hoàn thành.`)
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
