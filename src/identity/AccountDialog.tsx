// The form of an account, new or changed. A new one is answered with its one-time code.
import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { get, newKey, send } from '../http/client.ts'
import { type FieldFaults, faultsIn, faultsOf } from '../http/faults.ts'
import { DialogActions, Failure } from '../ui/parts.tsx'
import { ROLES, type Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'
import {
  type Account,
  AccountChange,
  AccountForm,
  AccountWithCode,
  needsAgency,
  Account as One,
} from './identity.ts'

/** As much of an agency as this room needs to offer it. */
const Choice = z.object({
  id: z.uuid(),
  name: z.string(),
  code: z.string().nullable(),
  kind: z.string(),
  parentId: z.uuid().nullable(),
})

export function AccountDialog({
  account,
  onClose,
  onDone,
  onReset,
}: {
  account: Account | null
  onClose: () => void
  onDone: (account: Account, code: string | null) => void
  onReset?: () => void
}) {
  const [form, setForm] = useState({
    login: account?.login ?? '',
    name: account?.name ?? '',
    position: account?.position ?? '',
    role: account?.role ?? ('officer' as Role),
    agencyId: account?.agency?.id ?? null,
  })
  const [key] = useState(newKey)
  const [found, setFound] = useState<FieldFaults>({})
  const isActive = account?.state !== 'stopped'
  const save = useMutation({
    mutationFn: async (change: AccountChange): Promise<{ account: Account; code: string | null }> => {
      if (!account) return send('/api/accounts', { body: form, key, answer: AccountWithCode })
      const options = { method: 'PATCH' as const, version: account.version, body: change, answer: One }
      return { account: await send(`/api/accounts/${account.id}`, options), code: null }
    },
    onSuccess: (answer) => onDone(answer.account, answer.code),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const change = { ...form, isActive }
    const wrong = faultsIn(account ? AccountChange : AccountForm, change)
    setFound(wrong)
    if (Object.keys(wrong).length === 0) save.mutate(change)
  }
  const faults = { ...faultsOf(save.error), ...found }
  const text = (name: 'login' | 'name' | 'position') => ({
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setForm({ ...form, [name]: event.currentTarget.value }),
    error: faults[name],
  })
  return (
    <Modal opened onClose={onClose} title={account ? words.accounts.edit : words.accounts.add}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput label={words.accounts.person} required data-autofocus {...text('name')} />
          {account ? (
            <TextInput label={words.identity.login} value={account.login} disabled />
          ) : (
            <TextInput
              label={words.identity.login}
              description={words.setup.loginHint}
              autoComplete="off"
              required
              {...text('login')}
            />
          )}
          <TextInput label={words.accounts.position} {...text('position')} />
          <Select
            label={words.accounts.role}
            data={ROLES.map((value) => ({ value, label: words.identity.roles[value] }))}
            value={form.role}
            onChange={(role) => role && setForm({ ...form, role })}
            allowDeselect={false}
            error={faults.role}
          />
          <AgencySelect
            value={form.agencyId}
            onChange={(agencyId) => setForm({ ...form, agencyId })}
            required={needsAgency(form.role)}
            error={faults.agencyId}
          />
          {save.error && <Failure error={save.error} />}
          {account && (
            <Group gap="xs">
              <Button size="compact-sm" variant="light" onClick={onReset} disabled={!isActive}>
                {words.accounts.reset}
              </Button>
              <Button
                size="compact-sm"
                variant="light"
                color={isActive ? 'red' : undefined}
                onClick={() => save.mutate({ ...fieldsOf(account), isActive: !isActive })}
                loading={save.isPending}
              >
                {isActive ? words.accounts.stop : words.accounts.resume}
              </Button>
            </Group>
          )}
          <DialogActions onCancel={onClose}>
            <Button type="submit" loading={save.isPending}>
              {words.common.save}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Modal>
  )
}

function AgencySelect({
  value,
  onChange,
  required,
  error,
}: {
  value: string | null
  onChange: (id: string | null) => void
  required: boolean
  error: string | undefined
}) {
  const { data = [] } = useQuery({
    queryKey: ['agencies', 'choices'],
    queryFn: () => get('/api/agencies', z.array(Choice)),
  })
  const names = new Map(data.map((agency) => [agency.id, agency.name]))
  return (
    <Select
      label={words.accounts.agency}
      placeholder={required ? words.accounts.chooseAgency : words.accounts.noAgency}
      // Units carry their agency's name: many of them are called the same.
      data={data.map(({ id, name, kind, parentId }) => ({
        value: id,
        label: kind === 'unit' && parentId ? `${name} (${names.get(parentId)})` : name,
      }))}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': words.accounts.clearAgency }}
      required={required}
      error={error}
      nothingFoundMessage={words.common.none}
      limit={200}
    />
  )
}

/** Stopping changes nothing else, whatever was typed into the form meanwhile. */
const fieldsOf = ({ name, position, role, agency }: Account) => ({
  name,
  position,
  role,
  agencyId: agency?.id ?? null,
})
