import { expect, test } from 'vitest'
import { readText } from '../document/read-document.ts'
import { readPlan } from './read-plan.ts'

const HEAD =
  'UBND TỈNH HÒA SƠN\nSố: 5/KH-UBND\nHòa Sơn, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\nTrồng cây ven đường\n\n'

/** Section, words, lead and partners of every duty of the body. */
const dutiesOf = (body: string, head = HEAD) =>
  readPlan(readText(`${head}${body}`)).tasks.map(({ section, quote, lead, coordinating }) => [
    section,
    quote,
    lead.join('; '),
    coordinating.join('; '),
  ])

test('a bearer in the brackets that end an item, or ordered behind it', () => {
  expect(
    dutiesOf(
      `II. NHIỆM VỤ
1. Ươm 2.000 cây sao đen (Sở Xây dựng chủ trì, phối hợp với Công an tỉnh).
2. Sửa vỉa hè trước cổng trường. Giao UBND các xã, phường thực hiện.
3. Tặng cây cho hộ dân (hộ nghèo).`,
    ).map(([section, , lead, partners]) => [section, lead, partners]),
  ).toEqual([
    ['II.1', 'Sở Xây dựng', 'Công an tỉnh'],
    ['II.2', 'UBND các xã, phường', ''],
    ['II.3', '', ''],
  ])
})

test('labels inside the item, and many on one line below it', () => {
  expect(
    dutiesOf(
      `II. NHIỆM VỤ
1. Đo đạc vỉa hè. Chủ trì: Sở Xây dựng. Thời gian: tháng 4/2026.
2. Chọn giống cây
Chủ trì: Sở Nông nghiệp và Môi trường; phối hợp: Sở Tài chính; sản phẩm: Danh mục cây.`,
    ).map(([section, , lead, partners]) => [section, lead, partners]),
  ).toEqual([
    ['II.1', 'Sở Xây dựng', ''],
    ['II.2', 'Sở Nông nghiệp và Môi trường', 'Sở Tài chính'],
  ])
})

test('a title that looks like a label stays a title', () => {
  const text = '1. Nội dung:\na) Ươm cây giống.\n2. Tổ chức thực hiện:\na) Sở Xây dựng theo dõi, đôn đốc.'
  expect(dutiesOf(text)).toEqual([
    ['1.a', 'Ươm cây giống.', '', ''],
    ['2.a', 'Sở Xây dựng theo dõi, đôn đốc.', 'Sở Xây dựng', ''],
  ])
})

test('articles lay down duties only where somebody is made responsible', () => {
  expect(
    dutiesOf(
      `Chương I
QUY ĐỊNH CHUNG
Điều 1. Giải thích từ ngữ
1. Cây ven đường là cây trồng trong hành lang đường bộ.
Điều 2. Người trồng cây
1. Người trồng cây được cấp giống.
Chương II
TỔ CHỨC THỰC HIỆN
Điều 3. Trách nhiệm của Sở Xây dựng
1. Hướng dẫn thực hiện Quyết định này.
2. Quyết định này có hiệu lực từ ngày ký.
Điều 4. Sở Tài chính chịu trách nhiệm bố trí kinh phí.`,
    ),
  ).toEqual([
    ['II.Điều 3.1', 'Hướng dẫn thực hiện Quyết định này.', 'Sở Xây dựng', ''],
    ['II.Điều 4', 'Sở Tài chính chịu trách nhiệm bố trí kinh phí.', 'Sở Tài chính', ''],
  ])
})

test('a plan put in force by a decision begins anew, whatever its labels', () => {
  expect(
    dutiesOf(
      `QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây.
Điều 2. Giám đốc Sở Xây dựng chịu trách nhiệm thi hành Quyết định này.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Văn Phượng Vĩ

KẾ HOẠCH
Trồng cây
1. Nhiệm vụ
a) Ươm cây giống.`,
      HEAD.replace('KẾ HOẠCH', 'QUYẾT ĐỊNH'),
    ).map(([section]) => section),
  ).toEqual(['Điều 2', '1.a'])
})

test('what a meeting found, quantities and captions are no duties', () => {
  expect(
    dutiesOf(
      `II. NHIỆM VỤ
1. Hội nghị thống nhất đánh giá công tác trồng cây có tiến bộ.
2. Về xin thêm giống: Đồng ý về chủ trương. Sở Tài chính bố trí kinh phí.
3. Trồng cây tại các nút giao:
- 02 nút tại phường Bến Mơ;
Bảng 1. Kích thước hố
Văn phòng thông báo để các đơn vị biết, thực hiện.`,
    ).map(([, quote, lead]) => [quote, lead]),
  ).toEqual([
    ['Sở Tài chính bố trí kinh phí.', 'Sở Tài chính'],
    ['Trồng cây tại các nút giao:', ''],
  ])
})
