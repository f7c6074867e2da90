import { afterEach, expect, test, vi } from 'vitest'
import { newKey } from './client.ts'

afterEach(() => vi.unstubAllGlobals())

test('keys are made also where the browser withholds randomUUID: plain http from another machine', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  expect(new Set([newKey(), newKey(), newKey()]).size).toBe(3)
  expect(newKey()).toMatch(/^[0-9a-f]{32}$/)
})
