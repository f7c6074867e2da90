// An opened .docx in, the XML of the parts we read out. Which part is what is told by the relations between them;
// only where these are missing the usual names count.

import type { DocxParts } from './docx.ts'
import { eachElement } from './xml.ts'
import type { Archive } from './zip.ts'

/** What a part points at inside the file. The kind is the last word of the relation's type, the same in both dialects. */
export function relatedTo(archive: Archive, part: string): { id: string; kind: string; target: string }[] {
  const cut = part.lastIndexOf('/') + 1
  const folder = part.slice(0, cut)
  const xml = archive.text(`${folder}_rels/${part.slice(cut)}.rels`)
  const found: { id: string; kind: string; target: string }[] = []
  if (xml)
    eachElement(xml, 1, ({ attributes }) => {
      if (attributes.TargetMode === 'External') return
      const kind = attributes.Type?.replace(/^.*\//u, '') ?? ''
      found.push({ id: attributes.Id ?? '', kind, target: pathOf(folder, attributes.Target ?? '') })
    })
  return found
}

/** "footnotes" → its parts. */
function relationsOf(archive: Archive, part: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { kind, target } of relatedTo(archive, part))
    found.set(kind, [...(found.get(kind) ?? []), target])
  return found
}

function pathOf(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = folder.split('/').filter((each) => each !== '')
  for (const step of target.split('/')) step === '..' ? path.pop() : step !== '.' && path.push(step)
  return path.join('/')
}

/** Where the text of a Word file stands; null when it is none. */
export function mainPart(archive: Archive): string | null {
  const named = relationsOf(archive, '').get('officeDocument') ?? []
  const isText = (part: string) => /<(?:\w+:)?document[\s>]/u.test(archive.text(part).slice(0, 4000))
  return [...named, 'word/document.xml'].find(isText) ?? null
}

/** null when it is no Word file. */
export function readParts(archive: Archive): DocxParts | null {
  const main = mainPart(archive)
  return main === null ? null : besides(archive, main, archive.text(main))
}

function besides(archive: Archive, main: string, document: string): DocxParts {
  const relations = relationsOf(archive, main)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const one = (kind: string): string => archive.text(relations.get(kind)?.[0] ?? `${folder}${kind}.xml`)
  const usual = archive.names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/u.test(name))
  const related = ['header', 'footer'].flatMap((kind) => relations.get(kind) ?? [])
  return {
    document,
    styles: one('styles'),
    numbering: one('numbering'),
    headers: [...new Set([...related, ...usual])].slice(0, 200).map((name) => archive.text(name)),
    footnotes: one('footnotes'),
    endnotes: one('endnotes'),
  }
}
