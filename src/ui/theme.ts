// The look: calm, dense enough for office work, contrast at WCAG AA, focus always visible.

import { createTheme, type MantineColorsTuple, type OptionsFilter } from '@mantine/core'
import { searchKey } from '../base/text.ts'
import * as words from '../vocabulary/words.ts'

const lake: MantineColorsTuple = [
  '#e9f5fa',
  '#d3e8f1',
  '#a4d0e3',
  '#72b6d5',
  '#4aa1c9',
  '#2f93c2',
  '#1b7fae',
  '#0f6a93',
  '#0b5779',
  '#06435e',
]

/** Choices are found without diacritics, by their words in any order; a group without a hit falls away. */
const filter: OptionsFilter = ({ options, search, limit }) => {
  const wanted = searchKey(search).split(' ')
  const isHit = ({ label }: { label: string }) => {
    const key = searchKey(label)
    return wanted.every((word) => key.includes(word))
  }
  return options
    .map((option) => ('group' in option ? { ...option, items: option.items.filter(isHit) } : option))
    .filter((option) => ('group' in option ? option.items.length > 0 : isHit(option)))
    .slice(0, limit)
}

export const theme = createTheme({
  primaryColor: 'lake',
  primaryShade: 7,
  colors: { lake },
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  defaultRadius: 'sm',
  fontSizes: { xs: '0.8rem', sm: '0.9rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  focusRing: 'always',
  cursorType: 'pointer',
  // By name: naming the parts themselves would send them with every page.
  components: {
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': words.common.close } } },
    Select: { defaultProps: { filter } },
    MultiSelect: { defaultProps: { filter } },
  },
})
