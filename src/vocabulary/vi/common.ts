import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const common = /* @__PURE__ */ inLanguage('common', {
  save: 'Lưu',
  cancel: 'Hủy',
  close: 'Đóng',
  delete: 'Xóa',
  edit: 'Sửa',
  search: 'Tìm',
  none: 'Không có',
  more: 'Xem thêm',
  loading: 'Đang tải…',
  retry: 'Thử lại',
  failed: 'Không thực hiện được',
  offline: 'Không kết nối được máy chủ. Đồng chí kiểm tra mạng rồi thử lại.',
  diff: { out: 'bỏ', in: 'thêm' },
  clearDay: 'Xóa ngày',
  skipToContent: 'Chuyển đến nội dung chính',
  menu: 'Trình đơn',
  shortcuts: 'Phím tắt',
  language: 'Ngôn ngữ',
  stateTabs: 'Lọc theo tình trạng',
  firstPage: 'Về trang đầu',
  nextPage: 'Trang sau',
  clearFilter: 'Bỏ lọc',
  filters: (n: number) => (n ? `Lọc (${number.format(n)})` : 'Lọc'),
})
