// Two panes that follow each other: the one under the hand leads, the other shows the same duty at the same height.
import { type RefObject, useCallback, useEffect, useRef } from 'react'

const WAIT = 250

type Pane = RefObject<HTMLElement | null>

const markOf = (pane: HTMLElement, id: string) =>
  pane.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)

/** The first marked duty at or below the top edge of `pane`, and how far below it stands. */
function topmost(pane: HTMLElement): { id: string; offset: number } | null {
  const top = pane.getBoundingClientRect().top
  for (const mark of pane.querySelectorAll<HTMLElement>('[data-id]')) {
    if (mark.dataset.kind && mark.dataset.kind !== 'task') continue
    const box = mark.getBoundingClientRect()
    if (box.bottom > top + 40 && mark.dataset.id) return { id: mark.dataset.id, offset: box.top - top }
  }
  return null
}

function align(pane: HTMLElement, id: string, offset: number) {
  const mark = markOf(pane, id)
  if (!mark) return
  const here = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top
  pane.scrollTop += here - Math.max(offset, 8)
}

/** Scrolls `element` a third from the top of its pane; on a phone the page itself scrolls. */
export function bringUp(pane: HTMLElement, element: Element) {
  if (getComputedStyle(pane).overflowY === 'visible') return element.scrollIntoView({ block: 'center' })
  const top = element.getBoundingClientRect().top - pane.getBoundingClientRect().top
  pane.scrollTop += top - Math.min(pane.clientHeight / 3, 160)
}

/** Brings `[data-id=id]` into view when it is not. */
export function reveal(pane: HTMLElement | null, id: string) {
  const mark = pane && markOf(pane, id)
  if (!pane || !mark) return
  const box = mark.getBoundingClientRect()
  const frame = pane.getBoundingClientRect()
  const top = Math.max(frame.top, 0) + 44
  const bottom = Math.min(frame.bottom, window.innerHeight) - 24
  if (box.top < top || box.bottom > bottom) bringUp(pane, mark)
}

/** Joins the two panes; `hush` keeps them from following while the screen itself scrolls them. */
export function usePaneSync(left: Pane, right: Pane, isOn: boolean) {
  const quietUntil = useRef(0)
  const hush = useCallback(() => {
    quietUntil.current = performance.now() + WAIT
  }, [])
  useEffect(() => {
    const a = left.current
    const b = right.current
    if (!isOn || !a || !b) return
    let leader: HTMLElement | null = null
    let frame = 0
    const follow = (from: HTMLElement, to: HTMLElement) => () => {
      if (leader !== from || performance.now() < quietUntil.current) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const top = topmost(from)
        if (top) align(to, top.id, top.offset)
      })
    }
    const lead = (pane: HTMLElement) => () => {
      leader = pane
    }
    const listeners: [HTMLElement, string, () => void][] = [
      [a, 'scroll', follow(a, b)],
      [b, 'scroll', follow(b, a)],
    ]
    for (const pane of [a, b])
      for (const kind of ['pointerenter', 'pointerdown', 'wheel', 'touchstart', 'focusin'])
        listeners.push([pane, kind, lead(pane)])
    for (const [pane, kind, listener] of listeners) pane.addEventListener(kind, listener, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      for (const [pane, kind, listener] of listeners) pane.removeEventListener(kind, listener)
    }
  }, [left, right, isOn])
  return hush
}
