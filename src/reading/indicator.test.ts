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
  ['Mỗi năm mở từ 05 lớp dạy nghề', 'annual', '>=', 5, null, 'lớp'],
  ['Hàng năm rà soát, phấn đấu đến năm 2030 đạt 50% số xã', '2030', '=', 50, null, '%'],
  ['Kiểm tra hàng năm, đạt 20% xã, phường xanh vào năm 2027', '2027', '=', 20, null, '%'],
  ['Đạt 20% số bến ngay trong năm 2027 theo Đề án giai đoạn 2026 - 2030', '2027', '=', 20, null, '%'],
  ['Thu tăng ít nhất 10% so với năm 2025', null, '>=', 10, null, '%'],
  ['Công bố ít nhất 20 tập bản đồ', null, '>=', 20, null, 'tập bản'],
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

test.each([
  ['Đạt 20% số bến trong năm 2026, đến năm 2030 đạt 50% số bến', ['2026', '2030']],
  ['Đến năm 2027 trồng 40 ha, đến năm 2030 trồng 90 ha', ['2027', '2030']],
  ['Phấn đấu mỗi năm mở 03 lớp; có ít nhất 02 mô hình', ['annual', 'annual']],
])('every figure has the time next to it: %s', (text, periods) => {
  expect(targetsIn('MỤC TIÊU', text).map(([period]) => period)).toEqual(periods)
})

test.each([
  ['ĐÁNH GIÁ TÌNH HÌNH THỰC HIỆN', 'Trồng 40 ha rừng'],
  ['MỤC TIÊU', 'Năm 2025 ước đạt 30% kế hoạch'],
  ['MỤC TIÊU', 'Dự báo khách tăng 8%'],
])('what was or is expected is no target: %s, %s', (heading, text) => {
  expect(targetsIn(heading, text)).toEqual([])
})

test('a target for a year before the document tells what was reached', () => {
  const tree = buildTree(joinParagraphs(readText('I. MỤC TIÊU\n- Đến năm 2024 đạt 30% số hộ')))
  expect(readIndicators(tree, { year: null, issued: '2026-01-05' })).toEqual([])
  expect(readIndicators(tree)).toHaveLength(1)
})

test('the year of the heading, and a share among the duties', () => {
  expect(targetsIn('MỤC TIÊU ĐẾN NĂM 2028', 'Trồng 40 ha rừng')).toEqual([['2028', '=', 40, null, 'ha']])
  expect(targetsIn('NHIỆM VỤ', 'Giảm 20% giấy tờ, họp với 5 xã')).toEqual([[null, '=', 20, null, '%']])
})
