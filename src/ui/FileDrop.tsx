// A file from the person's machine: dropped anywhere on the page, or chosen.
import { Center, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** A folder is no file. */
const hasFolder = ({ items }: DataTransfer) =>
  [...items].some((item) => item.webkitGetAsEntry()?.isDirectory === true)

/**
 * The whole window takes a dropped file; while one hangs over it, `label` says what dropping does. Several go to
 * `onFiles` where it is given; `onOther` hears of a folder, and of several files that nobody takes.
 */
export function FileDrop({
  label,
  onFile,
  onFiles,
  onOther,
}: {
  label: string
  onFile: ((file: File) => void) | null
  onFiles?: (files: File[]) => void
  onOther?: () => void
}) {
  const [isOver, setOver] = useState(false)
  const latest = useRef(onFile)
  const several = useRef(onFiles)
  const other = useRef(onOther)
  useEffect(() => {
    latest.current = onFile
    several.current = onFiles
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
      const files = [...event.dataTransfer.files]
      if (other.current && hasFolder(event.dataTransfer)) return other.current()
      if (files.length > 1 && several.current) return several.current(files)
      if (files.length > 1 && other.current) return other.current()
      if (files[0]) latest.current(files[0])
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
export function useFileChooser(
  accept: string,
  label: string,
  onFile: (file: File) => void,
  onFiles?: (files: File[]) => void,
) {
  const place = useRef<HTMLInputElement>(null)
  const input = (
    <input
      ref={place}
      type="file"
      accept={accept}
      multiple={onFiles !== undefined}
      aria-label={label}
      tabIndex={-1}
      hidden
      onChange={(event) => {
        const files = [...(event.currentTarget.files ?? [])]
        // The same file may be chosen again after a refusal.
        event.currentTarget.value = ''
        if (files.length > 1 && onFiles) onFiles(files)
        else if (files[0]) onFile(files[0])
      }}
    />
  )
  return { open: () => place.current?.click(), input }
}
