// What the agency says against its rating, and the answers.
import { Group, Radio, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { keyOf, wordsOf } from './explain.ts'
import { aboutId } from './rate.ts'
import type { Explained, Objection } from './rating.ts'
import { SmallForm } from './SmallForm.tsx'

const w = words.rating
const ALL = 'all'

export function Objections({ data }: { data: Explained }) {
  const { objections, may, period, subject, units } = data
  const [about, setAbout] = useState(ALL)
  const faults = units.filter(({ count }) => count > 0)
  const options = faults.map((unit) => ({
    value: keyOf(unit),
    label: `${w.faults[unit.fault]}: ${wordsOf(data, unit)?.slice(0, 90) ?? ''}`,
  }))
  const chosen = faults.find((unit) => keyOf(unit) === about)
  return (
    <Part title={w.objectionTitle}>
      {objections.length === 0 && <Text size="sm">{w.noObjections}</Text>}
      {objections.map((objection) => (
        <OneObjection
          key={objection.id}
          objection={objection}
          about={
            aboutId(objection) && objection.fault
              ? `${w.faults[objection.fault]}: ${wordsOf(data, objection) ?? ''}`
              : w.aboutAll
          }
          mayAnswer={may.answer === null}
        />
      ))}
      {may.object === null && (
        <SmallForm
          label={w.object}
          hint={w.objectHint}
          textLabel={w.objectionText}
          missing={w.form.objection}
          write={(text) => ({
            path: '/api/ratings/objections',
            body: {
              period: period.key,
              agencyId: subject.agency.id,
              assignmentId: chosen?.assignmentId ?? null,
              reportId: chosen?.reportId ?? null,
              fault: chosen?.fault ?? null,
              text,
            },
          })}
        >
          <Select
            label={w.about}
            data={[{ value: ALL, label: w.aboutAll }, ...options]}
            value={about}
            onChange={(value) => setAbout(value ?? ALL)}
            allowDeselect={false}
          />
        </SmallForm>
      )}
    </Part>
  )
}

function OneObjection({
  objection,
  about,
  mayAnswer,
}: {
  objection: Objection
  about: string
  mayAnswer: boolean
}) {
  const { id, version, text, by, at, answer, accepted, answeredBy, answeredAt } = objection
  const [verdict, setVerdict] = useState<string>('')
  return (
    <Stack gap={4} component="article">
      <Text size="sm" fw={600}>
        {about}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text}
      </Text>
      <Text size="xs" c="gray.7">
        {w.objectedBy(by, words.moment(at))}
        {answer === null && ` · ${w.waits}`}
      </Text>
      {answer !== null && (
        <>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {answer}
          </Text>
          <Text size="xs" c="gray.7">
            {w.answered(
              accepted ? w.accepted : w.notAccepted,
              answeredBy ?? '',
              answeredAt ? words.moment(answeredAt) : '',
            )}
          </Text>
        </>
      )}
      {answer === null && mayAnswer && (
        <Group>
          <SmallForm
            label={w.answer}
            textLabel={w.answerText}
            missing={w.form.answer}
            isSmall
            fault={verdict ? null : w.form.verdict}
            write={(said) => ({
              path: `/api/ratings/objections/${id}/answer`,
              body: { accepted: verdict === 'accepted', answer: said },
              version,
            })}
          >
            <Radio.Group label={w.verdict} value={verdict} onChange={setVerdict}>
              <Group gap="md" mt={4}>
                <Radio value="accepted" label={w.accepted} />
                <Radio value="refused" label={w.notAccepted} />
              </Group>
            </Radio.Group>
          </SmallForm>
        </Group>
      )}
    </Stack>
  )
}
