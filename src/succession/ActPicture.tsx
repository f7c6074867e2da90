// Who becomes whom, as a picture: old agencies on the left, those that follow on the right (one under the other where
// the screen is narrow). Each box says in words what it gives or takes, so that it reads without colour.
import { Stack, Text } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import './act-picture.css'

export interface PictureBox {
  key: string
  name: string
  /** What it holds, or takes. */
  lines: readonly string[]
  isNew?: boolean
}

export function ActPicture({
  old,
  successors,
  label,
}: {
  old: readonly PictureBox[]
  successors: readonly PictureBox[]
  label: string
}) {
  return (
    <figure className="act-picture" aria-label={label}>
      <Stack gap={6} className="act-side">
        {old.map((box) => (
          <Box key={box.key} box={box} isOld />
        ))}
      </Stack>
      <span className="act-arrow" aria-hidden />
      <Stack gap={6} className="act-side">
        {successors.map((box) => (
          <Box key={box.key} box={box} />
        ))}
        {successors.length === 0 && (
          <div className="act-box act-open">
            <Text size="sm">{words.succession.noSuccessor}</Text>
          </div>
        )}
      </Stack>
    </figure>
  )
}

function Box({ box, isOld }: { box: PictureBox; isOld?: boolean }) {
  return (
    <div className={isOld ? 'act-box act-old' : 'act-box'}>
      <Text size="sm" fw={600}>
        {box.name}
        {box.isNew && (
          <Text span size="xs" fw={400}>
            {' '}
            ({words.succession.isNew})
          </Text>
        )}
      </Text>
      {box.lines.map((line) => (
        <Text size="xs" key={line}>
          {line}
        </Text>
      ))}
    </div>
  )
}
