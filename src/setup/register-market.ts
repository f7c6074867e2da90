// Learning and market in the sample: courses, fairs and dialogues with participants and petitions; enterprises, products,
// value chains, one trade-remedy warning.
import { addDays } from '../base/calendar.ts'
import { chainLink } from '../register/chain-link.ts'
import { enterprise } from '../register/enterprise.ts'
import type { NewRow } from '../register/kit/write.ts'
import { learningEvent } from '../register/learning-event.ts'
import { participant } from '../register/participant.ts'
import { petition } from '../register/petition.ts'
import { product } from '../register/product.ts'
import { tradeWarning } from '../register/trade-warning.ts'
import { valueChain } from '../register/value-chain.ts'
import { type Change, type Known, type Told, wholeRow } from './register-cooperatives.ts'
import { isActiveOn, taxCode, type Unit, YEARS, type Year } from './register-sample.ts'

const MILLION = 1_000_000
const TODAY = '2026-11-20'

export function tellLearning(units: readonly Unit[], { words, chance, agencyId }: Known): Told {
  const able = units.filter((unit) => unit.kind === 'cooperative' && isActiveOn(unit, TODAY))
  const events = words.events.map((event) => ({
    ...event,
    row: wholeRow(learningEvent, chance.id(), {
      ...{
        code: event.code,
        name: event.name,
        kind: event.kind,
        heldOn: event.on,
        endedOn: event.until ?? null,
      },
      ...{ agency: agencyId(event.agency), field: event.field, participants: event.participants },
      ...{
        budget: event.budget * MILLION,
        source: event.source,
        place: agencyId('H99.57'),
        venue: 'Hội trường tỉnh',
      },
    }),
  }))
  const eventOf = (code: string) => {
    const found = events.find((event) => event.code === code)
    if (!found) throw new Error(`story: no event ${code}`)
    return found
  }
  const participants = Object.entries(words.listed).flatMap(([code, count]) => {
    const event = eventOf(code)
    const here = able.filter(({ registeredOn }) => registeredOn < event.on)
    return chance.some(here, count).map((unit, i) => {
      const isWoman = chance.happens(0.4)
      const isManager = chance.happens(0.75)
      return wholeRow(
        participant,
        chance.id(),
        {
          ...{ event: event.row.id, number: String(i + 1), cooperative: unit.id, isManager },
          name: `${chance.one(words.families)} ${chance.one(isWoman ? words.givenWomen : words.givenMen)}`,
          ...{ gender: isWoman ? 'female' : 'male', position: isManager ? 'Giám đốc' : 'Thành viên' },
          phone: `0999 ${chance.between(100, 999)} ${chance.between(100, 999)}`,
          certificate: event.kind === 'training',
        },
        event.on,
      )
    })
  })
  const changes: Change[] = []
  const dissolving = units.find(({ fates }) => fates.at(-1)?.step === 'dissolve')
  const petitions = words.petitions.map((told, i): NewRow => {
    const event = told.event ? eventOf(told.event) : null
    const receivedOn = event?.on ?? told.on ?? TODAY
    const asking = able.filter(({ registeredOn }) => registeredOn < receivedOn)
    const { field, content } = told
    const row = wholeRow(petition, chance.id(), {
      ...{
        code: `KN-${receivedOn.slice(0, 4)}-${String(i + 1).padStart(2, '0')}`,
        event: event?.row.id ?? null,
      },
      cooperative: event ? chance.one(asking).id : (dissolving?.id ?? null),
      ...{ receivedOn, field, content, status: 'received' },
    })
    const step = { register: petition, id: row.id, reason: '' }
    if (told.agency) {
      const values = { status: 'sent', agency: agencyId(told.agency), dueOn: told.due ?? null }
      changes.push({ ...step, act: 'send', day: addDays(receivedOn, 2), values })
    }
    if (told.answered && told.answer) {
      const values = { status: 'answered', answer: told.answer, answeredOn: told.answered }
      changes.push({ ...step, act: 'answer', day: told.answered, values })
    }
    if (told.told) changes.push({ ...step, act: 'tell', day: told.told, values: { status: 'told' } })
    return row
  })
  return {
    rows: [
      [learningEvent, events.map(({ row }) => row)],
      [participant, participants],
      [petition, petitions],
    ],
    changes,
  }
}

/** When each link of a chain was signed and by whom; marks the cooperatives, so it is told before their rows are. */
export function planChains(units: readonly Unit[], { words, chance }: Pick<Known, 'words' | 'chance'>) {
  return words.chains.map((chain) => {
    const growers = units.filter(
      ({ kind, trade, fates }) => kind === 'cooperative' && trade.name === chain.trade && fates.length === 0,
    )
    const links = YEARS.flatMap((year) => {
      const free = growers.filter((unit) => unit.since.chain === null && unit.registeredOn < `${year}-06-01`)
      return chance.some(free, chain.links[year] ?? 0).map((unit) => {
        unit.since.chain = year
        return { unit, signedOn: signedIn(year, unit, chain.started, chance) }
      })
    })
    return { ...chain, id: chance.id(), links }
  })
}
type Chain = ReturnType<typeof planChains>[number]

function signedIn(year: Year, unit: Unit, started: string, chance: Known['chance']): string {
  const first = [started, unit.registeredOn, `${year === 2023 ? 2022 : year}-01-10`].sort().at(-1) ?? started
  return chance.day(first, year === 2026 ? '2026-10-20' : `${year}-11-30`)
}

export function tellMarket(units: readonly Unit[], chains: readonly Chain[], known: Known): Told {
  const { words, chance, agencyId } = known
  const enterprises = words.enterprises.map((one, i) =>
    wholeRow(
      enterprise,
      chance.id(),
      {
        ...{ code: taxCode(900 + i, false), name: one.name, place: agencyId(one.place), sector: one.sector },
        ...{ products: one.products, markets: one.markets.length ? one.markets : null },
        representative: `${chance.one(words.families)} ${chance.one(words.givenMen)}`,
        phone: `0999 ${chance.between(100, 999)} ${chance.between(100, 999)}`,
      },
      chance.day('2021-01-01', '2023-12-31'),
    ),
  )
  const links = chains.flatMap((chain) =>
    chain.links.map(({ unit, signedOn }, i) =>
      wholeRow(chainLink, chance.id(), {
        ...{ chain: chain.id, cooperative: unit.id, role: i % 4 === 3 ? 'process' : 'grow', signedOn },
        contract: `${String(i + 1).padStart(2, '0')}/HĐLK-${chain.code}`,
      }),
    ),
  )
  const chainRows = chains.map((chain) =>
    wholeRow(valueChain, chain.id, {
      ...{ code: chain.code, name: chain.name, product: chain.trade, startedOn: chain.started },
      ...{ enterprise: enterprises[chain.enterprise]?.id ?? null, output: chain.output },
    }),
  )
  const { issuedOn, ...warning } = words.warning
  return {
    rows: [
      [enterprise, enterprises],
      [product, tellProducts(units, chance)],
      [valueChain, chainRows],
      [chainLink, links],
      [tradeWarning, [wholeRow(tradeWarning, chance.id(), { ...warning, issuedOn })]],
    ],
    changes: [],
  }
}

function tellProducts(units: readonly Unit[], chance: Known['chance']): NewRow[] {
  const makers = units.filter(
    (unit) =>
      unit.kind === 'cooperative' &&
      unit.trade.product &&
      unit.strength !== 'weak' &&
      unit.registeredOn < '2025-06-01' &&
      isActiveOn(unit, TODAY),
  )
  let honey = 0
  return chance.some(makers, 72).map((unit, i) => {
    const { trade } = unit
    if (trade.name === 'Mật ong') honey += 1
    const brand = unit.name.slice(unit.name.indexOf(trade.name) + trade.name.length + 1)
    // Some sell abroad, most at home; of honey more do, so that the warning has somebody to touch; where no
    // market is entered, somebody has to ask.
    const isExported =
      trade.markets.length > 0 && (trade.name === 'Mật ong' ? honey % 5 !== 2 : chance.happens(0.35))
    const stars = chance.happens(0.62) ? (chance.happens(0.22) ? 4 : 3) : null
    return wholeRow(
      product,
      chance.id(),
      {
        ...{
          code: `SP-${String(i + 1).padStart(3, '0')}`,
          name: `${trade.product} ${brand}`,
          cooperative: unit.id,
        },
        ...{ category: trade.category, hsCode: trade.hs || null, brand },
        markets: isExported
          ? ['Trong nước', ...trade.markets]
          : trade.name === 'Mật ong'
            ? null
            : ['Trong nước'],
        markKind: chance.happens(0.4) ? chance.one(['mark', 'mark', 'collective', 'certification']) : null,
        ...{ ocopStars: i === 5 ? 5 : stars, ocopYear: stars || i === 5 ? chance.between(2022, 2026) : null },
      },
      chance.day(unit.registeredOn, '2026-03-31'),
    )
  })
}
