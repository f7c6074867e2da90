import { inLanguage } from '../language.ts'

export const menu = /* @__PURE__ */ inLanguage('menu', {
  groups: {
    work: 'Công việc',
    plans: 'Kế hoạch',
    standing: 'Tình hình chung',
    registers: 'Sổ, danh mục',
    behind: 'Danh mục, thiết lập',
  },
  dashboard: 'Toàn cảnh',
  waiting: 'Điểm nghẽn',
  work: 'Việc của đơn vị',
  difficulties: 'Khó khăn, vướng mắc',
  papers: 'Trình ký',
  morning: 'Việc hôm nay',
  urging: 'Đôn đốc',
  mail: 'Thư điện tử',
  jobs: 'Việc máy chủ tự làm',
  plans: 'Kế hoạch',
  cooperatives: 'Kinh tế tập thể',
  registers: 'Các sổ',
  ratings: 'Xếp loại',
  mentions: 'Nhắc đến tôi',
  agencies: 'Cơ quan',
  people: 'Làm thay, bàn giao',
  daysOff: 'Ngày nghỉ',
  accounts: 'Tài khoản',
})
