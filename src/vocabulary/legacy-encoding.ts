// Two encodings from before Unicode, as the characters that are seen when their bytes are taken for Latin letters.

export type LegacyEncoding = 'TCVN3' | 'VNI'

/** TCVN3 (TCVN 5712:1993, the fonts ".Vn…"): one character each. A capital with a tone has none: fonts draw it. */
const TCVN3_PRINTED = '¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦'
const TCVN3_LETTERS = 'áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ'

/** VNI (the fonts "VNI-…"): the plain letter, then a Latin letter for its marks; some letters stand alone. */
const VNI_TONES: Record<string, string> = { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' }
const VNI_CIRCUMFLEX: Record<string, string> = {
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
}
const VNI_BREVE: Record<string, string> = {
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
}
const VNI_BASES: [printed: string, letter: string, marks: Record<string, string>[]][] = [
  ['a', 'a', [VNI_TONES, VNI_CIRCUMFLEX, VNI_BREVE]],
  ['e', 'e', [VNI_TONES, VNI_CIRCUMFLEX]],
  ['o', 'o', [VNI_TONES, VNI_CIRCUMFLEX]],
  ['ô', 'ơ', [VNI_TONES]],
  ['u', 'u', [VNI_TONES]],
  ['ö', 'ư', [VNI_TONES]],
  ['y', 'y', [VNI_TONES]],
]
const VNI_ALONE: Record<string, string> = {
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
}

function vniLetters(): Map<string, string> {
  const letters = new Map<string, string>()
  const add = (printed: string, letter: string): void => {
    letters.set(printed, letter)
    // "Ấ" may be typed with its marks in either case.
    const [base = '', mark = ''] = printed
    letters.set(base.toUpperCase() + mark, letter.toUpperCase())
    letters.set(base.toUpperCase() + mark.toUpperCase(), letter.toUpperCase())
  }
  for (const [printed, letter] of Object.entries(VNI_ALONE)) add(printed, letter)
  for (const [base, letter, groups] of VNI_BASES)
    for (const group of groups)
      for (const [mark, marks] of Object.entries(group)) add(base + mark, (letter + marks).normalize('NFC'))
  return letters
}

/** What is seen → the letter that is meant; the longer of two that fit counts. */
export const LEGACY_LETTERS: Record<LegacyEncoding, ReadonlyMap<string, string>> = {
  TCVN3: new Map([...TCVN3_PRINTED].map((printed, i) => [printed, TCVN3_LETTERS[i] ?? printed])),
  VNI: vniLetters(),
}

/** What a font's name says about the characters drawn with it. */
export const LEGACY_FONTS: [name: RegExp, encoding: LegacyEncoding][] = [
  [/^\.vn/iu, 'TCVN3'],
  [/^vni[- ]/iu, 'VNI'],
]
/** ".VnTimeH" draws small letters as capitals. */
export const CAPITALS_FONT = /^\.vn.*h$/iu
