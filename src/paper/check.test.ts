import { existsSync, globSync, readFileSync } from 'node:fs'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { LETTER, PARTY, REPORT } from '../../test/official.ts'
import { Refusal } from '../base/refusal.ts'
import { checkDocument, checkForm } from './check.ts'
import type { OfficialPaper } from './official.ts'
import { writeOfficial } from './official-docx.ts'

type Change = readonly [from: string | RegExp, to: string]

/** The document with one part's XML changed: as somebody else would have written it. */
async function changed(paper: OfficialPaper, changes: readonly Change[], part = 'word/document.xml') {
  const parts = unzipSync(await writeOfficial(paper))
  let xml = strFromU8(parts[part] ?? new Uint8Array())
  for (const [from, to] of changes) {
    expect(xml, `nothing to change: ${from}`).toMatch(from)
    xml = xml.replace(from, to)
  }
  return zipSync({ ...parts, [part]: strToU8(xml) })
}
const seen = (bytes: Uint8Array) =>
  checkForm(bytes).map(({ rule, found, wanted }) => `${rule}: ${found} → ${wanted}`)

test('what we write departs nowhere: report, letter, the Party, issued or not', async () => {
  for (const paper of [REPORT, LETTER, PARTY, { ...REPORT, number: '7', date: '2026-01-09' }])
    expect(seen(await writeOfficial(paper))).toEqual([])
  expect(checkDocument(await writeOfficial(PARTY)).profile).toBe('party')
})

const LONG = 'Đề nghị các cơ quan, đơn vị tổ chức thực hiện đầy đủ các nhiệm vụ được giao theo Kế hoạch này. '
const wordy: OfficialPaper = {
  ...REPORT,
  body: Array.from({ length: 40 }, () => ({ kind: 'paragraph', text: LONG.trim() })),
}

const DEPARTURES: [what: string, changes: Change[], found: string, paper?: OfficialPaper][] = [
  [
    'paper',
    [[/w:w="11906" w:h="16838"/u, 'w:w="12240" w:h="15840"']],
    'page: 216 × 279 mm → A4 (210 × 297 mm)',
  ],
  ['margin', [[/w:left="1701"/u, 'w:left="1134"']], 'margin: lề trái 20 mm (phần trang 1) → 30 mm đến 35 mm'],
  [
    'no margin',
    [[/ w:top="1134"/u, '']],
    'margin: lề trên tệp không khai báo (phần trang 1) → 20 mm đến 25 mm',
  ],
  ['nation', [[/<w:b\/>(?=(?:(?!<w:b\/>).)*CỘNG HÒA)/u, '']], 'nation: không đậm → chữ đậm'],
  [
    'motto',
    [['Độc lập - Tự do - Hạnh phúc', 'ĐỘC LẬP - TỰ DO - HẠNH PHÚC']],
    'motto: chữ in hoa → chữ in thường',
  ],
  ['issuer', [['SỞ TÀI CHÍNH', 'Sở Tài chính']], 'issuer: chữ in thường → chữ in hoa'],
  ['no type', [['BÁO CÁO', 'Bản tin']], 'type: không thấy → phải có'],
  ['colon', [['Số:  ', 'Số  ']], 'number: sau từ "Số" không có dấu hai chấm → có dấu hai chấm sau từ "Số"'],
  [
    'zero',
    [['Số: 05/', 'Số: 5/']],
    'number: "Số: 5/STC-KTTT" → số nhỏ hơn 10 ghi thêm số 0 phía trước',
    LETTER,
  ],
  [
    'space',
    [['Số: 05/', 'Số: 05 /']],
    'number: "Số: 05 /STC-KTTT" → không cách chữ giữa số và ký hiệu',
    LETTER,
  ],
  [
    'day',
    [['ngày 05', 'ngày 5']],
    'date: "Sông Mơ, ngày 5 tháng 02 năm 2026" → ngày nhỏ hơn 10 ghi thêm số 0 phía trước',
    LETTER,
  ],
  [
    'month',
    [['tháng 02', 'tháng 05']],
    'date: "Sông Mơ, ngày 05 tháng 05 năm 2026" → chỉ tháng 1, 2 ghi thêm số 0 phía trước',
    LETTER,
  ],
  [
    'no such day',
    [['ngày 05', 'ngày 30']],
    'date: "Sông Mơ, ngày 30 tháng 02 năm 2026" → ngày có thật',
    LETTER,
  ],
  [
    'short date',
    [['ngày 05 tháng 02 năm 2026', 'ngày 05/02/2026']],
    'date: "Sông Mơ, ngày 05/02/2026" → viết đầy đủ "ngày … tháng … năm …"',
    LETTER,
  ],
  [
    'basis upright',
    [[/<w:i\/><w:iCs\/>(?=(?:(?!<w:i\/>).)*Căn cứ Luật)/u, '']],
    'basis: chữ đứng → chữ nghiêng',
  ],
  [
    'basis ends',
    [['tháng 6 năm 2023;', 'tháng 6 năm 2023,']],
    'basis: "… 20 tháng 6 năm 2023," → mỗi dòng cuối có dấu ";", dòng cuối cùng có dấu "."',
  ],
  ['end', [['thêm./.', 'thêm.']], 'end: "Đề nghị tập huấn thêm." → kết thúc bằng "./."'],
  [
    'recipients',
    [['- Như trên;', '- Như trên']],
    'recipients: "- Như trên" → đầu dòng có gạch (-), cuối dòng có dấu ";", dòng cuối cùng có dấu "."',
  ],
  ['kept', [['Lưu: VT', 'Lưu VT']], 'recipients: "- Lưu VT, KTTT." → dòng cuối cùng ghi "Lưu: VT, …"'],
  ['authority', [['KT. GIÁM', 'K/T GIÁM']], 'authority: "K/T GIÁM ĐỐC" → TM., KT., TL., TUQ., Q.'],
  ['appendix', [['>Phụ lục<', '>PHỤ LỤC 01<']], 'appendix: "PHỤ LỤC 01" → đánh số phụ lục bằng chữ số La Mã'],
  [
    'appendix pages',
    [[/(landscape(?:(?!pgNumType).)*)<w:pgNumType w:start="1"\/>/u, '$1']],
    'pageNumber: số trang chạy tiếp từ phần trước → mỗi phụ lục đánh số trang riêng, từ 1',
    wordy,
  ],
  [
    'first page',
    [[/<w:titlePg\/>/u, '']],
    'pageNumber: hiện cả ở trang thứ nhất → không hiện ở trang thứ nhất',
    wordy,
  ],
  [
    'no number',
    [[/<w:headerReference[^>]*>/gu, '']],
    'pageNumber: không đánh số trang → canh giữa, trong lề trên',
    wordy,
  ],
  [
    'color',
    [[/<w:r>(?=<w:t xml:space="preserve">Đã ban)/u, '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr>']],
    'color: màu #FF0000 → chữ đen',
  ],
  [
    'font',
    [
      [
        /<w:r>(?=<w:t xml:space="preserve">Đã ban)/u,
        '<w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr>',
      ],
    ],
    'font: Arial → Times New Roman',
  ],
  [
    'line',
    [[/<w:pBdr><w:top [^>]*>/u, '<w:pBdr><w:top w:val="none"/>']],
    'issuer: không có đường kẻ → đường kẻ ngang, nét liền ở dưới',
  ],
]
test.each(DEPARTURES)('%s', async (_, changes, found, paper = REPORT) => {
  expect(seen(await changed(paper, changes))).toContain(found)
})

test.each<[string, Change[], string]>([
  ['size', [[/(w:styleId="Body"(?:(?!<w:sz).)*<w:sz w:val=")28/u, '$124']], 'body: cỡ 12 → cỡ 13 đến 14'],
  [
    'alignment',
    [[/(w:styleId="Body"(?:(?!<w:jc).)*<w:jc w:val=")both/u, '$1left']],
    'align: canh trái → canh đều hai lề',
  ],
  [
    'indent',
    [[/(w:styleId="Body"(?:(?!w:firstLine).)*w:firstLine=")720/u, '$1400']],
    'indent: 7,1 mm → 1 cm hoặc 1,27 cm',
  ],
  ['gap', [[/(w:styleId="Body"(?:(?!w:after).)*w:after=")120/u, '$160']], 'gap: 3 pt → ≥ 6 pt'],
  [
    'line',
    [[/(w:styleId="Body"(?:(?!w:line=).)*w:line=")264/u, '$1480']],
    'line: 2 dòng → 1 dòng đến 1,5 dòng',
  ],
])('what a style says counts for its paragraphs: %s, once with how often', async (_, changes, found) => {
  const bytes = await changed(wordy, changes, 'word/styles.xml')
  expect(seen(bytes)).toContain(found)
  const departure = checkForm(bytes).find(({ rule }) => found.startsWith(`${rule}:`))
  expect(departure?.times).toBeGreaterThan(30)
  expect(departure?.where?.words).toMatch(/^(?:Đề nghị|Căn cứ)/u)
})

test('fonts of the theme and of the defaults are resolved', async () => {
  const parts = unzipSync(await writeOfficial(wordy))
  const styles = strFromU8(parts['word/styles.xml'] ?? new Uint8Array()).replaceAll(
    /<w:rFonts [^>]*\/>/gu,
    '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>',
  )
  const theme =
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:theme>'
  const rels = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array()).replace(
    '</Relationships>',
    '<Relationship Id="rIdT" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/></Relationships>',
  )
  const bytes = zipSync({
    ...parts,
    'word/styles.xml': strToU8(styles),
    'word/theme/theme1.xml': strToU8(theme),
    'word/_rels/document.xml.rels': strToU8(rels),
  })
  expect(seen(bytes)).toContain('font: Calibri → Times New Roman')
})

test('a legal document is recognised and held only against what both decrees share', async () => {
  const law = { ...REPORT, symbol: '2026/NĐ-CP', number: '12', type: 'NGHỊ ĐỊNH' }
  const { profile, departures } = checkDocument(await writeOfficial(law))
  expect(profile).toBe('normative')
  expect(departures).toEqual([])
})

test('a head laid out by tabs is found as well', async () => {
  const line = (...runs: TextRun[]) =>
    new Paragraph({ children: runs.flatMap((run, at) => (at ? [new TextRun('\t'), run] : [run])) })
  const document = new Document({
    styles: { default: { document: { run: { font: 'Times New Roman', size: 26 } } } },
    sections: [
      {
        children: [
          line(
            new TextRun('UBND XÃ SUỐI MƠ'),
            new TextRun({ text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true }),
          ),
          line(
            new TextRun(' '),
            new TextRun({ text: 'Độc lập - Tự do - Hạnh phúc', bold: true, underline: {} }),
          ),
          line(
            new TextRun('Số: 12/KH-UBND'),
            new TextRun({ text: 'Suối Mơ, ngày 05 tháng 5 năm 2026', italics: true }),
          ),
          new Paragraph({ alignment: 'center', children: [new TextRun({ text: 'KẾ HOẠCH', bold: true })] }),
          new Paragraph('Làm việc này./.'),
          line(
            new TextRun({ text: 'Nơi nhận:', bold: true, italics: true, size: 24 }),
            new TextRun('CHỦ TỊCH'),
          ),
          new Paragraph({ children: [new TextRun({ text: '- Lưu: VT.', size: 22 })] }),
        ],
      },
    ],
  })
  const found = checkForm(new Uint8Array(await Packer.toBuffer(document))).map(({ rule }) => rule)
  expect(found.filter((rule) => rule !== 'margin')).toEqual([])
})

test('where it is, and on what rule it rests', async () => {
  const [departure] = checkForm(await changed(LETTER, [['ngày 05', 'ngày 5']]))
  expect(departure).toMatchObject({ rule: 'date', times: 1, basis: 'Phụ lục I, NĐ 30/2020/NĐ-CP, II.4.b' })
  expect(departure?.where?.words).toBe('Sông Mơ, ngày 5 tháng 02 năm 2026')
})

test('no Word file, a cut one, an empty one: a sentence, never a crash', async () => {
  const bytes = await writeOfficial(LETTER)
  for (const bad of [
    new Uint8Array(),
    strToU8('%PDF-1.7'),
    bytes.slice(0, 900),
    zipSync({ 'a.txt': strToU8('a') }),
  ])
    expect(() => checkForm(bad)).toThrow(Refusal)
  const parts = unzipSync(bytes)
  const empty = strToU8(
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>',
  )
  const found = seen(zipSync({ ...parts, 'word/document.xml': empty }))
  expect(found).toContain('nation: không thấy → phải có')
  expect(found).toContain('recipientsHead: không thấy → phải có')
})

test('any text in any part is checked without a crash', async () => {
  const Words = fc.string({ unit: 'binary', maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(Words, Words, Words, async (place, subject, text) => {
      const body = [{ kind: 'paragraph' as const, text }]
      const paper = { ...REPORT, place, subject, body, recipients: [text], addressees: [subject] }
      for (const { found } of checkForm(await writeOfficial(paper))) expect(found).not.toBe('')
    }),
    { numRuns: 25 },
  )
})

// Documents of offices, where the corpus is at hand: read by eye beside a rendering of each, and held here.
const corpus = process.env.CHUTRI_CORPUS ?? ''
test.skipIf(!existsSync(`${corpus}/gold`))('real documents: what departs is there to see', () => {
  const found = (name: string) =>
    checkForm(readFileSync(`${corpus}/gold/${name}.docx`)).map(({ rule }) => rule)
  expect(new Set(found('laocai-sct-pccc'))).toEqual(new Set(['color', 'superior', 'issuer', 'gap']))
  expect(new Set(found('hcm-172'))).toEqual(
    new Set(['motto', 'issuer', 'date', 'subject', 'authority', 'recipientsHead']),
  )
  for (const file of globSync(`${corpus}/real/*.docx`))
    expect(checkForm(readFileSync(file)).length).toBeGreaterThan(0)
})
