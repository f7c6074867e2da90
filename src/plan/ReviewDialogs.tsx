// The dialogs of the review: each asks for one thing and hands back the edits that follow.
import { Modal, Table, Text } from '@mantine/core'
import { agencyKey, type Directory, placedName } from '../agency/agency.ts'
import { newKey } from '../http/client.ts'
import { useWhyNot } from '../identity/session.tsx'
import { Picker } from '../ui/Picker.tsx'
import * as words from '../vocabulary/words.ts'
import { FollowDialog } from './FollowDialog.tsx'
import type { FollowKind } from './follow.ts'
import { HeadForm } from './HeadForm.tsx'
import { ItemForm, SplitDialog } from './ItemForm.tsx'
import { NamesDialog } from './NamesDialog.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import type { ReviewData } from './plan.ts'
import { choosable, proposeOverseer, type ResolvedItem, unmatchedAddressees } from './resolve.ts'
import type { Edit } from './review.ts'
import { type KeyGroup, REVIEW_KEYS, shownKey } from './review-keys.ts'
import type { useReviewState } from './review-state.ts'

export type ReviewDialog =
  | 'help'
  | 'publish'
  | 'names'
  | 'edit'
  | 'split'
  | 'lead'
  | 'merge'
  | 'head'
  | FollowKind

interface Props {
  dialog: ReviewDialog | null
  data: ReviewData
  state: ReturnType<typeof useReviewState>
  current: ResolvedItem | null
  /** The items the next decision falls on. */
  reach: readonly string[]
  /** The section they are of: '' the whole plan, null the item at hand. */
  section: string | null
  onEdits: (edits: readonly Edit[], what: string) => void
  onSay: (said: string) => void
  onGoTo: (id: string) => void
  onPublished: () => void
  onClose: () => void
}

export function ReviewDialogs(props: Props) {
  const { dialog, data, state, current, reach, section, onEdits, onSay, onGoTo, onPublished, onClose } = props
  const { review, resolution, directory } = state
  const agencies = choosable(directory)
  const addressed = proposeOverseer(
    data.draft.reporting.map(({ to }) => to),
    directory,
    review.names,
  )
  const whyNotAdd = useWhyNot('agency.write')
  const whyNotPublish = useWhyNot('plan.publish')
  const done = (edits: readonly Edit[], what: string) => {
    onClose()
    if (edits.length) onEdits(edits, what)
  }
  switch (dialog) {
    case 'help':
      return <HelpDialog onClose={onClose} />
    case 'publish':
      return (
        <PublishDialog
          planId={data.plan.id}
          target={data.target}
          resolution={resolution}
          agencies={agencies}
          // Whoever publishes oversees, unless they belong to no agency: then the one the reports go to.
          // A plan of former days was overseen by an agency of its time; who follows on it does so since.
          overseerId={directory.province ? (addressed ?? data.overseerId) : (data.overseerId ?? addressed)}
          whyNot={whyNotPublish}
          settle={async () => ((await state.settle()) ? state.version.current : null)}
          onGoTo={onGoTo}
          onPublished={onPublished}
          onClose={onClose}
        />
      )
    case 'names':
      return (
        <NamesDialog
          leads={resolution.unmatchedLeads}
          coordinating={resolution.unmatchedCoordinating.filter(
            ({ printed }) => !resolution.unmatchedLeads.some((lead) => lead.printed === printed),
          )}
          addressees={unmatchedAddressees(data.draft.reporting, review.names, directory).filter(
            ({ printed }) =>
              ![...resolution.unmatchedLeads, ...resolution.unmatchedCoordinating].some(
                (other) => other.printed === printed,
              ),
          )}
          directory={directory}
          issued={state.review.head.date}
          whyNotAdd={whyNotAdd}
          onDone={(added, edits) => {
            state.addAgencies(added)
            onClose()
            const what = words.planPages.didNames(added.length, edits.length)
            if (edits.length || added.length) onEdits(edits, what)
            else onSay(what)
          }}
          onClose={onClose}
        />
      )
    case 'head':
      return (
        <HeadForm
          head={state.review.head}
          onSave={(edit) => done(edit ? [edit] : [], words.planPages.didChange)}
          onClose={onClose}
        />
      )
    default:
      break
  }
  if (!current) return null
  switch (dialog) {
    case 'edit':
      return (
        <ItemForm
          item={current}
          agencies={agencies}
          onSave={(edit) => done(edit ? [edit] : [], words.planPages.didChange)}
          onClose={onClose}
        />
      )
    case 'split':
      return (
        <SplitDialog
          item={current}
          onSplit={(at) =>
            done([{ kind: 'split', id: current.id, at, newId: `hand-${newKey()}` }], words.planPages.didSplit)
          }
          onClose={onClose}
        />
      )
    case 'lead':
      return (
        <Picker
          title={reach.length > 1 ? words.planPages.leadOfMany(reach.length) : words.planPages.leadTitle}
          options={agencies.map((agency) => ({
            value: agency.id,
            label: placedName(agency, directory.byId),
            detail: [words.agency.kinds[agency.kind], ...agency.aliases].join(' · '),
          }))}
          empty={words.planPages.noAgencyFound}
          onPick={(id) => done(leadEdits(current, reach, id, directory), words.planPages.didLead)}
          onClose={onClose}
        />
      )
    case 'merge':
      return <MergePicker {...{ resolution, current, reach, onClose }} target={data.target} onEdits={done} />
    case 'every':
    case 'event':
    case 'completion':
    case 'people':
      return (
        <FollowDialog
          kind={dialog}
          item={current}
          items={resolution.items}
          section={section}
          onEdit={(edit, said) => done([edit], said)}
          onClose={onClose}
        />
      )
    default:
      return null
  }
}

/** The printed lead that means the chosen agency keeps its place; any other agency replaces what is printed. */
function leadEdits(
  current: ResolvedItem,
  reach: readonly string[],
  agencyId: string,
  { byId, byKey, here }: Directory,
): Edit[] {
  const printed = current.leads.find(
    ({ match }) => match && 'agency' in match && match.agency === agencyId,
  )?.printed
  if (printed && reach.length === 1) return [{ kind: 'lead', id: current.id, lead: printed }]
  const agency = byId.get(agencyId)
  if (!agency) return []
  const change = (lead: string): Edit => ({ kind: 'change', ids: [...reach], lead: [lead] })
  if (byKey.get(agencyKey(agency.name)) === agency) return [change(agency.name)]
  // In a plan of former days a name of today means another agency: it is written with its place.
  const parent = agency.kind === 'unit' ? byId.get(agency.parentId ?? '')?.name : here
  const name = parent ? words.succession.unitOf(agency.name, parent) : agency.name
  return [{ kind: 'name', printed: name, to: { agency: agencyId } }, change(name)]
}

function MergePicker({
  resolution,
  current,
  reach,
  target,
  onEdits,
  onClose,
}: {
  resolution: Props['state']['resolution']
  current: ResolvedItem
  reach: readonly string[]
  /** The plan that the document adds to: what it says already may be said again here. */
  target: ReviewData['target']
  onEdits: (edits: readonly Edit[], what: string) => void
  onClose: () => void
}) {
  const open = resolution.items
    .map((item, at) => ({ item, number: at + 1 }))
    .filter(({ item }) => !reach.includes(item.id) && item.outcome !== 'merged')
  // What reading proposes stands first, then what is nearest in words.
  const likeness = ({ id, quote }: { id: string; quote: string }) =>
    id === current.repeats || id === current.already ? 2 : sharedWords(quote, current.quote)
  const options = [
    ...open.map(({ item, number }) => ({
      likeness: likeness(item),
      value: item.id,
      label: `${number}. ${item.section} · ${item.lead.join('; ')}${
        item.id === current.repeats ? ` (${words.review.proposed})` : ''
      }`,
      detail: item.quote,
    })),
    ...(target?.items ?? []).map((item) => ({
      likeness: likeness(item),
      value: item.id,
      label: `${words.addition.inPlan} · ${item.section} · ${item.leadPrinted.join('; ')}${
        item.id === current.already ? ` (${words.review.proposed})` : ''
      }`,
      detail: item.quote,
    })),
  ].sort((a, b) => b.likeness - a.likeness)
  const isInPlan = (id: string) => target?.items.some((item) => item.id === id) ?? false
  return (
    <Picker
      title={words.planPages.mergeTitle(reach.length)}
      hint={current.quote.slice(0, 200)}
      options={options}
      empty={words.planPages.noItemFound}
      onPick={(into) =>
        onEdits(
          [
            isInPlan(into)
              ? { kind: 'already', ids: [...reach], item: into }
              : { kind: 'merge', ids: [...reach], into },
          ],
          words.planPages.didMerge(reach.length),
        )
      }
      onClose={onClose}
    />
  )
}

function sharedWords(a: string, b: string): number {
  const split = (text: string) => new Set(text.toLowerCase().match(/\p{L}+/gu) ?? [])
  const [left, right] = [split(a), split(b)]
  const shared = [...left].filter((word) => right.has(word)).length
  return left.size + right.size ? (2 * shared) / (left.size + right.size) : 0
}

const GROUPS: readonly KeyGroup[] = ['move', 'decide', 'follow', 'change', 'finish']

function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title={words.common.shortcuts}>
      {GROUPS.map((group) => (
        <Table key={group} mb="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th colSpan={2}>{words.planPages.keyGroups[group]}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {REVIEW_KEYS.filter((key) => key.group === group).map(({ action }) => (
              <Table.Tr key={action}>
                <Table.Td w={110}>
                  <kbd className="key">{shownKey(action)}</kbd>
                </Table.Td>
                <Table.Td>{words.planPages.keyHelp[action]}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ))}
      <Text size="xs" c="gray.7">
        {words.planPages.keysOff}
      </Text>
    </Modal>
  )
}
