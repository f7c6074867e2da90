// One paper on its way: where it stands, what may happen next, what was asked and answered, its text, its story.
import { Alert, Anchor, Button, Grid, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { get } from '../http/client.ts'
import { planName } from '../task/parts.tsx'
import { Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Dossier } from './exchange.ts'
import { type Chosen, NextSteps } from './NextSteps.tsx'
import { OpinionList } from './OpinionList.tsx'
import { PaperText } from './PaperText.tsx'
import { StateBadge } from './parts.tsx'
import { Story } from './Story.tsx'
import { dossierKey } from './use-dossier.ts'
import { Way } from './Way.tsx'

const w = words.signing

export function PaperPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useQuery({
    queryKey: dossierKey(id),
    queryFn: () => get(`/api/dossiers/${id}`, Dossier),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <OnePaper dossier={data} key={id} />
}

function OnePaper({ dossier }: { dossier: Dossier }) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [isDirty, setDirty] = useState(false)
  const consequence = dossier.steps.findLast(({ kind }) => kind === 'issue')?.consequence
  return (
    <Page
      title={<span className="screen-only">{dossier.title}</span>}
      actions={<Actions dossier={dossier} />}
    >
      <Group gap="sm" className="screen-only">
        <Text fw={600}>{dossier.agency.name}</Text>
        <StateBadge state={dossier.state} />
        {dossier.number && dossier.signedOn && (
          <Text fw={600}>{w.numbered(dossier.number, words.day(dossier.signedOn))}</Text>
        )}
      </Group>
      <Way dossier={dossier} />
      {consequence && (
        <Alert color="orange" variant="light" title={w.notReported} c="dark.9" className="screen-only">
          {consequence}
        </Alert>
      )}
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="md">
            <div className="screen-only">
              <Part title={w.nextTitle}>
                <NextSteps dossier={dossier} chosen={chosen} onChoose={setChosen} isDirty={isDirty} />
              </Part>
            </div>
            {dossier.opinions.length > 0 && (
              <div className="screen-only">
                <Part title={w.opinionsTitle(dossier.opinions.length)}>
                  <OpinionList dossier={dossier} onChoose={setChosen} />
                </Part>
              </div>
            )}
            <PaperText dossier={dossier} onDirty={setDirty} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }} className="screen-only">
          <Stack gap="md">
            <Part title={w.facts}>
              <Facts dossier={dossier} />
            </Part>
            <Part title={w.story}>
              <Story dossierId={dossier.id} steps={dossier.steps} />
            </Part>
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  )
}

const Actions = ({ dossier: { id, fileName } }: { dossier: Dossier }) => (
  <>
    <Button variant="default" component="a" href={`/api/dossiers/${id}/paper.docx`}>
      {w.exportDocx}
    </Button>
    {fileName && (
      <Button component="a" href={`/api/dossiers/${id}/signed.pdf`}>
        {w.signedFile}
      </Button>
    )}
    <Anchor component={Link} to="/papers" size="sm" style={{ alignSelf: 'center' }}>
      {w.backToList}
    </Anchor>
  </>
)

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="gray.7">
        {label}
      </Text>
      <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </div>
  )
}

function Facts({ dossier }: { dossier: Dossier }) {
  const { kind, agency, drafter, appraiser, plan, assignmentId, openedOn, signer, fileName } = dossier
  return (
    <Stack gap="xs">
      <Fact label={w.kind}>{w.kinds[kind]}</Fact>
      <Fact label={w.issuer}>{agency.name}</Fact>
      <Fact label={w.drafter}>{drafter.name}</Fact>
      {appraiser && <Fact label={w.appraiser}>{appraiser.name}</Fact>}
      {plan && (
        <Fact label={words.task.plan}>
          <Anchor component={Link} to="/plans/$id" params={{ id: plan.id } as never} size="sm">
            {planName(plan)}
          </Anchor>
        </Fact>
      )}
      {assignmentId && (
        <Fact label={w.duty}>
          <Anchor component={Link} to="/work/$id" params={{ id: assignmentId } as never} size="sm">
            {w.openDuty}
          </Anchor>
        </Fact>
      )}
      <Fact label={w.openedOn}>{words.day(openedOn)}</Fact>
      {signer && <Fact label={w.signer}>{signer}</Fact>}
      {fileName && <Fact label={w.signedFile}>{fileName}</Fact>}
    </Stack>
  )
}
