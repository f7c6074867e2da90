import { printDay } from '../date.ts'
import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const searchPage = /* @__PURE__ */ inLanguage('searchPage', {
  title: 'Tìm kiếm',
  box: 'Tìm văn bản, nhiệm vụ, cơ quan (Ctrl+K)',
  boxHint: 'Tìm kiếm (Ctrl+K)',
  field: 'Số, ký hiệu, trích yếu, câu chữ trong văn bản, nhiệm vụ, cơ quan, hợp tác xã',
  start:
    'Gõ số, ký hiệu (147/KH-UBND), vài chữ trong văn bản, nhiệm vụ hoặc tên cơ quan, có dấu hay không dấu đều được. Kết quả đúng dấu và đúng cụm từ đứng trước.',
  nothing: (q: string) =>
    `Không tìm thấy gì cho "${q}". Hãy thử ít chữ hơn, bỏ bớt chữ phụ, hoặc gõ không dấu.`,
  near: (q: string) => `Không có chỗ nào đúng như "${q}". Dưới đây là những chỗ gần giống.`,
  groups: 'Nhóm kết quả',
  allKinds: 'Mọi nhóm',
  kinds: {
    plan: 'Văn bản',
    item: 'Nhiệm vụ',
    difficulty: 'Khó khăn, vướng mắc',
    agency: 'Cơ quan, đơn vị',
    row: 'Bản ghi trong các sổ',
  },
  proposal: 'Đề xuất:',
  count: (kind: string, n: number, isMore: boolean) => `${kind} (${number.format(n)}${isMore ? '+' : ''})`,
  seeAll: (kind: string) => `Xem thêm trong nhóm ${kind}`,
  narrow: 'Còn nhiều kết quả khác. Hãy gõ thêm chữ để thu hẹp.',
  draft: 'Bản soát xét',
  furtherLines: (n: number) => `và ${number.format(n)} đoạn khác trong văn bản này`,
  openWork: 'Mở việc được giao',
  assignments: (n: number) => `Xem ${number.format(n)} lượt giao`,
  notTracked: 'Không theo dõi',
  aliases: 'Tên gọi khác:',
  formerNames: 'Tên cũ:',
  ended: (day: string) => `không còn từ ${printDay(day)}`,
})
