// A steering committee on its page: the document that set it up, who sits in it, what it concluded and how far that is.
import { Anchor, Button, Group, Progress, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { get, newKey, send } from '../http/client.ts'
import { type FieldFaults, faultsIn, faultsOf } from '../http/faults.ts'
import { useWhyNot } from '../identity/session.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import type { Agency } from './agency.ts'
import { Committee, type Conclusion, type Member, MemberForm } from './committee.ts'

const w = words.succession
const Plans = z.object({
  plans: z.array(z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() })),
})
const Saved = z.object({ id: z.uuid() })

type Open = 'document' | 'member' | 'conclusion' | Member | null

export function CommitteePart({ id, agencies }: { id: string; agencies: readonly Agency[] }) {
  const whyNot = useWhyNot('agency.write')
  const client = useQueryClient()
  const [open, setOpen] = useState<Open>(null)
  const key = ['committee', id]
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: () => get(`/api/agencies/${id}/committee`, Committee),
  })
  const url = `/api/agencies/${id}/committee`
  const close = () => setOpen(null)
  const saved = () => {
    close()
    void client.invalidateQueries({ queryKey: key })
  }
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const act = (what: Open, label: string) =>
    !whyNot && (
      <div>
        <Button size="compact-sm" variant="default" onClick={() => setOpen(what)}>
          {label}
        </Button>
      </div>
    )
  return (
    <>
      <Part title={w.committee}>
        <Text size="sm">
          {data.decisionNumber ? w.setUpBy(data.decisionNumber, data.decisionOn) : w.noDecision}
        </Text>
        {act('document', data.decisionNumber ? w.changeDocument : w.enterDocument)}
        <Members members={data.members} onOpen={whyNot ? null : setOpen} />
        {act('member', w.addMember)}
      </Part>
      <Part title={w.conclusions}>
        {data.conclusions.length === 0 && <Text size="sm">{w.noConclusions}</Text>}
        {data.conclusions.map((one) => (
          <ConclusionLine key={one.id} conclusion={one} />
        ))}
        {act('conclusion', w.linkConclusion)}
      </Part>
      {open === 'document' && <DocumentDialog url={url} committee={data} onClose={close} onSaved={saved} />}
      {open === 'conclusion' && <ConclusionDialog url={url} onClose={close} onSaved={saved} />}
      {(open === 'member' || (typeof open === 'object' && open)) && (
        <MemberDialog
          url={url}
          member={open === 'member' ? null : open}
          agencies={agencies}
          onClose={close}
          onSaved={saved}
        />
      )}
    </>
  )
}

function Members({
  members,
  onOpen,
}: {
  members: readonly Member[]
  onOpen: ((member: Member) => void) | null
}) {
  if (members.length === 0) return <Text size="sm">{w.noMembers}</Text>
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.member}</Table.Th>
            <Table.Th>{w.position}</Table.Th>
            <Table.Th>{w.field}</Table.Th>
            <Table.Th>{w.term}</Table.Th>
            {onOpen && <Table.Th />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.map((member) => {
            const name = [member.person, member.agency?.name].filter(Boolean).join(', ')
            return (
              <Table.Tr key={member.id}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{member.position}</Table.Td>
                <Table.Td>{member.field}</Table.Td>
                <Table.Td>{w.from(member.since, member.until)}</Table.Td>
                {onOpen && (
                  <Table.Td>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={words.agencyPages.editOf(name)}
                      onClick={() => onOpen(member)}
                    >
                      {words.common.edit}
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function ConclusionLine({ conclusion }: { conclusion: Conclusion }) {
  const { id, number, title, assignments, done, status } = conclusion
  const isPublished = status === 'published'
  return (
    <Stack gap={2}>
      <Anchor
        component={Link}
        to={isPublished ? '/plans/$id' : '/plans/$id/review'}
        params={{ id } as never}
        size="sm"
      >
        {[number, title].filter(Boolean).join(' · ')}
      </Anchor>
      {isPublished ? (
        <>
          <Progress
            value={assignments ? (done * 100) / assignments : 0}
            aria-label={w.doneOf(done, assignments)}
          />
          <Text size="xs">{w.doneOf(done, assignments)}</Text>
        </>
      ) : (
        <Text size="xs">{w.stillDraft}</Text>
      )}
    </Stack>
  )
}

interface DialogProps {
  url: string
  onClose: () => void
  onSaved: () => void
}

function DocumentDialog({ url, committee, onClose, onSaved }: DialogProps & { committee: Committee }) {
  const [decisionNumber, setNumber] = useState(committee.decisionNumber)
  const [decisionOn, setOn] = useState(committee.decisionOn)
  const save = useMutation({
    mutationFn: () =>
      send(url, {
        ...{ method: 'PUT' as const, version: committee.version, answer: Committee },
        body: { decisionNumber, decisionOn },
      }),
    onSuccess: onSaved,
  })
  const submit = () => {
    save.mutate()
  }
  return (
    <FormDialog
      title={w.enterDocument}
      onSubmit={submit}
      onClose={onClose}
      isPending={save.isPending}
      error={save.error}
    >
      <TextInput
        label={w.documentNumber}
        placeholder="134/QĐ-UBND"
        data-autofocus
        value={decisionNumber}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <DayInput label={w.documentOn} value={decisionOn} onChange={setOn} />
    </FormDialog>
  )
}

function MemberDialog({
  url,
  member,
  agencies,
  onClose,
  onSaved,
}: DialogProps & { member: Member | null; agencies: readonly Agency[] }) {
  const [form, setForm] = useState<MemberForm>({
    agencyId: member?.agency?.id ?? null,
    person: member?.person ?? '',
    position: member?.position ?? '',
    field: member?.field ?? '',
    since: member?.since ?? null,
    until: member?.until ?? null,
  })
  const [key] = useState(newKey)
  const [found, setFound] = useState<FieldFaults>({})
  const save = useMutation({
    mutationFn: () =>
      member
        ? send(`${url}/members/${member.id}`, {
            ...{ method: 'PATCH' as const, body: form, version: member.version, answer: Saved },
          })
        : send(`${url}/members`, { body: form, key, answer: Saved }),
    onSuccess: onSaved,
  })
  const drop = useMutation({
    mutationFn: () =>
      send(`${url}/members/${member?.id}`, {
        ...{ method: 'DELETE' as const, version: member?.version ?? 0, answer: z.null() },
      }),
    onSuccess: onSaved,
  })
  const submit = () => {
    const wrong = faultsIn(MemberForm, form)
    setFound(wrong)
    if (Object.keys(wrong).length === 0) save.mutate()
  }
  const faults = { ...faultsOf(save.error), ...found }
  const listed = agencies.filter(({ endedOn, id }) => endedOn === null || id === form.agencyId)
  const field = (name: 'person' | 'position' | 'field', label: string) => (
    <TextInput
      label={label}
      value={form[name]}
      onChange={(event) => setForm({ ...form, [name]: event.currentTarget.value })}
      error={faults[name]}
    />
  )
  return (
    <FormDialog
      title={member ? w.editMember : w.addMember}
      onSubmit={submit}
      onClose={onClose}
      isPending={save.isPending}
      error={save.error ?? drop.error}
      drop={member && { label: w.deleteMember, isPending: drop.isPending, onDrop: () => drop.mutate() }}
    >
      <Select
        label={words.accounts.agency}
        data={listed.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': words.agencyPages.clearParent }}
        limit={200}
        value={form.agencyId}
        onChange={(agencyId) => setForm({ ...form, agencyId })}
        error={faults.agencyId}
        data-autofocus
      />
      {field('person', w.person)}
      {field('position', w.position)}
      {field('field', w.field)}
      <Group grow align="flex-start">
        <DayInput
          label={w.memberSince}
          value={form.since}
          onChange={(since) => setForm({ ...form, since })}
          error={faults.since}
        />
        <DayInput
          label={w.memberUntil}
          value={form.until}
          onChange={(until) => setForm({ ...form, until })}
          error={faults.until}
        />
      </Group>
    </FormDialog>
  )
}

function ConclusionDialog({ url, onClose, onSaved }: DialogProps) {
  const [plan, setPlan] = useState<string | null>(null)
  const plans = useQuery({ queryKey: ['plans', 'all'], queryFn: () => get('/api/plans', Plans) })
  const [key] = useState(newKey)
  const save = useMutation({
    mutationFn: () => send(`${url}/conclusions/${plan}`, { method: 'PUT', key, answer: Committee }),
    onSuccess: onSaved,
  })
  const submit = () => {
    if (plan) save.mutate()
  }
  return (
    <FormDialog
      title={w.linkConclusion}
      onSubmit={submit}
      onClose={onClose}
      isPending={save.isPending}
      error={plans.error ?? save.error}
      isDisabled={!plan}
    >
      <Select
        label={w.conclusion}
        description={w.conclusionHint}
        data={(plans.data?.plans ?? []).map(({ id, number, title }) => ({
          value: id,
          label: [number, title].filter(Boolean).join(' · '),
        }))}
        searchable
        limit={100}
        nothingFoundMessage={words.common.none}
        value={plan}
        onChange={setPlan}
        data-autofocus
      />
    </FormDialog>
  )
}
