import { expect, test } from 'vitest'
import { findDeliverables, splitDeliverables } from './deliverable.ts'

test.each([
  ['Xây dựng đề án cấp nước sạch cho vùng cao.', ['đề án cấp nước sạch cho vùng cao']],
  ['Ban hành quy chế quản lý chợ đêm, bảo đảm trật tự.', ['quy chế quản lý chợ đêm']],
  ['Biên soạn sổ tay trồng chè; phát cho các hộ.', ['sổ tay trồng chè']],
  ['Tổ chức hội thi cày.', []],
])('%s', (sentence, products) => {
  expect(findDeliverables(sentence)).toEqual(products)
})

test('a product cell is split at semicolons only', () => {
  expect(splitDeliverables('Kế hoạch, dự toán; Báo cáo.')).toEqual(['Kế hoạch, dự toán', 'Báo cáo'])
})
