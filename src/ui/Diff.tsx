// A difference as people mark it on paper: struck out and underlined, read aloud with a word before each.
import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { diffWords } from '../base/diff.ts'
import * as words from '../vocabulary/words.ts'

export function Diff({ before, after }: { before: string; after: string }) {
  const pieces = useMemo(() => diffWords(before, after), [before, after])
  return (
    <Text size="sm" component="span" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {pieces.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`
        if (kind === 'same') return <span key={key}>{text}</span>
        const Mark = kind === 'out' ? 'del' : 'ins'
        return (
          <Mark key={key} className={`diff-${kind}`}>
            <span className="only-read-aloud">{words.common.diff[kind]}: </span>
            {text}
          </Mark>
        )
      })}
    </Text>
  )
}
