// Changing one duty: its words, who leads and coordinates, what comes out of it, by when. And cutting it in two.
import { Button, Modal, Select, SimpleGrid, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { Agency } from '../agency/agency.ts'
import { searchKey } from '../base/text.ts'
import type { Due, DueKind } from '../reading/draft.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { DialogActions } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import type { ResolvedItem } from './resolve.ts'
import type { Edit } from './review.ts'

const DUE_KINDS = Object.keys(words.planPages.dueKinds) as DueKind[]

/** Agencies by any part of their name, with or without diacritics. */
const byName = ({ options, search }: { options: unknown[]; search: string }) => {
  const wanted = searchKey(search).split(' ')
  return (options as { label: string; value: string }[]).filter((option) => {
    const key = searchKey(option.label)
    return wanted.every((word) => key.includes(word))
  }) as never
}

/** The list of names scrolls itself: then the field that governs it is enough for the keyboard. */
export const nameList = {
  filter: byName,
  limit: 60,
  withScrollArea: false,
  styles: { options: { maxHeight: 220, overflowY: 'auto' } },
} as const

const sameList = (a: readonly string[], b: readonly string[]) => JSON.stringify(a) === JSON.stringify(b)

export function ItemForm({
  item,
  agencies,
  onSave,
  onClose,
}: {
  item: ResolvedItem
  agencies: readonly Agency[]
  onSave: (edit: Edit | null) => void
  onClose: () => void
}) {
  const [quote, setQuote] = useState(item.quote)
  const [lead, setLead] = useState(item.lead)
  const [coordinating, setCoordinating] = useState(item.coordinating)
  const [deliverables, setDeliverables] = useState(item.deliverables.join('\n'))
  const [due, setDue] = useState<Due>(item.due)
  // The field breaks on a name offered twice, and units of one name are common.
  const names = [...new Set(agencies.map((agency) => agency.name))]

  const save = (event?: FormEvent) => {
    event?.preventDefault()
    const products = deliverables
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    const changed = {
      ...(quote.trim() !== item.quote && { quote: quote.trim() }),
      ...(!sameList(lead, item.lead) && { lead }),
      ...(!sameList(coordinating, item.coordinating) && { coordinating }),
      ...(!sameList(products, item.deliverables) && { deliverables: products }),
      ...(JSON.stringify(due) !== JSON.stringify(item.due) && { due }),
    }
    onSave(Object.keys(changed).length ? { kind: 'change', ids: [item.id], ...changed } : null)
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={words.planPages.editTitle}>
      <form
        onSubmit={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        }}
      >
        <Stack gap="sm">
          <Textarea
            label={words.planPages.quote}
            required
            autosize
            minRows={3}
            maxRows={10}
            data-autofocus
            value={quote}
            onChange={(event) => setQuote(event.currentTarget.value)}
          />
          <TagsInput
            label={words.planPages.lead}
            description={words.planPages.leadHint}
            data={names}
            {...nameList}
            splitChars={[';']}
            value={lead}
            onChange={setLead}
          />
          <TagsInput
            label={words.planPages.coordinating}
            data={names}
            {...nameList}
            splitChars={[';']}
            value={coordinating}
            onChange={setCoordinating}
          />
          <Textarea
            label={words.planPages.deliverables}
            description={words.planPages.onePerLine}
            autosize
            minRows={1}
            value={deliverables}
            onChange={(event) => setDeliverables(event.currentTarget.value)}
          />
          <DueFields due={due} onChange={setDue} />
          <DialogActions onCancel={onClose}>
            <Button type="submit">{words.planPages.saveWithKey}</Button>
          </DialogActions>
        </Stack>
      </form>
    </Modal>
  )
}

export function DueFields({ due, onChange }: { due: Due; onChange: (due: Due) => void }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TextInput
        label={words.planPages.dueText}
        value={due.text}
        onChange={(event) => onChange({ ...due, text: event.currentTarget.value })}
      />
      <Select
        label={words.planPages.dueKind}
        data={DUE_KINDS.map((kind) => ({ value: kind, label: words.planPages.dueKinds[kind] }))}
        allowDeselect={false}
        value={due.kind}
        onChange={(kind) => kind && onChange({ ...due, kind: kind as DueKind })}
      />
      <DayInput
        label={words.planPages.dueFrom}
        value={due.from}
        onChange={(from) => onChange({ ...due, from })}
      />
      <DayInput
        label={words.planPages.dueTo}
        value={due.to}
        // A day typed where none was printed makes it a date.
        onChange={(to) => onChange({ ...due, to, kind: to && due.kind === 'none' ? 'date' : due.kind })}
      />
    </SimpleGrid>
  )
}

/** Where a duty most often turns into the next: after the first semicolon or full stop. */
const likelyCut = (quote: string): number => {
  const found = /[;.:]\s+(?=\p{L})/u.exec(quote)
  return found ? found.index + found[0].length : Math.floor(quote.length / 2)
}

export function SplitDialog({
  item,
  onSplit,
  onClose,
}: {
  item: ResolvedItem
  onSplit: (at: number) => void
  onClose: () => void
}) {
  const place = useRef<HTMLTextAreaElement>(null)
  const [at, setAt] = useState(() => likelyCut(item.quote))
  const follow = () => setAt(place.current?.selectionStart ?? at)
  const take = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    onSplit(place.current?.selectionStart ?? at)
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={words.planPages.splitTitle}>
      <Stack gap="sm">
        <Textarea
          ref={place}
          label={words.planPages.quote}
          description={words.planPages.splitHint}
          autosize
          minRows={4}
          maxRows={12}
          data-autofocus
          value={item.quote}
          onFocus={(event) => event.currentTarget.setSelectionRange(at, at)}
          // The words stay as they are: only the caret moves.
          onChange={() => place.current?.setSelectionRange(at, at)}
          onSelect={follow}
          onKeyDown={take}
        />
        <Piece label={words.planPages.firstPiece} text={item.quote.slice(0, at)} />
        <Piece label={words.planPages.secondPiece} text={item.quote.slice(at)} />
        <DialogActions onCancel={onClose}>
          <Button onClick={() => onSplit(at)}>{words.planPages.splitHere}</Button>
        </DialogActions>
      </Stack>
    </Modal>
  )
}

const Piece = ({ label, text }: { label: string; text: string }) => (
  <Text size="sm" style={{ borderLeft: '3px solid var(--mantine-color-lake-5)', paddingLeft: 8 }}>
    <b>{label}: </b>
    {text.trim() || '…'}
  </Text>
)
