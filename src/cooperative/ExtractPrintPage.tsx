// The extract to print: what the register says today, the QR code of its look-up page, plainly no certificate.
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { Failure, Loading, Page } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { ExtractFacts } from './ExtractFacts.tsx'
import { ExtractPage } from './extract.ts'
import { Qr } from './Qr.tsx'
import { KEY } from './use-assessment.ts'

const w = words.extract

export function ExtractPrintPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'extract', id],
    queryFn: () => get(`/api/extracts/${id}`, ExtractPage),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { extract, facts, province, today } = data
  const address = `${window.location.origin}/lookup/${extract.token}`
  return (
    <Page
      title={w.paper.title}
      actions={
        <Group gap="xs" className="screen-only">
          <Button
            variant="default"
            component={Link}
            to={'/registers/$name/$id' as never}
            params={{ name: 'cooperative', id: extract.cooperativeId } as never}
          >
            {words.assessment.one.toRegister}
          </Button>
          {!extract.withdrawn && <Button onClick={() => window.print()}>{w.print}</Button>}
        </Group>
      }
    >
      {extract.withdrawn ? (
        <Text>
          {w.withdrawn(extract.withdrawn.by, words.moment(extract.withdrawn.at), extract.withdrawn.why)}
        </Text>
      ) : (
        <Paper withBorder p="lg" className="extract-sheet">
          <Stack gap="md">
            <div>
              <Text size="sm">{w.ofProvince(province)}</Text>
              <Title order={2} size="h4">
                {facts.name}
              </Title>
              <Text size="sm">{w.asOf(today)}</Text>
            </div>
            <ExtractFacts facts={facts} />
            <Group align="center" gap="md">
              <Qr text={address} label={w.qr} />
              <div style={{ flex: '1 1 200px', minWidth: 0 }}>
                <Text size="sm" fw={600}>
                  {w.scan}
                </Text>
                <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
                  {address}
                </Text>
              </div>
            </Group>
            <Text size="sm" fw={700}>
              {w.noCertificate}
            </Text>
          </Stack>
        </Paper>
      )}
    </Page>
  )
}
