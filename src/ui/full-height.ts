import { useLayoutEffect, useRef } from 'react'

/** The screen ends where the window does, whatever stands above it: only its panes scroll. */
export function useFullHeight(isOn: boolean) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const stretch = () => {
      const element = place.current
      if (!element) return
      const top = element.getBoundingClientRect().top + window.scrollY
      element.style.height = isOn ? `max(420px, calc(100dvh - ${Math.round(top)}px - 12px))` : 'auto'
    }
    stretch()
    window.addEventListener('resize', stretch)
    return () => window.removeEventListener('resize', stretch)
  }, [isOn])
  return place
}
