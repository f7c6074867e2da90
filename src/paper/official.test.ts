import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { blocks } from '../../test/blocks.ts'
import { LETTER, PARTY, REPORT } from '../../test/official.ts'
import { readDocument } from '../document/read-document.ts'
import type { Block, OfficialPaper } from './official.ts'
import { OfficialPaper as Schema } from './official.ts'
import { writeOfficial } from './official-docx.ts'
import {
  addresseeLines,
  appendixLabel,
  authorityLines,
  basisLines,
  closedBody,
  dateLine,
  numberLine,
  officialText,
  recipientLines,
  referenceLine,
} from './official-text.ts'

const xmlOf = async (paper: OfficialPaper, part = 'word/document.xml') =>
  strFromU8(unzipSync(await writeOfficial(paper))[part] ?? new Uint8Array())

/** Half points, bold, italics of the first run that says `text`. */
function lookOf(xml: string, text: string) {
  const run = xml.split('<w:r>').find((each) => each.includes(`>${text}<`)) ?? ''
  const [, size] = /<w:sz w:val="(\d+)"/u.exec(run) ?? []
  return { size: Number(size) / 2, bold: run.includes('<w:b/>'), italics: run.includes('<w:i/>') }
}

test('number and date: blank until issued, 0 where the decree wants it', () => {
  expect(numberLine(REPORT)).toBe('Số:        /BC-STC')
  expect(numberLine(LETTER)).toBe('Số: 05/STC-KTTT')
  expect(numberLine({ ...LETTER, number: '147' })).toBe('Số: 147/STC-KTTT')
  expect(numberLine(PARTY)).toBe('Số 36-HD/TU')
  expect(dateLine(REPORT)).toBe('Sông Mơ, ngày      tháng 11 năm 2026')
  expect(dateLine(LETTER)).toBe('Sông Mơ, ngày 05 tháng 02 năm 2026')
  expect(dateLine({ ...LETTER, date: '2026-05-05' })).toBe('Sông Mơ, ngày 05 tháng 5 năm 2026')
  expect(dateLine({ ...LETTER, date: '2026-12-29' })).toBe('Sông Mơ, ngày 29 tháng 12 năm 2026')
})

test('who signs: for the collective, for the head, acting, in their own name; the Party in its own way', () => {
  const of = (authority: OfficialPaper['signature']['authority'], over: string, title: string) =>
    authorityLines('state', { authority, for: over, title, name: '' })
  expect(of('TM.', 'Ủy ban nhân dân', 'Chủ tịch')).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'])
  expect(of('TM.', 'Ủy ban nhân dân\nKT. Chủ tịch', 'Phó Chủ tịch')).toEqual([
    'TM. ỦY BAN NHÂN DÂN',
    'KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
  ])
  expect(of('TL.', 'Giám đốc', 'Chánh Văn phòng')).toEqual(['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'])
  expect(of('Q.', '', 'Giám đốc')).toEqual(['Q. GIÁM ĐỐC'])
  expect(of(null, '', 'Giám đốc')).toEqual(['GIÁM ĐỐC'])
  expect(authorityLines('party', PARTY.signature)).toEqual(['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ'])
})

test('lists end as the decree wants, whatever sign the words came with', () => {
  expect(basisLines(REPORT).map((line) => line.at(-1))).toEqual([';', '.'])
  expect(recipientLines({ recipients: ['Như trên;', 'Lưu: VT.'] })).toEqual(['- Như trên;', '- Lưu: VT.'])
  expect(addresseeLines(REPORT)).toEqual(['Kính gửi: Ủy ban nhân dân tỉnh Sông Mơ'])
  expect(addresseeLines(LETTER)).toEqual(['Kính gửi:', '- Ủy ban nhân dân xã Suối Mơ;', '- Sở Nội vụ.'])
  expect(addresseeLines({ addressees: [] })).toEqual([])
})

test('the text ends in "./.": after words, after its own sign, after a table', () => {
  const end = (block: Block) => closedBody([block]).at(-1)
  expect(end({ kind: 'paragraph', text: 'Đề nghị xem xét.' })).toMatchObject({ text: 'Đề nghị xem xét./.' })
  expect(end({ kind: 'paragraph', text: 'Đề nghị xem xét./.' })).toMatchObject({ text: 'Đề nghị xem xét./.' })
  expect(end({ kind: 'table', columns: [], rows: [] })).toEqual({ kind: 'paragraph', text: './.' })
  expect(closedBody([])).toEqual([])
})

test('appendices: no number when there is one, Roman ones when there are several', () => {
  expect(appendixLabel(REPORT, 0)).toBe('Phụ lục')
  const two = { ...REPORT, appendices: [...REPORT.appendices, ...REPORT.appendices] }
  expect([0, 1].map((at) => appendixLabel(two, at))).toEqual(['Phụ lục I', 'Phụ lục II'])
  expect(referenceLine(REPORT)).toBe(
    '(Kèm theo Báo cáo số        /BC-STC ngày      tháng 11 năm 2026 của Sở Tài chính)',
  )
  expect(referenceLine({ ...LETTER, type: null })).toContain('Công văn số 05/STC-KTTT ngày 05 tháng 02')
})

test('the document reads back: head, title, text in order, signature, recipients, appendix', async () => {
  expect(Schema.parse(REPORT)).toEqual(REPORT)
  const { lines, notices } = await readDocument(await writeOfficial(REPORT), 'bao-cao.docx')
  expect(notices).toEqual([])
  const { plain, tables } = blocks(lines)
  expect(tables[0]).toEqual([
    ['UBND TỈNH SÔNG MƠ SỞ TÀI CHÍNH', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc'],
    ['Số: /BC-STC', 'Sông Mơ, ngày tháng 11 năm 2026'],
  ])
  expect(plain.slice(0, 5)).toEqual([
    'BÁO CÁO',
    REPORT.subject,
    'Kính gửi: Ủy ban nhân dân tỉnh Sông Mơ',
    'Căn cứ Luật Mẫu ngày 20 tháng 6 năm 2023;',
    `${REPORT.basis[1]}.`,
  ])
  const text = plain.join('\n')
  expect(text.toLowerCase()).toContain('i. công tác chỉ đạo')
  expect(text).toContain('Đã ban hành 03 văn bản <hướng dẫn> & đôn đốc.')
  expect(text).toContain('Đề nghị bố trí kinh phí.\nĐề nghị tập huấn thêm./.')
  expect(tables[1]).toEqual([
    ['TT', 'Việc', 'Số lượng'],
    ['1', 'Mở lớp', '1.430'],
    ['2', 'Hội nghị', ''],
  ])
  expect(tables[2]).toEqual([
    ['Nơi nhận: - Như trên; - Sở Nội vụ; - Lưu: VT, KTTT.', 'KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Nguyễn Văn Mẫu'],
  ])
  expect(plain.slice(-4)).toEqual([
    'Phụ lục',
    'KẾT QUẢ THEO NHIỆM VỤ',
    '(Kèm theo Báo cáo số /BC-STC ngày tháng 11 năm 2026 của Sở Tài chính)',
    'Số liệu đến ngày 14/12/2026.',
  ])
  expect(tables[3]?.[1]).toEqual(['1', 'Tập huấn cho hợp tác xã', '01/12/2026'])
})

test('sizes, bold and italics of the parts are those of Appendix I', async () => {
  const xml = await xmlOf(REPORT)
  const look = (text: string) => lookOf(xml, text)
  const upright = { bold: false, italics: false }
  const bold = { bold: true, italics: false }
  expect(look('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toEqual({ size: 12, ...bold })
  expect(look('Độc lập - Tự do - Hạnh phúc')).toEqual({ size: 13, ...bold })
  expect(look('UBND TỈNH SÔNG MƠ')).toEqual({ size: 12, ...upright })
  expect(look('SỞ TÀI CHÍNH')).toEqual({ size: 12, ...bold })
  expect(look(numberLine(REPORT))).toEqual({ size: 13, ...upright })
  expect(look(dateLine(REPORT))).toEqual({ size: 13, bold: false, italics: true })
  expect(look('BÁO CÁO')).toEqual({ size: 14, ...bold })
  expect(look(REPORT.subject)).toEqual({ size: 14, ...bold })
  expect(look('PHÓ GIÁM ĐỐC')).toEqual({ size: 14, ...bold })
  expect(look('Nguyễn Văn Mẫu')).toEqual({ size: 14, ...bold })
  expect(look('Nơi nhận:')).toEqual({ size: 12, bold: true, italics: true })
  expect(look('- Như trên;')).toEqual({ size: 11, ...upright })
  expect(look('Phụ lục')).toEqual({ size: 14, ...bold })
  expect(look('KẾT QUẢ THEO NHIỆM VỤ')).toEqual({ size: 14, ...bold })
  expect(look(referenceLine(REPORT))).toEqual({ size: 14, bold: false, italics: true })
  // Căn cứ in italics, by a run of their own.
  expect(xml).toMatch(/<w:i\/><w:iCs\/><\/w:rPr><w:t[^>]*>Căn cứ Luật Mẫu/u)
  const letter = await xmlOf(LETTER)
  expect(lookOf(letter, `V/v ${LETTER.subject}`)).toEqual({ size: 12, ...upright })
  expect(letter).not.toContain('CÔNG VĂN')
  const party = await xmlOf(PARTY)
  expect(party).toContain('ĐẢNG CỘNG SẢN VIỆT NAM')
  expect(party).not.toContain('Độc lập')
  expect(lookOf(party, '*').bold).toBe(true)
})

test('body justified with its first line 1,27 cm in, 6 points between paragraphs, Times New Roman, headings', async () => {
  const styles = await xmlOf(REPORT, 'word/styles.xml')
  const style = (id: string) => styles.split('<w:style ').find((each) => each.includes(`w:styleId="${id}"`))
  for (const id of ['Body', 'Heading1', 'Heading2', 'Heading3']) {
    expect(style(id)).toContain('<w:jc w:val="both"/>')
    expect(style(id)).toContain('w:firstLine="720"')
    expect(style(id)).toMatch(/<w:spacing (?=[^>]*w:after="120")(?=[^>]*w:line="264")/u)
    expect(style(id)).toContain('<w:sz w:val="28"/>')
    expect(style(id)).toContain('Times New Roman')
  }
  expect(style('Heading1')).toMatch(/<w:b\/>.*<w:caps\/>|<w:caps\/>.*<w:b\/>/u)
  expect(style('Heading2')).toContain('<w:b/>')
  expect(style('Heading3')).not.toContain('<w:b/>')
  const parts = await xmlOf({
    ...REPORT,
    body: [{ kind: 'heading', level: 1, label: 'Phần I', text: 'Kết quả' }],
  })
  expect(parts).toMatch(/PartLabel.*>Phần I<.*PartLabel.*<w:caps\/>.*>Kết quả\.\/\.</u)
})

test('upright A4 with its margins, each appendix on its side with pages of its own, numbers on top but on page 1', async () => {
  const bytes = await writeOfficial({ ...REPORT, appendices: [...REPORT.appendices, ...REPORT.appendices] })
  const parts = unzipSync(bytes)
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const sections = xml.split('<w:sectPr').slice(1)
  expect(sections).toHaveLength(3)
  expect(sections[0]).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u)
  for (const section of sections.slice(1))
    expect(section).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/u)
  for (const section of sections) {
    expect(section).toMatch(/w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/u)
    expect(section).toContain('<w:pgNumType w:start="1"/>')
    expect(section).toContain('<w:titlePg/>')
    expect(section).toMatch(/headerReference w:type="first"/u)
  }
  expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(3)
  const headers = Object.keys(parts).filter((path) => /word\/header\d+\.xml/u.test(path))
  const numbered = headers
    .map((path) => strFromU8(parts[path] ?? new Uint8Array()))
    .filter((each) => each.includes('PAGE'))
  expect(numbered).toHaveLength(3)
  for (const header of numbered) expect(header).toMatch(/<w:jc w:val="center"\/>.*<w:sz w:val="28"\/>/u)
})

const Words = fc.string({ unit: 'binary', maxLength: 60 })
const Papers: fc.Arbitrary<OfficialPaper> = fc
  .record({
    subject: Words,
    basis: fc.array(Words, { maxLength: 3 }),
    body: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('paragraph' as const), text: Words, italics: fc.boolean() }),
        fc.record({
          kind: fc.constant('heading' as const),
          level: fc.integer({ min: 1, max: 3 }),
          label: fc.constantFrom('', 'I.', '1.', 'a)', 'Phần I'),
          text: Words,
        }),
        fc.record({
          kind: fc.constant('table' as const),
          columns: fc.array(
            fc.record({
              label: Words,
              width: fc.integer({ min: 0, max: 90 }),
              kind: fc.constantFrom('text' as const, 'mark' as const, 'number' as const, 'day' as const),
            }),
            { maxLength: 5 },
          ),
          rows: fc.array(fc.array(fc.oneof(Words, fc.double(), fc.constant(null)), { maxLength: 6 }), {
            maxLength: 4,
          }),
        }),
      ),
      { maxLength: 6 },
    ),
    profile: fc.constantFrom('state' as const, 'party' as const),
    type: fc.constantFrom('KẾ HOẠCH', null),
    recipients: fc.array(Words, { maxLength: 3 }),
    addressees: fc.array(Words, { maxLength: 3 }),
  })
  .map((some) => ({ ...REPORT, ...some }))

test('any text, with signs of XML, control signs and half surrogates, gives a valid document', async () => {
  await fc.assert(
    fc.asyncProperty(Papers, async (paper) => {
      const parts = unzipSync(await writeOfficial(paper))
      for (const [path, bytes] of Object.entries(parts)) {
        if (!path.endsWith('.xml') && !path.endsWith('.rels')) continue
        const xml = strFromU8(bytes)
        const parser = new SaxesParser()
        parser.on('error', (error) => {
          throw error
        })
        parser.write(xml).close()
        expect(xml).not.toMatch(/[\ue000\ue001]/u)
      }
    }),
    { numRuns: 60 },
  )
}, 30_000)

test('the same paper gives the same bytes, whenever it is written', async () => {
  const clock = Date.now
  for (const paper of [REPORT, LETTER, PARTY]) {
    const first = await writeOfficial(paper)
    try {
      Date.now = () => clock() + 400 * 86_400_000
      expect(Buffer.compare(await writeOfficial(paper), first)).toBe(0)
    } finally {
      Date.now = clock
    }
  }
})

test('95 communes with 50 duties each, with text, in under two seconds and 200 MB', async () => {
  const answer = 'Đã tổ chức tập huấn cho hợp tác xã, thành viên tham gia đầy đủ theo kế hoạch. '.repeat(4)
  const [appendix] = REPORT.appendices
  const rows = Array.from({ length: 95 * 50 }, (_, at) => [String(at + 1), answer, { day: '2026-12-01' }])
  const body: Block[] = rows.map(() => ({ kind: 'paragraph', text: answer }))
  const large = { ...REPORT, body, appendices: [{ ...(appendix as NonNullable<typeof appendix>), rows }] }
  const before = process.memoryUsage().rss
  const from = performance.now()
  const bytes = await writeOfficial(large)
  expect(performance.now() - from).toBeLessThan(2000)
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(200)
  expect(bytes.length).toBeGreaterThan(10_000)
})

test('as plain text: every part once, in order', () => {
  const text = officialText(REPORT)
  const at = [
    'UBND TỈNH',
    'Số:',
    'BÁO CÁO',
    'Kính gửi',
    'Căn cứ',
    'I. Công tác',
    './.',
    'KT. GIÁM ĐỐC',
    'Nơi nhận',
    'Phụ lục\n',
  ]
  const places = at.map((words) => text.indexOf(words))
  expect(places.every((place) => place >= 0)).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(officialText(LETTER)).toContain('V/v đôn đốc')
})
