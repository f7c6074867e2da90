// Whether there is room for a table: on a screen from 62em on, and always on paper.
import { useMediaQuery } from '@mantine/hooks'

export const useIsWide = (): boolean =>
  useMediaQuery('(min-width: 62em), print', undefined, { getInitialValueInEffect: false }) ?? false

/** A screen on which the menu is folded away as well. */
export const useIsPhone = (): boolean =>
  useMediaQuery('(max-width: 47.99em) and (not print)', undefined, { getInitialValueInEffect: false }) ??
  false
