import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const planExport = /* @__PURE__ */ inLanguage('planExport', {
  menu: 'Xuất',
  forms: {
    docx: 'Word (.docx), thể thức NĐ 30/2020',
    xlsx: 'Excel (.xlsx), theo cột phụ lục của kế hoạch',
    json: 'Dữ liệu (.json)',
  },
  draft: 'Văn bản này chưa được công bố nên chưa xuất được. Hãy rà soát và công bố trước.',
  sheetTitle: 'Danh mục nhiệm vụ',
  sheet: 'Nhiệm vụ',
  asOf: (day: string) => `(Theo văn bản đã công bố và các đính chính đến ngày ${day})`,
  count: (n: number) => `Tổng số: ${number.format(n)} nhiệm vụ.`,
  labels: {
    lead: 'Cơ quan chủ trì',
    coordinating: 'Cơ quan phối hợp',
    deliverable: 'Sản phẩm',
    due: 'Thời hạn hoàn thành',
  },
  additions: 'Nhiệm vụ bổ sung',
  added: (document: string, day: string | null) => `Theo ${document}${day ? ` ngày ${day}` : ''}:`,
})
