// The list as a paper: the address of the list is the address of the file.
import { Button } from '@mantine/core'
import { MenuButton, type MenuPart } from '../ui/MenuButton.tsx'
import * as words from '../vocabulary/words.ts'
import { addressOf, type WorkFilter } from './work.ts'

const w = words.standing.paper
/** A row for each lượt giao, or for each nhiệm vụ with all of its own. */
const BY = ['assignment', 'item'] as const
const FORMS = [
  { form: 'docx', heading: w.word, of: w.wordOf },
  { form: 'xlsx', heading: w.excel, of: w.excelOf },
] as const

const papersOf = ({ after: _, ...list }: Partial<WorkFilter>) =>
  FORMS.map(({ form, heading, of }) => ({
    heading,
    of,
    entries: BY.map((by) => ({
      label: w.by[by],
      download: `/api/papers/work.${form}?${addressOf(list)}&by=${by}`,
    })),
  }))

/** Both kinds of paper as parts of a menu. */
export const paperParts = (filter: Partial<WorkFilter>): MenuPart[] =>
  papersOf(filter).map(({ heading, entries }) => ({ heading, entries }))

interface Props {
  filter: Partial<WorkFilter>
  /** Of which list, for those who hear the button and do not see what stands around it. */
  of?: string
  isSmall?: boolean
}

export function PaperMenu({ filter, of, isSmall }: Props) {
  return papersOf(filter).map(({ heading, of: said, entries }) => (
    <MenuButton
      key={heading}
      face={
        <Button
          variant="default"
          className="screen-only"
          size={isSmall ? 'compact-sm' : 'sm'}
          aria-label={of && said(of)}
        >
          {heading}
        </Button>
      }
      parts={[{ entries }]}
    />
  ))
}
