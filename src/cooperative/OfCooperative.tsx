// What follows from the registers, on the page of a cooperative's row: its assessments, the policies it may have, its
// dissolution with debts and assets, its look-up extracts.
import { Anchor, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { DISSOLUTION_STATES } from '../register/dissolution.ts'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import type { SlotProps } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { Blocks, DebtBars, nameOf } from './DissolutionsPage.tsx'
import { OfCooperative as Found } from './dissolution.ts'
import { ExtractPart } from './ExtractPart.tsx'
import { SupportPart } from './SupportPart.tsx'

const w = words.support.dissolution

export default function OfCooperative({ id, of }: SlotProps) {
  if (of !== 'cooperative') return null
  return (
    <>
      <DissolutionPart id={id} />
      <SupportPart id={id} />
      <ExtractPart id={id} />
    </>
  )
}

/** Steps of the file, what stands in the way, what is owed and held; nothing where nothing is on record. */
function DissolutionPart({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['dissolutions', 'of', id],
    queryFn: () => get(`/api/cooperatives/${id}/dissolution`, Found),
  })
  const year = Number(data?.today.slice(0, 4) ?? 0)
  return (
    <Part title={w.part}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Group gap="md">
            {[year, year - 1, year - 2].map((one) => (
              <Anchor
                key={one}
                component={Link}
                to={'/cooperatives/ratings/$year/$id' as never}
                params={{ year: String(one), id } as never}
                size="sm"
              >
                {w.assessmentOf(one)}
              </Anchor>
            ))}
          </Group>
          <Standing found={data} />
        </>
      )}
    </Part>
  )
}

function Standing({ found: { files, debts, assets } }: { found: Found }) {
  const hasAssets = assets.held + assets.passedOn > 0
  if (files.length === 0 && debts.length === 0 && !hasAssets) return <Text size="sm">{w.none}</Text>
  return (
    <>
      {files.map((file) => (
        <section key={file.id} aria-label={nameOf(DISSOLUTION_STATES, file.status)}>
          <Group gap="sm">
            <Text fw={600}>{nameOf(DISSOLUTION_STATES, file.status)}</Text>
            <Text size="sm">{w.decided(file.decidedOn)}</Text>
            {file.deadlineOn && <Text size="sm">{w.deadline(file.deadlineOn)}</Text>}
            <Anchor
              component={Link}
              to={'/registers/$name/$id' as never}
              params={{ name: 'dissolution', id: file.id } as never}
              size="sm"
            >
              {w.openFile}
            </Anchor>
          </Group>
          <Text size="sm" fw={600} mt={6}>
            {w.way}
          </Text>
          <ol className="chain" style={{ marginTop: 4 }}>
            {file.stages.map(({ status, since, days }) => (
              <li key={since + status}>
                <span className="station">
                  <Text size="sm">{w.stage(nameOf(DISSOLUTION_STATES, status), since, days)}</Text>
                </span>
              </li>
            ))}
          </ol>
          <Text size="sm" fw={600} mt={6}>
            {w.blocksTitle}
          </Text>
          <Blocks blocks={file.blocks} />
        </section>
      ))}
      <Text size="sm" fw={600}>
        {w.debts}
      </Text>
      {debts.length ? <DebtBars debts={debts} /> : <Text size="sm">{w.noDebts}</Text>}
      <Text size="sm" fw={600}>
        {w.assets}
      </Text>
      {hasAssets ? (
        <>
          <Text size="sm">{w.heldLine(assets.held, assets.heldValue)}</Text>
          <Text size="sm">{w.passedLine(assets.passedOn, assets.passedValue)}</Text>
        </>
      ) : (
        <Text size="sm">{w.noAssets}</Text>
      )}
    </>
  )
}
