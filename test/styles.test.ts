// Every part of Mantine that a page uses brings its styles: the list in ui/mantine.css.ts knows all of them.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(ROOT, 'src', name), 'utf8')
const listed = new Set(
  [...read('ui/mantine.css.ts').matchAll(/styles\/([\w-]+)\.css/g)].map(([, name = '']) => name),
)

test('no part is used without its styles', () => {
  const used = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .flatMap((name) => [...read(name).matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)])
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
  const withStyles = [...new Set(used)].filter((name) =>
    existsSync(join(ROOT, 'node_modules/@mantine/core/styles', `${name}.css`)),
  )
  expect(withStyles.filter((name) => !listed.has(name))).toEqual([])
})
