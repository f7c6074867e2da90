import { describe, expect, test } from 'vitest'
import { LEGACY_LETTERS, type LegacyEncoding } from '../vocabulary/legacy-encoding.ts'
import { convertLegacy, convertLegacyTexts, FontConverter } from './encoding.ts'
import { readDocument, readText } from './read-document.ts'

const VOWELS = 'aăâeêioôơuưy'
const LETTERS = [...VOWELS]
  .flatMap((vowel) => ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'].map((tone) => vowel + tone))
  .concat('đ')
  .map((letter) => letter.normalize('NFC'))
  .filter((letter) => /[^a-z]/u.test(letter))
const ALL = [...LETTERS, ...LETTERS.map((letter) => letter.toUpperCase())]

/** The other way round: what a typist of the old encoding has in the file. */
function written(encoding: LegacyEncoding, text: string): string {
  const signs = new Map<string, string>()
  for (const [sign, letter] of LEGACY_LETTERS[encoding]) if (!signs.has(letter)) signs.set(letter, sign)
  return [...text.normalize('NFC')]
    .map((letter) => signs.get(letter) ?? signs.get(letter.toLowerCase()) ?? letter)
    .join('')
}

const PLAN = [
  'ỦY BAN NHÂN DÂN TỈNH SÔNG MƠ',
  'Số: 12/KH-UBND',
  'KẾ HOẠCH',
  'Trồng rừng phòng hộ và chăm sóc đê điều năm 2026',
  'I. NHIỆM VỤ',
  '1. Sở Nông nghiệp và Môi trường chủ trì, phối hợp với các xã rà soát diện tích đất trống, xong trước ngày 15/3/2026.',
  'có',
]

test('all 134 letters of Vietnamese go through both encodings and the capitals font', () => {
  expect(ALL).toHaveLength(134)
  for (const letter of ALL) expect(convertLegacy(written('VNI', letter), 'VNI-Times')).toBe(letter)
  for (const letter of LETTERS) expect(convertLegacy(written('TCVN3', letter), '.VnTime')).toBe(letter)
  for (const letter of LETTERS)
    expect(convertLegacy(written('TCVN3', letter), '.VnTimeH')).toBe(letter.toUpperCase())
})

test.each([
  ['.VnTime', 'Céng hoµ x· héi', 'Cộng hoà xã hội'],
  ['.VnTimeH', 'céng hoµ', 'CỘNG HOÀ'],
  ['VNI-Times', 'COÄNG HOØA', 'CỘNG HÒA'],
  ['Times New Roman', 'Céng hoµ', 'Céng hoµ'],
  ['.VnTime', 'Cộng hòa', 'Cộng hòa'],
])('characters of the font %s: %s', (font, text, vietnamese) => {
  expect(convertLegacy(text, font)).toBe(vietnamese)
})

test('new text in an old template stays', () => {
  const fonts = new FontConverter()
  expect(['Kế hoạch', ' có ', 'các'].map((text) => fonts.convert(text, '.VnTime')).join('')).toBe(
    'Kế hoạch có các',
  )
  expect(fonts.convert('ho¹ch', '.VnTime')).toBe('hoạch')
})

test('behind a number a marked capital comes back, which TCVN3 cannot write; elsewhere nothing is raised', () => {
  const lines = [
    '1. ñy ban nh©n d©n x· lËp danh s¸ch.',
    'a) ¸p dông c¸c gi¶i ph¸p;',
    'ñng hé quü v× ng­êi nghÌo.',
  ]
  expect(convertLegacyTexts(lines).texts).toEqual([
    '1. Ủy ban nhân dân xã lập danh sách.',
    'a) Áp dụng các giải pháp;',
    'ủng hộ quỹ vì người nghèo.',
  ])
})

describe.each(['TCVN3', 'VNI'] as const)('%s told by evidence', (encoding) => {
  const plain = PLAN.map((line) => line.replace('Ủ', 'ủ').replace('ủY', 'ỦY'))
  test('characters of a pasted text, with a notice', () => {
    const source = readText(PLAN.map((line) => written(encoding, line)).join('\n'))
    expect(source.lines.map((line) => line.text)).toEqual(plain)
    expect(source.notices.join()).toContain(encoding)
  })
  test('bytes of a file', async () => {
    const bytes = Buffer.from(PLAN.map((line) => written(encoding, line)).join('\r\n'), 'latin1')
    const source = await readDocument(bytes, 'ke-hoach.txt')
    expect(source.lines.map((line) => line.text)).toEqual(plain)
  })
  test('only the paragraphs that are written in it', () => {
    const mixed = PLAN.map((line, i) => (i % 2 === 0 && i < 6 ? written(encoding, line) : line))
    expect(readText(mixed.join('\n')).lines.map((line) => line.text)).toEqual(plain)
  })
})

test('Windows-1258 with its combining tones', async () => {
  // "Kế hoạch rà soát đê điều" as Windows writes it: "ê" + acute, "a" + dot below …
  const bytes = Buffer.from(
    '4beaec20686f61f26368207261cc20736f61ec7420f0ea20f0692065aaea75'.replace('2065aa', ''),
    'hex',
  )
  const source = await readDocument(bytes, 'a.txt')
  expect(source.lines[0]?.text).toBe('Kế hoạch rà soát đê điêu')
  expect(source.notices.join()).toContain('Windows-1258')
})

test.each([
  'Le ministère a été créé à la suite du décret du 3 août; où que ce soit, l’été dernier, né à Noël, thé glacé.',
  'Für die Förderung der Wälder müssen größere Flächen geprüft werden: Bäume, Büsche, Grünflächen.',
  'El año pasado la señora Muñoz preparó el informe según la comisión técnica en São Paulo.',
  'The résumé of the café “Déjà vu”: 5 µm, 20 °C, © 2026, § 3, «naïve» façade.',
])('text of other languages stays: %s', (text) => {
  expect(convertLegacyTexts([text, text]).encodings).toEqual([])
})

test('Latin text that is no Vietnamese is refused as bytes', async () => {
  await expect(
    readDocument(Buffer.from('Le ministère a été créé à Genève', 'latin1'), 'a.txt'),
  ).rejects.toMatchObject({ code: 'document.binary' })
})
