// Several files at once: body and annexes of one document, in the order in which they are read.
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { DialogActions } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { inReadingOrder } from './file-order.ts'

const w = words.addition

export function FilesDialog({
  files,
  onRead,
  onClose,
}: {
  files: readonly File[]
  onRead: (files: File[]) => void
  onClose: () => void
}) {
  const [order, setOrder] = useState(() => inReadingOrder(files))
  const move = (at: number, by: 1 | -1) => {
    const next = [...order]
    const [file] = next.splice(at, 1)
    if (file) next.splice(at + by, 0, file)
    setOrder(next)
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={w.filesTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onRead(order)
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{w.filesExplain}</Text>
          <Stack gap={6} component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
            {order.map((file, at) => (
              <Group key={`${file.name} ${file.size}`} component="li" gap="xs" wrap="nowrap">
                <Text size="sm" flex={1} style={{ overflowWrap: 'anywhere' }}>
                  {at + 1}. {file.name}
                </Text>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={w.up(file.name)}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                >
                  ↑
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={w.down(file.name)}
                  disabled={at === order.length - 1}
                  onClick={() => move(at, 1)}
                >
                  ↓
                </Button>
              </Group>
            ))}
          </Stack>
          <DialogActions onCancel={onClose}>
            <Button type="submit" data-autofocus>
              {w.readFiles(order.length)}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Modal>
  )
}
