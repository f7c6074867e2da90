// Who is signed in, in the header, and what belongs to them: for whom they stand in, the language, the way out.
import { Text, UnstyledButton } from '@mantine/core'
import { MenuButton } from '../ui/MenuButton.tsx'
import { LANGUAGE_CODES, LANGUAGE_NAMES, language, speak } from '../vocabulary/language.ts'
import * as words from '../vocabulary/words.ts'
import { signOut, useSession, useSetSession } from './session.tsx'

export function Who() {
  const session = useSession()
  const setSession = useSetSession()
  const standIns = session.standsInFor.map(({ name, role, agency, toDay }) =>
    words.steps.standIn.actingUntil(name, agency ?? words.identity.roles[role], toDay),
  )
  if (session.standIn)
    standIns.push(words.steps.standIn.isReplaced(session.standIn.name, session.standIn.toDay))
  return (
    <MenuButton
      face={
        <UnstyledButton style={{ minWidth: 0 }}>
          <Text size="sm" fw={600} ta="right" truncate maw={180}>
            {session.name}
          </Text>
          {session.standsInFor.length > 0 ? (
            <Text size="xs" c="orange.9" fw={700} ta="right" truncate maw={180}>
              {words.steps.standIn.actingFor(session.standsInFor.map(({ name }) => name).join(', '))}
            </Text>
          ) : (
            <Text size="xs" c="gray.7" ta="right" truncate maw={{ base: 104, sm: 180 }}>
              {session.agency?.name ?? words.identity.roles[session.role]}
            </Text>
          )}
        </UnstyledButton>
      }
      parts={[
        {
          heading: words.identity.roles[session.role],
          entries: [
            ...standIns.map((label) => ({ label, to: '/people' })),
            ...LANGUAGE_CODES.filter((value) => value !== language).map((value) => ({
              label: LANGUAGE_NAMES[value],
              lang: value,
              onClick: () => speak(value),
            })),
            { label: words.identity.signOut, onClick: () => void signOut().finally(() => setSession(null)) },
          ],
        },
      ]}
    />
  )
}
