// A few words of why, and, where they are asked for, points: what scoring, changing, opening again and withdrawing have in
// common.
import { NumberInput, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { FormDialog } from '../ui/FormDialog.tsx'
import * as words from '../vocabulary/words.ts'
import { useWrite, type Write } from './use-assessment.ts'

const w = words.assessment

interface Props {
  title: string
  hint?: string
  /** Asked for where given: from 0 to `most`. */
  points?: { label: string; most: number }
  reasonLabel?: string
  write: (reason: string, points: number | null) => Write
  onClose: () => void
}

export function PointsDialog({ title, hint, points, reasonLabel = w.reason, write, onClose }: Props) {
  const [n, setN] = useState<number | ''>('')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const save = useWrite(onClose)
  const isReady = reason.trim() !== '' && (!points || n !== '')
  return (
    <FormDialog
      title={title}
      isPending={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={() => {
        setTried(true)
        if (isReady && !save.isPending) save.mutate(write(reason.trim(), n === '' ? null : n))
      }}
    >
      {hint && <Text size="sm">{hint}</Text>}
      {points && (
        <NumberInput
          label={points.label}
          min={0}
          max={points.most}
          allowDecimal={false}
          decimalSeparator=","
          thousandSeparator="."
          value={n}
          onChange={(value) => setN(typeof value === 'number' ? value : '')}
          error={isTried && n === '' ? w.form.points : null}
          data-autofocus
        />
      )}
      <Textarea
        label={reasonLabel}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isTried && !reason.trim() ? w.form.reason : null}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        data-autofocus={!points || undefined}
      />
    </FormDialog>
  )
}
