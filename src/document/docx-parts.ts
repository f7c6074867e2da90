// An opened .docx in, the XML of the parts we read out. Which part is what is told by the relations between them;
// only where these are missing the usual names count.

import type { DocxParts } from './docx.ts'
import { eachElement } from './xml.ts'
import type { Archive } from './zip.ts'

/** The last word of a relation's type, the same in both dialects of the format: "footnotes" → its parts. */
function relationsOf(archive: Archive, part: string): Map<string, string[]> {
  const cut = part.lastIndexOf('/') + 1
  const folder = part.slice(0, cut)
  const xml = archive.text(`${folder}_rels/${part.slice(cut)}.rels`)
  const found = new Map<string, string[]>()
  if (xml)
    eachElement(xml, 1, ({ attributes }) => {
      if (attributes.TargetMode === 'External') return
      const kind = attributes.Type?.replace(/^.*\//u, '') ?? ''
      const target = pathOf(folder, attributes.Target ?? '')
      found.set(kind, [...(found.get(kind) ?? []), target])
    })
  return found
}

function pathOf(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = folder.split('/').filter((each) => each !== '')
  for (const step of target.split('/')) step === '..' ? path.pop() : step !== '.' && path.push(step)
  return path.join('/')
}

/** null when it is no Word file. */
export function readParts(archive: Archive): DocxParts | null {
  const named = relationsOf(archive, '').get('officeDocument') ?? []
  for (const main of [...named, 'word/document.xml']) {
    const document = archive.text(main)
    if (/<(?:\w+:)?document[\s>]/u.test(document.slice(0, 4000))) return besides(archive, main, document)
  }
  return null
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
