// A file from the person's machine: dropped anywhere on the page, or chosen.
import { Center, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Of several files none is better than the others, and a folder is no file. */
const isOneFile = ({ items }: DataTransfer) =>
  items.length === 1 && items[0]?.webkitGetAsEntry()?.isDirectory !== true

/**
 * The whole window takes a dropped file; while one hangs over it, `label` says what dropping does. `onOther` hears of
 * several files or a folder, of which then nothing is taken.
 */
export function FileDrop({
  label,
  onFile,
  onOther,
}: {
  label: string
  onFile: ((file: File) => void) | null
  onOther?: () => void
}) {
  const [isOver, setOver] = useState(false)
  const latest = useRef(onFile)
  const other = useRef(onOther)
  useEffect(() => {
    latest.current = onFile
    other.current = onOther
  })
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      // Without this the browser would leave the page and open the file.
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = latest.current ? 'copy' : 'none'
      setOver(latest.current !== null)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(false)
      if (!latest.current || !event.dataTransfer) return
      if (other.current && !isOneFile(event.dataTransfer)) return other.current()
      const file = event.dataTransfer.files[0]
      if (file) latest.current(file)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  if (!isOver) return null
  return (
    <Center
      pos="fixed"
      inset={0}
      style={{
        zIndex: 400,
        background: 'rgb(233 245 250 / 94%)',
        border: '4px dashed var(--mantine-color-lake-7)',
        pointerEvents: 'none',
      }}
    >
      <Text fw={700} size="xl" c="lake.9" p="md" ta="center">
        {label}
      </Text>
    </Center>
  )
}

/** `open` shows the system's file chooser; `input` must stand somewhere on the page. */
export function useFileChooser(accept: string, label: string, onFile: (file: File) => void) {
  const place = useRef<HTMLInputElement>(null)
  const input = (
    <input
      ref={place}
      type="file"
      accept={accept}
      aria-label={label}
      tabIndex={-1}
      hidden
      onChange={(event) => {
        const file = event.currentTarget.files?.[0]
        // The same file may be chosen again after a refusal.
        event.currentTarget.value = ''
        if (file) onFile(file)
      }}
    />
  )
  return { open: () => place.current?.click(), input }
}
