// Whether there is room for a table: on a screen from 62em on, and always on paper.
import { useMediaQuery } from '@mantine/hooks'

export const useIsWide = (): boolean =>
  useMediaQuery('(min-width: 62em), print', undefined, { getInitialValueInEffect: false }) ?? false

/** A screen on which the menu is folded away as well. */
export const useIsPhone = (): boolean =>
  useMediaQuery('screen and (max-width: 47.99em)', undefined, { getInitialValueInEffect: false }) ?? false
