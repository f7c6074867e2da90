// The form of a named group: what it is called in print, and its rule, with who that makes members as one types.
import { MultiSelect, Select, TagsInput, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { newKey, send } from '../http/client.ts'
import { type FieldFaults, faultsIn, faultsOf } from '../http/faults.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { type AgencyKind, CHOSEN_KINDS } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'
import { type Directory, directoryOf, membersOf, placedName } from './agency.ts'
import { type AgencyGroup, GroupForm, type GroupRule } from './group.ts'

const NO_RULE: GroupRule = { kinds: [], under: null, committee: null, plus: [], minus: [] }
const Saved = z.object({ id: z.uuid() })

export function GroupDialog({
  group,
  directory,
  onClose,
  onSaved,
}: {
  group: AgencyGroup | null
  directory: Directory
  onClose: () => void
  onSaved: () => void
}) {
  const [name, setName] = useState(group?.name ?? '')
  const [forms, setForms] = useState(group?.forms ?? [])
  const [rule, setRule] = useState(group?.rule ?? NO_RULE)
  const [found, setFound] = useState<FieldFaults>({})
  const [key] = useState(newKey)
  const body = { name, forms, rule }
  const save = useMutation({
    mutationFn: () =>
      group
        ? send(`/api/agencies/groups/${group.id}`, {
            ...{ method: 'PATCH' as const, body, version: group.version, answer: Saved },
          })
        : send('/api/agencies/groups', { body, key, answer: Saved }),
    onSuccess: onSaved,
  })
  const drop = useMutation({
    mutationFn: () =>
      send(`/api/agencies/groups/${group?.id}`, {
        ...{ method: 'DELETE' as const, version: group?.version ?? 0, answer: z.null() },
      }),
    onSuccess: onSaved,
  })
  const submit = () => {
    const wrong = faultsIn(GroupForm, body)
    setFound(wrong)
    if (Object.keys(wrong).length === 0) save.mutate()
  }
  const faults = { ...faultsOf(save.error), ...found }
  const choices = directory.agencies.map((agency) => ({
    value: agency.id,
    label: placedName(agency, directory.byId),
  }))
  const committees = directory.agencies
    .filter(({ kind }) => kind === 'committee')
    .map(({ id, name: label }) => ({ value: id, label }))
  const seats = directory.groups.find(({ id }) => id === rule.committee)?.members ?? []
  const draft: AgencyGroup = { id: DRAFT, name, forms, rule, members: seats, version: 1 }
  const members = membersOf(
    DRAFT,
    directoryOf([...directory.byId.values()], directory.day, { groups: [draft] }),
  )
  return (
    <FormDialog
      title={group ? words.succession.editGroup : words.succession.addGroup}
      size="lg"
      onSubmit={submit}
      onClose={onClose}
      isPending={save.isPending}
      error={save.error ?? drop.error}
      drop={
        group && {
          label: words.succession.deleteGroup,
          isPending: drop.isPending,
          onDrop: () => drop.mutate(),
        }
      }
    >
      <TextInput
        label={words.succession.groupName}
        required
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={faults.name}
      />
      <TagsInput
        label={words.succession.groupForms}
        description={words.succession.groupFormsHint}
        value={forms}
        onChange={setForms}
        splitChars={[';']}
        acceptValueOnBlur
        error={faults.forms}
      />
      <MultiSelect
        label={words.succession.groupKinds}
        data={CHOSEN_KINDS.map((value) => ({ value, label: words.agency.kinds[value] }))}
        value={rule.kinds}
        onChange={(kinds) => setRule({ ...rule, kinds: kinds as AgencyKind[] })}
      />
      <Select
        label={words.succession.groupUnder}
        data={choices}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': words.agencyPages.clearParent }}
        limit={200}
        value={rule.under}
        onChange={(under) => setRule({ ...rule, under })}
      />
      {committees.length > 0 && (
        <Select
          label={words.succession.groupCommittee}
          data={committees}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': words.succession.clearCommittee }}
          value={rule.committee}
          onChange={(committee) => setRule({ ...rule, committee })}
        />
      )}
      {(['plus', 'minus'] as const).map((list) => (
        <MultiSelect
          key={list}
          label={list === 'plus' ? words.succession.groupPlus : words.succession.groupMinus}
          data={choices}
          searchable
          limit={60}
          value={rule[list]}
          onChange={(ids) => setRule({ ...rule, [list]: ids })}
        />
      ))}
      <Text size="sm" role="status">
        {words.succession.memberCount(members.length)}
        {members.length > 0 && `: ${members.map((agency) => agency.name).join(', ')}`}
      </Text>
      {faults.rule && (
        <Text size="sm" c="red.9">
          {faults.rule}
        </Text>
      )}
    </FormDialog>
  )
}

const DRAFT = '00000000-0000-4000-8000-000000000000'
