// The pages about agencies, one beside the other.
import { Button, Group } from '@mantine/core'
import { Link, useRouterState } from '@tanstack/react-router'
import * as words from '../vocabulary/words.ts'

const PAGES = [
  ['/agencies', words.succession.tabs.directory],
  ['/agencies/reorganisations', words.succession.tabs.reorganisations],
  ['/agencies/groups', words.succession.tabs.groups],
] as const

export function AgencyTabs() {
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (
    <Group component="nav" aria-label={words.agency.title} gap={4}>
      {PAGES.map(([to, label]) => (
        <Button
          key={to}
          component={Link}
          to={to}
          size="compact-md"
          variant={path === to ? 'light' : 'subtle'}
          aria-current={path === to ? 'page' : undefined}
        >
          {label}
        </Button>
      ))}
    </Group>
  )
}
