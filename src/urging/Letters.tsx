// Letters drafted: the request, and what came of it with the way to each.
import { Alert, Anchor, List, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { newKey, send } from '../http/client.ts'
import * as words from '../vocabulary/words.ts'
import { LettersMade } from './letter.ts'

const w = words.urging.letter

/** The same press sent twice writes one letter. */
export function useLetters(onMade?: () => void) {
  const client = useQueryClient()
  const key = useRef(newKey())
  return useMutation({
    mutationFn: (body: { agencies: readonly string[]; plan?: string | undefined }) =>
      send('/api/urging/letters', { body, key: key.current, answer: LettersMade }),
    onSuccess: () => {
      key.current = newKey()
      onMade?.()
      return client.invalidateQueries({ queryKey: ['work'] })
    },
  })
}

export function Made({ made: { letters, underWay, none } }: { made: LettersMade }) {
  const list = (rows: LettersMade['underWay']) => (
    <List size="sm">
      {rows.map(({ agency, dossierId }) => (
        <List.Item key={dossierId}>
          <Anchor component={Link} to={`/papers/${dossierId}`} size="sm">
            {w.open(agency.name)}
          </Anchor>
        </List.Item>
      ))}
    </List>
  )
  return (
    <Alert color="teal" variant="light" c="dark.9" role="status">
      <Stack gap={4}>
        {letters.length > 0 && <Text size="sm">{w.made(letters.length)}</Text>}
        {letters.length > 0 && list(letters)}
        {underWay.length > 0 && <Text size="sm">{w.underWay}</Text>}
        {underWay.length > 0 && list(underWay)}
        {none.length > 0 && <Text size="sm">{w.none(none.map(({ name }) => name).join(', '))}</Text>}
      </Stack>
    </Alert>
  )
}
