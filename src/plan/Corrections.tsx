// What was corrected, when, by whom and why, as a readable difference; for those who may, the way to a correction.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { Diff } from '../ui/Diff.tsx'
import { Empty, Failure, Loading, Part } from '../ui/parts.tsx'
import type { SlotProps } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { type Correction, CorrectionList, type ItemReading, type ReadingField } from './correction.ts'
import { dueText } from './ItemList.tsx'

const w = words.correction

function useCorrections(about: string) {
  return useInfiniteQuery({
    queryKey: ['corrections', about],
    queryFn: ({ pageParam }) =>
      get(`/api/corrections?${about}${pageParam ? `&after=${pageParam}` : ''}`, CorrectionList),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
}

/** On the page of an item, with the button that corrects it. */
export function OfItem({ id }: SlotProps) {
  const found = useCorrections(`item=${id}`)
  const whyNot = found.data?.pages[0]?.whyNot
  return (
    <Part title={w.title}>
      <List found={found} empty={w.noneOfItem} />
      {found.data && (
        <div>
          <Button
            size="xs"
            variant="default"
            component={Link}
            to="/items/$id/correct"
            params={{ id } as never}
            disabled={whyNot !== null}
          >
            {w.correct}
          </Button>
          {whyNot && (
            <Text size="xs" c="gray.7" mt={4}>
              {whyNot}
            </Text>
          )}
        </div>
      )}
    </Part>
  )
}

/** On the page of an assignment: only where its item was corrected. */
export function OfWork({ id }: SlotProps) {
  const found = useCorrections(`work=${id}`)
  if (!found.data?.pages[0]?.corrections.length) return null
  return (
    <Part title={w.title}>
      <List found={found} empty={w.noneOfItem} />
    </Part>
  )
}

/** Of a whole plan, each under the words of its duty. */
export const OfPlan = ({ id }: SlotProps) => (
  <List found={useCorrections(`plan=${id}`)} empty={w.noneOfPlan} isOfPlan />
)

function List({
  found,
  empty,
  isOfPlan = false,
}: {
  found: ReturnType<typeof useCorrections>
  empty: string
  isOfPlan?: boolean
}) {
  if (found.error) return <Failure error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading />
  const corrections = found.data.pages.flatMap((page) => page.corrections)
  if (corrections.length === 0) return isOfPlan ? <Empty>{empty}</Empty> : <Text size="sm">{empty}</Text>
  return (
    <Stack gap="md">
      {corrections.map((correction) => (
        <One key={correction.id} correction={correction} isOfPlan={isOfPlan} />
      ))}
      {found.hasNextPage && (
        <div>
          <Button
            size="compact-sm"
            variant="default"
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {words.common.more}
          </Button>
        </div>
      )}
    </Stack>
  )
}

function One({ correction, isOfPlan }: { correction: Correction; isOfPlan: boolean }) {
  const { before, after, reason, actor, at } = correction
  const fields = Object.keys(after) as ReadingField[]
  return (
    <article>
      {isOfPlan && (
        <Text
          component={Link}
          to="/items/$id"
          params={{ id: correction.itemId } as never}
          size="sm"
          fw={600}
          c="lake.9"
          lineClamp={2}
        >
          {words.task.section(correction.section)}: {correction.quote}
        </Text>
      )}
      <Text size="xs" c="gray.7">
        {[actor, words.moment(at)].join(' · ')}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {w.because(reason)}
      </Text>
      {fields.map((field) => (
        <Group key={field} gap={6} align="baseline" wrap="nowrap" mt={2}>
          <Text size="xs" c="gray.7" style={{ flexShrink: 0 }}>
            {w.fields[field]}:
          </Text>
          <Diff before={fieldText(field, before)} after={fieldText(field, after)} />
        </Group>
      ))}
    </article>
  )
}

/** A field of a reading as people read it. */
export function fieldText(field: ReadingField, reading: Partial<ItemReading>): string {
  switch (field) {
    case 'quote':
    case 'section':
      return reading[field] ?? ''
    case 'event':
      return reading.event ?? words.common.none
    case 'spans': {
      const lines = [...new Set((reading.spans ?? []).map(({ line }) => line + 1))]
      return lines.length ? w.lines(lines.join(', ')) : words.common.none
    }
    case 'leadPrinted':
    case 'coordinatingPrinted':
    case 'deliverables':
      return reading[field]?.join('; ') || words.common.none
    case 'bearers':
    case 'coordinators':
      return reading[field]?.map(({ name }) => name).join('; ') || words.common.none
    case 'due':
      return (reading.due && dueText(reading.due)) || words.planPages.dueKinds.none
    case 'outcome':
      return reading.outcome ? words.review.outcomes[reading.outcome] : ''
    case 'mergedInto':
      return reading.mergedInto
        ? `${words.task.section(reading.mergedInto.section)}: ${reading.mergedInto.quote}`
        : words.common.none
    case 'every':
      return words.follow.everyChoices[reading.every ?? 'once']
    case 'completion': {
      const { rule, share } = reading.completion ?? { rule: 'all', share: null }
      const { completions } = words.itemPage
      return rule === 'share' ? completions.share(share ?? 100) : completions[rule]
    }
  }
}
