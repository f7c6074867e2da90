// "Danh mục đối tượng": the short list of named things that are counted, each with the paper that says so.
import {
  Anchor,
  Button,
  Checkbox,
  FileInput,
  Group,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get } from '../http/client.ts'
import { type FieldFaults, faultsIn, faultsOf } from '../http/faults.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { type NamedObject, ObjectChange, ObjectForm, ObjectList } from './indicator.ts'
import { KEY, type PartProps, useAreas, useWrite } from './use-indicator.ts'

const w = words.indicatorPage

export function ObjectsPart({ page, today }: PartProps) {
  const { indicator, may } = page
  const [open, setOpen] = useState<NamedObject | 'new' | null>(null)
  const [after, setAfter] = useState<string | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'objects', indicator.id, after],
    queryFn: () =>
      get(
        `/api/indicators/${indicator.id}/objects${after ? `?after=${encodeURIComponent(after)}` : ''}`,
        ObjectList,
      ),
  })
  return (
    <Part title={w.objects}>
      <Text size="sm">{w.objectsHint}</Text>
      {may.enter && (
        <Group className="screen-only">
          <Button variant="default" onClick={() => setOpen('new')}>
            {w.addObject}
          </Button>
        </Group>
      )}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.objects.length === 0 && <Text size="sm">{w.objectsNone}</Text>}
      {data?.objects.map((object) => (
        <Stack key={object.id} gap={0} component="article" aria-label={object.name}>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {object.name}
            </Text>
            {may.enter && (
              <Button
                size="compact-xs"
                variant="subtle"
                className="screen-only"
                aria-label={w.editObject(object.name)}
                onClick={() => setOpen(object)}
              >
                {words.common.edit}
              </Button>
            )}
          </Group>
          <Text size="sm">
            {[object.area?.name, w.counted(object.fromDay, object.toDay)].filter(Boolean).join(' · ')}
          </Text>
          <Text size="sm">
            {w.basis}: {object.source}
          </Text>
          {object.file && (
            <Anchor size="sm" href={`/api/indicator-objects/${object.id}/evidence`} download>
              {w.file(object.file.name)}
            </Anchor>
          )}
        </Stack>
      ))}
      {data && (after || data.next) && (
        <Group className="screen-only">
          {after && (
            <Button variant="default" size="compact-sm" onClick={() => setAfter(null)}>
              {words.common.firstPage}
            </Button>
          )}
          {data.next && (
            <Button variant="default" size="compact-sm" onClick={() => setAfter(data.next)}>
              {words.common.nextPage}
            </Button>
          )}
        </Group>
      )}
      {open && (
        <ObjectDialog
          indicatorId={indicator.id}
          today={today}
          object={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Part>
  )
}

interface DialogProps {
  indicatorId: string
  today: string
  /** null: a new one. */
  object: NamedObject | null
  onClose: () => void
}

function ObjectDialog({ indicatorId, today, object, onClose }: DialogProps) {
  const [name, setName] = useState(object?.name ?? '')
  const [areaId, setArea] = useState(object?.area?.id ?? null)
  const [fromDay, setFrom] = useState<string | null>(object?.fromDay ?? today)
  const [toDay, setTo] = useState<string | null>(object?.toDay ?? null)
  const [source, setSource] = useState(object?.source ?? '')
  const [file, setFile] = useState<File | null>(null)
  const [reason, setReason] = useState('')
  const [isVoid, setVoid] = useState(false)
  const [seen, setSeen] = useState<FieldFaults>({})
  const areas = useAreas()
  const save = useWrite(onClose)
  const faults = { ...seen, ...faultsOf(save.error) }
  const submit = () => {
    const form = { name, areaId, fromDay, toDay, source, ...(object && { reason, isVoid }) }
    const found = faultsIn(object ? ObjectChange : ObjectForm, form)
    setSeen(found)
    if (Object.keys(found).length || save.isPending) return
    const evidence = file ? { of: 'object' as const, file } : undefined
    save.mutate(
      object
        ? {
            path: `/api/indicator-objects/${object.id}`,
            method: 'PATCH',
            body: form,
            version: object.version,
            evidence,
          }
        : { path: `/api/indicators/${indicatorId}/objects`, body: form, evidence },
    )
  }
  return (
    <FormDialog
      title={object ? w.editObject(object.name) : w.addObject}
      onSubmit={submit}
      onClose={onClose}
      isPending={save.isPending}
      error={save.error}
    >
      <TextInput
        label={w.objectName}
        value={name}
        error={faults.name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <Select
        label={w.area}
        data={areas.map(({ id, name: label }) => ({ value: id, label }))}
        value={areaId}
        clearable
        clearButtonProps={{ 'aria-label': words.common.delete }}
        searchable
        nothingFoundMessage={words.common.none}
        onChange={setArea}
      />
      <DayInput label={w.fromDay} value={fromDay} error={faults.fromDay} onChange={setFrom} />
      <DayInput label={w.toDay} value={toDay} error={faults.toDay} onChange={setTo} />
      <Textarea
        label={w.basis}
        description={w.basisHint}
        value={source}
        error={faults.source}
        autosize
        minRows={2}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <FileInput label={w.evidence} value={file} clearable onChange={setFile} />
      {object && (
        <>
          <Checkbox
            label={w.voidObject}
            checked={isVoid}
            onChange={(event) => setVoid(event.currentTarget.checked)}
          />
          <Textarea
            label={w.reason}
            value={reason}
            error={faults.reason}
            autosize
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      )}
    </FormDialog>
  )
}
