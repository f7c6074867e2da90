import { expect, test } from 'vitest'
import { readText } from '../document/read-document.ts'
import { joinParagraphs } from './paragraph.ts'
import { readPlan } from './read-plan.ts'

const told = (text: string): string[] =>
  readPlan(readText(`KẾ HOẠCH\n\nChống hạn\n\nI. NHIỆM VỤ\n\n${text}`))
    .findings.filter(({ rule }) => rule === 'spelling')
    .map(({ note }) => note)

const SLIPS: [text: string, note: string][] = [
  // No syllable is written so.
  ['1. Kêu gọi ngưòi dân tiết kiệm nước.', '"ngưòi" nên là "người"'],
  ['1. Các kế họach được duyệt.', '"kế họach" nên là "kế hoạch"'],
  ['1. Hòan thành trước mùa khô, hòan trả mặt bằng.', '"hòan" nên là "hoàn"'],
  // A tone or an accent away from a fixed word.
  ['1. Đẩy mạnh chuyên đổi số.', '"chuyên" nên là "chuyển"'],
  ['1. Hỗ trợ đông bào vùng cao.', '"đông" nên là "đồng"'],
  ['1. Nâng cao nâng lực bơm nước.', '"nâng" nên là "năng"'],
  // A letter away, where the text has the word elsewhere.
  ['1. Các cơ sở bơm nước.\n\n2. Trên cơ cở tổng hợp.', '"cở" nên là "sở"'],
  ['1. Các việc giao ban đã xong.\n\n2. Họp gaio ban vào thứ hai.', '"gaio" nên là "giao"'],
  ['1. Nạo vét ở tỉnh Quảng Tri.', '"Quảng Tri" nên là "Quảng Trị"'],
  ['1. Chính sách đối người cao tuổi.', 'Sau "đối" có lẽ thiếu chữ "với"'],
  ['1. Khu vực pháttriển.', '"pháttriển" viết dính, nên là "phát triển"'],
  ['1. Bồi dưỡng đội ngǜ, củng cố đội ngǜ.', 'Ký tự lạ "ǜ" xuất hiện trong 2 chữ'],
  ['1. Giảm nghành a.\n\n2. Tăng nghành b.', '"nghành" nên là "ngành" (2 chỗ)'],
]
test.each(SLIPS)('%s', (text, note) => {
  expect(told(text)).toEqual([note])
})

const RIGHT = [
  '1. Ở Đắk Lắk, Krông Ana, Ea Kar, Pleiku và Ia Grai có startup, logistics, online, OCOP, FDI, blockchain.',
  '1. Gửi về chonghan@vidu.gov.vn, www.vidu.gov.vn/kế-hoach, mã HD-2Kế, 12m3, 5kWh, TCVN.',
  '1. Trồng gừng, trồng rừng, trồng rừng và nuôi rươi; xe rơ-moóc, ôtô, côngtenơ, axít, café.',
  '1. Nhận thức hiện nay; xử phạt triển khai; địa bàn hành chính; có quan hệ; để nghị quyết được thi hành.',
  '1. Kĩ thuật, lí luận, qui định, hoà giải, thuỷ lợi, uỷ quyền, mĩ thuật, tỉ lệ, hi vọng, công ti.',
  '1. Người chưa thành niên, thanh niên; tri thức, trí thức; hằng năm, hàng năm.',
  '1. Ông Nguyễn Đông Bào ở xã Chuyên Đổi, thành phố Hạ Long, tỉnh Hà Nam.',
  '1. Các giải pháp đối với hạn, tuyệt đối, vốn đối ứng, đối tác, cân đối.',
  '1. Ba trăm lãi suất, tần suất phát sóng, khả năng xuất khẩu, gia công xuất khẩu, thuế xuất khẩu.',
]
test.each(RIGHT)('nothing wrong: %s', (text) => {
  expect(told(text)).toEqual([])
})

test('a text full of broken letters is one doubt, not a hundred slips', () => {
  const broken =
    'đươc viêc thưc hiêp tuyêt nhât cưc phât triêt quôc tôt luât băt măt nươc lươc thuôc biêt hoăc xuât đăt kêt rât bưc sưc đưc'
  const [only, ...others] = told(
    broken
      .split(' ')
      .map((word, i) => `${i + 1}. Làm ${word}.`)
      .join('\n\n'),
  )
  expect(others).toEqual([])
  expect(only).toMatch(/^26 chữ có thể do nhận dạng hoặc chuyển mã sai/u)
})

test('a long text of one word reads quickly', () => {
  for (const word of ['đươc ', 'chuyên đổi ', 'phạm vi quản lý ', 'abc']) {
    const text = word.repeat(300_000 / word.length)
    const start = performance.now()
    readPlan(readText(`KẾ HOẠCH\n\nA\n\nI. B\n\n1. ${text}`))
    expect(performance.now() - start).toBeLessThan(3000)
  }
  expect(joinParagraphs(readText('a'))).toHaveLength(1)
})
