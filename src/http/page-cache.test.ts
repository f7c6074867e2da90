import { expect, test } from 'vitest'
import { PageCache } from './page-cache.ts'

test('an answer is good for its stamp and no other', () => {
  const cache = new PageCache()
  cache.keep('a', '1', 'eins')
  expect(cache.find('a', '1')).toBe('eins')
  expect(cache.find('a', '2')).toBeNull()
  expect(cache.find('b', '1')).toBeNull()
  cache.keep('a', '2', 'zwei')
  expect([cache.find('a', '2'), cache.find('a', '1')]).toEqual(['zwei', null])
})

test('what was asked for longest ago goes first; what is larger than everything is not kept', () => {
  const cache = new PageCache(10)
  cache.keep('a', '1', '1234')
  cache.keep('b', '1', '1234')
  expect(cache.find('a', '1')).toBe('1234')
  cache.keep('c', '1', '1234')
  expect([cache.find('a', '1'), cache.find('b', '1'), cache.find('c', '1')]).toEqual(['1234', null, '1234'])
  cache.keep('a', '2', 'x'.repeat(11))
  expect([cache.find('a', '1'), cache.find('a', '2'), cache.find('c', '1')]).toEqual([null, null, '1234'])
  cache.keep('d', '1', '123456')
  expect([cache.find('c', '1'), cache.find('d', '1')]).toEqual(['1234', '123456'])
})
