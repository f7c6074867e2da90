import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const planDetail = /* @__PURE__ */ inLanguage('planDetail', {
  tabs: {
    items: 'Nhiệm vụ',
    documents: 'Các văn bản',
    corrections: 'Đính chính',
    indicators: 'Chỉ tiêu',
    reporting: 'Báo cáo',
    references: 'Viện dẫn',
    findings: 'Lỗi văn bản',
    source: 'Toàn văn',
  },
  document: 'Văn bản',
  filter: 'Lọc nhiệm vụ',
  filters: {
    all: 'Tất cả',
    open: 'Chưa hoàn thành',
    overdue: 'Có lượt quá hạn',
    waiting: 'Chờ sự kiện',
    done: 'Đã hoàn thành',
    closed: 'Đã đóng',
    untracked: 'Không theo dõi',
  },
  section: 'Mục',
  allSections: 'Tất cả các mục',
  search: 'Tìm trong nội dung, cơ quan',
  nothing: 'Kế hoạch chưa có nhiệm vụ nào. Bổ sung ở thẻ "Các văn bản".',
  nothingFound: 'Không có nhiệm vụ nào như vậy. Hãy bỏ bớt điều kiện lọc.',
  itemsDone: (done: number, all: number) =>
    `Hoàn thành ${number.format(done)}/${number.format(all)} nhiệm vụ`,
  overdue: (n: number, all: number) => `${number.format(n)}/${number.format(all)} lượt giao quá hạn`,
  corrected: (n: number) => `Đã đính chính ${number.format(n)} lần`,
  correctOf: (n: number) => `Đính chính nhiệm vụ số ${number.format(n)}`,
  peopleHint: 'Dùng cho mọi nhiệm vụ của kế hoạch chưa chọn người phụ trách riêng.',
})
