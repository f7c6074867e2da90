import { expect, test } from 'vitest'
import { columnKind, type FieldKind, fieldsOf } from './field-label.ts'

const COLUMNS: [title: string, kind: FieldKind | null][] = [
  ['STT', 'ordinal'],
  ['Nội dung nhiệm vụ/giải pháp', 'content'],
  ['Công việc cần thực hiện', 'content'],
  ['Tên đề án, nhiệm vụ', 'content'],
  ['Việc cần làm', 'content'],
  ['Cơ quan/đơn vị chủ trì', 'lead'],
  ['Cơ quan chủ trì, phối hợp', 'lead'],
  ['Phòng, ban chủ trì', 'lead'],
  ['Người chịu trách nhiệm chính', 'lead'],
  ['Cơ quan phối hợp chính', 'coordinating'],
  ['Thời hạn hoàn thành/trình', 'due'],
  ['Năm thực hiện', 'due'],
  ['Tiến độ (dự kiến)', 'due'],
  ['Sản phẩm/kết quả', 'deliverable'],
  ['Kết quả cần đạt', 'deliverable'],
  ['Ghi chú', 'other'],
  ['Thông số kỹ thuật', 'other'],
  ['Nội dung chi', null],
  ['Chỉ tiêu', null],
  ['Số tiền (triệu đồng)', null],
  ['Đơn vị tính', null],
  ['Tên trạm', null],
  ['Sở Xây dựng', null],
  ['Phòng Tổ chức', null],
  ['Ban Tổ chức Tỉnh ủy', null],
  ['Phòng Tham mưu', null],
]
test.each(COLUMNS)('column "%s": %s', (title, kind) => {
  expect(columnKind(title)).toBe(kind)
})

const parts = (text: string) => fieldsOf(text).map(({ kind, from, to }) => [kind, text.slice(from, to)])

test('one label, several on a line, none', () => {
  expect(parts('Đơn vị chủ trì: Sở Y tế.')).toEqual([['lead', 'Sở Y tế.']])
  expect(parts('Chủ trì: Sở Y tế; - Phối hợp: Sở Nội vụ, Công an tỉnh; - Hạn hoàn thành: 05/6/2026')).toEqual(
    [
      ['lead', 'Sở Y tế;'],
      ['coordinating', 'Sở Nội vụ, Công an tỉnh;'],
      ['due', '05/6/2026'],
    ],
  )
  expect(parts('Sở Y tế chủ trì: khám bệnh')).toEqual([])
})

test('what stands in the words of a duty is no further label', () => {
  expect(parts('Nội dung: Khám bệnh; thời gian: tháng 3')).toEqual([
    ['content', 'Khám bệnh; thời gian: tháng 3'],
  ])
})
