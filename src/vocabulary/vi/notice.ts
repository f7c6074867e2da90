import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const notice = /* @__PURE__ */ inLanguage('notice', {
  fresh: (n: number) => `${number.format(n)} thông báo mới`,
  none: 'Không có thông báo mới',
  seen: 'Đã xem',
  rest: (n: number) => `Xem thêm ${number.format(n)}`,
  older: 'Thông báo đã xem',
  onlyFresh: 'Chỉ thông báo mới',
  items: (n: number, plan: string) => `${number.format(n)} nhiệm vụ, ${plan}`,
  cooperatives: (n: number, warning: string) => `${number.format(n)} hợp tác xã cần báo: ${warning}`,
  changed: (fields: string) => `Thay đổi: ${fields}`,
  kinds: {
    corrected: 'Đính chính',
    given: 'Giao mới',
    withdrawn: 'Thôi giao',
    transferred: 'Chuyển giao',
    'warning-sent': 'Cảnh báo thị trường',
    'warning-withdrawn': 'Thu hồi cảnh báo',
    'petition-sent': 'Kiến nghị cần trả lời',
    'petition-answered': 'Kiến nghị đã có trả lời',
  },
})
