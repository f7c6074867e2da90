// The body of a draft as a list of parts: headings and paragraphs to write, move and take out; tables are only shown.
import { ActionIcon, Button, Group, Paper, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import * as words from '../vocabulary/words.ts'
import { blocksOf } from './blocks.ts'
import type { EditedBlock, ShownPaper } from './exchange.ts'

const w = words.signing
/** More fields at once than this make a page slow. */
const AT_ONCE = 40

interface Props {
  body: EditedBlock[]
  paper: ShownPaper
  onChange: (body: EditedBlock[]) => void
}

export function BlockList({ body, paper, onChange }: Props) {
  const [page, setPage] = useState(0)
  const keys = useRef<number[]>([])
  const next = useRef(0)
  // A key for each part, so that a part that moves keeps its field.
  while (keys.current.length < body.length) keys.current.push(next.current++)
  const pages = Math.max(1, Math.ceil(body.length / AT_ONCE))
  const first = Math.min(page, pages - 1) * AT_ONCE
  const put = (at: number, ...blocks: EditedBlock[]) => {
    keys.current.splice(at, 0, ...blocks.map(() => next.current++))
    onChange([...body.slice(0, at), ...blocks, ...body.slice(at)])
  }
  const change = (at: number, block: EditedBlock) => onChange(body.map((one, n) => (n === at ? block : one)))
  const remove = (at: number) => {
    keys.current.splice(at, 1)
    onChange(body.filter((_, n) => n !== at))
  }
  const move = (at: number, to: number) => {
    const swapped = [...body]
    const [a, b] = [swapped[at], swapped[to]]
    if (!a || !b) return
    swapped[at] = b
    swapped[to] = a
    const [keyA = 0, keyB = 0] = [keys.current[at], keys.current[to]]
    keys.current[at] = keyB
    keys.current[to] = keyA
    onChange(swapped)
  }
  return (
    <Stack gap="xs" role="group" aria-label={w.body}>
      <Text size="sm" fw={500}>
        {w.body}
      </Text>
      {body.length === 0 && (
        <Text size="sm" c="gray.7">
          {w.bodyEmpty}
        </Text>
      )}
      {body.slice(first, first + AT_ONCE).map((block, n) => {
        const at = first + n
        return (
          <Paper key={keys.current[at]} withBorder p="xs">
            <Group gap="xs" align="flex-start" wrap="nowrap">
              <div style={{ flex: 1, minWidth: 0 }}>
                <Fields block={block} at={at} paper={paper} onChange={(changed) => change(at, changed)} />
              </div>
              <Stack gap={4}>
                <Tool
                  sign="↑"
                  label={w.moveUp(at + 1)}
                  isDisabled={at === 0}
                  onClick={() => move(at, at - 1)}
                />
                <Tool
                  sign="↓"
                  label={w.moveDown(at + 1)}
                  isDisabled={at === body.length - 1}
                  onClick={() => move(at, at + 1)}
                />
                {block.kind !== 'table' && (
                  <Tool sign="×" label={w.remove(at + 1)} onClick={() => remove(at)} />
                )}
              </Stack>
            </Group>
          </Paper>
        )
      })}
      {pages > 1 && (
        <Group gap="xs">
          <Button size="xs" variant="default" disabled={first === 0} onClick={() => setPage(page - 1)}>
            {w.partsBefore}
          </Button>
          <Text size="sm">
            {w.partsShown(first + 1, Math.min(first + AT_ONCE, body.length), body.length)}
          </Text>
          <Button
            size="xs"
            variant="default"
            disabled={first + AT_ONCE >= body.length}
            onClick={() => setPage(page + 1)}
          >
            {w.partsAfter}
          </Button>
        </Group>
      )}
      <Add
        onAdd={(...blocks) => {
          put(body.length, ...blocks)
          setPage(Math.ceil((body.length + blocks.length) / AT_ONCE) - 1)
        }}
      />
    </Stack>
  )
}

interface ToolProps {
  sign: string
  label: string
  isDisabled?: boolean
  onClick: () => void
}

const Tool = ({ sign, label, isDisabled = false, onClick }: ToolProps) => (
  <ActionIcon variant="default" aria-label={label} title={label} disabled={isDisabled} onClick={onClick}>
    {sign}
  </ActionIcon>
)

interface FieldsProps {
  block: EditedBlock
  at: number
  paper: ShownPaper
  onChange: (block: EditedBlock) => void
}

function Fields({ block, at, paper, onChange }: FieldsProps) {
  if (block.kind === 'table') {
    const table = paper.body[block.at]
    const total = table?.kind === 'table' ? table.total : 0
    return (
      <Text size="sm" c="gray.8">
        ▦ {w.tableHere(total)}
      </Text>
    )
  }
  const text = (
    <Textarea
      aria-label={w.partText(at + 1)}
      autosize
      minRows={block.kind === 'heading' ? 1 : 2}
      maxRows={16}
      maxLength={20_000}
      value={block.text}
      onChange={(event) => onChange({ ...block, text: event.currentTarget.value })}
    />
  )
  if (block.kind === 'paragraph') return text
  return (
    <Group gap="xs" align="flex-start">
      <Select
        aria-label={w.partLevel(at + 1)}
        data={([1, 2, 3] as const).map((level) => ({ value: String(level), label: w.levels[level] }))}
        value={String(block.level)}
        onChange={(level) => level && onChange({ ...block, level: Number(level) as 1 | 2 | 3 })}
        allowDeselect={false}
        w={120}
      />
      <TextInput
        aria-label={w.partLabel(at + 1)}
        value={block.label}
        onChange={(event) => onChange({ ...block, label: event.currentTarget.value })}
        w={70}
      />
      <div style={{ flex: '1 1 220px', minWidth: 0 }}>{text}</div>
    </Group>
  )
}

function Add({ onAdd }: { onAdd: (...blocks: EditedBlock[]) => void }) {
  const [pasted, setPasted] = useState<string | null>(null)
  const paste = () => {
    onAdd(...blocksOf(pasted ?? ''))
    setPasted(null)
  }
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          onClick={() => onAdd({ kind: 'heading', level: 1, label: '', text: '' })}
        >
          {w.addHeading}
        </Button>
        <Button size="xs" variant="default" onClick={() => onAdd({ kind: 'paragraph', text: '' })}>
          {w.addParagraph}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-expanded={pasted !== null}
          onClick={() => setPasted(pasted === null ? '' : null)}
        >
          {w.paste}
        </Button>
      </Group>
      {pasted !== null && (
        <>
          <Textarea
            label={w.paste}
            description={w.pasteHint}
            autosize
            minRows={4}
            maxRows={16}
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
          <Group>
            <Button size="xs" disabled={!pasted.trim()} onClick={paste}>
              {w.pasteAdd}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  )
}
