import { expect, test } from 'vitest'
import { readDocx } from './docx.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="m"'
const whole = (body: string, numbering = '', styles = '', footnotes = '') =>
  readDocx({
    document: `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    numbering: numbering && `<w:numbering ${W}>${numbering}</w:numbering>`,
    styles: styles && `<w:styles ${W}>${styles}</w:styles>`,
    headers: [],
    footnotes: footnotes && `<w:footnotes ${W}>${footnotes}</w:footnotes>`,
  })
const read = (body: string, numbering = '', styles = '', footnotes = '') =>
  whole(body, numbering, styles, footnotes).lines
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

const lvl = (level: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const num = (id: number, abstract: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`
const style = (id: string, more: string, type = 'paragraph'): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${more}</w:style>`
const styled = (text: string, id: string, more = ''): string => p(text, `<w:pStyle w:val="${id}"/>${more}`)

test('levels that are made for styles, styles that only name the level, numbers taken away', () => {
  const numbering = `<w:abstractNum w:abstractNumId="0">${lvl(0, 'upperRoman', '%1.', '<w:pStyle w:val="H1"/>')}${lvl(1, 'decimal', '%2.')}${lvl(2, 'decimal', '%2.%3.')}</w:abstractNum>${num(1, 0)}`
  const styles =
    style('H1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
    style('H2', '<w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>') +
    style('Plain', '<w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>')
  const lines = read(
    styled('Phần', 'H1') +
      styled('Mục', 'H2') +
      styled('Không số', 'Plain') +
      styled('Bỏ số', 'H2', '<w:numPr><w:numId w:val="0"/></w:numPr>') +
      styled('Mục', 'H2') +
      styled('Phần', 'H1') +
      p('Bỏ qua một cấp', at(2)) +
      styled('Mục', 'H2'),
    numbering,
    styles,
  )
  expect(texts(lines)).toEqual([
    'I. Phần',
    '1. Mục',
    'Không số',
    'Bỏ số',
    '2. Mục',
    'II. Phần',
    '1.1. Bỏ qua một cấp',
    '2. Mục',
  ])
})

test('two lists over one definition go on counting; one with a start of its own begins again', () => {
  const numbering = `<w:abstractNum w:abstractNumId="0">${lvl(0, 'decimal', 'Điều %1.')}${lvl(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>')}</w:abstractNum>
    ${num(1, 0)}${num(2, 0)}${num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')}
    ${num(4, 0, `<w:lvlOverride w:ilvl="0">${lvl(0, 'decimal', 'Mục %1:')}</w:lvlOverride>`)}`
  const lines = read(
    p('a', at(0)) +
      p('b', at(1)) +
      p('c', at(0, 2)) +
      p('d', at(1)) +
      p('e', at(0, 3)) +
      p('f', at(0, 3)) +
      p('g', at(0, 4)),
    numbering,
  )
  expect(texts(lines)).toEqual([
    'Điều 1. a',
    '1. b',
    'Điều 2. c',
    '2. d',
    'Điều 1. e',
    'Điều 2. f',
    'Mục 3: g',
  ])
})

test('a list that only points to a list style', () => {
  const numbering = `<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Own"/>${lvl(0, 'decimalZero', '(%1)')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="Own"/></w:abstractNum>${num(4, 2)}${num(5, 3)}`
  expect(texts(read(p('a', at(0, 4)) + p('b', at(0, 5)), numbering))).toEqual(['(01) a', '(02) b'])
})

test.each([
  ['lowerLetter', 5, 'e)'],
  ['lowerLetter', 28, 'bb)'],
  ['upperLetter', 2, 'B)'],
  ['lowerRoman', 9, 'ix)'],
  ['vietnameseCounting', 21, 'hai mươi mốt)'],
  ['cardinalText', 4, 'Bốn)'],
  ['ordinalText', 1, 'Thứ nhất)'],
  ['none', 3, ')'],
])('the number format %s', (format, value, label) => {
  const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="${value}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>${num(1, 0)}`
  expect(texts(read(p('Việc', at(0)), numbering))).toEqual([`${label} Việc`])
})

test('bullets of symbol fonts are dashes, levels in figures, a label glued to a sign', () => {
  const numbering = `<w:abstractNum w:abstractNumId="0">${lvl(0, 'upperRoman', '%1.')}${lvl(1, 'decimal', '%1.%2', '<w:isLgl/>')}${lvl(2, 'bullet', '\uf0b7')}${lvl(3, 'decimal', 'Bảng %4', '<w:suff w:val="nothing"/>')}</w:abstractNum>${num(1, 0)}`
  const lines = read(p('a', at(0)) + p('b', at(1)) + p('c', at(2)) + p('. Số liệu', at(3)), numbering)
  expect(texts(lines)).toEqual(['I. a', '1.1 b', '- c', 'Bảng 1. Số liệu'])
})

test('an ordinal that is only an automatic number stands in its cell', () => {
  const tc = (inner: string): string => `<w:tc><w:tcPr/>${inner}</w:tc>`
  const row = `<w:tr>${tc(p('', at(1)))}${tc(p('Việc'))}</w:tr>`
  expect(texts(read(`<w:tbl>${row}${row}</w:tbl>`, LEVELS))).toEqual(['1.', 'Việc', '2.', 'Việc'])
})

const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`

test('fields show their result; page numbers are none of the text', () => {
  const link = `${field('begin')}${code(' HYPERLINK "x" ')}${field('separate')}${run('tại đây')}${field('end')}`
  const page = `${field('begin')}${code(' PAGE ')}${field('separate')}${run('7')}${field('end')}`
  expect(texts(read(`<w:p>${run('Xem ')}${link}${page}</w:p>`))).toEqual(['Xem tại đây'])
})

test('a table of contents is left out, with its title; what follows is not', () => {
  const contents =
    p('MỤC LỤC') +
    `<w:p>${field('begin')}${code(' TOC \\o "1-3" ')}${field('separate')}${run('I. MỤC ĐÍCH')}<w:r><w:tab/></w:r>${run('1')}</w:p>` +
    `<w:p>${run('II. NHIỆM VỤ')}<w:r><w:tab/></w:r>${run('2')}</w:p>`
  const end = `<w:p>${field('end')}</w:p>`
  expect(texts(read(contents + end + p('I. MỤC ĐÍCH')))).toEqual(['I. MỤC ĐÍCH'])
  expect(texts(read(contents + p('I. MỤC ĐÍCH') + p('Nội dung')))).toEqual(['I. MỤC ĐÍCH', 'Nội dung'])
  const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${contents}${end}</w:sdtContent></w:sdt>`
  expect(texts(read(control + p('I. MỤC ĐÍCH')))).toEqual(['I. MỤC ĐÍCH'])
})

test('capitals as shown, hidden words left out, signs of their own kind', () => {
  const shown = (text: string, look: string): string =>
    `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
  const lines = read(
    `<w:p>${shown('Kế hoạch', '<w:caps/>')}${shown(' ẩn', '<w:vanish/>')}<w:r><w:noBreakHyphen/><w:t>2026</w:t><w:softHyphen/><w:sym w:font="Symbol" w:char="F0B3"/></w:r></w:p>` +
      `<w:p><w:sdt><w:sdtContent>${run('Trong ô điều khiển')}</w:sdtContent></w:sdt><w:smartTag>${run(' và thẻ')}</w:smartTag></w:p>`,
  )
  expect(texts(lines)).toEqual(['KẾ HOẠCH-2026≥', 'Trong ô điều khiển và thẻ'])
})

test('bold comes through styles; where two styles say so it is taken back', () => {
  const styles = style('Đậm', '<w:rPr><w:b/></w:rPr>') + style('Mạnh', '<w:rPr><w:b/></w:rPr>', 'character')
  const strong = `<w:p><w:pPr><w:pStyle w:val="Đậm"/></w:pPr><w:r><w:rPr><w:rStyle w:val="Mạnh"/></w:rPr><w:t>thường</w:t></w:r></w:p>`
  expect(read(styled('đậm', 'Đậm') + strong, '', styles).map((line) => !!line.bold)).toEqual([true, false])
})

test('cells merged the old way, rows that begin further on, rows that were deleted', () => {
  const tc = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
  const lines = read(
    `<w:tbl><w:tr>${tc('A', '<w:hMerge w:val="restart"/>')}${tc('', '<w:hMerge/>')}${tc('B')}</w:tr>
     <w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc('bỏ')}${tc('bỏ')}${tc('bỏ')}</w:tr>
     <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('C')}${tc('D')}</w:tr></w:tbl>`,
  )
  expect(lines.map(({ text, cell }) => [text, cell?.row, cell?.column, cell?.columnSpan])).toEqual([
    ['A', 0, 0, 2],
    ['B', 0, 2, 1],
    ['C', 1, 1, 1],
    ['D', 1, 2, 1],
  ])
})

test('a table of one cell is a frame; a table in a layout table is the table', () => {
  const tbl = (rows: string[][]): string =>
    `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc><w:tcPr/>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
  const inner = tbl([[p('TT'), p('Việc')], ['1', '2'].map((text) => p(text))])
  expect(read(tbl([[p('Khung')]])).map((line) => line.cell)).toEqual([undefined])
  expect(read(tbl([[inner]])).map((line) => line.cell?.table)).toEqual([0, 0, 0, 0])
  expect(read(tbl([[p('Trái'), inner]])).map((line) => line.cell?.table)).toEqual([0, 1, 1, 1, 1])
  const small = tbl([[p('a'), p('b')]])
  const outer = tbl([
    [p('TT'), small],
    [p('1'), p('Việc')],
  ])
  expect(read(outer).map((line) => [line.text, line.cell?.row, line.cell?.column])).toEqual([
    ['TT', 0, 0],
    ['a', 0, 1],
    ['b', 0, 1],
    ['1', 1, 0],
    ['Việc', 1, 1],
  ])
})

test('a note stands behind the paragraph that cites it and its mark is not stuck to a word', () => {
  const notes = `<w:footnote w:type="separator" w:id="0">${p('—')}</w:footnote><w:footnote w:id="2">${p('Theo Báo cáo số 5.')}</w:footnote>`
  const cited = `<w:p>${run('Đến nay đạt 40%')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' kế hoạch.')}</w:p>`
  expect(read(cited + p('Sau đó.'), '', '', notes).map(({ text, note }) => [text, note])).toEqual([
    ['Đến nay đạt 40% kế hoạch.', undefined],
    ['[1] Theo Báo cáo số 5.', true],
    ['Sau đó.', undefined],
  ])
})

test('moved words stand where they went; a deleted mark at the end of a cell joins nothing', () => {
  const moved = `<w:p><w:moveFrom>${run('cũ')}</w:moveFrom>${run('Nơi ')}<w:moveTo>${run('mới')}</w:moveTo></w:p>`
  const open = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('Ô')}</w:p>`
  const table = `<w:tbl><w:tr><w:tc><w:tcPr/>${open}</w:tc><w:tc><w:tcPr/>${p('khác')}</w:tc></w:tr></w:tbl>`
  expect(texts(read(moved + table))).toEqual(['Nơi mới', 'Ô', 'khác'])
})

test('a heading run into its paragraph by a hidden mark keeps its number', () => {
  const heading = `<w:p><w:pPr>${at(1)}<w:rPr><w:vanish/></w:rPr></w:pPr>${run('Mục. ')}</w:p>`
  expect(texts(read(heading + p('Lời văn.'), LEVELS))).toEqual(['1. Mục. Lời văn.'])
})

test('comments and parts of other files are told of', () => {
  const { lines, notices } = whole(
    `<w:p>${run('Văn bản')}<w:r><w:commentReference w:id="1"/></w:r></w:p><w:altChunk/>`,
  )
  expect(texts(lines)).toEqual(['Văn bản'])
  expect(notices).toHaveLength(2)
})

test('other prefixes and the strict dialect read the same', () => {
  const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
  const document = `<n:document xmlns:n="${strict}"><n:body><n:p><n:pPr><n:jc n:val="center"/></n:pPr><n:r><n:t>Kế hoạch</n:t></n:r></n:p></n:body></n:document>`
  const { lines } = readDocx({ document, styles: '', numbering: '', headers: [] })
  expect(lines).toEqual([{ n: 0, text: 'Kế hoạch', align: 'center' }])
})

test("endnotes count in small Roman figures; a mark of the author's own is kept", () => {
  const note = (id: number, text: string): string => `<w:endnote w:id="${id}">${p(text)}</w:endnote>`
  const cite = (id: number, mark = ''): string =>
    `<w:r><w:endnoteReference w:id="${id}"${mark && ' w:customMarkFollows="1"'}/>${mark && `<w:t>${mark}</w:t>`}</w:r>`
  const { lines } = readDocx({
    document: `<w:document ${W}><w:body><w:p>${run('Lời')}${cite(2)}${cite(3, '*')}${cite(4)}</w:p></w:body></w:document>`,
    styles: '',
    numbering: '',
    headers: [],
    endnotes: `<w:endnotes ${W}>${note(2, 'một')}${note(3, 'hai')}${note(4, 'ba')}</w:endnotes>`,
  })
  expect(texts(lines)).toEqual(['Lời', '[i] một', '[*] hai', '[ii] ba'])
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
