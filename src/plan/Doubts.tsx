// How far something read can be relied on: the mark, the reasons to look twice, the rule that read it.
import { Badge, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Confidence, Doubt } from '../reading/draft.ts'
import * as words from '../vocabulary/words.ts'

/** One labelled line of a card. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (!children) return null
  return (
    <Text span display="block" size="sm" mt={2}>
      <Text span size="xs" c="gray.7">
        {label}:{' '}
      </Text>
      {children}
    </Text>
  )
}

/** Said in words, beside the sign: never by colour alone. */
export function UnsureBadge({ doubts }: { doubts: readonly Doubt[] }) {
  if (!doubts.length) return null
  const isOnlyPicture = doubts.every((doubt) => doubt === 'scanned')
  return (
    <Badge size="sm" variant="outline" color="#8a4700" tt="none">
      ? {isOnlyPicture ? words.reading.fromPicture : words.reading.unsure}
    </Badge>
  )
}

/** The reasons in full; that a whole document is recognised is not repeated at every item unless asked for (`isFull`). */
export function Doubts({ doubts, isFull = false }: { doubts: readonly Doubt[]; isFull?: boolean }) {
  const shown = isFull ? doubts : doubts.filter((doubt) => doubt !== 'scanned')
  if (!shown.length) return null
  return (
    <span className="doubts">
      <span className="only-read-aloud">{words.reading.reasons}: </span>
      {shown.map((doubt) => (
        <Text span display="block" size="xs" key={doubt}>
          {words.reading.doubts[doubt]}
        </Text>
      ))}
    </span>
  )
}

/** Mark and reasons of something beside the duties; `confidence` is missing in drafts of older versions. */
export function Reliance({ confidence }: { confidence: Confidence | undefined }) {
  if (!confidence) return null
  return (
    <>
      <UnsureBadge doubts={confidence.doubts} />
      <Doubts doubts={confidence.doubts} isFull />
      {!confidence.sure && <Fact label={words.reading.readBy}>{words.reading.rules[confidence.rule]}</Fact>}
    </>
  )
}

/** Above a list: how many of it are unsure. */
export function UnsureCount({ read }: { read: readonly { confidence?: Confidence }[] }) {
  const unsure = read.filter(({ confidence }) => confidence && !confidence.sure).length
  if (!unsure) return null
  return (
    <Text size="sm" fw={600} px="sm" pt="sm">
      {words.reading.unsureHere(unsure, read.length)}
    </Text>
  )
}
