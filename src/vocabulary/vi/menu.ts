import { inLanguage } from '../language.ts'

export const menu = /* @__PURE__ */ inLanguage('menu', {
  dashboard: 'Toàn cảnh',
  waiting: 'Điểm nghẽn',
  work: 'Việc của đơn vị',
  difficulties: 'Khó khăn, vướng mắc',
  papers: 'Trình ký',
  plans: 'Kế hoạch',
  mentions: 'Nhắc đến tôi',
  agencies: 'Cơ quan',
  people: 'Làm thay, bàn giao',
  daysOff: 'Ngày nghỉ',
  accounts: 'Tài khoản',
})
