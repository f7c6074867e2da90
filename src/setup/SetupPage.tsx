// The first visit: set up the real province, or look around in the sample one.
import {
  Box,
  Button,
  Container,
  Paper,
  PasswordInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { send } from '../http/client.ts'
import { type FieldFaults, faultsIn, faultsOf } from '../http/faults.ts'
import { Session } from '../identity/identity.ts'
import { useSetSession } from '../identity/session.tsx'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { OpenSample, SamplePeople } from './SamplePeople.tsx'
import { SetupForm, type SetupState } from './setup.ts'
import { useSetupQuery } from './use-setup.ts'

/** Shown by the frame while no real province exists and nobody is signed in. */
export function SetupPage() {
  const { data } = useSetupQuery()
  const [code, setCode] = useState('')
  if (!data) return null
  return (
    <Container size={1000} py="xl" component="main" id="content">
      <Title order={1} ta="center" mb={4}>
        {words.product}
      </Title>
      <Text ta="center" c="gray.7" mb="xs" maw={640} mx="auto">
        {words.setup.welcome}
      </Text>
      <Box mb="md">
        <LanguageSwitch />
      </Box>
      {!data.isLocal && (
        <Paper withBorder p="md" radius="md" mb="md">
          <TextInput
            label={words.setup.code}
            description={words.setup.codeHint}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            autoComplete="off"
            maw={420}
          />
        </Paper>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Paper withBorder p="lg" radius="md" component="section">
          <Title order={2} size="h4" mb={4}>
            {words.setup.realTitle}
          </Title>
          <Text size="sm" c="gray.7" mb="md">
            {words.setup.realExplain}
          </Text>
          <ProvinceForm provinces={data.provinces} code={code} />
        </Paper>
        <Paper withBorder p="lg" radius="md" component="section">
          <Title order={2} size="h4" mb={4}>
            {words.setup.sampleTitle}
          </Title>
          {data.sample ? <SamplePeople isOpen /> : <OpenSample code={code} />}
        </Paper>
      </SimpleGrid>
    </Container>
  )
}

function ProvinceForm({ provinces, code }: { provinces: SetupState['provinces']; code: string }) {
  const navigate = useNavigate()
  const setSession = useSetSession()
  const [provinceCode, setProvince] = useState<string | null>(null)
  const [admin, setAdmin] = useState({ name: '', login: '', password: '' })
  const [found, setFound] = useState<FieldFaults>({})
  const setUp = useMutation({
    mutationFn: (form: SetupForm) => send('/api/setup', { body: form, answer: Session }),
    onSuccess: async (session) => {
      // First the address, then the session: the start page would lead elsewhere in between.
      await navigate({ to: '/agencies', search: {} })
      setSession(session)
    },
  })
  const faults = { ...faultsOf(setUp.error), ...found }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const form = { provinceCode: provinceCode ?? '', admin, ...(code ? { code } : {}) }
    const wrong: FieldFaults = provinceCode ? {} : { provinceCode: words.setup.provinceUnknown }
    setFound({ ...faultsIn(SetupForm, form), ...wrong })
    if (provinceCode && SetupForm.safeParse(form).success) setUp.mutate(SetupForm.parse(form))
  }
  const field = (name: keyof typeof admin) => ({
    value: admin[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setAdmin({ ...admin, [name]: event.currentTarget.value }),
    error: faults[`admin.${name}`],
    required: true,
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Select
          label={words.setup.province}
          placeholder={words.setup.provincePlaceholder}
          data={provinces.map(({ code: value, name, kind }) => ({ value, label: `${name} (${kind})` }))}
          value={provinceCode}
          onChange={setProvince}
          error={faults.provinceCode}
          searchable
          required
          nothingFoundMessage={words.common.none}
        />
        <TextInput label={words.setup.adminName} autoComplete="name" {...field('name')} />
        <TextInput
          label={words.identity.login}
          description={words.setup.loginHint}
          autoComplete="username"
          {...field('login')}
        />
        <PasswordInput
          label={words.setup.password}
          description={words.identity.newPasswordHint}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': words.setup.showPassword }}
          {...field('password')}
        />
        {setUp.error && <Failure error={setUp.error} />}
        <Button type="submit" loading={setUp.isPending}>
          {words.setup.setUp}
        </Button>
      </Stack>
    </form>
  )
}
