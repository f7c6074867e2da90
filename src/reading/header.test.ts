import { expect, test } from 'vitest'
import { readText } from '../document/read-document.ts'
import { readPeriod, readZones } from './header.ts'
import { joinParagraphs } from './paragraph.ts'

const head = (text: string) => readZones(joinParagraphs(readText(text))).head

const PERIODS: [title: string, from: number | null, to: number | null][] = [
  ['Trồng cây giai đoạn 2026 - 2030', 2026, 2030],
  ['Phòng dịch năm 2027', 2027, 2027],
  ['Phát triển chợ đến năm 2035', null, 2035],
  ['Hưởng ứng Ngày Cây xanh năm 2026', 2026, 2026],
  ['Đọc sách năm học 2025 - 2026', 2025, 2026],
]
test.each(PERIODS)('the period of: %s', (title, from, to) => {
  expect(readPeriod(title)).toEqual({ from, to })
})
test.each(['Thực hiện Nghị quyết số 5/NQ-CP ngày 01/02/2026', 'Sắp xếp bến xe'])('no period: %s', (title) => {
  expect(readPeriod(title)).toBeNull()
})

const BODY = 'I. NHIỆM VỤ\n1. Trồng cây.'

test('the head of a department, its region from the body above it', () => {
  expect(
    head(
      `UBND TỈNH HÒA SƠN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ\tĐộc lập - Tự do - Hạnh phúc\nSố: 12 /KH-SYT\tHòa Sơn, ngày 5 tháng 3 năm 2026\n\nKẾ HOẠCH\nTiêm chủng\n\n${BODY}`,
    ),
  ).toMatchObject({
    number: '12/KH-SYT',
    type: 'KH',
    title: 'Tiêm chủng',
    issuer: 'Sở Y tế tỉnh Hòa Sơn',
    place: 'Hòa Sơn',
    date: '2026-03-05',
  })
})

test('number and day left blank', () => {
  expect(
    head(`Số: /KH-SYT\n\nHòa Sơn, ngày tháng 4 năm 2026\n\nKẾ HOẠCH\nTiêm chủng\n\n${BODY}`),
  ).toMatchObject({
    number: '/KH-SYT',
    date: '2026-04',
  })
})

test('a Party committee', () => {
  expect(
    head(
      `TỈNH ỦY HÒA SƠN\tĐẢNG CỘNG SẢN VIỆT NAM\n*\t\nSố 36-KH/TU\tHòa Sơn, ngày 02 tháng 01 năm 2026\n\nKẾ HOẠCH HÀNH ĐỘNG\nvề trồng rừng\n\n${BODY}\n\nNơi nhận:\n- Các huyện ủy,\n- Lưu Văn phòng.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nHà Văn Sơn`,
    ),
  ).toMatchObject({
    number: '36-KH/TU',
    type: 'KH',
    title: 'về trồng rừng',
    issuer: 'Tỉnh ủy Hòa Sơn',
    recipients: ['Các huyện ủy', 'Lưu Văn phòng'],
    signer: { onBehalfOf: 'T/M BAN THƯỜNG VỤ', position: 'PHÓ BÍ THƯ', name: 'Hà Văn Sơn' },
  })
})

test('the issuer from the sentence that issues the plan', () => {
  expect(
    head(
      `Hòa Sơn, ngày 02 tháng 01 năm 2026\n\nKẾ HOẠCH\nTrồng cây\n\nĐể phủ xanh đồi trọc, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\n${BODY}`,
    ).issuer,
  ).toBe('Ủy ban nhân dân tỉnh Hòa Sơn')
})

test('a name of the issuer over two lines', () => {
  expect(
    head(
      `BAN CHỈ ĐẠO PHÁT TRIỂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nDU LỊCH CỘNG ĐỒNG\tĐộc lập - Tự do - Hạnh phúc\n\nKẾ HOẠCH\nHọp\n\n${BODY}`,
    ).issuer.toLowerCase(),
  ).toBe('ban chỉ đạo phát triển du lịch cộng đồng')
})

test('an official letter: its subject is the title, who it goes to is no duty', () => {
  const plan = readZones(
    joinParagraphs(
      readText(
        'UBND TỈNH HÒA SƠN\nVĂN PHÒNG\nSố: 12/VP-TH\nV/v chuẩn bị hội chợ\nHòa Sơn, ngày 5 tháng 3 năm 2026\nKính gửi:\n- Sở Y tế;\n- Sở Nội vụ.\nTheo chỉ đạo của Chủ tịch UBND tỉnh, đề nghị các cơ quan:\n1. Sở Y tế cử bác sĩ trực.',
      ),
    ),
  )
  expect(plan.head).toMatchObject({
    number: '12/VP-TH',
    type: 'CV',
    title: 'V/v chuẩn bị hội chợ',
    issuer: 'Văn phòng Ủy ban nhân dân tỉnh Hòa Sơn',
    place: 'Hòa Sơn',
    date: '2026-03-05',
  })
  expect(plan.body.map(({ text }) => text)).toEqual(['1. Sở Y tế cử bác sĩ trực.'])
})

test('a letter without numbers begins after the sentence that gives its reason', () => {
  const { body } = readZones(
    joinParagraphs(
      readText(
        'UBND XÃ ĐỒI CHUÔNG\nSố: 3/UBND\nV/v dọn đường\nKính gửi: Các thôn.\n\nThực hiện phong trào ngày Chủ nhật xanh.\n\nĐề nghị các thôn dọn đường làng.',
      ),
    ),
  )
  expect(body.map(({ text }) => text)).toEqual(['Đề nghị các thôn dọn đường làng.'])
})

test('the office of a Party committee, and a number with a dot inside', () => {
  expect(
    head(`TỈNH ỦY HÒA SƠN\nVĂN PHÒNG\n*\nSố: 66.2/2026/TB-VPTU\n\nTHÔNG BÁO\nKết luận giao ban\n\n${BODY}`),
  ).toMatchObject({ issuer: 'Văn phòng Tỉnh ủy Hòa Sơn', number: '66.2/2026/TB-VPTU' })
})

test('a signature that came as one line', () => {
  const signed = (signature: string) =>
    head(
      `UBND TỈNH HÒA SƠN\nSố: 1/KH-UBND\nHòa Sơn, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\nB\n\n${BODY}\n\nNơi nhận:\n- Lưu: VT.\n\n${signature}`,
    ).signer
  const deputy = {
    onBehalfOf: 'TM. ỦY BAN NHÂN DÂN',
    capacity: 'KT. CHỦ TỊCH',
    position: 'PHÓ CHỦ TỊCH',
    name: 'Lò Văn Mơ',
  }
  expect(signed('TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lò Văn Mơ')).toEqual(deputy)
  expect(signed('TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLò Văn Mơ')).toEqual(deputy)
  expect(signed('TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nLò Văn Mơ')).toMatchObject({
    capacity: 'TL. CHỦ TỊCH',
    position: 'CHÁNH VĂN PHÒNG',
  })
})

test('the title of an annex is no part of the issuer', () => {
  expect(
    head(`UBND TỈNH HÒA SƠN\nPHỤ LỤC NHIỆM VỤ NĂM 2026\n\nI. NHIỆM VỤ\n1. Sở Y tế lập danh sách.`).issuer,
  ).toBe('Ủy ban nhân dân tỉnh Hòa Sơn')
})
