// The sample province on screen: opening it, signing in as one of its people, the banner, removing it.
import {
  Accordion,
  Alert,
  Badge,
  Button,
  Divider,
  Group,
  Modal,
  Progress,
  Stack,
  Text,
  UnstyledButton,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { get, send } from '../http/client.ts'
import { Session } from '../identity/identity.ts'
import { useSession, useSetSession } from '../identity/session.tsx'
import { DialogActions, Failure } from '../ui/parts.tsx'
import { ROLES } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'
import { SamplePerson, SetupState } from './setup.ts'
import { useSetupQuery } from './use-setup.ts'

const usePeople = () =>
  useQuery({
    queryKey: ['setup', 'people'],
    queryFn: () => get('/api/setup/people', z.array(SamplePerson)),
    staleTime: 60_000,
  })

/** One button; the server needs some seconds to carry in the directory, the plans and their story. */
export function OpenSample({ code }: { code: string }) {
  const client = useQueryClient()
  const open = useMutation({
    mutationFn: () => send('/api/setup/sample', { body: code ? { code } : {}, answer: SetupState }),
    onSuccess: (state) => client.setQueryData(['setup'], state),
  })
  return (
    <Stack gap="sm">
      <Text size="sm" c="gray.7">
        {words.setup.sampleExplain}
      </Text>
      <Button variant="light" onClick={() => open.mutate()} loading={open.isPending}>
        {words.setup.openSample}
      </Button>
      {open.isPending && (
        <div role="status">
          <Progress value={100} animated aria-label={words.setup.opening} />
          <Text size="sm" c="gray.7" mt={4}>
            {words.setup.opening}
          </Text>
        </div>
      )}
      {open.error && <Failure error={open.error} />}
    </Stack>
  )
}

/** The people of the sample by role; one click signs in. Nothing when there is no sample. */
export function SamplePeople({ isOpen = false, onSignedIn }: { isOpen?: boolean; onSignedIn?: () => void }) {
  const { data = [] } = usePeople()
  const navigate = useNavigate()
  const setSession = useSetSession()
  const signIn = useMutation({
    mutationFn: (login: string) => send('/api/setup/sign-in', { body: { login }, answer: Session }),
    onSuccess: async (session) => {
      setSession(session)
      onSignedIn?.()
      // Only now: the start page leads each role elsewhere.
      await navigate({ to: '/', search: {} })
    },
  })
  if (data.length === 0) return null
  return (
    <Stack gap="xs">
      {!isOpen && <Divider label={words.setup.orSample} mt="lg" />}
      <Text size="sm" c="gray.7">
        {words.setup.peopleExplain}
      </Text>
      {signIn.error && <Failure error={signIn.error} />}
      <Accordion
        multiple
        defaultValue={isOpen ? ['leader', 'focal'] : []}
        chevronPosition="left"
        variant="separated"
      >
        {ROLES.map((role) => ({ role, people: data.filter((person) => person.role === role) }))
          .filter(({ people }) => people.length > 0)
          .map(({ role, people }) => (
            <Accordion.Item key={role} value={role}>
              <Accordion.Control>
                <Group gap="xs" wrap="nowrap">
                  <Text size="sm" fw={600}>
                    {words.identity.roles[role]}
                  </Text>
                  <Badge variant="light" color="gray" c="gray.8">
                    {words.number(people.length)}
                  </Badge>
                </Group>
                <Text size="xs" c="gray.7">
                  {words.setup.roleExplain[role]}
                </Text>
              </Accordion.Control>
              <Accordion.Panel>
                {people.map((person) => (
                  <UnstyledButton
                    key={person.login}
                    className="choice"
                    onClick={() => signIn.mutate(person.login)}
                    disabled={signIn.isPending}
                  >
                    <Text size="sm" fw={600} c="lake.8">
                      {person.name}
                    </Text>
                    <Text size="xs" c="gray.7">
                      {[person.position, person.agency].filter(Boolean).join(', ')}
                    </Text>
                  </UnstyledButton>
                ))}
              </Accordion.Panel>
            </Accordion.Item>
          ))}
      </Accordion>
    </Stack>
  )
}

/** On every page of the sample province: that nothing here is real, another person, and the way out. */
export function SampleBanner() {
  const { role } = useSession()
  const { data: setup } = useSetupQuery()
  const [isSwitching, switching] = useDisclosure(false)
  const [isRemoving, removing] = useDisclosure(false)
  const mayRemove = role === 'admin' || setup?.isLocal
  return (
    <Alert role="note" color="orange" variant="light" p="xs" mb="md" className="screen-only">
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="gray.9">
          <b>{words.setup.banner}</b> {words.setup.bannerExplain}
        </Text>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={switching.open}>
            {words.setup.switchPerson}
          </Button>
          {mayRemove && (
            <Button size="compact-sm" variant="default" onClick={removing.open}>
              {words.setup.remove}
            </Button>
          )}
        </Group>
      </Group>
      <Modal opened={isSwitching} onClose={switching.close} title={words.setup.switchPerson}>
        <SamplePeople isOpen onSignedIn={switching.close} />
      </Modal>
      <RemoveSample opened={isRemoving} onClose={removing.close} />
    </Alert>
  )
}

function RemoveSample({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const setSession = useSetSession()
  const remove = useMutation({
    mutationFn: () => send('/api/setup/sample', { method: 'DELETE', answer: z.null() }),
    onSuccess: () => setSession(null),
  })
  return (
    <Modal opened={opened} onClose={onClose} title={words.setup.removeTitle}>
      <Stack gap="md">
        <Text size="sm">{words.setup.removeExplain}</Text>
        {remove.error && <Failure error={remove.error} />}
        <DialogActions onCancel={onClose}>
          <Button color="red.9" loading={remove.isPending} onClick={() => remove.mutate()}>
            {words.setup.remove}
          </Button>
        </DialogActions>
      </Stack>
    </Modal>
  )
}
