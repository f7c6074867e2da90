// The form of an agency, new or changed.
import { Select, TagsInput, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { newKey, send } from '../http/client.ts'
import { type FieldFaults, faultsIn, faultsOf } from '../http/faults.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { type AgencyKind, CHOSEN_KINDS, kindByName } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'
import { Agency, AgencyForm } from './agency.ts'

export function AgencyDialog({
  agency,
  agencies,
  onClose,
  onSaved,
}: {
  agency: Agency | null
  agencies: readonly Agency[]
  onClose: () => void
  onSaved: () => void
}) {
  const [form, setForm] = useState({
    name: agency?.name ?? '',
    code: agency?.code ?? '',
    parentId: agency?.parentId ?? null,
    aliases: agency?.aliases ?? [],
    validFrom: agency?.validFrom ?? null,
  })
  // Until somebody chooses, the kind follows the name.
  const [chosen, setChosen] = useState<AgencyKind | null>(agency?.kind ?? null)
  const [key] = useState(newKey)
  const [found, setFound] = useState<FieldFaults>({})
  const kind = chosen ?? kindByName(form.name)
  const body = { ...form, kind, code: form.code.trim() || null }
  const save = useMutation({
    mutationFn: async () => {
      if (!agency) return send('/api/agencies', { body: { agencies: [body] }, key, answer: z.array(Agency) })
      const { id, version } = agency
      return [await send(`/api/agencies/${id}`, { method: 'PATCH', version, body, answer: Agency })]
    },
    onSuccess: onSaved,
  })
  const submit = () => {
    const wrong = faultsIn(AgencyForm, body)
    setFound(wrong)
    if (Object.keys(wrong).length === 0) save.mutate()
  }
  const faults = { ...faultsOf(save.error), ...found }
  const names = new Map(agencies.map((other) => [other.id, other.name]))
  const parents = agencies
    .filter((other) => other.id !== agency?.id && (other.endedOn === null || other.id === agency?.parentId))
    .map(({ id, name, parentId, kind: of }) => ({
      value: id,
      label: of === 'unit' && parentId ? `${name} (${names.get(parentId)})` : name,
    }))
  return (
    <FormDialog
      title={agency ? words.agencyPages.edit : words.agencyPages.add}
      onSubmit={submit}
      onClose={onClose}
      isPending={save.isPending}
      error={save.error}
    >
      <TextInput
        label={words.agency.columns.name}
        required
        data-autofocus
        value={form.name}
        onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
        error={faults.name}
      />
      <Select
        label={words.agency.columns.kind}
        data={[...new Set([...CHOSEN_KINDS, kind])].map((value) => ({
          value,
          label: words.agency.kinds[value],
        }))}
        value={kind}
        onChange={(value) => value && setChosen(value)}
        allowDeselect={false}
      />
      <Select
        label={words.agency.columns.parent}
        description={words.agencyPages.parentHint}
        data={parents}
        value={form.parentId}
        onChange={(parentId) => setForm({ ...form, parentId })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': words.agencyPages.clearParent }}
        error={faults.parentId}
        nothingFoundMessage={words.common.none}
        limit={200}
      />
      <TextInput
        label={words.agency.columns.code}
        description={words.agencyPages.codeHint}
        value={form.code}
        onChange={(event) => setForm({ ...form, code: event.currentTarget.value })}
        error={faults.code}
      />
      <TagsInput
        label={words.agency.columns.aliases}
        description={words.agencyPages.aliasHint}
        value={form.aliases}
        onChange={(aliases) => setForm({ ...form, aliases })}
        splitChars={[';']}
        acceptValueOnBlur
        clearable
        clearButtonProps={{ 'aria-label': words.agencyPages.clearAliases }}
        error={faults.aliases}
      />
      <DayInput
        label={words.succession.validFrom}
        description={words.succession.validFromHint}
        value={form.validFrom}
        onChange={(validFrom) => setForm({ ...form, validFrom })}
        error={faults.validFrom}
      />
      {agency && (
        <Text size="xs" c="gray.7">
          {words.succession.renameHint}
        </Text>
      )}
    </FormDialog>
  )
}
