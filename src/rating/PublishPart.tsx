// Publishing a draft: the document that decided it, and the day it holds from.
import { Button, Group, SimpleGrid, Stack, Text, TextInput, Tooltip } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type FieldFaults, faultsIn, faultsOf } from '../http/faults.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { Failure, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { PublishForm, type RubricVersion } from './rating.ts'
import { useWrite } from './use-rating.ts'

const w = words.rating

export function PublishPart({
  draft,
  whyNot,
  isChanged,
}: {
  draft: RubricVersion
  whyNot: string | null
  /** What is published is what was saved. */
  isChanged: boolean
}) {
  const [form, setForm] = useState({
    documentNumber: '',
    documentOn: null as string | null,
    validFrom: null as string | null,
  })
  const [found, setFound] = useState<FieldFaults>({})
  const publish = useWrite(() => {})
  const faults = { ...faultsOf(publish.error), ...found }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = faultsIn(PublishForm, form)
    setFound(wrong)
    if (Object.keys(wrong).length === 0 && !whyNot && !isChanged && !publish.isPending)
      publish.mutate({ path: `/api/rubrics/${draft.id}/publish`, body: form, version: draft.version })
  }
  return (
    <Part title={w.publishTitle}>
      <Text size="sm" c="gray.7">
        {w.publishHint}
      </Text>
      {whyNot && <Text size="sm">{whyNot}</Text>}
      {!whyNot && (
        <form onSubmit={submit} noValidate>
          <Stack gap="sm">
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              <TextInput
                label={w.documentNumber}
                value={form.documentNumber}
                onChange={(event) => setForm({ ...form, documentNumber: event.currentTarget.value })}
                error={faults.documentNumber}
              />
              <DayInput
                label={w.documentOn}
                value={form.documentOn}
                onChange={(documentOn) => setForm({ ...form, documentOn })}
                error={faults.documentOn}
              />
              <DayInput
                label={w.validFrom}
                value={form.validFrom}
                onChange={(validFrom) => setForm({ ...form, validFrom })}
                error={faults.validFrom}
              />
            </SimpleGrid>
            {publish.error && <Failure error={publish.error} />}
            <Group>
              <Tooltip label={w.saveFirst} disabled={!isChanged}>
                <Button type="submit" loading={publish.isPending} data-disabled={isChanged || undefined}>
                  {w.publish}
                </Button>
              </Tooltip>
            </Group>
          </Stack>
        </form>
      )}
    </Part>
  )
}
