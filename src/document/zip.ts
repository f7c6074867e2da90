// Bytes of a zip file in, the wanted parts out. Sizes are checked twice: as declared and as they really inflate,
// so that a small file cannot fill the memory.

import { Inflate } from 'fflate'
import { Refusal } from '../base/refusal.ts'
import { words } from '../vocabulary/words.ts'

const MAX_ENTRIES = 4096
const MAX_PART = 128 * 1024 * 1024
const MAX_TOTAL = 256 * 1024 * 1024

interface Entry {
  name: string
  method: number
  packed: number
  size: number
  offset: number
}

const broken = (): Refusal => new Refusal('invalid', 'document.broken', words.document.broken)

const bomb = (): Refusal => new Refusal('too-large', 'document.bomb', words.document.bomb)

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

function findEnd(view: DataView): number {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at > last - 65_536; at--) if (view.getUint32(at, true) === END) return at
  throw broken()
}

/** The table of contents. Throws a `Refusal` when the file is cut or claims more than a document may hold. */
export function listEntries(bytes: Uint8Array): Entry[] {
  if (bytes.length < 22) throw broken()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > MAX_ENTRIES) throw bomb()
  const entries: Entry[] = []
  let total = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw broken()
    const nameLength = view.getUint16(at + 28, true)
    const entry: Entry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    total += entry.size
    if (entry.size > MAX_PART || total > MAX_TOTAL) throw bomb()
    entries.push(entry)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Inflates one part; stops as soon as more comes out than the table of contents promised. */
export function readEntry(bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = entry.offset
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw broken()
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed) throw broken()
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw broken()
  const out = new Uint8Array(entry.size)
  let filled = 0
  const inflate = new Inflate((chunk) => {
    if (filled + chunk.length > entry.size) throw bomb()
    out.set(chunk, filled)
    filled += chunk.length
  })
  try {
    for (let i = 0; i < packed.length; i += 65_536)
      inflate.push(packed.subarray(i, i + 65_536), i + 65_536 >= packed.length)
  } catch (error) {
    throw error instanceof Refusal ? error : broken()
  }
  if (filled !== entry.size) throw broken()
  return out
}
