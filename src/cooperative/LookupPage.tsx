// The public page behind the address on an extract, for anybody and without signing in: what the register says today.
import { Alert, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { Loading } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { ExtractFacts } from './ExtractFacts.tsx'
import { Lookup } from './extract.ts'

const w = words.extract
const l = w.lookup

/** What the server refuses with is said in the language of the page. */
const WHY: Record<string, string> = {
  'lookup.missing': w.refusal.noSuchAddress,
  'request.invalid': w.refusal.noSuchAddress,
  'lookup.withdrawn': w.refusal.withdrawn,
  'lookup.gone': w.refusal.gone,
}

export function LookupPage() {
  const { token } = useParams({ strict: false }) as { token: string }
  const { data, error } = useQuery({
    queryKey: ['lookup', token],
    queryFn: () => get(`/api/lookup/${encodeURIComponent(token)}`, Lookup),
    refetchOnWindowFocus: false,
  })
  const code = error && 'code' in error ? String(error.code) : ''
  return (
    <main className="lookup">
      <Stack gap="md">
        <Text fw={700} c="lake.9">
          {words.product}
        </Text>
        <Title order={1} size="h3">
          {l.title}
        </Title>
        {!data && !error && <Loading />}
        {error && (
          <Alert color="yellow" variant="light" title={l.failed} role="alert">
            <Text size="sm">{WHY[code] ?? error.message}</Text>
          </Alert>
        )}
        {data && (
          <Paper withBorder p="md">
            <Stack gap="md">
              <div>
                <Text size="sm">{w.ofProvince(data.province)}</Text>
                <Text fw={700}>{l.today(data.today)}</Text>
                <Text size="sm" c="gray.7">
                  {l.madeOn(data.madeOn)}
                </Text>
              </div>
              <ExtractFacts facts={data.facts} />
              <Text size="sm" fw={700}>
                {w.noCertificate}
              </Text>
            </Stack>
          </Paper>
        )}
        <LanguageSwitch />
      </Stack>
    </main>
  )
}
