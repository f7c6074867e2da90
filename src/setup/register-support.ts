// Support in the sample: policies, what was received, loans of the fund, needs; dissolutions with debts and assets.

import { addDays } from '../base/calendar.ts'
import { cooperativeAsset } from '../register/cooperative-asset.ts'
import { cooperativeDebt } from '../register/cooperative-debt.ts'
import { dissolution } from '../register/dissolution.ts'
import { fundLoan } from '../register/fund-loan.ts'
import type { NewRow } from '../register/kit/write.ts'
import { support } from '../register/support.ts'
import { supportNeed } from '../register/support-need.ts'
import { supportPolicy } from '../register/support-policy.ts'
import { type Change, type Known, type Told, wholeRow } from './register-cooperatives.ts'
import { isActiveOn, type Unit } from './register-sample.ts'

const MILLION = 1_000_000
const TODAY = '2026-11-20'
/** Days on which needs were gone through. */
const DECIDED = ['2026-04-24', '2026-07-24', '2026-10-23']
const merge = (...told: readonly Told[]): Told => ({
  rows: told.flatMap(({ rows }) => rows),
  changes: told.flatMap(({ changes }) => changes),
})

export const tellSupport = (units: readonly Unit[], known: Known): Told => {
  const policies = tellPolicies(known)
  return merge(
    tellDissolutions(units, known),
    { rows: [[supportPolicy, policies.map(({ row }) => row)]], changes: [] },
    tellReceived(units, policies, known),
    tellLoans(units, known),
    tellNeeds(units, policies, known),
  )
}

type Policy = Known['words']['policies'][number] & { row: NewRow }

const tellPolicies = ({ words, chance, agencyId }: Known): Policy[] =>
  words.policies.map((policy, i) => {
    const { code, name, field, level, kinds, conditions, content, agency, from, to } = policy
    const row = wholeRow(supportPolicy, chance.id(), {
      ...{ code, name, field, level, kinds, conditions, content, agency: agencyId(agency) },
      document:
        level === 'central'
          ? 'Nghị quyết số 0/NQ-SM (hư cấu)'
          : `Quyết định số ${21 + i * 3}/QĐ-UBND tỉnh Sông Mơ`,
      ...{ needsAudit: field === 'infrastructure', fromDay: from, toDay: to ?? null },
    })
    return { ...policy, row }
  })

function tellReceived(
  units: readonly Unit[],
  policies: readonly Policy[],
  { words, chance, agencyId }: Known,
): Told {
  const rows = Object.entries(words.supportYears).flatMap(([year, count]) => {
    const open = policies.filter(({ from, to }) => from <= `${year}-01-01` && (!to || to >= `${year}-12-31`))
    const weighted = open.flatMap((policy) => Array<Policy>(policy.share).fill(policy))
    return Array.from({ length: count }, (): NewRow => {
      const policy = chance.one(weighted)
      const receivedOn = chance.day(`${year}-02-10`, year === '2026' ? TODAY : `${year}-12-10`)
      const able = units.filter(
        (unit) =>
          policy.kinds.includes(unit.kind) &&
          unit.strength !== 'weak' &&
          isActiveOn(unit, receivedOn) &&
          (policy.field !== 'agriculture' || unit.trade.sector === 'agriculture'),
      )
      const sources =
        policy.level === 'central'
          ? ['central-budget', 'national-programme']
          : ['province-budget', 'province-budget', 'national-programme', 'commune-budget', 'donor']
      return wholeRow(support, chance.id(), {
        ...{ cooperative: chance.one(able).id, policy: policy.row.id, year: Number(year), receivedOn },
        ...{ amount: chance.between(...policy.amount) * MILLION, source: chance.one(sources) },
        ...{ content: policy.name, agency: agencyId(policy.agency) },
        document: `${chance.between(12, 480)}/QĐ-UBND`,
      })
    })
  })
  return { rows: [[support, rows]], changes: [] }
}

function tellLoans(units: readonly Unit[], { words, chance }: Known): Told {
  const sound = units.filter(({ kind, strength }) => kind === 'cooperative' && strength !== 'weak')
  const changes: Change[] = []
  const rows = words.loans.map((loan, i) => {
    const able = sound.filter((unit) => isActiveOn(unit, loan.lent) && isActiveOn(unit, TODAY))
    const row = wholeRow(fundLoan, chance.id(), {
      ...{
        cooperative: chance.one(able).id,
        contract: `${String(i + 1).padStart(2, '0')}/${loan.lent.slice(0, 4)}/HĐTD-QHT`,
      },
      ...{
        purpose: loan.purpose,
        amount: loan.amount * MILLION,
        rate: loan.rate,
        lentOn: loan.lent,
        dueOn: loan.due,
      },
      ...{ repaid: 0, status: 'lent' },
    })
    const told = { register: fundLoan, id: row.id }
    const repaid = loan.repaid * MILLION
    if (loan.extended)
      changes.push({
        ...{
          ...told,
          day: loan.extended,
          act: 'extend',
          reason: 'Giá thức ăn tăng, cá chưa đến kỳ thu hoạch',
        },
        values: { status: 'extended', dueOn: loan.extendedTo ?? loan.due },
      })
    if (loan.repaidOn)
      changes.push({
        ...{ ...told, day: loan.repaidOn, act: 'repay', reason: '' },
        values: { status: 'repaid', repaid, repaidOn: loan.repaidOn },
      })
    else if (repaid)
      changes.push({
        ...told,
        day: '2026-10-30',
        act: 'change',
        reason: 'Đối chiếu công nợ',
        values: { repaid },
      })
    return row
  })
  return { rows: [[fundLoan, rows]], changes }
}

function tellNeeds(units: readonly Unit[], policies: readonly Policy[], { words, chance }: Known): Told {
  const active = units.filter((unit) => unit.kind === 'cooperative' && isActiveOn(unit, TODAY))
  const changes: Change[] = []
  const rows = chance.some(active, 58).map((unit, i) => {
    const field = chance.one(Object.keys(words.needs))
    const statedOn =
      unit.registeredOn > '2026-02-01' ? unit.registeredOn : chance.day('2026-01-15', '2026-11-12')
    const row = wholeRow(supportNeed, chance.id(), {
      ...{
        cooperative: unit.id,
        field,
        content: chance.one(words.needs[field] ?? []),
        statedOn,
        status: 'stated',
      },
      amount: field === 'people' ? null : chance.between(3, 60) * 10 * MILLION,
    })
    const policy = policies.find((one) => one.field === field && !one.to)
    const day = DECIDED.find((one) => one > statedOn)
    if (!day || i % 3 === 0) return row
    const told = { register: supportNeed, id: row.id, reason: '', day }
    if (i % 3 === 1) changes.push({ ...told, act: 'consider', values: { status: 'considered' } })
    else if (policy && i % 2)
      changes.push({ ...told, act: 'meet', values: { status: 'met', policy: policy.row.id } })
    else {
      const answer = 'Năm 2026 chưa bố trí được kinh phí; đưa vào danh mục xem xét năm 2027'
      changes.push({ ...told, act: 'decline', values: { status: 'declined', answer } })
    }
    return row
  })
  return { rows: [[supportNeed, rows]], changes }
}

/** One in the middle of it with debts and assets, the others ended. */
function tellDissolutions(units: readonly Unit[], { words, chance, agencyId }: Known): Told {
  const story = words.dissolving
  const changes: Change[] = []
  const rows: NewRow[] = []
  const debts: NewRow[] = []
  const assets: NewRow[] = []
  for (const unit of units) {
    const begun = unit.fates.find(({ step }) => step === 'dissolve')
    if (!begun) continue
    const ended = unit.fates.find(({ step }) => step === 'end')
    const row = wholeRow(dissolution, chance.id(), {
      ...{ cooperative: unit.id, cause: 'members', status: 'decided', decidedOn: begun.day },
      ...{
        decision: ended ? '01/NQ-ĐHTV' : story.decision,
        deadlineOn: ended ? addDays(begun.day, 180) : story.deadlineOn,
      },
    })
    rows.push(row)
    const told = { register: dissolution, id: row.id, reason: '' }
    if (ended) {
      const [council, submitted] = [addDays(begun.day, 20), addDays(ended.day, -20)]
      changes.push(
        { ...told, act: 'notify', day: addDays(begun.day, 10), values: { status: 'notified' } },
        { ...told, act: 'settle', day: council, values: { status: 'settling', councilOn: council } },
        { ...told, act: 'submit', day: submitted, values: { status: 'submitted', submittedOn: submitted } },
        { ...told, act: 'end', day: ended.day, values: { status: 'ended', endedOn: ended.day } },
      )
      continue
    }
    const { councilOn, note } = story
    changes.push({ ...told, act: 'notify', day: story.notifiedOn, values: { status: 'notified' } })
    changes.push({
      ...told,
      act: 'settle',
      day: story.settlingOn,
      values: { status: 'settling', councilOn, note },
    })
    for (const debt of story.debts) {
      const { creditor, kind, content, amount, settledOn } = debt
      const owed = wholeRow(cooperativeDebt, chance.id(), {
        ...{ cooperative: unit.id, creditor, creditorKind: kind, content, amount: amount * MILLION },
        ...{ asOfOn: story.settlingOn, status: 'owed' },
      })
      debts.push(owed)
      const settled = { register: cooperativeDebt, id: owed.id, act: 'settle', reason: '' }
      if (settledOn) changes.push({ ...settled, day: settledOn, values: { status: 'settled', settledOn } })
    }
    for (const asset of story.assets) {
      const { name, kind, source, value, received, indivisible = false, handedOn, soldOn } = asset
      const held = wholeRow(cooperativeAsset, chance.id(), {
        ...{ cooperative: unit.id, name, kind, source, value: value * MILLION, receivedOn: received },
        ...{ status: 'held', isIndivisible: indivisible },
      })
      assets.push(held)
      const moved = { register: cooperativeAsset, id: held.id, reason: '' }
      if (handedOn) {
        const values = { status: 'handed-over', handedTo: agencyId(unit.place), handedOn }
        changes.push({ ...moved, act: 'hand-over', day: handedOn, values })
      }
      if (soldOn)
        changes.push({ ...moved, act: 'sell', day: soldOn, values: { status: 'sold', handedOn: soldOn } })
    }
  }
  return {
    rows: [
      [dissolution, rows],
      [cooperativeDebt, debts],
      [cooperativeAsset, assets],
    ],
    changes,
  }
}
