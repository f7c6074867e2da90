// A clause in its place: the lines of the source around it, the quoted words marked.
import { Anchor, Mark, Paper, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import * as words from '../vocabulary/words.ts'
import { markedPieces } from './clause.ts'
import type { DocumentRef, Task } from './work.ts'

/** Where the words stand, when that is not the plan itself: its number and day, and the way to its text. */
export function SourceOf({ document }: { document: DocumentRef }) {
  const { id, number, title, issued, isOwn, file } = document
  if (isOwn && !file) return null
  const name = [number, title].filter(Boolean).join(': ')
  return (
    <Text size="sm">
      <Anchor
        component={Link}
        to="/plans/$id"
        params={{ id } as never}
        search={{ tab: 'documents' } as never}
        size="sm"
      >
        {file ? words.addition.inFile(file) : words.addition.bySource(name, issued)}
      </Anchor>
    </Text>
  )
}

export function Clause({ item }: { item: Task['item'] }) {
  const numbers = item.spans.map((span) => span.line)
  const quoted = item.lines
    .flatMap(({ n, text }) =>
      markedPieces(
        text,
        item.spans.filter((span) => span.line === n),
      ),
    )
    .filter((piece) => piece.isMarked)
    .map((piece) => piece.text)
    .join(' ')
  const isInPlace = quoted !== ''
  return (
    <Stack gap="xs">
      <SourceOf document={item.document} />
      {(!isInPlace || !quoted.includes(item.quote)) && (
        <>
          {isInPlace && (
            <Text size="sm" c="gray.7">
              {words.task.edited}
            </Text>
          )}
          <Text component="blockquote" m={0} fw={600} style={{ whiteSpace: 'pre-wrap' }}>
            {item.quote}
          </Text>
        </>
      )}
      {isInPlace && (
        <Paper withBorder p="sm" bg="gray.0">
          <Text size="xs" c="gray.7" mb={4}>
            {words.task.clauseLines(Math.min(...numbers) + 1, Math.max(...numbers) + 1)}
          </Text>
          {item.lines.map(({ n, text }) => (
            <Text key={n} size="sm" c={numbers.includes(n) ? 'dark.9' : 'gray.7'} mb={4}>
              {markedPieces(
                text,
                item.spans.filter((span) => span.line === n),
              ).map((piece) => (piece.isMarked ? <Mark key={piece.from}>{piece.text}</Mark> : piece.text))}
            </Text>
          ))}
        </Paper>
      )}
    </Stack>
  )
}
