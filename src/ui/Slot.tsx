// Places on a page that later rooms fill: the page of an assignment knows nothing of difficulties or comments, main.tsx
// says what stands there. Each part gets the id of the page's subject and comes with its own loading and failure.
import { type ComponentType, createContext, Suspense, useContext } from 'react'

export interface SlotProps {
  id: string
  /** Of a place that many kinds of page share, which of them: the register of a row. */
  of?: string
}

export type SlotName = 'assignment' | 'item' | 'plan' | 'difficulty' | 'agency' | 'leader' | 'register-row'
export type Slots = Partial<Record<SlotName, readonly ComponentType<SlotProps>[]>>

const Filled = createContext<Slots>({})
export const SlotProvider = Filled.Provider

/** Everything that main.tsx puts at this place, in order. */
export function Slot({ name, ...props }: SlotProps & { name: SlotName }) {
  const parts = useContext(Filled)[name] ?? []
  return (
    <Suspense fallback={null}>
      {parts.map((Part, index) => (
        // The list is fixed when the program starts.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Part key={index} {...props} />
      ))}
    </Suspense>
  )
}
