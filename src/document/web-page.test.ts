import { expect, test } from 'vitest'
import { readText } from './read-document.ts'

const PLAN = `UBND XÃ TAM HÒA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 8/KH-UBND
Tam Hòa, ngày 3 tháng 2 năm 2026

KẾ HOẠCH
Trồng cây năm 2026

I. NHIỆM VỤ
1. Phòng Kinh tế chủ trì rà soát diện tích đất trống.
2. Chia sẻ dữ liệu cây xanh với các thôn.

Nơi nhận:
- Như trên;
- Lưu: VT.
CHỦ TỊCH
Nguyễn Văn An`
const BEFORE = 'Trang chủ › Văn bản › Kế hoạch\nĐăng nhập\nKế hoạch trồng cây của xã\nTải về\n'
const AFTER =
  '\nChia sẻ: Facebook | Zalo\nVăn bản liên quan\nKế hoạch 5/KH-UBND năm 2025\nBình luận\nSở nào chủ trì việc này?'

test('what stands around the document is set aside, seen and said', () => {
  const source = readText(BEFORE + PLAN + AFTER)
  expect(source.lines.filter((line) => !line.aside).map((line) => line.text)).toEqual(
    readText(PLAN).lines.map((line) => line.text),
  )
  expect(source.notices).toHaveLength(1)
})

test('a document without a frame stays whole, also where its words are those of one', () => {
  expect(readText(PLAN).lines.some((line) => line.aside)).toBe(false)
  const tail = `${PLAN}\nPHỤ LỤC\nDANH MỤC VIỆC\nChia sẻ dữ liệu với các trường`
  expect(readText(tail).lines.some((line) => line.aside)).toBe(false)
})

test('a mark of secrecy below a long menu is still seen', () => {
  const menu = `Trang chủ\n${'Chuyên mục tin tức của xã\n'.repeat(60)}`
  expect(() => readText(`${menu}MẬT\n${PLAN}`)).toThrow(/MẬT/u)
})
