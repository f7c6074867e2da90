import { expect, test } from 'vitest'
import { readDocx } from './docx.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="m"'
const read = (body: string, numbering = '', styles = '') =>
  readDocx({
    document: `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    numbering: numbering && `<w:numbering ${W}>${numbering}</w:numbering>`,
    styles: styles && `<w:styles ${W}>${styles}</w:styles>`,
    headers: [],
  }).lines
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`
const texts = (lines: { text: string }[]): string[] => lines.map((line) => line.text)

const LEVELS = `<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%3."/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`
const at = (level: number, list = 1): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`

test('automatic numbers on three levels, with restart and a start of their own', () => {
  const lines = read(
    p('Phần', at(0)) +
      p('Mục', at(1)) +
      p('Mục', at(1)) +
      p('Điểm', at(2)) +
      p('Phần', at(0)) +
      p('Mục', at(1)) +
      p('Mục', at(1, 2)),
    LEVELS,
  )
  expect(texts(lines)).toEqual(['I. Phần', '1. Mục', '2. Mục', '2.1. Điểm', 'II. Phần', '1. Mục', '5. Mục'])
})

test('a number that comes through the style', () => {
  const styles = `<w:style w:type="paragraph" w:styleId="Base"><w:pPr>${at(0)}</w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Base"/></w:style>`
  expect(texts(read(p('Phần', '<w:pStyle w:val="Own"/>'), LEVELS, styles))).toEqual(['I. Phần'])
})

test('cells merged down and across', () => {
  const tc = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
  const lines = read(
    `<w:tbl><w:tr>${tc('A', '<w:vMerge w:val="restart"/>')}${tc('B', '<w:gridSpan w:val="2"/>')}</w:tr>
     <w:tr>${tc('', '<w:vMerge/>')}${tc('C')}${tc('D')}</w:tr></w:tbl>`,
  )
  expect(
    lines.map(({ text, cell }) => [text, cell?.row, cell?.column, cell?.rowSpan, cell?.columnSpan]),
  ).toEqual([
    ['A', 0, 0, 2, 1],
    ['B', 0, 1, 1, 2],
    ['C', 1, 1, 1, 1],
    ['D', 1, 2, 1, 1],
  ])
})

test('tracked changes are read as accepted', () => {
  const lines = read(
    `<w:p><w:r><w:t>Giữ </w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins>${run('thêm')}</w:ins></w:p>`,
  )
  expect(texts(lines)).toEqual(['Giữ thêm'])
})

test('a deleted paragraph mark joins two paragraphs', () => {
  const lines = read(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('Nửa ')}</w:p>${p('câu')}`)
  expect(texts(lines)).toEqual(['Nửa câu'])
})

test('text boxes once, line breaks as lines', () => {
  const box = `<mc:AlternateContent><mc:Choice><w:txbxContent>${p('Hộp')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('Hộp')}</w:txbxContent></mc:Fallback></mc:AlternateContent>`
  const lines = read(`<w:p><w:r>${box}</w:r><w:r><w:t>Một</w:t><w:br/><w:t>Hai</w:t></w:r></w:p>`)
  expect(texts(lines)).toEqual(['Hộp', 'Một', 'Hai'])
})

test('characters of an old font are read as the font draws them, run by run', () => {
  const drawn = (font: string, text: string): string =>
    `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
  const lines = read(
    `<w:p>${drawn('.VnTimeH', 'céng hoµ')}${drawn('.VnTime', ' x· héi, tr')}<w:r><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr><w:softHyphen/></w:r>${drawn('.VnTime', 'íc ')}${drawn('Times New Roman', 'năm 2026 “né”')}</w:p>
     <w:p>${drawn('VNI-Times', 'Ñoäc laäp')}</w:p>`,
  )
  expect(texts(lines)).toEqual(['CỘNG HOÀ xã hội, trước năm 2026 “né”', 'Độc lập'])
})
