// The fields of a report: what was done, how far, figures, evidence; or that nothing happened.
import { Checkbox, Group, NumberInput, Radio, Stack, Textarea } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import { EvidenceDrop } from './Evidence.tsx'
import { FigureFields } from './Figures.tsx'
import type { ReportDraft, ReportFaults } from './report-draft.ts'

export function ReportFields({
  draft,
  faults,
  onChange,
  onBusy,
}: {
  draft: ReportDraft
  /** null as long as nothing was sent: nobody is scolded while writing. */
  faults: ReportFaults | null
  onChange: (update: (draft: ReportDraft) => ReportDraft) => void
  /** Told while files are on their way. */
  onBusy: (isBusy: boolean) => void
}) {
  const set = (part: Partial<ReportDraft>) => onChange((before) => ({ ...before, ...part }))
  return (
    <Stack gap="sm">
      <Checkbox
        label={words.steps.nothing}
        description={words.steps.nothingHint}
        styles={{ description: { color: 'var(--mantine-color-gray-7)' } }}
        checked={draft.nothing}
        onChange={(event) => set({ nothing: event.currentTarget.checked })}
      />
      <Textarea
        label={draft.nothing ? words.steps.nothingText : words.task.reportText}
        description={words.task.reportTextHint}
        styles={{ description: { color: 'var(--mantine-color-gray-7)' } }}
        required={!draft.nothing}
        autosize
        minRows={draft.nothing ? 2 : 4}
        maxLength={10_000}
        value={draft.text}
        error={faults?.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      {!draft.nothing && (
        <>
          <Radio.Group
            label={words.task.progress}
            required
            value={draft.isFull === null ? '' : draft.isFull ? 'full' : 'part'}
            error={faults?.progress}
            onChange={(value) => set({ isFull: value === 'full' })}
          >
            <Group mt={6}>
              <Radio value="full" label={words.task.full} />
              <Radio value="part" label={words.task.part} />
            </Group>
          </Radio.Group>
          {draft.isFull === false && (
            <NumberInput
              label={words.task.percentLabel}
              min={0}
              max={99}
              allowDecimal={false}
              w={220}
              value={draft.percent}
              onChange={(value) => set({ percent: Number(value) || 0 })}
            />
          )}
          <FigureFields
            figures={draft.figures}
            error={faults?.figures ?? null}
            onChange={(figures) => set({ figures })}
          />
        </>
      )}
      <EvidenceDrop
        files={draft.files}
        onBusy={onBusy}
        onChange={(update) => onChange((before) => ({ ...before, files: update(before.files) }))}
      />
    </Stack>
  )
}
