// A plan of an agency drafted from the plan above: what it inherits, what it adds; then a paper on its way to be signed.
import {
  Alert,
  Anchor,
  Button,
  Checkbox,
  Group,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { get, send } from '../http/client.ts'
import { useSession } from '../identity/session.tsx'
import { planName } from '../task/parts.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import {
  type Added,
  type DraftContent,
  DraftVersion,
  type Inherited,
  OpenedDossier,
  SubPlanDraft,
} from './draft.ts'

const w = words.cascade.draft
const Search = z.object({ agency: z.uuid().optional().catch(undefined) })

export function DraftPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { agency: own } = useSession()
  const { agency = own?.id } = Search.parse(useSearch({ strict: false }))
  const { data, error, refetch } = useQuery({
    queryKey: ['sub-plan-draft', id, agency],
    queryFn: () => get(`/api/plans/${id}/sub-plan-drafts/${agency}`, SubPlanDraft),
    enabled: agency !== undefined,
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!agency) return <Empty>{w.noAgency}</Empty>
  if (!data) return <Loading />
  return <Screen data={data} key={`${data.agency.id} ${data.version}`} />
}

const EMPTY: Added = { text: '', lead: '', coordinating: '', deliverable: '', dueOn: null }

function Screen({ data }: { data: SubPlanDraft }) {
  const { plan, agency, agencies, inherited, version, dossier, whyNot } = data
  const [content, setContent] = useState<DraftContent>(data.content)
  const client = useQueryClient()
  const navigate = useNavigate()
  const isChanged = JSON.stringify(content) !== JSON.stringify(data.content)
  const path = `/api/plans/${plan.id}/sub-plan-drafts/${agency.id}`
  const again = () => client.invalidateQueries({ queryKey: ['sub-plan-draft', plan.id, agency.id] })
  const keep = () => send(path, { method: 'PUT', version, body: content, answer: DraftVersion })
  const save = useMutation({ mutationFn: keep, onSuccess: again })
  const open = useMutation({
    mutationFn: async () => {
      if (isChanged || version === 0) await keep()
      return send(`${path}/dossier`, { body: {}, answer: OpenedDossier })
    },
    onSuccess: ({ dossierId }) => void navigate({ to: '/papers/$id', params: { id: dossierId } as never }),
    onError: () => void again(),
  })
  const kept = inherited.filter(({ itemId }) => !content.left.includes(itemId)).length
  const isLocked = whyNot !== null || dossier !== null
  const add = (at: number, next: Partial<Added>) =>
    setContent({ ...content, added: content.added.map((one, n) => (n === at ? { ...one, ...next } : one)) })
  return (
    <Page title={w.title(agency.name)}>
      <Anchor component={Link} to="/plans/$id/sub-plans" params={{ id: plan.id } as never} size="sm">
        {w.from(planName(plan))}
      </Anchor>
      {agencies.length > 1 && (
        <Select
          label={w.agency}
          searchable
          allowDeselect={false}
          data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
          value={agency.id}
          onChange={(id) =>
            id &&
            void navigate({
              to: '/plans/$id/sub-plans/draft',
              params: { id: plan.id } as never,
              search: { agency: id } as never,
            })
          }
        />
      )}
      {whyNot && <Alert color="gray">{whyNot}</Alert>}
      {dossier && (
        <Alert color="lake" variant="light">
          {dossier.number ? w.issued(dossier.number) : w.underWay}{' '}
          <Anchor component={Link} to="/papers/$id" params={{ id: dossier.id } as never} size="sm">
            {w.toDossier}
          </Anchor>
        </Alert>
      )}
      <Text size="sm">{w.sum(kept, inherited.length, content.added.length)}</Text>
      <Part title={w.inherited}>
        {inherited.length === 0 && <Text size="sm">{w.noDuties(agency.name)}</Text>}
        {inherited.map((one) => (
          <InheritedRow
            key={one.itemId}
            duty={one}
            content={content}
            isLocked={isLocked}
            onChange={setContent}
          />
        ))}
      </Part>
      <Part title={w.added}>
        <Text size="sm" c="gray.7">
          {w.addedHint}
        </Text>
        {content.added.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a form that are told apart by their place
          <Paper withBorder p="sm" key={at} component="fieldset" aria-label={w.addedOf(at + 1)}>
            <Textarea
              label={w.text}
              autosize
              minRows={2}
              required
              disabled={isLocked}
              value={one.text}
              onChange={(event) => add(at, { text: event.currentTarget.value })}
            />
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs">
              {(['lead', 'coordinating', 'deliverable'] as const).map((field) => (
                <TextInput
                  key={field}
                  label={w.fields[field]}
                  disabled={isLocked}
                  value={one[field]}
                  onChange={(event) => add(at, { [field]: event.currentTarget.value })}
                />
              ))}
              <DayInput
                label={w.fields.dueOn}
                disabled={isLocked}
                value={one.dueOn}
                onChange={(dueOn) => add(at, { dueOn })}
              />
            </SimpleGrid>
            {!isLocked && (
              <Button
                size="compact-sm"
                variant="default"
                mt="xs"
                onClick={() => setContent({ ...content, added: content.added.filter((_, n) => n !== at) })}
              >
                {w.remove}
              </Button>
            )}
          </Paper>
        ))}
        {!isLocked && (
          <div>
            <Button
              variant="default"
              onClick={() => setContent({ ...content, added: [...content.added, EMPTY] })}
            >
              {w.add}
            </Button>
          </div>
        )}
      </Part>
      {(save.error ?? open.error) && <Failure error={save.error ?? open.error} />}
      <Group gap="sm">
        {!isLocked && (
          <>
            <Button
              loading={open.isPending}
              disabled={kept + content.added.length === 0 || content.added.some(({ text }) => !text.trim())}
              onClick={() => open.mutate()}
            >
              {w.openDossier}
            </Button>
            <Button
              variant="default"
              loading={save.isPending}
              disabled={!isChanged}
              onClick={() => save.mutate()}
            >
              {words.common.save}
            </Button>
          </>
        )}
        {!isChanged && kept + content.added.length > 0 && (
          <Button variant="default" component="a" href={`${path}/paper.docx`}>
            {w.download}
          </Button>
        )}
        <Stack gap={0}>
          {isChanged && <Text size="sm">{w.unsaved}</Text>}
          {data.changedBy && !isChanged && (
            <Text size="sm" c="gray.7">
              {w.savedBy(data.changedBy)}
            </Text>
          )}
        </Stack>
      </Group>
    </Page>
  )
}

interface RowProps {
  duty: Inherited
  content: DraftContent
  isLocked: boolean
  onChange: (content: DraftContent) => void
}

function InheritedRow({ duty, content, isLocked, onChange }: RowProps) {
  const { itemId, section, titles, quote, role, lead, deliverables, dueOn, dueText } = duty
  const isKept = !content.left.includes(itemId)
  const said = content.done.find((one) => one.itemId === itemId) ?? { itemId, by: '', dueOn: null }
  const say = (next: Partial<typeof said>) =>
    onChange({
      ...content,
      done: [...content.done.filter((one) => one.itemId !== itemId), { ...said, ...next }].filter(
        ({ by, dueOn: day }) => by || day,
      ),
    })
  return (
    <Paper withBorder p="sm" component="article" aria-label={words.task.section(section)}>
      <Checkbox
        checked={isKept}
        disabled={isLocked}
        label={
          <span style={{ overflowWrap: 'anywhere', textDecoration: isKept ? undefined : 'line-through' }}>
            {quote}
          </span>
        }
        onChange={(event) =>
          onChange({
            ...content,
            left: event.currentTarget.checked
              ? content.left.filter((one) => one !== itemId)
              : [...content.left, itemId],
          })
        }
      />
      <Text size="sm" c="gray.8" mt={4}>
        {[
          words.cascade.programme.roles[role] + (role === 'lead' ? '' : ` (${w.leadIs(lead)})`),
          section && words.task.section(section),
          titles.join(' - '),
          deliverables.join('; '),
          dueOn ? words.cascade.subPlans.dueOn(words.day(dueOn)) : dueText,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {isKept && !isLocked && (
        <Group gap="sm" mt="xs" align="flex-end">
          <TextInput
            label={w.by}
            size="xs"
            value={said.by}
            maxLength={300}
            onChange={(event) => say({ by: event.currentTarget.value })}
          />
          <DayInput
            label={w.ownDue}
            size="xs"
            value={said.dueOn}
            {...(dueOn ? { maxDate: dueOn } : {})}
            onChange={(day) => say({ dueOn: day })}
          />
        </Group>
      )}
    </Paper>
  )
}
