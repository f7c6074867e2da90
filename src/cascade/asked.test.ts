import { describe, expect, test } from 'vitest'
import { readAsked } from './asked.ts'

// Wordings as offices use them; every sentence is made up.
describe('asks for a plan of their own', () => {
  test.each([
    'Các sở, ban, ngành và địa phương tổ chức xây dựng kế hoạch thực hiện phù hợp với tình hình của mình.',
    'UBND các xã, phường căn cứ Kế hoạch này tổ chức xây dựng chương trình, kế hoạch thực hiện trước ngày 15/3/2026',
    'Thủ trưởng các đơn vị ban hành kế hoạch triển khai trong quý I năm 2026',
    'Căn cứ nội dung Kế hoạch này, các cơ quan xây dựng kế hoạch của đơn vị, gửi Sở Tài chính tổng hợp',
    'Cụ thể hóa các nhiệm vụ được giao vào chương trình, kế hoạch công tác hằng năm',
    'Cụ thể hoá nội dung Chương trình này thành kế hoạch của địa phương',
    'Xây dựng và ban hành kế hoạch cụ thể để tổ chức thực hiện',
    'Xây dựng kế hoạch chi tiết hằng năm và báo cáo kết quả',
    'Các cơ quan xây dựng, ban hành kế hoạch hành động thực hiện Kế hoạch này',
    'Xây dựng kế hoạch triển khai thực hiện phù hợp điều kiện từng nơi',
    'Lập kế hoạch thực hiện nhiệm vụ được phân công',
    'Xây dựng Kế hoạch triển khai tại cơ quan hoặc lồng ghép vào kế hoạch công tác năm',
    'các đơn vị chủ động xây dựng kế hoạch, chương trình cụ thể',
    'Ban hành chương trình hành động thực hiện Nghị quyết này',
    'Căn cứ Chương trình này và tình hình thực tế, Sở Công Thương xây dựng, triển khai kế hoạch',
    'Ban hành kế hoạch của ngành trước ngày 30/6/2026',
    'Các sở, ngành ban hành kế hoạch thực hiện Chương trình của đơn vị mình, xong trước ngày 30/6/2026',
    'Xây dựng kế hoạch triển khai Nghị quyết tại địa phương',
  ])('%s', (quote) => {
    const asked = readAsked(quote)
    expect(asked).not.toBeNull()
    expect(quote.slice(asked?.from, asked?.to)).toMatch(/kế hoạch|chương trình/iu)
  })
})

describe('does not', () => {
  test.each([
    'Xây dựng kế hoạch đào tạo, bồi dưỡng cán bộ hợp tác xã',
    'Xây dựng kế hoạch thực hiện công tác thanh tra hằng năm',
    'Xây dựng và triển khai các chương trình, đề án phát triển hạ tầng số',
    'Sở Nội vụ tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch triển khai thực hiện',
    'Phối hợp với Sở Tài chính xây dựng kế hoạch thực hiện các nhiệm vụ',
    'Hướng dẫn hợp tác xã xây dựng kế hoạch cụ thể',
    'Kế hoạch này là căn cứ để các đơn vị xây dựng kế hoạch cụ thể',
    'Các cơ quan có trách nhiệm lập kế hoạch, dự toán kinh phí hằng năm',
    'Ban hành kế hoạch thực hiện lộ trình đổi mới công nghệ đến năm 2035',
    'Tổ chức thực hiện có hiệu quả các nhiệm vụ của Kế hoạch này',
    'Theo dõi, đôn đốc các đơn vị xây dựng kế hoạch triển khai',
    'Căn cứ Kế hoạch này lập kế hoạch vốn hằng năm',
    'Báo cáo kết quả thực hiện Kế hoạch trước ngày 15/12',
    'Hoàn thiện quy hoạch, kế hoạch sử dụng đất các cấp',
    'Dự án xây dựng kho lạnh theo kế hoạch đầu tư công',
    'Xây dựng phần mềm quản lý kế hoạch',
    'Xây dựng kế hoạch thực hiện chương trình mục tiêu quốc gia về y tế',
    'Đưa nhiệm vụ được giao vào chương trình công tác của đơn vị',
    '',
  ])('%s', (quote) => expect(readAsked(quote)).toBeNull())
})
