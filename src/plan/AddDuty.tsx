// A duty typed in a minute: number and day of its source, its words, who leads, by when. From the plan's own text the
// words come with their place.
import { Button, Modal, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { get, newKey, send } from '../http/client.ts'
import type { Span } from '../reading/draft.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { DialogActions, Failure, Loading } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Added, type AddedDutyInput } from './addition.ts'
import { Bearing } from './correction.ts'
import { type DutyDraft, DutyFields, linesOf } from './DutyFields.tsx'
import { documentName } from './PlanDocuments.tsx'
import type { PlanDocument } from './plan.ts'

const w = words.addition

const EMPTY: DutyDraft = {
  ...{ quote: '', section: '', outcome: 'assign', bearers: [], coordinators: [] },
  ...{ leadPrinted: [], coordinatingPrinted: [], deliverables: '', event: '', every: null },
  due: { text: '', kind: 'none', from: null, to: null },
  completion: { rule: 'all', share: null },
}
const OTHER = 'other'

interface Props {
  planId: string
  documents: readonly PlanDocument[]
  /** Words selected in one of them; null when the duty is typed from a paper. */
  from: { documentId: string; quote: string; spans: Span[]; section: string } | null
  onAdded: (itemId: string) => void
  onClose: () => void
}

export function AddDuty({ planId, documents, from, onAdded, onClose }: Props) {
  const client = useQueryClient()
  const [source, setSource] = useState(from?.documentId ?? OTHER)
  const [number, setNumber] = useState('')
  const [issued, setIssued] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const [duty, setDuty] = useState<DutyDraft>({
    ...EMPTY,
    quote: from?.quote ?? '',
    section: from?.section ?? '',
  })
  const [key] = useState(newKey)
  const bearing = useQuery({
    queryKey: ['agencies', 'bearing'],
    queryFn: () => get('/api/agencies/bearing', Bearing),
  })
  const add = useMutation({
    mutationFn: (body: AddedDutyInput) => send(`/api/plans/${planId}/items`, { body, key, answer: Added }),
    onSuccess: async ({ id }) => {
      for (const room of ['plan', 'plans', 'work']) await client.invalidateQueries({ queryKey: [room] })
      onAdded(id)
    },
  })
  const isOther = source === OTHER
  const isTracked = duty.outcome === 'assign' || duty.outcome === 'each'
  const isReady =
    duty.quote.trim() !== '' &&
    (!isOther || (number.trim() !== '' && issued !== null)) &&
    (!isTracked || duty.bearers.length > 0)
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (!isReady || add.isPending) return
    const { quote, section, outcome, bearers, coordinators, due, completion, every } = duty
    add.mutate({
      source: isOther
        ? { number: number.trim(), issued: issued ?? '', title: title.trim() }
        : { documentId: source },
      ...{ quote, section, due, completion, every, coordinators },
      outcome: outcome === 'merged' ? 'orientation' : outcome,
      bearers: isTracked ? bearers : [],
      spans: source === from?.documentId ? from.spans : [],
      deliverables: linesOf(duty.deliverables),
      event: duty.event.trim() || null,
    })
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={w.typeTitle}>
      <form
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
        }}
      >
        <Stack gap="sm">
          {documents.length > 0 && (
            <Select
              label={w.source}
              data={[
                { value: OTHER, label: w.otherSource },
                ...documents.map((one) => ({ value: one.id, label: documentName(one) })),
              ]}
              allowDeselect={false}
              openOnFocus={false}
              value={source}
              onChange={(id) => id && setSource(id)}
            />
          )}
          {isOther && (
            <>
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
                <TextInput
                  label={words.planPages.number}
                  required
                  data-autofocus
                  maxLength={60}
                  value={number}
                  onChange={(event) => setNumber(event.currentTarget.value)}
                />
                <DayInput label={words.planPages.date} required value={issued} onChange={setIssued} />
              </SimpleGrid>
              <TextInput
                label={w.sourceTitle}
                maxLength={1000}
                value={title}
                onChange={(event) => setTitle(event.currentTarget.value)}
              />
            </>
          )}
          {bearing.error && <Failure error={bearing.error} />}
          {bearing.data ? (
            <DutyFields
              duty={duty}
              bearing={bearing.data}
              outcomes={['assign', 'each', 'orientation']}
              onChange={(changed) => setDuty((was) => ({ ...was, ...changed }))}
            />
          ) : (
            <Loading />
          )}
          {add.error && <Failure error={add.error} />}
          <Text size="sm">{w.told}</Text>
          <DialogActions onCancel={onClose} isFoot>
            <Button type="submit" loading={add.isPending} disabled={!isReady}>
              {w.addWithKey}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Modal>
  )
}
