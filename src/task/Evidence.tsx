// Evidence of a report: files dropped or chosen, sent up at once, named by the report.
import { Anchor, Box, Button, CloseButton, FileButton, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { send } from '../http/client.ts'
import { Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { MOST_FILES, StoredFile } from './work.ts'

interface Props {
  files: StoredFile[]
  onChange: (update: (files: StoredFile[]) => StoredFile[]) => void
  /** Told while files are on their way, so that no report leaves without them. */
  onBusy: (isBusy: boolean) => void
}

export function EvidenceDrop({ files, onChange, onBusy }: Props) {
  const [sending, setSending] = useState<string[]>([])
  const [error, setError] = useState<unknown>(null)
  const [isOver, setOver] = useState(false)
  const add = async (chosen: File[]) => {
    const room = MOST_FILES - files.length
    setError(chosen.length > room ? new Error(words.task.tooManyFiles(MOST_FILES)) : null)
    onBusy(true)
    for (const file of chosen.slice(0, room)) {
      setSending((names) => [...names, file.name])
      const form = new FormData()
      form.append('file', file)
      try {
        const stored = await send('/api/files', { form, answer: StoredFile })
        onChange((before) => [...before.filter(({ hash }) => hash !== stored.hash), stored])
      } catch (problem) {
        setError(problem)
      }
      setSending((names) => names.filter((name) => name !== file.name))
    }
    onBusy(false)
  }
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {words.task.evidence}
      </Text>
      <Box
        p="sm"
        bg={isOver ? 'lake.0' : undefined}
        style={{ border: '1px dashed var(--mantine-color-gray-6)', borderRadius: 6 }}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void add([...event.dataTransfer.files])
        }}
      >
        <Group gap="sm">
          <FileButton multiple onChange={(chosen) => void add(chosen)}>
            {(props) => (
              <Button {...props} variant="default" size="xs">
                {words.task.chooseFiles}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="gray.7">
            {words.task.evidenceHint}
          </Text>
        </Group>
      </Box>
      {sending.map((name) => (
        <Text key={name} size="sm" role="status">
          {words.task.uploading(name)}
        </Text>
      ))}
      {error !== null && <Failure error={error} />}
      {files.map((file) => (
        <Group key={file.hash} gap="xs" wrap="nowrap">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {file.name} ({words.task.fileSize(file.size)})
          </Text>
          <CloseButton
            size="sm"
            aria-label={words.task.removeFile(file.name)}
            onClick={() => onChange((before) => before.filter(({ hash }) => hash !== file.hash))}
          />
        </Group>
      ))}
    </Stack>
  )
}

export function EvidenceLinks({ stepId, files }: { stepId: string; files: StoredFile[] }) {
  if (files.length === 0) return null
  return (
    <Stack gap={2}>
      {files.map((file) => (
        <Anchor
          key={file.hash}
          size="sm"
          href={`/api/files/${file.hash}?step=${stepId}`}
          style={{ overflowWrap: 'anywhere' }}
        >
          {file.name} ({words.task.fileSize(file.size)})
        </Anchor>
      ))}
    </Stack>
  )
}
