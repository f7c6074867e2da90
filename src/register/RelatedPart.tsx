// Rows of other registers that point to this one: the first of each, how many there are, and the way to another.
import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { Failure, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Related } from './kit/exchange.ts'
import { listedColumns } from './kit/filter.ts'
import { type Register, say } from './kit/register.ts'
import { RowsView } from './RowsView.tsx'
import { findRegister } from './registers.ts'
import { rowKey } from './use-register.ts'

const w = words.registerPage

export function RelatedPart({ register, id }: { register: Register; id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: [...rowKey(register.name, id), 'related'],
    queryFn: () => get(`/api/registers/${register.name}/rows/${id}/related`, Related),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  return data?.map((related) => (
    <OneRegister key={`${related.register} ${related.column}`} related={related} id={id} />
  ))
}

function OneRegister({ related, id }: { related: Related[number]; id: string }) {
  const { rows, count, labels, may, column } = related
  const register = findRegister(related.register)
  const by = register?.columns[column]
  // Where nothing is and nothing can be entered there is nothing to say.
  if (!register || !by || (count === 0 && may.create !== null)) return null
  const name = say(register.label)
  const search = { [column]: id }
  const shown = listedColumns(register)
    .filter((one) => one !== column)
    .slice(0, 5)
  // Another column than the first one that points here says which.
  const pointing = Object.values(register.columns).filter(
    (one) => one.kind === 'ref' && by.kind === 'ref' && one.of === by.of,
  )
  const title = pointing.length > 1 ? `${name} (${say(by.label)})` : name
  return (
    <Part title={w.relatedTitle(title, count)}>
      {rows.length > 0 && <RowsView register={register} rows={rows} labels={labels} columns={shown} isPart />}
      {count === 0 && (
        <Text size="sm" c="gray.7">
          {w.noneYet}
        </Text>
      )}
      <Stack gap={0}>
        <Group gap="md" className="screen-only">
          {may.create === null && (
            <Button
              component={Link}
              to="/registers/$name/new"
              params={{ name: register.name } as never}
              search={search as never}
              size="xs"
              variant="default"
            >
              {w.addOne(say(register.one))}
            </Button>
          )}
          {count > rows.length && (
            <Anchor
              component={Link}
              to="/registers/$name"
              params={{ name: register.name } as never}
              search={search as never}
              size="sm"
            >
              {w.allOf(count)}
            </Anchor>
          )}
        </Group>
      </Stack>
    </Part>
  )
}
