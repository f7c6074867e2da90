// The menu of a MenuButton: what makes it float and move by keys is heavy, so it comes after the page.
import { Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { cloneElement, Fragment, type ReactElement, useEffect, useRef, useState } from 'react'
import type { FaceProps, MenuEntry, MenuPart, MenuPosition } from './MenuButton.tsx'

interface Props {
  face: ReactElement<FaceProps>
  parts: readonly MenuPart[]
  position: MenuPosition
  hadFocus: boolean
  isOpen: boolean
  setOpen: (isOpen: boolean) => void
}

export function MenuList({ face, parts, position, hadFocus, isOpen, setOpen }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  // A menu wanted before it came opens a moment after it stands: only then does the focus find its way back.
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    if (hadFocus) button.current?.focus()
    setReady(true)
  }, [hadFocus])
  return (
    <Menu
      opened={isReady && isOpen}
      onChange={setOpen}
      position={position}
      withArrow
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>{cloneElement(face, { ref: button })}</Menu.Target>
      <Menu.Dropdown maw="min(360px, calc(100vw - 24px))" mah="70dvh" style={{ overflowY: 'auto' }}>
        {parts.map(({ heading, entries }, index) => (
          // The parts of a menu have their fixed order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Fragment key={index}>
            {index > 0 && <Menu.Divider />}
            {heading && <Menu.Label>{heading}</Menu.Label>}
            {entries.map((entry) => (
              <Entry key={`${entry.label} ${entry.download ?? ''}`} {...entry} />
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Entry({ label, to, search, download, onClick, isDisabled, isCurrent, lang }: MenuEntry) {
  if (to)
    return (
      <Menu.Item
        component={Link}
        to={to}
        search={search as never}
        aria-current={isCurrent ? 'page' : undefined}
        fw={isCurrent ? 700 : undefined}
      >
        {label}
      </Menu.Item>
    )
  if (download)
    return (
      <Menu.Item component="a" href={download} download>
        {label}
      </Menu.Item>
    )
  return (
    <Menu.Item onClick={onClick} disabled={isDisabled} lang={lang}>
      {label}
    </Menu.Item>
  )
}
