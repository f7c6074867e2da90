import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const follow = /* @__PURE__ */ inLanguage('follow', {
  titles: {
    every: 'Việc lặp lại theo kỳ',
    event: 'Việc chờ sự kiện',
    completion: 'Khi nào nhiệm vụ hoàn thành',
    people: 'Người phụ trách',
  },
  everyLabel: 'Mở lượt báo cáo',
  everyFact: 'Theo kỳ',
  everyChoices: {
    period: 'Theo kỳ báo cáo của kế hoạch',
    month: 'Hằng tháng',
    quarter: 'Hằng quý',
    half: '6 tháng một lần',
    year: 'Hằng năm',
    once: 'Không lặp lại, làm một lần',
  },
  eventLabel: 'Thời hạn chỉ tính từ khi',
  eventHint: 'Ví dụ: sau khi Nghị quyết được ban hành. Để trống nếu không chờ sự kiện nào.',
  peopleHint: 'Để trống thì theo người phụ trách của cả kế hoạch, chọn khi công bố.',
  noPerson: 'Không tìm thấy người này trong danh sách tài khoản đang hoạt động.',
  apply: (n: number) => `Áp dụng cho ${number.format(n)} nhiệm vụ`,
  concerned: {
    every: (n: number) => `${number.format(n)} nhiệm vụ chưa có thời hạn`,
    event: (n: number) => `${number.format(n)} nhiệm vụ khi có điều kiện`,
    completion: (n: number) => `${number.format(n)} nhiệm vụ giao cho từng thành viên`,
    people: (n: number) => `${number.format(n)} nhiệm vụ được theo dõi`,
  },
  did: {
    every: (n: number) => `Đã chọn kỳ cho ${number.format(n)} nhiệm vụ.`,
    event: (n: number) => `Đã ghi sự kiện cho ${number.format(n)} nhiệm vụ.`,
    completion: (n: number) => `Đã chọn điều kiện hoàn thành cho ${number.format(n)} nhiệm vụ.`,
    people: (n: number) => `Đã chọn người phụ trách cho ${number.format(n)} nhiệm vụ.`,
  },
  notCollective: 'Chỉ nhiệm vụ giao cho từng thành viên mới cần chọn khi nào hoàn thành.',
  notFollowed: 'Nhiệm vụ này là định hướng hoặc đã gộp nên không được theo dõi.',
  parts: 'Giao việc phối hợp có thời hạn cho các cơ quan phối hợp',
  partsHint: 'Mỗi cơ quan phối hợp của nhiệm vụ có thời hạn nhận một việc của riêng mình.',
  partDays: 'Xong trước chủ trì (ngày)',
  everyOfPlan: 'Kỳ báo cáo của kế hoạch',
  reportDays: 'Nộp sau khi hết kỳ (ngày)',
  makesTitle: 'Công bố sẽ tạo ra',
  makes: {
    tracked: (all: number) => `nhiệm vụ được theo dõi, trong ${number.format(all)} nhiệm vụ của văn bản`,
    assignments: 'lượt giao chủ trì (nhiệm vụ × cơ quan)',
    parts: 'việc phối hợp',
    periodic: 'nhiệm vụ lặp lại theo kỳ',
    waiting: 'nhiệm vụ chờ sự kiện',
    undated: 'nhiệm vụ không có thời hạn',
  },
  proposed: (n: number) =>
    `${number.format(n)} nhiệm vụ theo kỳ hoặc chờ sự kiện là đề xuất từ cách ghi thời hạn ("hằng năm", "thường xuyên", "sau khi có…"). Đổi bằng phím r hoặc b ở bản soát xét.`,
})
