// Whether there is room for a table: on a screen from 62em on, and always on paper.
import { useMediaQuery } from '@mantine/hooks'

export const useIsWide = (): boolean =>
  useMediaQuery('(min-width: 62em), print', undefined, { getInitialValueInEffect: false }) ?? false
