// The report of one assignment while it is written: its draft outlives a reload and a refusal.
import { Button, Group, Stack } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { useSession } from '../identity/session.tsx'
import * as words from '../vocabulary/words.ts'
import { ReportFields } from './ReportFields.tsx'
import { blankReport, type ReportDraft, reportFaults, reportInput } from './report-draft.ts'
import type { StepInput } from './work.ts'

/** Several people may work at one machine: a draft belongs to its writer. */
export function useReportDraft(name: string, percent = 0) {
  const { accountId } = useSession()
  const [kept, setDraft, clearDraft] = useLocalStorage<ReportDraft>({
    key: `report ${accountId} ${name}`,
    defaultValue: blankReport(percent),
    getInitialValueInEffect: false,
  })
  // Kept by an earlier version of this page, a draft may lack what was added since.
  return { draft: { ...blankReport(percent), ...kept }, setDraft, clearDraft }
}

/** Whether a report may leave; says what is missing once it was tried. */
export function useReportCheck(draft: ReportDraft) {
  const [isTried, setTried] = useState(false)
  const faults = reportFaults(draft)
  const isWhole = Object.values(faults).every((fault) => fault === null)
  return {
    faults: isTried ? faults : null,
    check: () => {
      setTried(true)
      return isWhole
    },
  }
}

export function ReportForm({
  name,
  percent,
  isPending,
  onSend,
}: {
  /** Names the draft: the assignment's id. */
  name: string
  percent: number
  isPending: boolean
  onSend: (step: StepInput, clearDraft: () => void) => void
}) {
  const { draft, setDraft, clearDraft } = useReportDraft(name, percent)
  const { faults, check } = useReportCheck(draft)
  const [isUploading, setUploading] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (check()) onSend(reportInput(draft), clearDraft)
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <ReportFields
          draft={draft}
          faults={faults}
          onBusy={setUploading}
          onChange={(update) => setDraft((before) => update({ ...blankReport(percent), ...before }))}
        />
        <Group>
          <Button type="submit" loading={isPending} disabled={isUploading}>
            {words.task.sendReport}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
