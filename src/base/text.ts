// Vietnamese text. Stored text is NFC and never rewritten; keys made here are only for comparing and searching.

const OLD_TONE: [RegExp, string][] = [
  [/òa/gu, 'oà'],
  [/óa/gu, 'oá'],
  [/ỏa/gu, 'oả'],
  [/õa/gu, 'oã'],
  [/ọa/gu, 'oạ'],
  [/òe/gu, 'oè'],
  [/óe/gu, 'oé'],
  [/ỏe/gu, 'oẻ'],
  [/õe/gu, 'oẽ'],
  [/ọe/gu, 'oẹ'],
  [/ùy/gu, 'uỳ'],
  [/úy/gu, 'uý'],
  [/ủy/gu, 'uỷ'],
  [/ũy/gu, 'uỹ'],
  [/ụy/gu, 'uỵ'],
  [/quí(?!\p{L})/gu, 'quý'],
  [/quì(?!\p{L})/gu, 'quỳ'],
  [/quỉ(?!\p{L})/gu, 'quỷ'],
  [/quĩ(?!\p{L})/gu, 'quỹ'],
  [/quị(?!\p{L})/gu, 'quỵ'],
]

/** Signs that print like another: the plain one stands for both. */
const ALIKE: Record<string, string> = {
  Ð: 'Đ',
  Ɖ: 'Đ',
  ð: 'đ',
  ɖ: 'đ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
  '\u2043': '-',
  '\ufe63': '-',
  '\uf02d': '-',
  '\u2012': '–',
  '\u2015': '—',
  '\uf0b7': '•',
  '\uf0a7': '▪',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
}
const ALIKE_SIGNS = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'gu')

/** Cyrillic letters inside a word of Latin ones: a slip of the keyboard that no reader sees. */
const CYRILLIC = 'аеорсухіјѕһАВЕКМНОРСТХІЈЅ'
const LATIN = 'aeopcyxijshABEKMHOPCTXIJS'
const MIXED_WORD =
  /(?<![\p{L}\p{M}])[\p{Script=Latin}\p{M}]*[а-яА-ЯіјѕһІЈЅ][\p{Script=Latin}\p{Script=Cyrillic}\p{M}]*/gu

function latinised(word: string): string {
  if (!/\p{Script=Latin}/u.test(word)) return word
  const written = [...word].map((letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter).join('')
  return /\p{Script=Cyrillic}/u.test(written) ? word : written.normalize('NFC')
}

/**
 * NFC, hard spaces made plain, zero-width characters and soft hyphens dropped; letters and dashes that only look
 * like the Vietnamese ones, ligatures and full-width characters made plain. What every document passes through once.
 */
export function normalise(text: string): string {
  let plain = text.normalize('NFC')
  // A tone typed before the mark of its vowel does not compose ("é" + "̂").
  if (/[\u0300-\u036f]/u.test(plain))
    plain = plain
      .normalize('NFD')
      .replace(/([\u0300\u0301\u0303\u0309])([\u0302\u0306])/gu, '$2$1')
      .normalize('NFC')
  plain = plain
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/gu, '')
    .replace(ALIKE_SIGNS, (sign) => ALIKE[sign] ?? sign)
    .replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  return /[\u0400-\u04ff]/u.test(plain) ? plain.replace(MIXED_WORD, latinised) : plain
}

/** Key for matching names: lower case, one tone placement ("hòa" = "hoà"), "quí" = "quý", words joined by one space. */
export function nameKey(text: string): string {
  let key = normalise(text).toLowerCase()
  for (const [pattern, tone] of OLD_TONE) key = key.replace(pattern, tone)
  return (key.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

/** Key for searching without diacritics: "Đồng Nai" -> "dong nai". The database has the same function `fold`. */
export function searchKey(text: string): string {
  return normalise(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
}

const COLLATOR = new Intl.Collator('vi')

/** Vietnamese alphabetical order: a ă â b c d đ …, then the tones. */
export const compareVietnamese = (a: string, b: string): number => COLLATOR.compare(a, b)
