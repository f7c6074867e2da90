// Where a thing of the waiting graph is opened, and how it is named in a line.
import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import * as words from '../vocabulary/words.ts'
import type { Thing } from './waiting.ts'

export interface Address {
  to: string
  params?: Record<string, string>
  search?: Record<string, string>
}

/** The fact behind a node: the assignment, the item (an event is recorded there), the difficulty, the plan. */
export function addressOf({ kind, id }: Pick<Thing, 'kind' | 'id'>): Address {
  switch (kind) {
    case 'assignment':
      return { to: '/work/$id', params: { id } }
    case 'item':
    case 'event':
      return { to: '/items/$id', params: { id } }
    case 'difficulty':
      return { to: '/difficulties/$id', params: { id } }
    case 'plan':
      return { to: '/plans/$id', params: { id } }
    case 'agency':
      return { to: '/waiting', search: { agency: 'all', at: id } }
  }
}

/** "Vướng mắc: Chưa có mặt bằng"; of an assignment its words alone, its agency stands beside. */
export function nameOf({ kind, label, plan, isPart }: Thing): string {
  if (isPart) return words.waiting.part(label)
  if (kind === 'plan') return words.waiting.noOverseer(plan?.number ?? label)
  if (kind === 'assignment' || kind === 'agency') return label
  return `${words.waiting.kinds[kind]}: ${label}`
}

export function Open({
  to,
  children,
  fw,
  lines = 2,
}: {
  to: Address
  children: ReactNode
  fw?: number
  lines?: number
}) {
  return (
    <Anchor
      component={Link}
      {...(to as { to: string })}
      size="sm"
      fw={fw}
      lineClamp={lines}
      underline="always"
    >
      {children}
    </Anchor>
  )
}

/** The thing as a link, with whose it is. */
export function ThingLine({ thing, lines }: { thing: Thing; lines?: number }) {
  return (
    <>
      <Open to={addressOf(thing)} lines={lines}>
        {nameOf(thing)}
      </Open>
      {thing.kind !== 'agency' && (
        <Text size="xs" c="gray.7" span>
          {[thing.agency?.name, thing.plan?.number].filter(Boolean).join(' · ')}
        </Text>
      )}
    </>
  )
}
