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
]

/** NFC, hard spaces made plain, zero-width characters dropped. What every document passes through once. */
export function normalise(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu, ' ')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/gu, '')
}

/** Key for matching names: lower case, one tone placement ("hòa" = "hoà"), words joined by one space. */
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
