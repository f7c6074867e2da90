import { printDay } from '../date.ts'
import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const extract = /* @__PURE__ */ inLanguage('extract', {
  title: 'Trích lục tra cứu',
  hint: 'Bản in thông tin trong sổ kèm mã QR. Ai quét mã cũng xem được sổ đang ghi gì về hợp tác xã ngày hôm đó; không có dữ liệu cá nhân. Không thay giấy chứng nhận đăng ký.',
  make: 'Tạo trích lục',
  purpose: 'Dùng vào việc gì',
  empty: 'Chưa có trích lục nào của hợp tác xã này.',
  line: (purpose: string, by: string, at: string) => `${purpose} (${by}, ${at})`,
  views: (n: number, last: string | null) =>
    n === 0 ? 'Chưa ai tra cứu' : `Đã tra cứu ${number.format(n)} lần${last ? `, gần nhất ${last}` : ''}`,
  openPrint: 'Mở bản in',
  word: 'Tải Word',
  print: 'In',
  withdraw: 'Thu hồi',
  withdrawHint: 'Sau khi thu hồi, mã QR trên các bản đã in không tra cứu được nữa.',
  withdrawn: (by: string, at: string, why: string) => `Đã thu hồi (${by}, ${at}). Lý do: ${why}`,
  reason: 'Lý do thu hồi',
  asOf: (day: string) => `Theo sổ ngày ${printDay(day)}`,
  ofProvince: (province: string) => `Sổ hợp tác xã của ${province}`,
  noCertificate:
    'Đây là thông tin tra cứu từ sổ theo dõi, không phải giấy chứng nhận đăng ký và không thay giấy tờ do cơ quan đăng ký cấp.',
  scan: 'Quét mã để xem sổ ghi gì hôm nay',
  qr: 'Mã QR dẫn đến trang tra cứu',
  statusSince: (status: string, since: string) => `${status} (từ ${printDay(since)})`,
  money: (n: number) => `${number.format(n)} đồng`,
  notEntered: 'Sổ chưa ghi',
  lookup: {
    title: 'Tra cứu hợp tác xã',
    today: (day: string) => `Sổ ghi ngày ${printDay(day)}`,
    madeOn: (day: string) =>
      `Bản trích lục được tạo ngày ${printDay(day)}; thông tin dưới đây là của hôm nay.`,
    failed: 'Không tra cứu được',
  },
  paper: {
    title: 'Trích lục tra cứu hợp tác xã',
    what: 'Nội dung',
    said: 'Sổ ghi',
    address: (address: string) => `Tra cứu tại: ${address}`,
    file: 'trich-luc',
  },
  notYours:
    'Chỉ cơ quan giữ sổ Hợp tác xã, hoặc xã, phường nơi hợp tác xã đăng ký, được tạo và thu hồi trích lục.',
  refusal: {
    missing: 'Không tìm thấy hợp tác xã hoặc trích lục này. Có thể dòng trong sổ đã bị hủy.',
    withdrawnPaper: 'Trích lục này đã bị thu hồi nên không in được nữa. Hãy tạo trích lục mới.',
    withdrawnAlready: 'Trích lục này đã bị thu hồi trước đó.',
    noSuchAddress:
      'Không có trích lục nào ở địa chỉ này. Hãy quét lại mã QR hoặc hỏi cơ quan đã cấp bản trích lục.',
    withdrawn:
      'Bản trích lục này đã bị thu hồi nên không tra cứu được nữa. Hãy hỏi cơ quan đã cấp để nhận bản mới.',
    gone: 'Sổ không còn ghi hợp tác xã này. Hãy hỏi cơ quan đã cấp bản trích lục.',
  },
  form: {
    purpose: 'Hãy ghi dùng vào việc gì.',
    reason: 'Hãy ghi lý do thu hồi.',
    long: 'Không quá 300 ký tự.',
  },
})
