// Whom a trade-remedy warning touches (Luật Hợp tác xã 17/2023/QH15, Điều 25): products of cooperatives compared with the
// codes, words and markets of the warning. Pure. Every match says why; a person may add to it or take out, with the reason.
import { nameKey, searchKey } from '../base/text.ts'
import { isSameMarket } from '../vocabulary/market.ts'

/** What a warning is about. Without markets it is about all of them. */
export interface WarningScope {
  hsCodes: readonly string[]
  productWords: readonly string[]
  markets: readonly string[]
}

export interface ProductOf {
  id: string
  name: string
  cooperativeId: string
  hsCode: string | null
  /** Where none is entered, none can be ruled out: it counts as sold in all. */
  markets: readonly string[]
}

/**
 * hs: the product's code begins with the warning's · hs-short: the product's code is the coarser one, so that it may or
 * may not be meant · word: its name has the word.
 */
export const MATCHED_BY = ['hs', 'hs-short', 'word'] as const
export interface Why {
  productId: string
  product: string
  by: (typeof MATCHED_BY)[number]
  /** The code or word of the warning. */
  said: string
  /** Of the warning that the product is sold in; empty: the warning is about all, or the product names none. */
  markets: string[]
  /** No market is entered at the product. */
  isMarketOpen: boolean
}

/** "0902.10.90" -> "09021090". */
const figures = (code: string): string => code.replace(/\D/g, '')

/** Of a code shorter than a chapter nothing can be said. */
const LEAST = 2

function byCode(hsCode: string | null, codes: readonly string[]): Pick<Why, 'by' | 'said'> | null {
  const own = figures(hsCode ?? '')
  if (own.length < LEAST) return null
  const known = codes.filter((code) => figures(code).length >= LEAST)
  const exact = known.find((code) => own.startsWith(figures(code)))
  if (exact) return { by: 'hs', said: exact }
  const finer = known.find((code) => figures(code).startsWith(own))
  return finer ? { by: 'hs-short', said: finer } : null
}

/**
 * Whether the words stand in the text, whole and in a row. Where both are written with diacritics they must agree ("bò" is
 * not "bơ"); a word typed without any is the same as with them.
 */
export function hasWords(text: string, said: string): boolean {
  const all = nameKey(text).split(' ')
  const wanted = nameKey(said).split(' ').filter(Boolean)
  if (wanted.length === 0) return false
  const isSame = (a: string, b: string) => {
    if (a === b) return true
    const [plainA, plainB] = [searchKey(a), searchKey(b)]
    return plainA === plainB && (a === plainA || b === plainB)
  }
  return all.some((_, at) => wanted.every((word, i) => isSame(all[at + i] ?? '', word)))
}

/** Why the warning touches the product; null when it does not. */
export function matchProduct(
  product: ProductOf,
  { hsCodes, productWords, markets }: WarningScope,
): Why | null {
  const word = () => productWords.find((said) => hasWords(product.name, said))
  const code = byCode(product.hsCode, hsCodes)
  const said = word()
  // A sure reason before an unsure one.
  const reason = code?.by === 'hs' ? code : said === undefined ? code : ({ by: 'word', said } as const)
  if (!reason) return null
  const common = product.markets.filter((own) => markets.some((one) => isSameMarket(one, own)))
  const isMarketOpen = product.markets.length === 0
  if (markets.length > 0 && !isMarketOpen && common.length === 0) return null
  return { productId: product.id, product: product.name, ...reason, markets: common, isMarketOpen }
}

/** cooperative -> why; those that are not touched are not in it. */
export function matchAll(products: readonly ProductOf[], scope: WarningScope): Map<string, Why[]> {
  const matches = new Map<string, Why[]>()
  for (const product of products) {
    const why = matchProduct(product, scope)
    if (why) matches.set(product.cooperativeId, [...(matches.get(product.cooperativeId) ?? []), why])
  }
  return matches
}

/** Chưa gửi · Đã gửi, còn hiệu lực · Đã hết hạn · Đã thu hồi. */
export const WARNING_STATES = ['unsent', 'sent', 'ended', 'withdrawn'] as const
export type WarningState = (typeof WARNING_STATES)[number]

export function warningState(
  {
    sentOn,
    withdrawnOn,
    endsOn,
  }: { sentOn: string | null; withdrawnOn: string | null; endsOn: string | null },
  today: string,
): WarningState {
  if (withdrawnOn !== null) return 'withdrawn'
  if (endsOn !== null && endsOn < today) return 'ended'
  return sentOn === null ? 'unsent' : 'sent'
}

/** Ways in which a cooperative was told: điện thoại · gặp tại cơ sở · cuộc họp · tin nhắn · văn bản. */
export const WAYS = ['phone', 'visit', 'meeting', 'message', 'paper'] as const
export type Way = (typeof WAYS)[number]
