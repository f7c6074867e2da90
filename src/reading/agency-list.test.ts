import { expect, test } from 'vitest'
import { agenciesOnly, findBearer, findCoordinating, lostSeparators, splitAgencies } from './agency-list.ts'

const LISTS: [text: string, names: string[]][] = [
  ['Sở Nội vụ, Sở Tài chính.', ['Sở Nội vụ', 'Sở Tài chính']],
  [
    'Sở Văn hóa, Thể thao và Du lịch và UBND các xã, phường',
    ['Sở Văn hóa, Thể thao và Du lịch', 'UBND các xã, phường'],
  ],
  [
    'các sở, ban, ngành; UBND các huyện, thị xã, thành phố',
    ['các sở, ban, ngành', 'UBND các huyện, thị xã, thành phố'],
  ],
  [
    'Thủ trưởng các sở, ban, ngành và Chủ tịch UBND các xã',
    ['Thủ trưởng các sở, ban, ngành', 'Chủ tịch UBND các xã'],
  ],
  ['các cơ quan, đơn vị và địa phương', ['các cơ quan, đơn vị', 'địa phương']],
  ['Viện, Trường; doanh nghiệp', ['Viện, Trường', 'doanh nghiệp']],
  [
    'Báo và Phát thanh, Truyền hình tỉnh; Công an tỉnh',
    ['Báo và Phát thanh, Truyền hình tỉnh', 'Công an tỉnh'],
  ],
  [
    'Sở Y tế (Trung tâm Kiểm soát, phòng bệnh), Công an tỉnh',
    ['Sở Y tế (Trung tâm Kiểm soát, phòng bệnh)', 'Công an tỉnh'],
  ],
  [
    'Sở Dân tộc và Tôn giáo Liên minh Hợp tác xã tỉnh',
    ['Sở Dân tộc và Tôn giáo', 'Liên minh Hợp tác xã tỉnh'],
  ],
]

test.each(LISTS)('names in: %s', (text, names) => {
  expect(splitAgencies(text)).toEqual(names)
})

const BEARERS: [sentence: string, names: string[] | null][] = [
  ['Sở Xây dựng chủ trì lập bản đồ ngập.', ['Sở Xây dựng']],
  ['Đề nghị Hội Nông dân tỉnh vận động hội viên trồng rừng.', ['Hội Nông dân tỉnh']],
  ['Căn cứ Kế hoạch này, UBND các xã, phường xây dựng lịch thủy lợi.', ['UBND các xã, phường']],
  ['Các cơ quan được giao chủ trì có trách nhiệm hoàn thành đúng hạn.', ['Các cơ quan được giao chủ trì']],
  ['Ủy ban nhân dân tỉnh yêu cầu các sở, ngành triển khai nghiêm túc.', ['các sở, ngành']],
  ['Tổ chức hội chợ giống cây trồng.', null],
  ['Hội nghị tổng kết vụ mùa.', null],
]

test.each(BEARERS)('the bearer of: %s', (sentence, names) => {
  expect(findBearer(sentence)?.agencies ?? null).toEqual(names)
})

test('those to work with end where the work begins', () => {
  expect(findCoordinating('Phối hợp với Sở Y tế, Công an tỉnh và các xã biên giới tổ chức diễn tập')).toEqual(
    ['Sở Y tế', 'Công an tỉnh', 'các xã biên giới'],
  )
  expect(findCoordinating('Phối hợp tổ chức tập huấn.')).toEqual([])
  expect(findCoordinating('Cơ quan phối hợp thực hiện đúng hạn.')).toEqual([])
})

test('a heading that is only names, and one that is not', () => {
  expect(agenciesOnly('Sở Nông nghiệp và Môi trường')).toEqual(['Sở Nông nghiệp và Môi trường'])
  expect(agenciesOnly('Phát triển rừng phòng hộ')).toBeNull()
})

test('a head before its body is no lost separator', () => {
  expect(lostSeparators('Văn phòng UBND tỉnh')).toEqual([])
  expect(lostSeparators('Sở Công Thương Sở Xây dựng')).toHaveLength(1)
})

test('a verb that may also be part of a name ends a whole name only', () => {
  const leads = (text: string) => findBearer(text)?.agencies
  expect(leads('Sở Du lịch phát triển sản phẩm mới.')).toEqual(['Sở Du lịch'])
  expect(leads('Quỹ Đầu tư phát triển tỉnh cho vay hợp tác xã, thực hiện báo cáo.')?.[0]).toMatch(
    /^Quỹ Đầu tư phát triển tỉnh/u,
  )
  expect(leads('UBND cấp xã chú trọng vận động hộ dân.')).toEqual(['UBND cấp xã'])
  expect(leads('các Sở, ban, ngành, địa phương tổ chức quánn triệt nội dung này.')).toEqual([
    'các Sở, ban, ngành, địa phương',
  ])
  expect(leads('Mặt trận Tổ quốc và các tổ chức chính trị - xã hội phối hợp tuyên truyền.')).toEqual([
    'Mặt trận Tổ quốc',
    'các tổ chức chính trị - xã hội',
  ])
})

test('"các sở được giao chủ trì" says which of them', () => {
  expect(findCoordinating('Phối hợp với các sở được giao chủ trì để triển khai dự án.')).toEqual([
    'các sở được giao chủ trì',
  ])
})

test('places named behind a colon belong to the name', () => {
  const communes = 'Ủy ban nhân dân các xã: Suối Mơ, Đồi Chè, Bến Tre Xanh'
  expect(agenciesOnly(communes)).toEqual([communes])
  expect(findCoordinating(`Phối hợp với ${communes} tổ chức kiểm tra.`)).toEqual([communes])
  expect(findBearer('UBND các xã, phường: Tăng cường tuyên truyền, vận động.')?.agencies).toEqual([
    'UBND các xã, phường',
  ])
})

test('a name ends before what the body does, whatever the verb', () => {
  expect(findCoordinating('Phối hợp với Công an tỉnh cắm biển cảnh báo.')).toEqual(['Công an tỉnh'])
  expect(findBearer('Tổ tự quản môi trường các thôn thu gom rác tại hộ.')?.agencies).toEqual([
    'Tổ tự quản môi trường các thôn',
  ])
  expect(findBearer('Tỉnh đoàn phát động phong trào.')?.agencies).toEqual(['Tỉnh đoàn'])
  expect(
    findCoordinating('Sở Y tế chủ trì, Đài Khí tượng tỉnh, các doanh nghiệp viễn thông phối hợp.'),
  ).toEqual(['Đài Khí tượng tỉnh', 'các doanh nghiệp viễn thông'])
})

test('another head begins another name; newspaper and radio are one', () => {
  expect(splitAgencies('Giám đốc các sở, Thủ trưởng các ban, ngành')).toEqual([
    'Giám đốc các sở',
    'Thủ trưởng các ban, ngành',
  ])
  expect(splitAgencies('Báo và Đài Phát thanh, Truyền hình Hải Trường, UBND các xã, phường')).toEqual([
    'Báo và Đài Phát thanh, Truyền hình Hải Trường',
    'UBND các xã, phường',
  ])
})
