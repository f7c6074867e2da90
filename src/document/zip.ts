// Bytes of a zip file in, the wanted parts out. Sizes are checked twice: as declared and as they really inflate,
// so that a small file cannot fill the memory.

import { inflateRawSync } from 'node:zlib'
import { Refusal } from '../base/refusal.ts'
import * as words from '../vocabulary/words.ts'

const MAX_ENTRIES = 4096
const MAX_PART = 128 * 1024 * 1024
const MAX_TOTAL = 256 * 1024 * 1024

export interface Entry {
  name: string
  method: number
  locked: boolean
  packed: number
  size: number
  offset: number
}

const broken = (): Refusal => new Refusal('invalid', 'document.broken', words.document.broken)
const bomb = (): Refusal => new Refusal('too-large', 'document.bomb', words.document.bomb)
const locked = (): Refusal => new Refusal('invalid', 'document.encrypted', words.document.encrypted)

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
/** A size or place that stands in the extra field for large files instead; some programs write it for small ones too. */
const ELSEWHERE = 0xffffffff
const LARGE_SIZES = 0x0001

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function findEnd(view: DataView): number {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at > last - 65_536; at--) if (view.getUint32(at, true) === END) return at
  throw broken()
}

/** The numbers of an entry that did not fit in their usual place, in their order: size, packed size, place. */
function readLargeSizes(extra: DataView, entry: Entry): void {
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== LARGE_SIZES) continue
    let from = at + 4
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (entry[key] !== ELSEWHERE || from + 8 > extra.byteLength) continue
      entry[key] = Number(extra.getBigUint64(from, true))
      from += 8
    }
    return
  }
}

/** The table of contents. Throws a `Refusal` when the file is cut or claims more than a document may hold. */
export function listEntries(bytes: Uint8Array): Entry[] {
  if (bytes.length < 22) throw broken()
  const view = viewOf(bytes)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > MAX_ENTRIES) throw bomb()
  const entries: Entry[] = []
  let total = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw broken()
    const nameLength = view.getUint16(at + 28, true)
    const extraAt = at + 46 + nameLength
    const extraLength = view.getUint16(at + 30, true)
    if (extraAt + extraLength > bytes.length) throw broken()
    const entry: Entry = {
      name: new TextDecoder()
        .decode(bytes.subarray(at + 46, extraAt))
        .replaceAll('\\', '/')
        .replace(/^\//u, ''),
      locked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    readLargeSizes(viewOf(bytes.subarray(extraAt, extraAt + extraLength)), entry)
    total += entry.size
    if (entry.size > MAX_PART || total > MAX_TOTAL) throw bomb()
    entries.push(entry)
    at = extraAt + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

/** Inflates one part; stops as soon as more comes out than the table of contents promised. */
export function readEntry(bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = viewOf(bytes)
  const at = entry.offset
  if (entry.locked) throw locked()
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw broken()
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed) throw broken()
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw broken()
  let inflated: Uint8Array
  try {
    inflated = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch (error) {
    throw error instanceof RangeError ? bomb() : broken()
  }
  if (inflated.length !== entry.size) throw broken()
  return inflated
}

export interface Archive {
  names: string[]
  /** "" for a part that is not there; names are the same in capitals and small letters. */
  text(name: string): string
}

export function openArchive(bytes: Uint8Array): Archive {
  const entries = new Map(listEntries(bytes).map((entry) => [entry.name.toLowerCase(), entry]))
  return {
    names: [...entries.values()].map((entry) => entry.name),
    text(name) {
      const entry = entries.get(name.toLowerCase())
      return entry ? decode(readEntry(bytes, entry)) : ''
    },
  }
}

function decode(part: Uint8Array): string {
  const [a, b] = part
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(part)
}
