// One search: from what was typed to ranked groups. Every question is bounded, so that the commonest words of the field
// answer as fast as the rarest; measured in docs/decisions/0019-search.md.
import { normalise, searchKey } from '../base/text.ts'
import { type FoundRow, listRowNames, searchRows } from '../register/kit/search.ts'
import type { Sql } from '../store/database.ts'
import * as queries from './queries.ts'
import { type Found, rankItems, rankPlans } from './rank.ts'
import {
  HIT_KINDS,
  type Hit,
  type HitKind,
  MOST_TYPED,
  type Pieces,
  type SearchAnswer,
  type SearchGroup,
} from './search.ts'
import { snippetOf } from './snippet.ts'
import { type LexemeQuery, lexemesOf, stringsOf, wantedOf } from './wanted.ts'

/** Texts ranked at most; where more have the words, so many of the newest plans are read besides. */
const MOST = 1500
const NEWEST = 30
/** Where so many texts have the phrase, those with the words only loosely are not asked for. */
const ENOUGH = 30
/** A phrase is common when this share of so many of the newest plans has it. */
const PROBED = 4
const COMMON = 0.75
const MOST_NEAR_READ = 500
const MOST_NEAR = 50
const LINES_SHOWN = 3
/** Rows of one register that are ranked. */
const MOST_ROWS = 200
const MOST_ROW_WORDS = 10
/** Of each kind beside the others, and alone. */
const SOME = 5
const PAGE = 20

interface Asking extends queries.Asked {
  sql: Sql
  tenantId: number
  lexemes: ReturnType<typeof lexemesOf>
  /** Folded, as typed: a code keeps the zeros before it. */
  typed: readonly string[]
  withDrafts: boolean
  today: string
  /** The newest plans this reader may see, one more than are read. */
  newest: readonly string[]
}

interface Texts {
  found: Found[]
  isMore: boolean
}

/** A group before its texts are fetched. */
interface Ranked {
  kind: HitKind
  count: number
  isMore: boolean
  /** Fetches what a page shows of the ranks from `from` to `to`. */
  show: (from: number, to: number) => Promise<Hit[]>
}

export interface SearchFor {
  typed: string
  kind: HitKind | undefined
  after: number
  withDrafts: boolean
  today: string
}

/** Never refuses what was typed: without a word in it nothing is found. */
export async function findAll(sql: Sql, tenantId: number, search: SearchFor): Promise<SearchAnswer> {
  const typed = normalise([...search.typed.replace(/\p{Cc}/gu, ' ')].slice(0, MOST_TYPED).join(''))
  const wanted = wantedOf(await queries.readWords(sql, typed.toWellFormed()))
  if (!wanted) return { groups: [], isNear: false }
  const asking: Asking = {
    sql,
    tenantId,
    wanted,
    strings: stringsOf(wanted),
    lexemes: lexemesOf(tenantId, wanted),
    typed: searchKey(typed)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .slice(0, MOST_ROW_WORDS),
    withDrafts: search.withDrafts,
    today: search.today,
    newest: await queries.listNewestPlans(sql, tenantId, {
      withDrafts: search.withDrafts,
      limit: NEWEST + 1,
    }),
  }
  const kinds = search.kind ? [search.kind] : HIT_KINDS
  const exact = await Promise.all(kinds.map((kind) => FINDERS[kind](asking)))
  const isNear = exact.every(({ count }) => count === 0)
  const ranked = isNear ? await Promise.all(kinds.map((kind) => NEAR[kind](asking))) : exact
  const found = ranked.filter(({ count }) => count > 0)
  const groups = await Promise.all(
    found.map((group) =>
      showGroup(group, search.kind ? { from: search.after, size: PAGE } : { from: 0, size: SOME }),
    ),
  )
  return { groups, isNear: isNear && groups.length > 0 }
}

async function showGroup(
  { kind, count, isMore, show }: Ranked,
  { from, size }: { from: number; size: number },
): Promise<SearchGroup> {
  const hits = await show(from, from + size)
  return { kind, count, isMore, hits, next: from + size < count ? from + size : null }
}

const FINDERS: Record<HitKind, (asking: Asking) => Promise<Ranked>> = {
  plan: async (asking) => {
    const { sql, tenantId } = asking
    const [heads, lines] = await Promise.all([
      queries.listPlanHeads(sql, tenantId, asking),
      findTexts(asking, 'line'),
    ])
    return rankedPlans(asking, heads, lines)
  },
  item: async (asking) => rankedItems(asking, await findTexts(asking, 'item')),
  difficulty: async (asking) => rankedDifficulties(asking, await findTexts(asking, 'difficulty')),
  agency: async (asking) => {
    const { sql, tenantId } = asking
    return rankedAgencies(asking, await queries.listAgencies(sql, tenantId, asking, asking.today))
  },
  row: async (asking) => {
    const { sql, tenantId } = asking
    return rankedRows(asking, await searchRows(sql, tenantId, asking.typed, MOST_ROWS))
  },
}

const NEAR: Record<HitKind, (asking: Asking) => Promise<Ranked>> = {
  plan: async (asking) => {
    const { sql, tenantId, wanted } = asking
    const [heads, lines] = await Promise.all([
      queries.listNearHeads(sql, tenantId, 'plan', { phrase: wanted.phrase, most: MOST_NEAR }),
      findNear(asking, 'line'),
    ])
    return rankedPlans(asking, heads, lines)
  },
  item: async (asking) => rankedItems(asking, await findNear(asking, 'item')),
  difficulty: async (asking) => rankedDifficulties(asking, await findNear(asking, 'difficulty')),
  agency: async (asking) => {
    const { sql, tenantId, wanted } = asking
    const bounds = { phrase: wanted.phrase, most: MOST_NEAR }
    return rankedAgencies(asking, await queries.listNearHeads(sql, tenantId, 'agency', bounds))
  },
  // The words of a row are found as beginnings already.
  row: async (asking) => rankedRows(asking, []),
}

/**
 * Words that stand in most plans are found by reading the newest ones; others by the index, first the phrase by its
 * pairs of words, then, where it is rare, whatever has all the words. Since the index gives no order, what stands in more texts than are
 * ranked is looked for in the newest plans besides.
 */
async function findTexts(asking: Asking, kind: queries.TextKind): Promise<Texts> {
  const { sql, tenantId, wanted, lexemes } = asking
  const newest = asking.newest.slice(0, NEWEST)
  const byLexemes = (query: LexemeQuery) =>
    queries.listByLexemes(sql, tenantId, kind, query, { asked: asking, limit: MOST + 1 })
  const inPlans = (tier: queries.NewestTier, plans = newest) =>
    queries.listNewest(sql, tenantId, kind, tier, { asked: asking, plans })
  const isCommon = async (tier: queries.NewestTier) => {
    if (asking.newest.length <= NEWEST) return false
    const found = await inPlans(tier, newest.slice(0, PROBED))
    return new Set(found.map(({ planId }) => planId)).size >= PROBED * COMMON
  }

  const best = wanted.hasMarks ? 'exactPhrase' : 'phrase'
  if (await isCommon(best)) return { found: await inPlans(best), isMore: true }
  const phrase = await byLexemes(lexemes.phrase)
  if (phrase.length > MOST) {
    const found = [...phrase, ...(await inPlans('phrase'))]
    if (wanted.hasMarks) found.push(...(await inPlans('exactPhrase')), ...(await byLexemes(lexemes.exact)))
    return { found, isMore: true }
  }
  if (wanted.words.length === 1) return { found: phrase, isMore: false }
  if (phrase.length >= ENOUGH) return { found: phrase, isMore: true }
  if (await isCommon('words')) return { found: [...phrase, ...(await inPlans('words'))], isMore: true }
  const words = await byLexemes(lexemes.words)
  if (words.length <= MOST) return { found: words, isMore: false }
  return { found: [...phrase, ...words, ...(await inPlans('words'))], isMore: true }
}

async function findNear({ sql, tenantId, strings, lexemes }: Asking, kind: queries.TextKind): Promise<Texts> {
  const bounds = { pairs: strings.pairs, limit: MOST_NEAR_READ, most: MOST_NEAR }
  for (const query of lexemes.near()) {
    const found = query ? await queries.listNear(sql, tenantId, kind, query, bounds) : []
    if (found.length) return { found, isMore: false }
  }
  return { found: [], isMore: false }
}

const daysOf = (
  { sql, tenantId, withDrafts }: Asking,
  found: readonly Found[],
  heads: readonly string[] = [],
) =>
  queries.listDays(sql, tenantId, [...new Set([...found.map(({ planId }) => planId), ...heads])], withDrafts)

async function rankedItems(asking: Asking, { found, isMore }: Texts): Promise<Ranked> {
  const { sql, tenantId, wanted } = asking
  const ranked = rankItems(found, await daysOf(asking, found))
  const show = async (from: number, to: number): Promise<Hit[]> => {
    const ids = ranked.slice(from, to).map(({ id }) => id)
    const rows = byId(await queries.listItemRows(sql, tenantId, ids))
    return ids.flatMap((id) => {
      const row = rows.get(id)
      if (!row) return []
      const { planId, number, title, quote, beside, ...rest } = row
      return {
        kind: 'item' as const,
        ...rest,
        plan: { id: planId, number, title },
        quote: snippetOf(quote, wanted.words),
        beside: ifFound(snippetOf(beside, wanted.words)),
      }
    })
  }
  return { kind: 'item', count: ranked.length, isMore, show }
}

function rankedDifficulties({ sql, tenantId, wanted }: Asking, { found, isMore }: Texts): Ranked {
  // By their own day, whatever the plan's.
  const ranked = rankItems(found, new Map(found.map(({ planId }) => [planId, ''])))
  const show = async (from: number, to: number): Promise<Hit[]> => {
    const ids = ranked.slice(from, to).map(({ id }) => id)
    const rows = byId(await queries.listDifficultyRows(sql, tenantId, ids))
    return ids.flatMap((id) => {
      const row = rows.get(id)
      if (!row) return []
      const { planId, number, title, text, proposal, ...rest } = row
      return {
        kind: 'difficulty' as const,
        ...rest,
        plan: { id: planId, number, title },
        text: snippetOf(text, wanted.words),
        proposal: ifFound(snippetOf(proposal, wanted.words)),
      }
    })
  }
  return { kind: 'difficulty', count: ranked.length, isMore, show }
}

async function rankedPlans(
  asking: Asking,
  heads: readonly queries.FoundHead[],
  { found, isMore }: Texts,
): Promise<Ranked> {
  const { sql, tenantId, wanted } = asking
  const days = await daysOf(
    asking,
    found,
    heads.map(({ id }) => id),
  )
  const ranked = rankPlans(heads, found, days)
  const show = async (from: number, to: number): Promise<Hit[]> => {
    const shown = ranked.slice(from, to)
    const rows = byId(
      await queries.listPlanRows(
        sql,
        tenantId,
        shown.map(({ id }) => id),
      ),
    )
    const wantedLines = shown.flatMap(({ lines }) => lines.slice(0, LINES_SHOWN).map(({ id }) => id))
    const texts = byId(await queries.listLineTexts(sql, tenantId, wantedLines))
    return shown.flatMap(({ id, lines }) => {
      const row = rows.get(id)
      if (!row) return []
      const { status, fileName, ...plan } = row
      const title = plan.title || fileName
      return {
        kind: 'plan' as const,
        ...plan,
        title,
        name: snippetOf(plan.number ? `${plan.number}: ${title}` : title, wanted.words),
        isDraft: status === 'draft',
        lines: lines.slice(0, LINES_SHOWN).flatMap((line) => {
          const text = texts.get(line.id)
          return text ? { n: text.n, text: snippetOf(text.text, wanted.words) } : []
        }),
        further: Math.max(0, lines.length - LINES_SHOWN),
      }
    })
  }
  return { kind: 'plan', count: ranked.length, isMore, show }
}

function rankedAgencies({ sql, tenantId, wanted }: Asking, found: readonly queries.FoundHead[]): Ranked {
  const show = async (from: number, to: number): Promise<Hit[]> => {
    const ids = found.slice(from, to).map(({ id }) => id)
    const rows = byId(await queries.listAgencyRows(sql, tenantId, ids))
    return ids.flatMap((id) => {
      const row = rows.get(id)
      if (!row) return []
      return {
        kind: 'agency' as const,
        ...row,
        name: snippetOf(row.name, wanted.words),
        aliases: snippetOf(row.aliases.join('; '), wanted.words),
        formerNames: ifFound(snippetOf(row.formerNames.join('; '), wanted.words)),
      }
    })
  }
  return { kind: 'agency', count: found.length, isMore: false, show }
}

function rankedRows({ sql, tenantId, wanted }: Asking, found: readonly FoundRow[]): Ranked {
  const show = async (from: number, to: number): Promise<Hit[]> => {
    const shown = found.slice(from, to)
    const names = byId(await listRowNames(sql, tenantId, shown))
    return shown.flatMap(({ id, register }) => {
      const row = names.get(id)
      if (!row) return []
      const { title, code, place } = row
      const pieces = { name: snippetOf(title, wanted.words), code: snippetOf(code, wanted.words) }
      return { kind: 'row' as const, id, register, place, ...pieces }
    })
  }
  const isMore = [...Map.groupBy(found, ({ register }) => register).values()].some(
    ({ length }) => length === MOST_ROWS,
  )
  return { kind: 'row', count: found.length, isMore, show }
}

/** What stands beside is shown only where the words stand in it. */
const ifFound = (pieces: Pieces): Pieces => (pieces.some(({ isHit }) => isHit) ? pieces : [])

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]))
