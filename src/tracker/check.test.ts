// The reading of a sheet without a database: 300 rows with 12 faults, and the shapes offices give their sheets.
import { expect, test } from 'vitest'
import { FAULTY, threeHundred, trackerFile } from '../../test/tracker.ts'
import { type Agency, NEW_AGENCY } from '../agency/agency.ts'
import { type CheckContext, checkSheet } from './check.ts'
import { carryOut, type SheetOffer } from './desk.ts'
import { readTracker } from './sheet.ts'
import type { Settings } from './tracker.ts'

const AGENCIES = [
  'Sở Tài chính',
  'Sở Nội vụ',
  'Sở Công Thương',
  'Liên minh Hợp tác xã tỉnh',
  'UBND xã Suối Mơ',
  'UBND xã Đồi Chè',
]
const agencies = AGENCIES.map(
  (name, i): Agency => ({
    id: `00000000-0000-4000-8000-00000000000${i}`,
    name,
    code: null,
    kind: name.startsWith('UBND') ? 'commune' : name.startsWith('Liên') ? 'union' : 'department',
    parentId: null,
    aliases: [],
    ...NEW_AGENCY,
    version: 1,
  }),
)
const context: CheckContext = { agencies, groups: [], today: '2026-11-21', tracked: [], existing: [] }

const settingsFor = (offer: SheetOffer, more: Partial<Settings> = {}): Settings => ({
  sheet: 0,
  headRow: offer.head.row,
  headRows: offer.head.rows,
  fields: offer.fields,
  includeHidden: false,
  asOf: offer.asOf ?? '2026-11-21',
  year: offer.year ?? 2026,
  severalLeads: 'ask',
  defaultLead: null,
  allowAgain: false,
  names: [],
  states: [],
  target: null,
  ...more,
})

async function check(bytes: Uint8Array, more: Partial<Settings> = {}) {
  const file = await readTracker(bytes)
  const { sheets } = await carryOut<'offer'>(file, { is: 'offer' })
  const [offer] = sheets
  const [sheet] = file.sheets
  if (!offer || !sheet) throw new Error('no sheet')
  const settings = settingsFor(offer, more)
  return { offer, settings, checked: checkSheet(sheet, settings, context) }
}

test('of 300 rows with 12 faults of 12 kinds 288 come in, and each fault is told', async () => {
  const { offer, checked } = await check(await trackerFile(threeHundred()))
  expect(offer).toMatchObject({ head: { row: 5, rows: 2 }, asOf: '2026-11-15', year: 2026 })
  expect(offer.title).toContain('BẢNG THEO DÕI NHIỆM VỤ')
  expect(offer.fields).toEqual([
    ...['number', 'duty', 'lead', 'coordinating', 'deliverable', 'due'],
    ...['state', 'percent', 'completedOn', 'result', 'documentNumber', 'documentDay'],
  ])
  const { summary } = checked
  expect(checked.faulty.map(({ faults }) => faults.map(({ kind }) => kind))).toEqual(
    FAULTY.map(([kind]) => [kind]),
  )
  expect(summary).toMatchObject({ rows: 300, fresh: 288, known: 0, faulty: 12, assignments: 288 })
  expect(summary.skipped).toMatchObject({ headings: 2, repeatedHeads: 2, sums: 1, foot: 2 })
  const states = Object.fromEntries(summary.states.map(({ state, rows }) => [state, rows]))
  expect(states).toEqual({ done: 72, 'done-late': 36, active: 72, pending: 36, overdue: 36, suspended: 36 })
})
