// j and k move the focus itself from row to row of a list, so that Enter opens the row as any link.
import { useHotkeys } from '@mantine/hooks'
import { useRef } from 'react'

/** `place`: the list; the link of each row in it carries `data-row`. */
export function useRowKeys() {
  const place = useRef<HTMLDivElement>(null)
  const links = () => [...(place.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const move = (by: number) => {
    const all = links()
    const now = all.indexOf(document.activeElement as HTMLElement)
    all[now < 0 ? 0 : Math.min(all.length - 1, Math.max(0, now + by))]?.focus()
  }
  useHotkeys([
    ['j', () => move(1)],
    ['k', () => move(-1)],
  ])
  /** The row one stands on. */
  const focused = () => links().find((link) => link === document.activeElement)
  return { place, focused }
}
