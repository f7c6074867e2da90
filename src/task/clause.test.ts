import { expect, test } from 'vitest'
import { markedPieces } from './clause.ts'

const shown = (line: string, ...places: [number, number][]) =>
  markedPieces(
    line,
    places.map(([from, to]) => ({ from, to })),
  )
    .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
    .join('')

test.each<[string, [number, number][], string]>([
  ['một hai ba', [], 'một hai ba'],
  ['một hai ba', [[4, 7]], 'một [hai] ba'],
  [
    'một hai ba',
    [
      [8, 10],
      [0, 3],
    ],
    '[một] hai [ba]',
  ],
  [
    'một hai ba',
    [
      [0, 5],
      [4, 7],
    ],
    '[một h][ai] ba',
  ],
  ['một hai ba', [[4, 99]], 'một [hai ba]'],
  ['một hai ba', [[20, 30]], 'một hai ba'],
])('%s %j', (line, places, expected) => expect(shown(line, ...places)).toBe(expected))
