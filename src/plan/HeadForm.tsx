// Number, title, issuer and date of the document, as people correct them.
import { Button, Modal, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { DocumentHead } from '../reading/draft.ts'
import { DialogActions } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import type { Edit } from './review.ts'

/** "04/05/2026", "05/2026", "2026" -> "2026-05-04", "2026-05", "2026"; null for nothing; undefined for anything else. */
export function readDay(text: string): string | null | undefined {
  if (!text.trim()) return null
  const found = /^(?:(?:(\d{1,2})\/)?(\d{1,2})\/)?(\d{4})$/.exec(text.trim())
  if (!found) return undefined
  const [, day, month, year] = found
  const parts = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
  const whole = `${parts}-01-01`.slice(0, 10)
  const read = new Date(`${whole}T00:00:00Z`)
  return Number.isNaN(read.valueOf()) || read.toISOString().slice(0, 10) !== whole ? undefined : parts
}

export function HeadForm({
  head,
  onSave,
  onClose,
}: {
  head: DocumentHead
  onSave: (edit: Edit | null) => void
  onClose: () => void
}) {
  const [number, setNumber] = useState(head.number ?? '')
  const [title, setTitle] = useState(head.title)
  const [issuer, setIssuer] = useState(head.issuer)
  const [date, setDate] = useState(head.date ? words.day(head.date) : '')
  const day = readDay(date)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (day === undefined) return
    const changed = {
      ...(number.trim() !== (head.number ?? '') && { number: number.trim() || null }),
      ...(title.trim() !== head.title && { title: title.trim() }),
      ...(issuer.trim() !== head.issuer && { issuer: issuer.trim() }),
      ...(day !== head.date && { date: day }),
    }
    onSave(Object.keys(changed).length ? { kind: 'head', ...changed } : null)
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={words.planPages.headTitle}>
      <form onSubmit={save}>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput
              label={words.planPages.number}
              data-autofocus
              maxLength={60}
              value={number}
              onChange={(event) => setNumber(event.currentTarget.value)}
            />
            <TextInput
              label={words.planPages.date}
              description={words.planPages.dateHint}
              value={date}
              error={day === undefined ? words.planPages.dateWrong : null}
              onChange={(event) => setDate(event.currentTarget.value)}
            />
          </SimpleGrid>
          <Textarea
            label={words.planPages.title}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput
            label={words.planPages.issuer}
            maxLength={300}
            value={issuer}
            onChange={(event) => setIssuer(event.currentTarget.value)}
          />
          <DialogActions onCancel={onClose}>
            <Button type="submit">{words.common.save}</Button>
          </DialogActions>
        </Stack>
      </form>
    </Modal>
  )
}
