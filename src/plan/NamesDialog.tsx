// Printed names that mean nothing in the directory: all of them settled in one step, each shown with what is proposed.
import { Alert, Button, Group, Modal, Select, Stack, Table, Text } from '@mantine/core'
import { type FormEvent, useMemo, useState } from 'react'
import { z } from 'zod'
import { Agency, type AgencyForm, type Directory, fullName, groupName, placedName } from '../agency/agency.ts'
import { type Former, type FormerForm, formersOf, type Proposal, proposalLabel } from '../agency/former.ts'
import { newKey, send } from '../http/client.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { DialogActions, Failure } from '../ui/parts.tsx'
import { GROUPS, kindByName } from '../vocabulary/agency-kind.ts'
import { SUCCEEDED_GROUPS } from '../vocabulary/succession.ts'
import * as words from '../vocabulary/words.ts'
import { nameList } from './ItemForm.tsx'
import { type Resolution, successorsOf, targetsFor } from './resolve.ts'
import type { Edit, NameTarget } from './review.ts'

type Printed = Resolution['unmatchedLeads'][number]

/** Begins like many, or like a kind of body rather than the name of one: a person says who is meant. */
const NO_AGENCY =
  /^(các|những|toàn thể|mọi|tổ chức|cơ quan|đơn vị|doanh nghiệp|hợp tác xã|người|cá nhân)(?!\p{L})/iu

const ADD = 'add'
const LEAVE = 'leave'
const FORMER = 'former'
const formOf = (to: NameTarget) => ('agency' in to ? `agency ${to.agency}` : `group ${to.group}`)
function targetOf(form: string): NameTarget | null {
  const [kind, value = ''] = form.split(' ')
  if (kind === 'agency') return { agency: value }
  return kind === 'group' ? ({ group: value } as NameTarget) : null
}

/** The agency of its time that a choice stands for, with the day on which it ended as a person left it. */
function formerOf(form: string, proposals: readonly Proposal[], day: string | undefined): Proposal | null {
  const [kind, at = ''] = form.split(' ')
  const proposal = kind === FORMER ? proposals[Number(at)] : undefined
  const [first, ...rest] = proposal?.chain ?? []
  return proposal && first ? { ...proposal, chain: [{ ...first, on: day ?? first.on }, ...rest] } : null
}

/**
 * What is proposed for a name: of an old document the agency of its time, where one agency or group is known to have
 * followed; of a document without a day the one that has the work today; a collective name or one with several
 * successors is left to a person; the rest is new to the directory. A plan issued after the reorganisation that still
 * names an agency speaks of one its province kept.
 */
export function proposalFor(printed: string, directory: Directory, issued: string | null): string {
  const formers = formersOf(printed, directory)
  if (formers.length) return formers[0]?.isSure ? `${FORMER} 0` : LEAVE
  if (NO_AGENCY.test(printed)) return LEAVE
  const group = SUCCEEDED_GROUPS.find(([pattern]) => pattern.test(printed))?.[1]
  if (group) return formOf({ group })
  const successors = issued === null ? successorsOf(printed, directory) : []
  const [only] = successors
  if (only && successors.length === 1) return formOf({ agency: only.id })
  return successors.length ? LEAVE : ADD
}

const Accepted = z.object({
  agencies: z.array(Agency),
  accepted: z.array(z.object({ printed: z.string(), agencyId: z.uuid() })),
})

interface Props {
  leads: readonly Printed[]
  coordinating: readonly Printed[]
  /** Whom reports go to: one of them will oversee the plan. */
  addressees: readonly Printed[]
  directory: Directory
  /** The day the document bears. */
  issued: string | null
  /** Why this person may not add agencies; null when they may. */
  whyNotAdd: string | null
  onDone: (added: readonly Agency[], edits: readonly Edit[]) => void
  onClose: () => void
}

export function NamesDialog(props: Props) {
  const { leads, coordinating, addressees, directory, issued, whyNotAdd, onDone, onClose } = props
  const proposals = useMemo(
    () =>
      new Map(
        [...leads, ...coordinating, ...addressees].map(({ printed }) => [
          printed,
          whyNotAdd ? [] : formersOf(printed, directory),
        ]),
      ),
    [leads, coordinating, addressees, directory, whyNotAdd],
  )
  const [meanings, setMeanings] = useState(() => {
    const mean = (printed: string) => {
      const proposal = proposalFor(printed, directory, issued)
      const needsAdding = proposal === ADD || proposal.startsWith(FORMER)
      return needsAdding && whyNotAdd ? LEAVE : proposal
    }
    // What may stay as printed is settled unasked only by an agency of its time.
    const meanQuietly = (printed: string) => {
      const isOne = proposals.get(printed)?.[0]?.chain[0]?.kind !== 'collective'
      const proposal = mean(printed)
      return isOne && proposal.startsWith(FORMER) ? proposal : LEAVE
    }
    return new Map([
      ...[...coordinating, ...addressees].map(({ printed }) => [printed, meanQuietly(printed)] as const),
      ...leads.map(({ printed }) => [printed, mean(printed)] as const),
    ])
  })
  const [days, setDays] = useState<ReadonlyMap<string, string>>(new Map())
  const [error, setError] = useState<unknown>(null)
  const [isSending, setSending] = useState(false)
  const [key] = useState(newKey)
  const mean = (printed: string, to: string) => setMeanings(new Map(meanings).set(printed, to))
  const adding = [...meanings].filter(([, to]) => to === ADD).map(([printed]) => printed)
  const formers = [...meanings].flatMap(([printed, to]): FormerForm[] => {
    const chosen = formerOf(to, proposals.get(printed) ?? [], days.get(printed))
    return chosen ? [{ printed, chain: chosen.chain, to: chosen.to }] : []
  })
  const mapping = [...meanings].filter(([, to]) => targetOf(to) !== null)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    try {
      const agencies = adding.map(
        (name): AgencyForm => ({
          name: name.slice(0, 200),
          code: null,
          kind: kindByName(name),
          parentId: null,
          aliases: [],
        }),
      )
      const former = formers.length
        ? await send('/api/reorganisations/formers', {
            ...{ body: { formers }, key: `${key}-formers`, answer: Accepted },
          })
        : { agencies: [], accepted: [] }
      const added = agencies.length
        ? await send('/api/agencies', { body: { agencies }, key, answer: z.array(Agency) })
        : []
      const edits = mapping.flatMap(([printed, form]): Edit[] => {
        const to = targetOf(form)
        return to ? [{ kind: 'name', printed, to }] : []
      })
      const named = former.accepted.map(
        ({ printed, agencyId }): Edit => ({ kind: 'name', printed, to: { agency: agencyId } }),
      )
      onDone([...former.agencies, ...added], [...named, ...edits])
    } catch (problem) {
      setError(problem)
      setSending(false)
    }
  }
  const settled = adding.length + formers.length + mapping.length
  // With nothing to confirm yet, the keyboard begins at the first name.
  const [isIdle] = useState(settled === 0)
  const rows = (names: readonly Printed[]) =>
    names.map((name, at) => {
      const own = proposals.get(name.printed) ?? []
      const meaning = meanings.get(name.printed) ?? LEAVE
      return (
        <NameRow
          key={name.printed}
          name={name}
          meaning={meaning}
          proposals={own}
          former={formerOf(meaning, own, days.get(name.printed))?.chain[0] ?? null}
          directory={directory}
          canAdd={whyNotAdd === null}
          isFirst={isIdle && at === 0}
          onMean={mean}
          onDay={(day) => setDays(new Map(days).set(name.printed, day))}
        />
      )
    })
  return (
    <Modal opened onClose={onClose} size="xl" title={words.planPages.namesTitle}>
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <Text size="sm">{words.planPages.namesExplain}</Text>
          {formers.length > 0 && <Text size="sm">{words.succession.formerExplain}</Text>}
          {whyNotAdd && (
            <Alert color="yellow" variant="light">
              {whyNotAdd}
            </Alert>
          )}
          {leads.length > 0 && <NameTable title={words.planPages.unmatchedLeads}>{rows(leads)}</NameTable>}
          {coordinating.length > 0 && (
            <NameTable title={words.planPages.unmatchedCoordinating}>{rows(coordinating)}</NameTable>
          )}
          {addressees.length > 0 && (
            <NameTable title={words.succession.unmatchedAddressees}>{rows(addressees)}</NameTable>
          )}
          {error !== null && <Failure error={error} />}
          <DialogActions onCancel={onClose} isFoot>
            <Button
              type="submit"
              loading={isSending}
              disabled={settled === 0}
              data-autofocus={!isIdle || undefined}
            >
              {words.planPages.settleNames(adding.length, formers.length + mapping.length)}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Modal>
  )
}

const NameTable = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <Table verticalSpacing={4} horizontalSpacing={6}>
    <Table.Caption fw={700} style={{ captionSide: 'top', textAlign: 'left', color: 'inherit' }}>
      {title}
    </Table.Caption>
    <Table.Tbody>{children}</Table.Tbody>
  </Table>
)

function NameRow({
  name,
  meaning,
  proposals,
  former,
  directory,
  canAdd,
  isFirst,
  onMean,
  onDay,
}: {
  name: Printed
  meaning: string
  proposals: readonly Proposal[]
  /** The agency of its time that is chosen now. */
  former: Former | null
  directory: Directory
  canAdd: boolean
  isFirst: boolean
  onMean: (printed: string, to: string) => void
  onDay: (day: string) => void
}) {
  const data = useMemo(() => {
    const likely = targetsFor(name.printed, directory).map(({ label, to }) => ({ value: formOf(to), label }))
    const known = new Set(likely.map(({ value }) => value))
    const listed = new Set([...directory.agencies, ...directory.now.agencies])
    const rest = [
      ...[...GROUPS, ...directory.groups.map(({ id }) => id)].map((group) => ({
        value: `group ${group}`,
        label: groupName(group, directory.groups),
      })),
      ...[...listed].map((agency) => ({
        value: `agency ${agency.id}`,
        label: placedName(agency, directory.byId),
      })),
    ].filter(({ value }) => !known.has(value))
    return [
      ...proposals.map((proposal, at) => ({
        value: `${FORMER} ${at}`,
        label: proposalLabel(proposal, directory),
      })),
      ...(canAdd
        ? [
            {
              value: ADD,
              label: words.planPages.addToDirectory(words.agency.kinds[kindByName(name.printed)]),
            },
          ]
        : []),
      { value: LEAVE, label: words.planPages.leaveName },
      ...likely,
      ...rest,
    ]
  }, [name.printed, proposals, directory, canAdd])
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm">
          {name.printed}{' '}
          <Text span size="xs" c="gray.7">
            {words.planPages.times(name.count)}
          </Text>
        </Text>
      </Table.Td>
      <Table.Td w="55%">
        <Select
          aria-label={words.planPages.meaningOf(name.printed)}
          size="xs"
          data-autofocus={isFirst || undefined}
          openOnFocus={false}
          data={data}
          {...nameList}
          searchable
          allowDeselect={false}
          value={meaning}
          onChange={(to) => to && onMean(name.printed, to)}
        />
        {former && (
          <Group gap={6} mt={4} wrap="nowrap" justify="space-between">
            <Text size="xs">{words.succession.endedFrom(fullName(former), former.basis)}</Text>
            <DayInput
              aria-label={words.succession.endedFromOf(name.printed)}
              size="xs"
              w={120}
              style={{ flexShrink: 0 }}
              clearable={false}
              value={former.on}
              onChange={(day) => day && onDay(day)}
            />
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
