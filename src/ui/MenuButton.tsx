// A button that opens a menu, told as data. The menu itself comes after the page; a click before it came is kept.
import { cloneElement, type ReactElement, type Ref, useRef, useState } from 'react'
import { later } from './later.ts'

/** A page of this program, a file to keep, or a deed. */
export interface MenuEntry {
  label: string
  to?: string
  search?: object
  /** The address of a file. */
  download?: string
  onClick?: () => void
  isDisabled?: boolean
  /** The page one is on. */
  isCurrent?: boolean
  lang?: string
}

/** A part of the menu; a line is drawn between two of them. */
export interface MenuPart {
  heading?: string | undefined
  entries: readonly MenuEntry[]
}

export type MenuPosition = 'bottom-start' | 'bottom-end' | 'top-start'

export interface FaceProps {
  ref?: Ref<HTMLButtonElement>
  onClick?: () => void
  onPointerEnter?: () => void
  'aria-haspopup'?: 'menu'
  'aria-expanded'?: boolean
}

interface Props {
  /** The button. */
  face: ReactElement<FaceProps>
  parts: readonly MenuPart[]
  position?: MenuPosition
}

const useMenu = later(() => import('./MenuList.tsx'))

export function MenuButton({ face, parts, position = 'bottom-end' }: Props) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { part, hadFocus, hurry } = useMenu(button)
  if (part) return <part.MenuList {...{ face, parts, position, hadFocus, isOpen, setOpen }} />
  return cloneElement(face, {
    ref: button,
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: hurry,
    onClick: () => {
      setOpen(!isOpen)
      hurry()
    },
  })
}
