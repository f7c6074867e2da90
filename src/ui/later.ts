// Parts a page can be read without: their code comes once the browser has nothing else to do, or when somebody reaches
// for them. Until then something light stands in their place.
import { type RefObject, useEffect, useState } from 'react'

interface Come<T> {
  /** undefined until it is there. */
  part: T | undefined
  /** The focus was on what stood in its place, so it takes it over. */
  hadFocus: boolean
  /** Somebody wants it now; a part that cannot be fetched is then an error of the page. */
  hurry: () => void
}

/** Loaded once for the whole page, then there at once for everyone who uses it. */
export function later<T>(load: () => Promise<T>) {
  let come: T | undefined
  let coming: Promise<T> | undefined
  const fetch = () => {
    coming ??= load().then(
      (part) => {
        come = part
        return part
      },
      (error) => {
        // A lost connection: the next one who asks tries again.
        coming = undefined
        throw error
      },
    )
    return coming
  }
  /** `place`: what stands there until the part comes. */
  return function useLater(place: RefObject<HTMLElement | null>): Come<T> {
    const [state, setState] = useState({ part: come, hadFocus: false })
    const take = (part: T) =>
      setState((was) =>
        was.part
          ? was
          : { part, hadFocus: place.current !== null && place.current === document.activeElement },
      )
    // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when the page first stands
    useEffect(() => {
      if (state.part) return
      return whenIdle(() => void fetch().then(take, () => {}))
    }, [])
    return {
      ...state,
      hurry: () => {
        if (!state.part)
          fetch().then(take, (error) =>
            setState(() => {
              throw error
            }),
          )
      },
    }
  }
}

/** Not every browser in use tells when it is idle. */
function whenIdle(call: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(call, 500)
    return () => clearTimeout(timer)
  }
  const request = window.requestIdleCallback(call, { timeout: 2000 })
  return () => window.cancelIdleCallback(request)
}
