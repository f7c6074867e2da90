// Rows of other registers that point to this one: the first of each, how many there are, and the way to another.
import { Anchor, Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { Failure, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Related, type RowPage } from './kit/exchange.ts'
import { listedColumns } from './kit/filter.ts'
import { type Register, say } from './kit/register.ts'
import { RowsView } from './RowsView.tsx'
import { findRegister } from './registers.ts'
import { rowKey } from './use-register.ts'

const w = words.registerPage

export function RelatedPart({ register, row }: { register: Register; row: RowPage }) {
  const { id } = row
  const { data, error, refetch } = useQuery({
    queryKey: [...rowKey(register.name, id), 'related'],
    queryFn: () => get(`/api/registers/${register.name}/rows/${id}/related`, Related),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  const all = (data ?? []).flatMap((related) => {
    const other = findRegister(related.register)
    if (!other) return []
    // Whoever enters rows of one place only adds to the rows of that place.
    const { create, places } = related.may
    return [
      { related, register: other, mayAdd: create === null && (places === null || row.may.change === null) },
    ]
  })
  // Of itself a row points to others by its own columns: nothing is begun here.
  const empty = all.filter(
    ({ related, register: other, mayAdd }) => related.count === 0 && mayAdd && other.name !== register.name,
  )
  return (
    <>
      {all
        .filter(({ related }) => related.count > 0)
        .map((one) => (
          <OneRegister key={`${one.register.name} ${one.related.column}`} {...one} id={id} />
        ))}
      {empty.length > 0 && (
        <Part title={w.nothingYet}>
          <Group gap="xs" className="screen-only">
            {empty.map((one) => (
              <AddButton key={`${one.register.name} ${one.related.column}`} {...one} id={id} />
            ))}
          </Group>
        </Part>
      )}
    </>
  )
}

interface OneProps {
  related: Related[number]
  register: Register
  mayAdd: boolean
  /** Of the row pointed to. */
  id: string
}

function OneRegister({ related, register, mayAdd, id }: OneProps) {
  const { rows, count, labels, column } = related
  const by = register.columns[column]
  const shown = listedColumns(register)
    .filter((name) => name !== column)
    .slice(0, 5)
  // Where several columns point here, or a register to itself, the column says which.
  const pointing = Object.values(register.columns).filter(
    (one) => one.kind === 'ref' && by?.kind === 'ref' && one.of === by.of,
  )
  const isNamed = pointing.length > 1 || (by?.kind === 'ref' && by.of === register.name)
  const title = isNamed && by ? `${say(register.label)}, ${say(by.label)}` : say(register.label)
  return (
    <Part title={w.relatedTitle(title, count)}>
      <RowsView register={register} rows={rows} labels={labels} columns={shown} isPart />
      <Group gap="md" className="screen-only">
        {mayAdd && <AddButton {...{ related, register, id }} />}
        {count > rows.length && (
          <Anchor
            component={Link}
            to="/registers/$name"
            params={{ name: register.name } as never}
            search={{ [column]: id } as never}
            size="sm"
          >
            {w.allOf(count)}
          </Anchor>
        )}
      </Group>
    </Part>
  )
}

const AddButton = ({ related, register, id }: Omit<OneProps, 'mayAdd'>) => (
  <Button
    component={Link}
    to="/registers/$name/new"
    params={{ name: register.name } as never}
    search={{ [related.column]: id } as never}
    size="xs"
    variant="default"
  >
    {w.addOne(say(register.one))}
  </Button>
)
