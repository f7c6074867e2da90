import { expect, test } from 'vitest'
import { PageCache } from './page-cache.ts'

const bytes = (text: string) => Buffer.from(text)
const find = (cache: PageCache, key: string, stamp: string) => cache.find(key, stamp)?.toString() ?? null

test('an answer is good for its stamp and no other', () => {
  const cache = new PageCache()
  cache.keep('a', '1', bytes('eins'))
  expect(find(cache, 'a', '1')).toBe('eins')
  expect(find(cache, 'a', '2')).toBeNull()
  expect(find(cache, 'b', '1')).toBeNull()
  cache.keep('a', '2', bytes('zwei'))
  expect([find(cache, 'a', '2'), find(cache, 'a', '1')]).toEqual(['zwei', null])
})

test('what was asked for longest ago goes first; what is larger than everything is not kept', () => {
  const cache = new PageCache(10)
  cache.keep('a', '1', bytes('1234'))
  cache.keep('b', '1', bytes('1234'))
  expect(find(cache, 'a', '1')).toBe('1234')
  cache.keep('c', '1', bytes('1234'))
  expect([find(cache, 'a', '1'), find(cache, 'b', '1'), find(cache, 'c', '1')]).toEqual([
    '1234',
    null,
    '1234',
  ])
  cache.keep('a', '2', bytes('x'.repeat(11)))
  expect([find(cache, 'a', '1'), find(cache, 'a', '2'), find(cache, 'c', '1')]).toEqual([null, null, '1234'])
  cache.keep('d', '1', bytes('123456'))
  expect([find(cache, 'c', '1'), find(cache, 'd', '1')]).toEqual(['1234', '123456'])
})
