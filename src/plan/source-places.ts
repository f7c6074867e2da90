// Moving about in the drawn source without drawing it again: the cursor, the standing of each duty, a place to show.
import { type RefObject, useCallback, useEffect } from 'react'
import type { Span } from '../reading/draft.ts'
import { standingOf } from './ItemList.tsx'
import { bringUp } from './pane-sync.ts'
import type { ResolvedItem } from './resolve.ts'
import type { SourceTarget } from './SourceView.tsx'

const STANDINGS = ['is-open', 'is-assign', 'is-each', 'is-orientation', 'is-merged']

type Pane = RefObject<HTMLElement | null>

/** Marks in the source how every duty stands, and which is at hand; again when `marks` or `tab` drew it anew. */
export function useStandings(
  pane: Pane,
  items: readonly ResolvedItem[],
  currentId: string | null,
  marks: unknown,
  tab: string,
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: new marks are drawn without their classes
  useEffect(() => {
    const standings = new Map(items.map((item) => [item.id, `is-${standingOf(item)}`]))
    for (const mark of pane.current?.querySelectorAll<HTMLElement>('mark[data-kind="task"]') ?? []) {
      const wanted = standings.get(mark.dataset.id ?? '')
      for (const name of STANDINGS) mark.classList.toggle(name, name === wanted)
      mark.classList.toggle('is-current', mark.dataset.id === currentId)
    }
  }, [pane, items, currentId, marks, tab])
}

/** Scrolls the source to what was read there and outlines it. */
export function useShowPlace(pane: Pane) {
  return useCallback(
    (target: SourceTarget | null, spans: readonly Span[]) => {
      const source = pane.current
      if (!source) return
      for (const before of source.querySelectorAll('.is-shown')) before.classList.remove('is-shown')
      const shown = target
        ? [...source.querySelectorAll(`mark[data-id="${CSS.escape(target.id)}"]`)]
        : spans.flatMap((span) => source.querySelector(`[data-line="${span.line}"]`) ?? [])
      for (const element of shown) element.classList.add('is-shown')
      if (shown[0]) bringUp(source, shown[0])
    },
    [pane],
  )
}
