// Which definition a printed indicator is suggested, and that every ready-made one fits the registers.
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDocument } from '../document/read-document.ts'
import { readPlan } from '../reading/read-plan.ts'
import { faultsOf } from './check.ts'
import { READY } from './ready.ts'
import { sentenceOf } from './sentence.ts'
import { factorBetween, likenessKey, suggest } from './suggest.ts'

test.each(READY.map((ready) => [ready.key, ready] as const))('%s fits the registers', (_, ready) => {
  expect(ready.formula === null).toBe(ready.way !== 'formula')
  if (!ready.formula) return
  expect(faultsOf(ready.formula)).toEqual([])
  expect(sentenceOf(ready.formula).length).toBeGreaterThan(10)
})

test('abbreviations are written out and diacritics dropped', () => {
  expect(likenessKey('Tỉ lệ HTX nông nghiệp ứng dụng CNC')).toBe(
    'ty le hop tac xa nong nghiep ung dung cong nghe cao',
  )
})

test('figures of money are told apart by their scale', () => {
  expect(factorBetween('tỷ đồng', 'triệu đồng/năm')).toBe(1000)
  expect(factorBetween('hợp tác xã', 'triệu đồng')).toBe(1)
})

const printed = (name: string, unit: string, quote = name) => ({ id: 'i1', name, quote, targets: [{ unit }] })
const firstOf = (name: string, unit: string, quote?: string) => {
  const { suggestions, sure } = suggest(printed(name, unit, quote), [])
  const to = suggestions[0]?.to
  return [to && 'ready' in to ? to.ready : null, sure]
}

test.each([
  ['Số HTX', 'HTX', 'cooperatives'],
  ['Đến hết năm 2026, toàn tỉnh có', 'hợp tác xã', 'cooperatives'],
  ['Phấn đấu đến năm 2030, tỷ lệ HTX hoạt động hiệu quả', '%', 'effective-share'],
  ['hợp tác xã, với 1.200 thành viên', 'hợp tác xã', 'cooperatives'],
  ['150 hợp tác xã, với', 'thành viên', 'cooperative-members'],
  ['90 tổ hợp tác, với', 'thành viên', 'group-members'],
  ['liên hiệp hợp tác xã', 'liên hiệp hợp tác xã', 'unions'],
  ['02 liên hiệp hợp tác xã, với', 'hợp tác xã thành viên', 'union-members'],
  ['Tỷ lệ hợp tác xã hoạt động có hiệu quả', '%', 'effective-share'],
  ['Số HTX nông nghiệp ứng dụng CNC', 'HTX', 'high-tech'],
  ['Thành lập mới', 'hợp tác xã', 'new-cooperatives'],
  ['Thành lập mới 12 hợp tác xã, nâng tổng số hợp tác xã trên địa bàn tỉnh', 'hợp tác xã', 'cooperatives'],
  ['Tỷ lệ hợp tác xã xếp loại tốt, khá', '%', 'effective-share'],
  ['hợp tác xã tham gia liên kết theo chuỗi giá trị', 'hợp tác xã', 'in-chains'],
  ['Doanh thu bình quân của một hợp tác xã', 'tỷ đồng', 'average-revenue'],
  ['Tỷ lệ nữ giám đốc hợp tác xã', '%', 'women-directors-share'],
  ['Tỷ lệ cán bộ quản lý hợp tác xã qua đào tạo', '%', 'trained-managers-share'],
])('“%s” (%s) is %s', (name, unit, key) => {
  expect(firstOf(name, unit)).toEqual([key, true])
})

test('what is only a little alike is offered, never sure; what is not alike is not offered', () => {
  expect(firstOf('Số hợp tác xã nông nghiệp có mã vùng trồng', 'hợp tác xã')[1]).toBe(false)
  expect(suggest(printed('Vốn đầu tư trực tiếp nước ngoài', 'tỷ đồng'), []).suggestions).toEqual([])
})

test('a definition of the province comes before a ready-made one; two alike are left to a person', () => {
  const own = { id: 'a', name: 'Số hợp tác xã', unit: 'hợp tác xã', ready: 'cooperatives' }
  const { suggestions, sure } = suggest(printed('Số hợp tác xã', 'hợp tác xã'), [own])
  expect([suggestions[0]?.to, sure]).toEqual([{ indicator: 'a' }, true])
  expect(suggest(printed('Số hợp tác xã', 'hợp tác xã'), [own, { ...own, id: 'b', ready: null }]).sure).toBe(
    false,
  )
})

// The annotated plans lie beside the project only where somebody measures.
const corpus = process.env.CHUTRI_CORPUS ?? ''
test.skipIf(!existsSync(`${corpus}/gold/binhphuoc-147.txt`))(
  'each of the 24 targets of a real plan is told',
  async () => {
    const source = await readDocument(readFileSync(`${corpus}/gold/binhphuoc-147.txt`), 'binhphuoc-147.txt')
    const found = readPlan(source).indicators.map((one) => {
      const { suggestions, sure } = suggest(one, [])
      const to = suggestions[0]?.to
      return sure && to && 'ready' in to ? to.ready : null
    })
    const a = ['cooperatives', 'cooperative-members', 'unions', 'union-members', 'groups', 'group-members']
    expect(found).toEqual([
      ...[...a, 'effective-share', 'high-tech'],
      ...[...a, 'effective-share', 'effective-in-chains-share', 'top-100', 'high-tech'],
      ...[
        'population-share',
        'organisations-effective-share',
        'top-100',
        'top-100-high-tech',
        'top-100-trade',
      ],
      'women-directors-share',
    ])
  },
)
