import { expect, test } from 'vitest'
import { findDeliverables, splitDeliverables } from './deliverable.ts'

test.each([
  ['Xây dựng đề án cấp nước sạch cho vùng cao.', ['đề án cấp nước sạch cho vùng cao']],
  ['Ban hành quy chế quản lý chợ đêm, bảo đảm trật tự.', ['quy chế quản lý chợ đêm']],
  ['Biên soạn sổ tay trồng chè; phát cho các hộ.', ['sổ tay trồng chè']],
  ['Tổ chức hội thi cày.', []],
  // Only what is drawn up counts: no paper mentioned, upgraded, or made by others.
  ['Trong quá trình thực hiện Kế hoạch, kịp thời phản ánh vướng mắc.', []],
  ['Nâng cấp, hoàn thiện hệ thống cơ sở dữ liệu đất đai.', []],
  ['Nâng cao năng lực xây dựng kế hoạch sản xuất của thôn.', []],
  ['Tham gia ý kiến vào dự thảo văn bản về chợ nổi.', []],
  ['Trình Ủy ban nhân dân tỉnh ban hành báo cáo.', []],
  ['Tham mưu Ủy ban nhân dân tỉnh phương án di dời chợ cũ.', ['phương án di dời chợ cũ']],
  [
    'Lập, công bố danh sách hộ không đảm bảo yêu cầu về điện, gửi Sở Công Thương.',
    ['danh sách hộ không đảm bảo yêu cầu về điện'],
  ],
  ['Ban hành Chiến lược nước sạch đến năm 2030 được phê duyệt.', ['Chiến lược nước sạch đến năm 2030']],
  ['Xây dựng Đề án chợ quê (hoàn thành trong tháng 11/2026).', ['Đề án chợ quê']],
  [
    'Báo cáo giữa kỳ thực hiện Kế hoạch (năm 2028) và báo cáo tổng kết thực hiện Kế hoạch (năm 2030).',
    ['Báo cáo giữa kỳ thực hiện Kế hoạch', 'báo cáo tổng kết thực hiện Kế hoạch'],
  ],
])('%s', (sentence, products) => {
  expect(findDeliverables(sentence)).toEqual(products)
})

test('a product cell is split at semicolons only', () => {
  expect(splitDeliverables('Kế hoạch, dự toán; Báo cáo.')).toEqual(['Kế hoạch, dự toán', 'Báo cáo'])
})
