// What is said about a plan, an item, an assignment or a difficulty, the oldest first, and the field to say something.
import { Anchor, Box, Button, Group, Text } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { get, ProblemError, send } from '../http/client.ts'
import { useSession } from '../identity/session.tsx'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import type { SlotProps } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { Composer, useDraft } from './Composer.tsx'
import { type Comment, CommentList, type Piece, type Subject } from './discussion.ts'

const w = words.discussion

export const PlanDiscussion = ({ id }: SlotProps) => <Discussion key={id} kind="plan" id={id} />
export const ItemDiscussion = ({ id }: SlotProps) => <Discussion key={id} kind="item" id={id} />
export const DifficultyDiscussion = ({ id }: SlotProps) => <Discussion key={id} kind="difficulty" id={id} />
export const AssignmentDiscussion = ({ id }: SlotProps) => <Discussion key={id} kind="assignment" id={id} />

function Discussion(subject: Subject) {
  const client = useQueryClient()
  const queryKey = ['comments', subject.kind, subject.id]
  const writing = useDraft()
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      queryKey,
      queryFn: ({ pageParam }) =>
        get(
          `/api/comments?${new URLSearchParams({ ...subject, ...(pageParam && { after: pageParam }) })}`,
          CommentList,
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next,
    })
  const [first] = data?.pages ?? []
  const changed = () => void client.invalidateQueries({ queryKey })
  const comments = (data?.pages ?? []).flatMap((page) => page.comments).reverse()
  return (
    <Part title={first ? w.title(first.count) : w.titleLoading}>
      {isPending && <Loading />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {hasNextPage && (
        <Box>
          <Button
            size="compact-sm"
            variant="default"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {w.older}
          </Button>
        </Box>
      )}
      {comments.map((comment) => (
        <Said
          key={comment.id}
          comment={comment}
          onAnswer={first?.whyNot ? null : ({ author }) => writing.put(asNamed(author), null)}
          onChanged={changed}
        />
      ))}
      {first?.count === 0 && !first.whyNot && <Text size="sm">{w.nothingYet}</Text>}
      {first?.whyNot && <Text size="sm">{first.whyNot}</Text>}
      {first && !first.whyNot && <Composer subject={subject} writing={writing} onWritten={changed} />}
    </Part>
  )
}

const asNamed = ({ id, name, position }: Comment['author']) =>
  ({ kind: 'person', id, name, detail: position }) as const

function Said({
  comment,
  onAnswer,
  onChanged,
}: {
  comment: Comment
  onAnswer: ((comment: Comment) => void) | null
  onChanged: () => void
}) {
  const { accountId } = useSession()
  const [isAsking, setAsking] = useState(false)
  const place = useRef<HTMLElement>(null)
  const isPointedAt = useRouterState({ select: ({ location }) => location.hash === `comment-${comment.id}` })
  useEffect(() => {
    if (isPointedAt) place.current?.scrollIntoView({ block: 'center' })
  }, [isPointedAt])
  const withdraw = useMutation({
    mutationFn: () =>
      send(`/api/comments/${comment.id}/withdraw`, {
        version: comment.version,
        answer: z.object({ version: z.number().int() }),
      }),
    onSuccess: onChanged,
    onError: (error) => {
      if (error instanceof ProblemError && error.status === 412) onChanged()
    },
  })
  const isMine = comment.author.id === accountId
  const struck = comment.withdrawnAt
  return (
    <Box
      component="article"
      ref={place}
      id={`comment-${comment.id}`}
      pl="sm"
      style={{
        borderLeft: `3px solid var(--mantine-color-${isPointedAt ? 'lake-7' : 'gray-4'})`,
        background: isPointedAt ? 'var(--mantine-color-lake-0)' : undefined,
      }}
    >
      <Text size="sm" fw={600}>
        {comment.author.name}
        {comment.agency && (
          <Text span size="sm" fw={400}>
            {' '}
            ({comment.agency})
          </Text>
        )}
      </Text>
      <Text size="xs" c="gray.7">
        {words.moment(comment.at)}
        {struck && `. ${w.withdrawn(words.moment(struck))}`}
      </Text>
      <Body pieces={comment.pieces} isStruck={struck !== null} />
      {comment.reached.length > 0 && !struck && (
        <Text size="xs" c="gray.7">
          {w.reached(
            comment.reached.map(({ name, reached, read }) => w.readBy(name, read, reached)).join('; '),
          )}
        </Text>
      )}
      {withdraw.error && <Failure error={withdraw.error} />}
      {!struck && (
        <Group gap="xs">
          {onAnswer && !isMine && (
            <Button size="compact-xs" variant="subtle" ml={-8} onClick={() => onAnswer(comment)}>
              {w.answer}
            </Button>
          )}
          {comment.whyNotWithdraw === null && !isAsking && (
            <Button size="compact-xs" variant="subtle" ml={-8} onClick={() => setAsking(true)}>
              {w.withdraw}
            </Button>
          )}
          {isAsking && (
            <>
              <Text size="xs">{w.withdrawSure}</Text>
              <Button size="compact-xs" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
                {w.withdraw}
              </Button>
              <Anchor component="button" size="xs" onClick={() => setAsking(false)}>
                {words.common.cancel}
              </Anchor>
            </>
          )}
        </Group>
      )}
    </Box>
  )
}

/** Names stand out by weight and by their "@", not by colour alone. */
export function Body({ pieces, isStruck }: { pieces: readonly Piece[]; isStruck: boolean }) {
  const said = pieces.map((piece, at) =>
    'text' in piece ? (
      // Pieces of one comment never change their order.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <span key={at}>{piece.text}</span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <Text span key={at} fw={600} c="lake.9" inherit>
        @{piece.name}
      </Text>
    ),
  )
  return (
    <Text size="sm" my={2} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {isStruck ? <s>{said}</s> : said}
    </Text>
  )
}
