// Where this person was named, in person or through the agency: read one by one, or all that were seen.
import { Anchor, Badge, Button, Card, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { get, send } from '../http/client.ts'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Body } from './Discussion.tsx'
import { MentionCount, MentionList, type MentionRow, type ReadForm, type SubjectKind } from './discussion.ts'
import { MENTIONS, useUnread } from './use-unread.ts'

const w = words.discussion.mentions

const PATH: Record<SubjectKind, string> = {
  plan: '/plans/$id',
  item: '/items/$id',
  assignment: '/work/$id',
  difficulty: '/difficulties/$id',
}

export function MentionsPage() {
  const { all } = useSearch({ strict: false }) as { all?: unknown }
  const unread = all === undefined
  const navigate = useNavigate()
  const count = useUnread()
  const client = useQueryClient()
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      queryKey: [...MENTIONS, 'list', unread],
      queryFn: ({ pageParam }) =>
        get(
          `/api/mentions?${new URLSearchParams({ unread: String(unread), ...(pageParam && { after: pageParam }) })}`,
          MentionList,
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next,
    })
  const read = useMutation({
    mutationFn: (which: ReadForm) => send('/api/mentions/read', { body: which, answer: MentionCount }),
    onSuccess: () => client.invalidateQueries({ queryKey: MENTIONS }),
  })
  const mentions = (data?.pages ?? []).flatMap((page) => page.mentions)
  const [newest] = mentions
  return (
    <Page
      title={w.title}
      actions={
        newest && count > 0 ? (
          <Button
            variant="default"
            loading={read.isPending}
            onClick={() => read.mutate({ until: newest.at })}
          >
            {w.readAll}
          </Button>
        ) : null
      }
    >
      <SegmentedControl
        aria-label={w.which}
        data={[
          { value: 'unread', label: w.unread(count) },
          { value: 'all', label: w.all },
        ]}
        value={unread ? 'unread' : 'all'}
        onChange={(value) =>
          void navigate({ to: '/mentions', search: (value === 'all' ? { all: 1 } : {}) as never })
        }
        style={{ alignSelf: 'flex-start' }}
      />
      {isPending && <Loading />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {read.error && <Failure error={read.error} />}
      {data && mentions.length === 0 && <Empty>{unread ? w.noneUnread : w.none}</Empty>}
      <Stack gap="sm">
        {mentions.map((mention) => (
          <Mention
            key={mention.comment}
            mention={mention}
            onRead={() => mention.read || read.mutate({ comments: [mention.comment] })}
          />
        ))}
      </Stack>
      {hasNextPage && (
        <Group>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.common.more}
          </Button>
        </Group>
      )}
    </Page>
  )
}

function Mention({ mention, onRead }: { mention: MentionRow; onRead: () => void }) {
  const { subject, author, about } = mention
  return (
    <Card withBorder p="sm" component="article">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Text size="sm">
          <b>{author.name}</b>
          {author.agency && ` (${author.agency})`} {w.named(mention.through)}
        </Text>
        {!mention.read && (
          <Badge color="red.9" variant="filled" tt="none">
            {w.isUnread}
          </Badge>
        )}
      </Group>
      <Text size="xs" c="gray.7">
        {words.moment(mention.at)} · {about.plan}
      </Text>
      {about.text && (
        <Text size="sm" c="gray.8" lineClamp={2}>
          {about.text}
        </Text>
      )}
      <Body pieces={mention.pieces} isStruck={mention.withdrawn} />
      <Group gap="md">
        <Anchor
          component={Link}
          to={PATH[subject.kind]}
          params={{ id: subject.id } as never}
          hash={`comment-${mention.comment}`}
          size="sm"
          onClick={onRead}
        >
          {w.open[subject.kind]}
        </Anchor>
        {!mention.read && (
          <Button size="compact-sm" variant="subtle" onClick={onRead}>
            {w.read}
          </Button>
        )}
      </Group>
    </Card>
  )
}
