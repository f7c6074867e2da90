// A small PDF with words in it, for tests: each sign gets a code of its own and the font says which sign it is.

/** Codes for which the common encoding has a glyph. */
const CODES = [...range(0x21, 0x7e), ...range(0xa1, 0xff)]

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n)
}

/** One page with these lines; any letters, Vietnamese too. */
export function tinyPdf(...lines: string[]): Uint8Array {
  const signs = [...new Set(lines.join(''))]
  const codeOf = (sign: string) => (CODES[signs.indexOf(sign)] ?? 0).toString(16).padStart(2, '0')
  const hex = (text: string) => [...text].map(codeOf).join('')
  const shown = lines.map((line, n) => `1 0 0 1 72 ${760 - n * 24} Tm <${hex(line)}> Tj`).join('\n')
  const page = `BT /F 14 Tf ${shown} ET`
  const wide = (sign: string) => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${signs.length} beginbfchar
${signs.map((sign) => `<${codeOf(sign)}> <${wide(sign)}>`).join('\n')}
endbfchar endcmap end end`
  const stream = (text: string) => `<</Length ${text.length}>>stream\n${text}\nendstream`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    stream(page),
    `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/FirstChar 33/LastChar 255/Widths[${range(
      33,
      255,
    )
      .map(() => 600)
      .join(' ')}]/ToUnicode 6 0 R>>`,
    stream(map),
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, n) => {
    const at = body.length
    body += `${n + 1} 0 obj${object}endobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + end, 'latin1')
}
