import { describe, expect, test } from 'vitest'
import * as words from '../vocabulary/words.ts'
import { REVIEW_KEYS, readStroke, type Stroke, struckKey } from './review-keys.ts'

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})

describe('review keys', () => {
  test('no key asks for two things, and every action is in the help', () => {
    const keys = REVIEW_KEYS.flatMap((entry) => entry.keys)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { action } of REVIEW_KEYS) expect(words.planPages.keys[action]).toBeTruthy()
  })

  test('with Ctrl, Alt or the system key the browser keeps its own shortcuts', () => {
    expect(readStroke(stroke('s'))?.action).toBe('widen')
    for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const)
      expect(readStroke(stroke('s', { [held]: true }))).toBeNull()
    expect(readStroke(stroke('q'))).toBeNull()
  })

  test('figures carry their number', () => {
    expect(readStroke(stroke('3'))).toEqual({ action: 'choose', choice: 3 })
  })

  test.each([
    ['đ', {}, 'd'],
    ['ú', {}, 's'],
    ['ụ', {}, 'j'],
    ['ũ', {}, 'x'],
    ['ấ', {}, 's'],
    ['ê', {}, 'e'],
    ['â', {}, 'a'],
    ['N', { shiftKey: true }, 'N'],
    ['N', {}, 'n'],
    ['Process', { code: 'KeyD' }, 'd'],
    ['?', { shiftKey: true }, '?'],
    ['ArrowDown', {}, 'ArrowDown'],
  ])('%s is the key struck under a Vietnamese keyboard program', (key, more, expected) => {
    expect(struckKey(stroke(key, more))).toBe(expected)
  })
})
