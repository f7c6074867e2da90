import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverageShare, type Duty, holds, type Judged, linksBetween, type Piece } from './coverage.ts'

// A programme and the plan of one agency below it, both made up.
const PROGRAMME = { number: '15/CTr-UBND', type: 'CTr' }
const CLAUSES: Piece[] = [
  ['c1', 'II.1', 'Mở các lớp bồi dưỡng kỹ năng quản trị cho giám đốc hợp tác xã'],
  ['c2', 'II.2', 'Hỗ trợ hợp tác xã đưa nông sản lên sàn thương mại điện tử'],
  ['c3', 'II.3', 'Bố trí quỹ đất làm kho lạnh bảo quản nông sản tại các xã vùng cao'],
  ['c4', 'III.1', 'Biểu dương hợp tác xã tiêu biểu hằng năm'],
].map(([id = '', section = '', quote = '']) => ({ id, section, quote }))
const duty = (id: string, quote: string, around = quote): Duty => ({ id, section: 'II.1', quote, around })
const DUTIES = [
  duty('d1', 'Bồi dưỡng kỹ năng quản trị cho giám đốc hợp tác xã trên địa bàn xã'),
  duty(
    'd2',
    'Chụp ảnh, viết bài giới thiệu sản phẩm',
    'Chụp ảnh, viết bài giới thiệu sản phẩm\tmục II.2 Chương trình số 15/CTr-UBND',
  ),
  duty('d3', 'Sửa chữa trụ sở làm việc của Ủy ban nhân dân xã'),
]
const links = (judged: Judged[] = []) => linksBetween(PROGRAMME, CLAUSES, DUTIES, judged)
const said = (childId: string, parentId: string, state: Judged['state']): Judged => ({
  ...{ childId, parentId, state, by: 'Lan', at: '2026-11-21T02:00:00.000Z', version: 1 },
})
const kinds = (judged: Judged[] = []) =>
  links(judged).map(({ childId, parentId, kind }) => [childId, parentId, kind])

describe('links', () => {
  test('what is alike is suggested with the words both have; what cites a clause is sure', () => {
    expect(kinds()).toEqual([
      ['d1', 'c1', 'suggested'],
      ['d2', 'c2', 'cited'],
    ])
    expect(links()[0]?.shared).toEqual(['Bồi dưỡng kỹ năng quản trị', 'giám đốc hợp tác xã'])
    expect(links()[1]?.citation).toBe('mục II.2 Chương trình số 15/CTr-UBND')
  })

  test('accepted it holds; rejected it does not come back; opened again it is suggested anew', () => {
    expect(kinds([said('d1', 'c1', 'accepted')])[0]).toEqual(['d1', 'c1', 'accepted'])
    expect(kinds([said('d1', 'c1', 'rejected')])[0]).toEqual(['d1', 'c1', 'rejected'])
    expect(kinds([said('d1', 'c1', 'open')])[0]).toEqual(['d1', 'c1', 'suggested'])
    expect(kinds([said('d2', 'c2', 'rejected')])[1]).toEqual(['d2', 'c2', 'rejected'])
    // A person may join what no word has in common.
    expect(kinds([said('d3', 'c4', 'accepted')])).toContainEqual(['d3', 'c4', 'accepted'])
  })

  test('a number of another document is no citation', () => {
    const other = linksBetween({ number: '16/CTr-UBND', type: 'CTr' }, CLAUSES, DUTIES, [])
    expect(other.some(({ kind }) => kind === 'cited')).toBe(false)
  })
})

test('the share counts clauses and duties apart; suggestions count for nothing', () => {
  expect(coverageShare(CLAUSES, DUTIES, links())).toEqual({
    ...{ covered: 1, clauses: 4, grounded: 1, duties: 3, suggested: 1 },
  })
  expect(coverageShare(CLAUSES, DUTIES, links([said('d1', 'c1', 'accepted')]))).toMatchObject({
    ...{ covered: 2, grounded: 2, suggested: 0 },
  })
})

test('whatever is judged, no pair stands twice and what was rejected never holds', () => {
  const Judgements = fc.uniqueArray(
    fc.record({
      childId: fc.constantFrom('d1', 'd2', 'd3'),
      parentId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
      state: fc.constantFrom<Judged['state'][]>('accepted', 'rejected', 'open'),
    }),
    { selector: ({ childId, parentId }) => `${childId} ${parentId}` },
  )
  fc.assert(
    fc.property(Judgements, (some) => {
      const judged = some.map((one) => said(one.childId, one.parentId, one.state))
      const found = links(judged)
      expect(new Set(found.map((one) => `${one.childId} ${one.parentId}`)).size).toBe(found.length)
      for (const { childId, parentId, state } of judged) {
        const link = found.find((one) => one.childId === childId && one.parentId === parentId)
        if (state === 'accepted') expect(link && holds(link)).toBe(true)
        if (state === 'rejected') expect(link && holds(link)).toBe(false)
      }
      const { covered, clauses, grounded, duties } = coverageShare(CLAUSES, DUTIES, found)
      expect(covered).toBeLessThanOrEqual(clauses)
      expect(grounded).toBeLessThanOrEqual(duties)
    }),
  )
})
