// Printed names that mean nothing in the directory: all of them settled in one step, each shown with what is proposed.
import { Alert, Button, Modal, Select, Stack, Table, Text } from '@mantine/core'
import { type FormEvent, useMemo, useState } from 'react'
import { z } from 'zod'
import { Agency, type AgencyForm, agencyKey, type Directory } from '../agency/agency.ts'
import { newKey, send } from '../http/client.ts'
import { DialogActions, Failure } from '../ui/parts.tsx'
import { type Group as AgencyGroup, kindByName } from '../vocabulary/agency-kind.ts'
import { SUCCEEDED_GROUPS, SUCCESSIONS } from '../vocabulary/succession.ts'
import { words } from '../vocabulary/words.ts'
import { nameList } from './ItemForm.tsx'
import { type Resolution, targetsFor } from './resolve.ts'
import type { Edit, NameTarget } from './review.ts'

type Printed = Resolution['unmatchedLeads'][number]

/** By this day every reorganisation of 2025 had taken effect. */
const REORGANISED = '2025-07-01'

/** Begins like many, or like a kind of body rather than the name of one: a person says who is meant. */
const NO_AGENCY =
  /^(các|những|toàn thể|mọi|tổ chức|cơ quan|đơn vị|doanh nghiệp|hợp tác xã|người|cá nhân)(?!\p{L})/iu

const ADD = 'add'
const LEAVE = 'leave'
const formOf = (to: NameTarget) => ('agency' in to ? `agency ${to.agency}` : `group ${to.group}`)
function targetOf(form: string): NameTarget | null {
  const [kind, value = ''] = form.split(' ')
  if (kind === 'agency') return { agency: value }
  return kind === 'group' ? { group: value as AgencyGroup } : null
}

/**
 * What is proposed for a name: the one agency that took the work over, the group that took an abolished tier's
 * work; a collective name or one with several successors is left to a person; the rest is new to the directory.
 * A plan issued after the reorganisation that still names an agency speaks of one its province kept.
 */
export function proposalFor(printed: string, directory: Directory, issued: string | null): string {
  const key = agencyKey(printed)
  const old = SUCCESSIONS.find(
    (row) =>
      [row.old, ...row.aliases].some((name) => agencyKey(name) === key) &&
      !(issued && issued >= (row.effective ?? REORGANISED)),
  )
  const successors = old?.successors.flatMap((name) => directory.byKey.get(agencyKey(name)) ?? []) ?? []
  if (old?.successors.length === 1 && successors[0]) return formOf({ agency: successors[0].id })
  const group = SUCCEEDED_GROUPS.find(([pattern]) => pattern.test(printed))?.[1]
  if (group) return formOf({ group })
  return successors.length || NO_AGENCY.test(printed) ? LEAVE : ADD
}

interface Props {
  leads: readonly Printed[]
  coordinating: readonly Printed[]
  directory: Directory
  /** The day the document bears. */
  issued: string | null
  /** Why this person may not add agencies; null when they may. */
  whyNotAdd: string | null
  onDone: (added: readonly Agency[], edits: readonly Edit[]) => void
  onClose: () => void
}

export function NamesDialog({ leads, coordinating, directory, issued, whyNotAdd, onDone, onClose }: Props) {
  const [meanings, setMeanings] = useState(
    () =>
      new Map([
        ...coordinating.map(({ printed }) => [printed, LEAVE] as const),
        ...leads.map(({ printed }) => {
          const proposal = proposalFor(printed, directory, issued)
          return [printed, proposal === ADD && whyNotAdd ? LEAVE : proposal] as const
        }),
      ]),
  )
  const [error, setError] = useState<unknown>(null)
  const [isSending, setSending] = useState(false)
  const [key] = useState(newKey)
  const mean = (printed: string, to: string) => setMeanings(new Map(meanings).set(printed, to))
  const adding = [...meanings].filter(([, to]) => to === ADD).map(([printed]) => printed)
  const mapping = [...meanings].filter(([, to]) => to !== ADD && to !== LEAVE)

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
      const added = agencies.length
        ? await send('/api/agencies', { body: { agencies }, key, answer: z.array(Agency) })
        : []
      const edits = mapping.flatMap(([printed, form]): Edit[] => {
        const to = targetOf(form)
        return to ? [{ kind: 'name', printed, to }] : []
      })
      onDone(added, edits)
    } catch (problem) {
      setError(problem)
      setSending(false)
    }
  }
  // With nothing to confirm yet, the keyboard begins at the first name.
  const [isIdle] = useState(adding.length + mapping.length === 0)
  const rows = (names: readonly Printed[]) =>
    names.map((name, at) => (
      <NameRow
        key={name.printed}
        name={name}
        meaning={meanings.get(name.printed) ?? LEAVE}
        directory={directory}
        canAdd={whyNotAdd === null}
        isFirst={isIdle && at === 0}
        onMean={mean}
      />
    ))
  return (
    <Modal opened onClose={onClose} size="xl" title={words.planPages.namesTitle}>
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <Text size="sm">{words.planPages.namesExplain}</Text>
          {whyNotAdd && (
            <Alert color="yellow" variant="light">
              {whyNotAdd}
            </Alert>
          )}
          {leads.length > 0 && <NameTable title={words.planPages.unmatchedLeads}>{rows(leads)}</NameTable>}
          {coordinating.length > 0 && (
            <NameTable title={words.planPages.unmatchedCoordinating}>{rows(coordinating)}</NameTable>
          )}
          {error !== null && <Failure error={error} />}
          <DialogActions onCancel={onClose} isFoot>
            <Button
              type="submit"
              loading={isSending}
              disabled={adding.length + mapping.length === 0}
              data-autofocus={!isIdle || undefined}
            >
              {words.planPages.settleNames(adding.length, mapping.length)}
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
  directory,
  canAdd,
  isFirst,
  onMean,
}: {
  name: Printed
  meaning: string
  directory: Directory
  canAdd: boolean
  isFirst: boolean
  onMean: (printed: string, to: string) => void
}) {
  const data = useMemo(() => {
    const likely = targetsFor(name.printed, directory).map(({ label, to }) => ({ value: formOf(to), label }))
    const known = new Set(likely.map(({ value }) => value))
    const rest = [
      ...Object.entries(words.agency.groups).map(([group, label]) => ({ value: `group ${group}`, label })),
      ...directory.agencies.map((agency) => ({ value: `agency ${agency.id}`, label: agency.name })),
    ].filter(({ value }) => !known.has(value))
    return [
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
  }, [name.printed, directory, canAdd])
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
      <Table.Td w="50%">
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
      </Table.Td>
    </Table.Tr>
  )
}
