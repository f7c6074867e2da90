import { expect, test } from 'vitest'
import { readText } from '../document/read-document.ts'
import { readIndicators } from './indicator.ts'
import { buildTree } from './outline.ts'
import { joinParagraphs } from './paragraph.ts'

const targetsIn = (heading: string, text: string) =>
  readIndicators(buildTree(joinParagraphs(readText(`I. ${heading}\n- ${text}`)))).flatMap(({ targets }) =>
    targets.map(({ period, op, value, max, unit }) => [period, op, value, max, unit]),
  )

const TARGETS: [text: string, ...target: unknown[]][] = [
  ['Đến năm 2030 có ít nhất 1.250 hộ trồng chè', '2030', '>=', 1250, null, 'hộ'],
  ['Tỷ lệ che phủ rừng đạt 62,5%', null, '=', 62.5, null, '%'],
  ['Hằng năm mở 03 - 05 lớp dạy nghề', 'annual', 'range', 3, 5, 'lớp'],
  ['Đón khoảng 2 triệu lượt khách', null, '~', 2000000, null, 'lượt khách'],
  ['Thu hút 1.200 tỷ đồng', null, '=', 1200, null, 'tỷ đồng'],
  ['Đạt từ 80 điểm trở lên', null, '>=', 80, null, 'điểm'],
  ['Hao hụt không quá 4% sản lượng', null, '<=', 4, null, '%'],
  ['Xuất khẩu 15 triệu USD', null, '=', 15000000, null, 'USD'],
]

test.each(TARGETS)('%s', (text, ...target) => {
  expect(targetsIn('MỤC TIÊU', text)).toEqual([target])
})

test.each([
  'Kỷ niệm 80 năm ngành',
  'Theo khoản 3 Điều 4',
  'Trong quý 2 và 6 tháng',
  'Hiện nay có 120 hộ nuôi ong',
])('no target: %s', (text) => {
  expect(targetsIn('MỤC TIÊU', text)).toEqual([])
})

test('the year of the heading, and a share among the duties', () => {
  expect(targetsIn('MỤC TIÊU ĐẾN NĂM 2028', 'Trồng 40 ha rừng')).toEqual([['2028', '=', 40, null, 'ha']])
  expect(targetsIn('NHIỆM VỤ', 'Giảm 20% giấy tờ, họp với 5 xã')).toEqual([[null, '=', 20, null, '%']])
})
