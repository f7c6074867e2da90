// The extracts of a cooperative: made for a purpose, opened to print, withdrawn with a reason.
import { Button, Group, Stack, Text, TextInput, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { get } from '../http/client.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { type Extract, Extracts } from './extract.ts'
import { PointsDialog } from './PointsDialog.tsx'
import { KEY, useWrite } from './use-assessment.ts'

const w = words.extract

export function ExtractPart({ id }: { id: string }) {
  const [isMaking, setMaking] = useState(false)
  const [withdrawn, setWithdrawn] = useState<Extract | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'extracts', id],
    queryFn: () => get(`/api/cooperatives/${id}/extracts`, Extracts),
  })
  return (
    <Part title={w.title}>
      <Text size="sm" c="gray.7">
        {w.hint}
      </Text>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Group className="screen-only">
            <Tooltip label={data.may.make} disabled={!data.may.make} multiline maw={320}>
              <Button
                size="sm"
                data-disabled={data.may.make ? true : undefined}
                aria-disabled={data.may.make ? true : undefined}
                onClick={() => data.may.make || setMaking(true)}
              >
                {w.make}
              </Button>
            </Tooltip>
          </Group>
          {data.extracts.length === 0 ? (
            <Text size="sm">{w.empty}</Text>
          ) : (
            <ul className="plain-list">
              {data.extracts.map((extract) => (
                <li key={extract.id} className="criterion">
                  <One extract={extract} mayWithdraw={data.may.make === null} onWithdraw={setWithdrawn} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {isMaking && <MakeDialog id={id} onClose={() => setMaking(false)} />}
      {withdrawn && (
        <PointsDialog
          title={w.withdraw}
          hint={w.withdrawHint}
          reasonLabel={w.reason}
          onClose={() => setWithdrawn(null)}
          write={(reason) => ({
            path: `/api/extracts/${withdrawn.id}/withdraw`,
            body: { reason },
            version: withdrawn.version,
          })}
        />
      )}
    </Part>
  )
}

function One({
  extract,
  mayWithdraw,
  onWithdraw,
}: {
  extract: Extract
  mayWithdraw: boolean
  onWithdraw: (extract: Extract) => void
}) {
  const { id, purpose, by, at, withdrawn, views, lastViewAt } = extract
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {w.line(purpose, by, words.moment(at))}
      </Text>
      <Text size="sm" c="gray.7">
        {w.views(views, lastViewAt && words.moment(lastViewAt))}
      </Text>
      {withdrawn ? (
        <Text size="sm">{w.withdrawn(withdrawn.by, words.moment(withdrawn.at), withdrawn.why)}</Text>
      ) : (
        <Group gap="xs" className="screen-only">
          <Button
            size="xs"
            variant="default"
            component={Link}
            to={'/cooperatives/extracts/$id' as never}
            params={{ id } as never}
          >
            {w.openPrint}
          </Button>
          <Button size="xs" variant="default" component="a" href={`/api/extracts/${id}/paper.docx`} download>
            {w.word}
          </Button>
          {mayWithdraw && (
            <Button size="xs" variant="default" onClick={() => onWithdraw(extract)}>
              {w.withdraw}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  )
}

function MakeDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [purpose, setPurpose] = useState('')
  const [isTried, setTried] = useState(false)
  const make = useWrite(onClose)
  return (
    <FormDialog
      title={w.make}
      isPending={make.isPending}
      error={make.error}
      onClose={onClose}
      onSubmit={() => {
        setTried(true)
        if (purpose.trim() && !make.isPending)
          make.mutate({ path: `/api/cooperatives/${id}/extracts`, body: { purpose: purpose.trim() } })
      }}
    >
      <TextInput
        label={w.purpose}
        value={purpose}
        maxLength={300}
        onChange={(event) => setPurpose(event.currentTarget.value)}
        error={isTried && !purpose.trim() ? w.form.purpose : null}
        data-autofocus
      />
    </FormDialog>
  )
}
