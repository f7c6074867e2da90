import { expect, test } from 'vitest'
import { nameKey, normalise, searchKey } from './text.ts'

test.each([
  ['NFD', 'Ke\u0302\u0301 hoa\u0323ch', 'Kế hoạch'],
  ['the tone typed before the mark of the vowel', 'Ke\u0301\u0302 hoạch', 'Kế hoạch'],
  ['hard and thin spaces', 'Sở\u00a0Y\u2009tế', 'Sở Y tế'],
  ['zero width and soft hyphen', 'nhiệm\u200b\u00ad vụ\ufeff', 'nhiệm vụ'],
  ['eth for đ', 'Ðề án ðào tạo, Ɖảng', 'Đề án đào tạo, Đảng'],
  ['Cyrillic letters in a Latin word', 'kế h\u043eạch, c\u0430o', 'kế hoạch, cao'],
  ['a Russian word stays', 'газета Правда', 'газета Правда'],
  ['ligatures', 'e\ufb03cient \ufb01le', 'efficient file'],
  ['full width', '２０２６（ＫＨ）', '2026(KH)'],
  ['rare dashes', '2025\u22122026, kinh tế \u2010 xã hội', '2025-2026, kinh tế - xã hội'],
  ['dashes, quotes and numbers stay', '“2026 – 2030” — 1.430 ha, 2,5 %', '“2026 – 2030” — 1.430 ha, 2,5 %'],
])('%s', (_, printed, plain) => {
  expect(normalise(printed)).toBe(plain)
})

test.each([
  ['hoà', 'hòa'],
  ['thuý', 'thúy'],
  ['quí', 'quý'],
  ['Uỷ ban', 'Ủy ban'],
  ['khoẻ', 'khỏe'],
])('%s and %s are one name', (a, b) => {
  expect(nameKey(a)).toBe(nameKey(b))
  expect(searchKey('Đ')).toBe('d')
})
