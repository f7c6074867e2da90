import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const chart = /* @__PURE__ */ inLanguage('chart', {
  period: 'Kỳ',
  nothing: 'chưa có số liệu',
  unit: (unit: string) => `Đơn vị tính: ${unit}`,
  linesText: (title: string, from: string, to: string, last: string) =>
    `Biểu đồ đường: ${title}, từ ${from} đến ${to}. Số mới nhất: ${last}.`,
  barsText: (title: string, n: number, most: string, least: string) =>
    `Biểu đồ cột ngang: ${title}, ${number.format(n)} dòng. Cao nhất: ${most}. Thấp nhất: ${least}.`,
  keys: 'Dùng phím mũi tên để nghe từng điểm; bảng cùng số liệu ở ngay sau biểu đồ.',
  tableOf: (title: string) => `Bảng số liệu: ${title}`,
  noZero: 'Trục đứng không bắt đầu từ 0 để thấy rõ mức thay đổi.',
  notDrawn: 'Chưa tải được phần vẽ biểu đồ. Số liệu có đủ trong bảng; tải lại trang để xem biểu đồ.',
  png: 'Tải hình (PNG)',
  svg: 'Tải hình (SVG)',
  excel: 'Tải bảng (Excel)',
  notSaved: 'Không tạo được hình. Hãy thử lại hoặc tải bảng Excel.',
})
