// A calendar day, written and shown as dd/mm/yyyy. In and out: "yyyy-mm-dd", or null when the field is empty.
import '@mantine/dates/styles.css'
import 'dayjs/locale/vi.js'
import { DateInput, type DateInputProps } from '@mantine/dates'
import { readDay } from '../base/calendar.ts'
import { language } from '../vocabulary/language.ts'
import * as words from '../vocabulary/words.ts'

export function DayInput({
  value,
  onChange,
  ...rest
}: Omit<DateInputProps, 'value' | 'onChange'> & {
  value: string | null
  onChange: (day: string | null) => void
}) {
  return (
    <DateInput
      value={value}
      onChange={(day) => onChange(day === null ? null : String(day).slice(0, 10))}
      valueFormat="DD/MM/YYYY"
      placeholder="dd/mm/yyyy"
      locale={language}
      dateParser={readDay}
      clearable
      clearButtonProps={{ 'aria-label': words.common.clearDay }}
      ariaLabels={words.steps.calendar}
      popoverProps={{ withinPortal: true }}
      {...rest}
    />
  )
}
