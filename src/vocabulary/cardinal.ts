// Numbers in words, as Word prints them in lists that count in Vietnamese: CARDINALS[21] is "hai mươi mốt".

const UNITS = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

function cardinal(value: number): string {
  const tens = Math.floor(value / 10)
  const unit = value % 10
  if (tens === 0) return UNITS[unit] ?? ''
  const head = tens === 1 ? 'mười' : `${UNITS[tens]} mươi`
  if (unit === 0) return head
  if (unit === 5) return `${head} lăm`
  return `${head} ${unit === 1 && tens > 1 ? 'mốt' : UNITS[unit]}`
}

/** 1 to 99; nobody counts further in words. */
export const CARDINALS: readonly string[] = Array.from({ length: 100 }, (_, value) => cardinal(value))
