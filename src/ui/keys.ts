// When a key stroke is a shortcut and when it is writing.
import { useEffect, useRef } from 'react'

/** Whether the stroke belongs to a field or to an open dialog. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]') !== null ||
    document.querySelector('[role="dialog"][aria-modal="true"]') !== null
  )
}

/** Calls `handle` for every stroke outside fields and dialogs; what it answers true to goes no further. */
export function useShortcuts(handle: (event: KeyboardEvent) => boolean) {
  const latest = useRef(handle)
  useEffect(() => {
    latest.current = handle
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event)) return
      if (latest.current(event)) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
