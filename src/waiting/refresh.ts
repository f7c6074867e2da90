// After what must be done first has changed.
import type { QueryClient } from '@tanstack/react-query'

/** A wait more or less changes every page that shows waits, and the item's version. */
export const refresh = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: ['waiting'] }),
    client.invalidateQueries({ queryKey: ['item'] }),
  ])
