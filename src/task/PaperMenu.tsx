// The list as a paper: the address of the list is the address of the file.
import { Button, Menu } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import { addressOf, type WorkFilter } from './work.ts'

/** A row for each lượt giao, or for each nhiệm vụ with all of its own. */
const BY = ['assignment', 'item'] as const

interface Props {
  filter: Partial<WorkFilter>
  /** Of which list, for those who hear the button and do not see what stands around it. */
  of?: string
  isSmall?: boolean
}

export function PaperMenu({ filter, of, isSmall }: Props) {
  const w = words.standing.paper
  const { after: _, ...list } = filter
  const forms = [
    { form: 'docx', label: w.word, aria: w.wordOf },
    { form: 'xlsx', label: w.excel, aria: w.excelOf },
  ]
  return forms.map(({ form, label, aria }) => (
    <Menu key={form} position="bottom-end" withArrow>
      <Menu.Target>
        <Button
          variant="default"
          className="screen-only"
          size={isSmall ? 'compact-sm' : 'sm'}
          aria-label={of && aria(of)}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {BY.map((by) => (
          <Menu.Item
            key={by}
            component="a"
            href={`/api/papers/work.${form}?${addressOf(list)}&by=${by}`}
            download
          >
            {w.by[by]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  ))
}
