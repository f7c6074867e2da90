import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueOfChapeau, duePeriod, findDue, lastDayOf, NO_TIME, readDue } from './due.ts'

type Row = [phrase: string, kind: string, from: string | null, to: string | null]

/** One wording per row: what a cell may hold, and the days meant. */
const CELLS: Row[] = [
  // days
  ['trước ngày 30/9/2026', 'date', null, '2026-09-30'],
  ['trước 15/12/2026', 'date', null, '2026-12-15'],
  ['xong trước 30/6/2026', 'date', null, '2026-06-30'],
  ['Hoàn thành trước ngày 30/6/2026', 'date', null, '2026-06-30'],
  ['chậm nhất ngày 15/12/2026', 'date', null, '2026-12-15'],
  ['Chậm nhất ngày 05 tháng 3 năm 2027', 'date', null, '2027-03-05'],
  ['chậm nhất là ngày 15 tháng 12 năm 2026', 'date', null, '2026-12-15'],
  ['chậm nhất đến ngày 15/12/2026', 'date', null, '2026-12-15'],
  ['đến hết ngày 31/12/2026', 'date', null, '2026-12-31'],
  ['đến ngày 30/6/2026', 'date', null, '2026-06-30'],
  ['không quá ngày 20/11/2026', 'date', null, '2026-11-20'],
  ['không muộn hơn ngày 20/11/2026', 'date', null, '2026-11-20'],
  ['trước 17 giờ 00 ngày 20/11/2026', 'date', null, '2026-11-20'],
  ['20/11/2026', 'date', null, '2026-11-20'],
  ['Ngày 20/11/2026', 'date', null, '2026-11-20'],
  ['15 / 12 / 2026', 'date', null, '2026-12-15'],
  ['15-12-2026', 'date', null, '2026-12-15'],
  ['15.12.2026', 'date', null, '2026-12-15'],
  ['trước\u00a0ngày\u00a015/12/2026', 'date', null, '2026-12-15'],
  ['ngày 15 tháng 12 năm2026', 'date', null, '2026-12-15'],
  ['trước ngày 15/6 và 15/12/2026', 'date', null, '2026-06-15'],
  ['Trước 30/6/2026 (đợt 1); trước 30/11/2026 (đợt 2)', 'date', null, '2026-06-30'],
  ['từ 01/3 đến 30/6/2026', 'date', '2026-03-01', '2026-06-30'],
  ['Từ ngày 01/3/2026 đến ngày 30/6/2026', 'date', '2026-03-01', '2026-06-30'],
  ['01/3/2026 - 30/6/2026', 'date', '2026-03-01', '2026-06-30'],
  ['Từ ngày 10 đến ngày 15/3/2026', 'date', '2026-03-10', '2026-03-15'],
  ['Từ ngày 01/3/2026', 'date', '2026-03-01', null],
  // months
  ['Tháng 02/2028', 'month', '2028-02-01', '2028-02-29'],
  ['trong tháng 3/2026', 'month', '2026-03-01', '2026-03-31'],
  ['tháng 3 năm 2026', 'month', '2026-03-01', '2026-03-31'],
  ['Hoàn thành trong tháng 3/2026', 'month', '2026-03-01', '2026-03-31'],
  ['3/2026', 'month', '2026-03-01', '2026-03-31'],
  ['tháng 3 - 5/2026', 'month', '2026-03-01', '2026-05-31'],
  ['Tháng 3/2026 - 5/2026', 'month', '2026-03-01', '2026-05-31'],
  ['3-5/2026', 'month', '2026-03-01', '2026-05-31'],
  ['tháng 11, 12/2026', 'month', '2026-11-01', '2026-12-31'],
  ['Tháng 10, 11 và 12 năm 2026', 'month', '2026-10-01', '2026-12-31'],
  ['từ tháng 3 đến tháng 6 năm 2026', 'month', '2026-03-01', '2026-06-30'],
  ['Từ tháng 10/2026 đến tháng 3/2027', 'month', '2026-10-01', '2027-03-31'],
  ['Từ tháng 3/2026', 'month', '2026-03-01', null],
  ['đầu tháng 3/2026', 'month', '2026-03-01', '2026-03-31'],
  ['giữa tháng 3/2026', 'month', '2026-03-01', '2026-03-31'],
  ['Cuối tháng 3/2026', 'month', '2026-03-01', '2026-03-31'],
  ['tuần 2 tháng 3/2026', 'month', '2026-03-01', '2026-03-31'],
  ['Tuần thứ hai của tháng 3/2026', 'month', '2026-03-01', '2026-03-31'],
  ['trước tháng 6/2026', 'month', null, '2026-06-30'],
  ['chậm nhất tháng 6/2026', 'month', null, '2026-06-30'],
  ['đến hết tháng 6/2026', 'month', null, '2026-06-30'],
  ['6 tháng đầu năm 2026', 'month', '2026-01-01', '2026-06-30'],
  ['Trong 06 tháng đầu năm 2026', 'month', '2026-01-01', '2026-06-30'],
  ['sáu tháng cuối năm 2026', 'month', '2026-07-01', '2026-12-31'],
  ['9 tháng đầu năm 2026', 'month', '2026-01-01', '2026-09-30'],
  ['3 tháng cuối năm 2026', 'month', '2026-10-01', '2026-12-31'],
  ['nửa đầu năm 2026', 'month', '2026-01-01', '2026-06-30'],
  // quarters
  ['Trong quý III năm 2027', 'quarter', '2027-07-01', '2027-09-30'],
  ['Quý I/2026', 'quarter', '2026-01-01', '2026-03-31'],
  ['Quí II/2026', 'quarter', '2026-04-01', '2026-06-30'],
  ['quý 2 năm 2026', 'quarter', '2026-04-01', '2026-06-30'],
  ['quý 02/2026', 'quarter', '2026-04-01', '2026-06-30'],
  ['II/2026', 'quarter', '2026-04-01', '2026-06-30'],
  ['Hết quý II/2026', 'quarter', null, '2026-06-30'],
  ['quý II, III/2026', 'quarter', '2026-04-01', '2026-09-30'],
  ['Quý II, III và IV năm 2026', 'quarter', '2026-04-01', '2026-12-31'],
  ['quý I-III/2026', 'quarter', '2026-01-01', '2026-09-30'],
  ['quý IV/2026 đến quý I/2027', 'quarter', '2026-10-01', '2027-03-31'],
  ['Quý IV/2026 - Quý II/2027', 'quarter', '2026-10-01', '2027-06-30'],
  ['Từ quý II/2026', 'quarter', '2026-04-01', null],
  ['Từ quý II/2026 đến hết năm 2027', 'quarter', '2026-04-01', '2027-12-31'],
  // years
  ['2027', 'year', '2027-01-01', '2027-12-31'],
  ['trong năm 2026', 'year', '2026-01-01', '2026-12-31'],
  ['Năm 2026', 'year', '2026-01-01', '2026-12-31'],
  ['năm2026', 'year', '2026-01-01', '2026-12-31'],
  ['Hoàn thành trong năm 2026', 'year', '2026-01-01', '2026-12-31'],
  ['đến hết năm 2030', 'year', null, '2030-12-31'],
  ['đến năm 2030', 'year', null, '2030-12-31'],
  ['Chậm nhất năm 2027', 'year', null, '2027-12-31'],
  ['trước năm 2028', 'year', null, '2028-12-31'],
  ['2026-2030', 'years', '2026-01-01', '2030-12-31'],
  ['2026 - 2028', 'years', '2026-01-01', '2028-12-31'],
  ['giai đoạn 2026 - 2030', 'years', '2026-01-01', '2030-12-31'],
  ['từ năm 2026 đến năm 2030', 'years', '2026-01-01', '2030-12-31'],
  ['2026, 2027', 'years', '2026-01-01', '2027-12-31'],
  ['Các năm 2026, 2027 và 2028', 'years', '2026-01-01', '2028-12-31'],
  ['Năm 2026 và giai đoạn 2027 - 2030', 'years', '2026-01-01', '2030-12-31'],
  ['Năm 2026 và những năm tiếp theo', 'years', '2026-01-01', null],
  ['2026 và các năm tiếp theo', 'years', '2026-01-01', null],
  ['từ năm 2026 trở đi', 'years', '2026-01-01', null],
  ['Từ năm 2026', 'years', '2026-01-01', null],
  // what recurs
  ['Hằng năm', 'annual', null, null],
  ['mỗi năm', 'annual', null, null],
  ['định kỳ hằng năm', 'annual', null, null],
  ['định kì hàng năm', 'annual', null, null],
  ['trước ngày 15/12 hằng năm', 'annual', null, null],
  ['Trước ngày 15 tháng 12 của năm', 'annual', null, null],
  ['Tháng 11 hằng năm', 'annual', null, null],
  ['Quý IV hằng năm', 'annual', null, null],
  ['01 lần/năm', 'annual', null, null],
  ['hằng quý', 'ongoing', null, null],
  ['hằng tháng', 'ongoing', null, null],
  ['ngày 20 hằng tháng', 'ongoing', null, null],
  ['trước ngày 15 của tháng cuối quý', 'ongoing', null, null],
  ['02 lần/tháng', 'ongoing', null, null],
  ['định kỳ 6 tháng, 01 năm', 'ongoing', null, null],
  ['Thường xuyên', 'ongoing', null, null],
  ['thường xuyên, liên tục', 'ongoing', null, null],
  ['Thường xuyên, hằng năm', 'ongoing', null, null],
  ['Liên tục', 'ongoing', null, null],
  ['đột xuất', 'ongoing', null, null],
  // what waits
  ['Theo tiến độ dự án', 'conditional', null, null],
  ['Theo Kế hoạch của đơn vị chủ quản', 'conditional', null, null],
  ['Bảo đảm theo lộ trình', 'conditional', null, null],
  ['Ngay sau khi được phê duyệt', 'conditional', null, null],
  ['Sau khi có văn bản hướng dẫn', 'conditional', null, null],
  ['khi có yêu cầu', 'conditional', null, null],
  ['Trong thời hạn 30 ngày kể từ ngày Kế hoạch được ban hành', 'conditional', null, null],
  ['Chậm nhất 30 ngày kể từ ngày nhận đủ hồ sơ', 'conditional', null, null],
  ['Trong 05 ngày làm việc sau khi nhận báo cáo', 'conditional', null, null],
  ['Sau 10 ngày, kể từ ngày kết thúc đợt kiểm tra', 'conditional', null, null],
  // no time, no existing time, or the time of another paper
  ['', 'none', null, null],
  ['kịp thời', 'none', null, null],
  ['Quý III', 'none', null, null],
  ['Tháng 6', 'none', null, null],
  ['31/6/2026', 'none', null, null],
  ['trước ngày 31/4/2026', 'none', null, null],
  ['trước ngày 30/02', 'none', null, null],
  ['30/02/2026', 'none', null, null],
  ['ngày 15/13/2026', 'none', null, null],
  ['Tháng 13/2026', 'none', null, null],
  ['Tháng 9 - 3/2026', 'none', null, null],
  ['2030 - 2026', 'none', null, null],
  ['15/12/26', 'none', null, null],
  ['Theo Kế hoạch số 12/KH-UBND ngày 15/12/2025', 'conditional', null, null],
  ['Theo Luật Thủy lợi năm 2017', 'none', null, null],
  ['Thực hiện Quyết định số 7/QĐ-UBND ngày 15/12/2025, quý II/2026', 'quarter', '2026-04-01', '2026-06-30'],
  ['Như Kế hoạch nạo vét kênh mương năm 2026', 'none', null, null],
]

test.each(CELLS)('a due cell: %s', (phrase, kind, from, to) => {
  expect(readDue(phrase)).toMatchObject({ kind, from, to })
})

const PLAN_2026 = { year: 2026, issued: '2025-12-20' }

test.each<Row>([
  ['trước ngày 15/12', 'date', null, '2026-12-15'],
  ['Ngày 15/12', 'date', null, '2026-12-15'],
  ['trong tháng 6', 'month', '2026-06-01', '2026-06-30'],
  ['tuần đầu tháng 3', 'month', '2026-03-01', '2026-03-31'],
  ['Tháng 3 - 5', 'month', '2026-03-01', '2026-05-31'],
  ['quý III', 'quarter', '2026-07-01', '2026-09-30'],
  ['Quý I, II', 'quarter', '2026-01-01', '2026-06-30'],
  ['sáu tháng cuối năm', 'month', '2026-07-01', '2026-12-31'],
  ['Quý III/2027', 'quarter', '2027-07-01', '2027-09-30'],
  ['trước ngày 15/12 hằng năm', 'annual', null, null],
  ['trước ngày 31/6', 'none', null, null],
])('in a plan for the one year 2026: %s', (phrase, kind, from, to) => {
  expect(readDue(phrase, PLAN_2026)).toMatchObject({ kind, from, to })
})

const SENTENCES: [sentence: string, text: string, kind: string][] = [
  ['Lập danh sách hộ nuôi ong, gửi về Sở trước ngày 10/8/2026.', 'trước ngày 10/8/2026', 'date'],
  [
    'Trình phương án, chậm nhất là ngày 15 tháng 12 năm 2026.',
    'chậm nhất là ngày 15 tháng 12 năm 2026',
    'date',
  ],
  ['Mở chiến dịch từ ngày 01/3 đến ngày 30/6/2026 tại các bến.', 'từ ngày 01/3 đến ngày 30/6/2026', 'date'],
  ['Nạo vét kênh từ tháng 3 đến tháng 10 năm 2026 tại ba xã.', 'từ tháng 3 đến tháng 10 năm 2026', 'month'],
  ['Tổ chức hội thi vào tuần 2 tháng 3/2026.', 'vào tuần 2 tháng 3/2026', 'month'],
  ['Tháng 3/2026, khai trương thư viện.', 'Tháng 3/2026', 'month'],
  ['Xây dựng lộ trình thực hiện đến năm 2030, ưu tiên vùng cao.', 'đến năm 2030', 'year'],
  ['Trồng rừng ven biển, phấn đấu đến năm 2030 phủ kín bãi bồi.', 'đến năm 2030', 'year'],
  ['Số hóa sổ kho từ năm 2027 trở đi.', 'từ năm 2027 trở đi', 'years'],
  ['Định kỳ hằng năm kiểm kê kho giống.', 'Định kỳ hằng năm', 'annual'],
  ['Công bố báo cáo thường niên về nghề ong.', 'thường niên', 'annual'],
  ['Báo cáo số liệu trước ngày 05 hằng tháng.', 'trước ngày 05 hằng tháng', 'ongoing'],
  ['Kiểm tra đột xuất các bến đò.', 'đột xuất', 'ongoing'],
  [
    'Cấp giống sau khi có kết quả khảo nghiệm của trạm.',
    'sau khi có kết quả khảo nghiệm của trạm',
    'conditional',
  ],
  [
    'Mở rộng vùng trồng (khi Bộ Nông sản có văn bản triển khai).',
    'khi Bộ Nông sản có văn bản triển khai',
    'conditional',
  ],
  [
    'Nâng mức hỗ trợ khi Hội đồng nhân dân tỉnh thông qua.',
    'khi Hội đồng nhân dân tỉnh thông qua',
    'conditional',
  ],
  ['Hỗ trợ vốn đối ứng (khi không được tài trợ).', 'khi không được tài trợ', 'conditional'],
  [
    'Ban hành kế hoạch trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này, gửi Sở.',
    'trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này',
    'conditional',
  ],
  [
    'Công khai kết quả ngay sau khi kết thúc đợt kiểm kê.',
    'ngay sau khi kết thúc đợt kiểm kê',
    'conditional',
  ],
  // no due date of this duty
  ['Khẩn trương sửa chữa các cống.', '', 'none'],
  ['Bố trí chi thường xuyên cho thư viện.', '', 'none'],
  ['Thiết bị nâng phải được kiểm định kỹ thuật an toàn.', '', 'none'],
  ['Bố trí kinh phí thường xuyên dành cho thư viện.', '', 'none'],
  ['Trình kế hoạch trước ngày 31/6/2026.', '', 'none'],
  ['Thực hiện Quyết định số 12/QĐ-UBND ngày 15/12/2025 của tỉnh.', '', 'none'],
  ['Thi hành Luật Chăn nuôi năm 2018.', '', 'none'],
  ['Tổng hợp kết quả thực hiện năm 2025 của các xã.', '', 'none'],
  ['Lồng ghép với Chương trình nước sạch đến năm 2030, tầm nhìn đến năm 2045.', '', 'none'],
  ['Lồng ghép với Đề án nghề biển giai đoạn 2026 - 2030.', '', 'none'],
  ['Thống kê số hộ tính đến ngày 31/12/2025.', '', 'none'],
]

test.each(SENTENCES)('words of time in: %s', (sentence, text, kind) => {
  expect(findDue(sentence)).toMatchObject({ text, kind })
})

test('what was before the plan is told, not ordered', () => {
  const sentence = 'Rà soát các giấy phép cấp trước ngày 01/7/2024.'
  expect(findDue(sentence, PLAN_2026)).toMatchObject({ kind: 'none', text: '' })
  expect(findDue(sentence, NO_TIME).kind).toBe('date')
})

test.each([
  ['Trước ngày 30/6/2026, các xã hoàn thành các việc sau:', 'date'],
  ['Triển khai các dự án thành phần (khi Bộ Nông sản triển khai):', 'conditional'],
  ['Thường xuyên tuyên truyền tại:', undefined],
  ['Các xã có trách nhiệm:', undefined],
])('a chapeau may set the due date of what stands below it: %s', (chapeau, kind) => {
  expect(dueOfChapeau(chapeau)?.kind).toBe(kind)
})

test('the stage of the heading beats the year a duty aims at, not a date of its own', () => {
  const stage = duePeriod('Giai đoạn 2026 - 2028')
  expect(findDue('Trồng rừng, phấn đấu đến năm 2030 phủ kín bãi.', NO_TIME, stage)).toBe(stage)
  expect(findDue('Trồng rừng xong trước ngày 30/6/2027.', NO_TIME, stage).kind).toBe('date')
})

test.each([
  ['Giai đoạn 2027 - 2029', '2027-01-01', '2029-12-31'],
  ['Giai đoạn 1 (2026 - 2027)', '2026-01-01', '2027-12-31'],
  ['Giai đoạn từ năm 2026 đến năm 2030:', '2026-01-01', '2030-12-31'],
  ['Trong quý II năm 2026', '2026-04-01', '2026-06-30'],
  ['6 tháng đầu năm 2026', '2026-01-01', '2026-06-30'],
  ['Năm 2026:', '2026-01-01', '2026-12-31'],
])('a heading may set the period of all below it: %s', (title, from, to) => {
  expect(duePeriod(title)).toMatchObject({ from, to })
})

test.each(['Nhiệm vụ giai đoạn sau', 'Kế hoạch năm 2026', 'Thường xuyên', ''])(
  'no period of a heading: %s',
  (title) => {
    expect(duePeriod(title)).toBeNull()
  },
)

test.each([
  ['trước ngày 15/12/2026', '2026-12-14'],
  ['Trước 15/12/2026', '2026-12-14'],
  ['trước ngày 01 tháng 3 năm 2026', '2026-02-28'],
  ['Xong trước 01/01/2027', '2026-12-31'],
  ['trước 17 giờ ngày 15/12/2026', '2026-12-15'],
  ['chậm nhất ngày 15/12/2026', '2026-12-15'],
  ['không quá ngày 15/12/2026', '2026-12-15'],
  ['đến hết ngày 15/12/2026', '2026-12-15'],
  ['Hoàn thành ngày 30/6/2026, báo cáo trước ngày 15/7/2026', '2026-06-30'],
  ['trước tháng 6/2026', '2026-05-31'],
  ['trước quý III/2026', '2026-06-30'],
  ['trước năm 2028', '2027-12-31'],
  ['đến năm 2028', '2028-12-31'],
  ['Quý II năm 2026', '2026-06-30'],
  ['Hằng năm', null],
])('the last day still in time of "%s" is %s', (phrase, day) => {
  expect(lastDayOf(readDue(phrase))).toBe(day)
})

const WORDS =
  'trước|ngày|chậm nhất|đến|hết|từ|tháng|quý|năm|15/12/2026|31/6/2026|30/02|3/2026|II|IV/2027|2026|2030|-|,|và|hằng năm|6 tháng đầu năm|định kỳ|sau khi|khi|có|kể từ|giai đoạn|theo|Kế hoạch số 5/KH-UBND|(|)|.|Sở|trở đi|tuần 2|\u00a0'.split(
    '|',
  )

test('any words of time: no throw, from before to, text from the phrase', () => {
  const phrase = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string()), { maxLength: 12 })
  fc.assert(
    fc.property(phrase, fc.constantFrom(NO_TIME, PLAN_2026), (words, time) => {
      const text = words.join(' ')
      for (const due of [readDue(text, time), findDue(text, time)]) {
        if (due.from && due.to) expect(due.from <= due.to).toBe(true)
        expect(text.replace(/\s+/gu, ' ')).toContain(due.text)
        expect(due.kind === 'none').toBe(due.text === '')
        lastDayOf(due)
      }
    }),
    { numRuns: 2000 },
  )
})

test.each(['trước ngày ', 'tháng 3, ', 'khi Bộ ', '2026, ', 'từ ', '(khi ', 'Kế hoạch ', 'ngày 15/', '1 '])(
  'a long run of "%s" is read in no time',
  (word) => {
    const started = performance.now()
    const text = word.repeat(Math.ceil(400_000 / word.length))
    readDue(text)
    findDue(text)
    expect(performance.now() - started).toBeLessThan(2000)
  },
)

test('a day that comes back every year, also in a plan for one year', () => {
  const time = { year: 2026, issued: '2026-02-01' }
  expect(findDue('Hằng năm tổng hợp kết quả, báo cáo Bộ Y tế trước ngày 15/12.', time).kind).toBe('annual')
  expect(findDue('Tổng hợp kết quả trước ngày 15/12.', time)).toMatchObject({
    kind: 'date',
    to: '2026-12-15',
  })
})
