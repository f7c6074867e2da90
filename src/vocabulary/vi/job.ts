import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const job = /* @__PURE__ */ inLanguage('job', {
  title: 'Việc máy chủ tự làm',
  explain:
    'Máy chủ làm các việc dưới đây đúng giờ, không cần ai bấm. Việc đang làm dở khi máy tắt sẽ được làm lại sau khi bật máy, không làm hai lần. Việc hỏng được thử lại sau vài giây, vài phút, rồi cứ mười phút một lần.',
  names: {
    reorganisations: 'Sắp xếp tổ chức đến ngày hiệu lực',
    periods: 'Mở kỳ mới',
    difficulties: 'Chuyển khó khăn, vướng mắc quá hạn trả lời',
    petitions: 'Chuyển kiến nghị quá hạn trả lời',
    opinions: 'Ghi lượt hỏi ý kiến hết hạn',
    'report-succession': 'Chuyển báo cáo của cơ quan thôi hoạt động',
    'report-rounds': 'Mở đợt báo cáo',
    rungs: 'Ghi lượt nhắc thời hạn',
    morning: 'Lập danh sách việc hôm nay',
    mail: 'Gửi thư điện tử',
    tidy: 'Dọn lịch sử cũ',
  },
  what: {
    reorganisations: 'Chuyển việc của cơ quan thôi hoạt động sang cơ quan kế thừa.',
    periods: 'Giao tiếp các nhiệm vụ định kỳ khi kỳ trước đã kết thúc.',
    difficulties: 'Chuyển lên cấp trên khi cơ quan nhận không trả lời đúng hạn.',
    petitions:
      'Chuyển kiến nghị lên cấp đã nêu, hoặc trình lãnh đạo, khi cơ quan nhận không trả lời đúng hạn.',
    opinions: 'Ghi "không có ý kiến trả lời" khi hết hạn góp ý; không coi là đồng ý.',
    'report-succession': 'Chuyển báo cáo chưa nộp sang cơ quan kế thừa.',
    'report-rounds': 'Mở đợt báo cáo khi đến ngày mở của chế độ báo cáo.',
    rungs: 'Ghi vào từng lượt giao: đã nhắc trước hạn hay quá hạn mấy ngày.',
    morning: 'Chọn người có việc cần nhắc và có địa chỉ thư, mỗi người một thư một ngày.',
    mail: 'Gửi các thư đang chờ. Chưa đặt máy chủ thư hoặc chưa gửi thử thì không gửi gì.',
    tidy: 'Xóa lịch sử chạy và danh sách thư đã gửi cũ hơn 90 ngày.',
  },
  when: {
    reorganisations: 'Mười phút một lần.',
    periods: 'Mười phút một lần.',
    difficulties: 'Mười phút một lần.',
    petitions: 'Mười phút một lần.',
    opinions: 'Mười phút một lần.',
    'report-succession': 'Mười phút một lần.',
    'report-rounds': 'Mười phút một lần.',
    rungs: 'Mười phút một lần; nhắc vào ngày làm việc.',
    morning: 'Sáng ngày làm việc, vào giờ đã đặt.',
    mail: 'Ngay khi có thư chờ, ngoài giờ nghỉ đã đặt.',
    tidy: 'Mười phút một lần.',
  },
  outcomes: { done: 'Đã làm', nothing: 'Không có gì mới', failed: 'Chưa làm được' },
  never: 'Chưa chạy lần nào.',
  at: (at: string) => `Chạy lúc ${at}.`,
  times: (runs: number, first: string, last: string) =>
    `Chạy ${number.format(runs)} lần từ ${first} đến ${last}.`,
  did: (n: number) => `Làm được ${number.format(n)} việc.`,
  retries: (at: string, tries: number) =>
    `Đã thử ${number.format(tries)} lần chưa được, sẽ thử lại lúc ${at}.`,
  again: 'Chạy lại',
  asked: 'Đã xếp vào hàng, sẽ chạy trong vài giây.',
  history: 'Lịch sử',
  historyOf: 'Xem lịch sử',
  only: (name: string) => `Chỉ xem: ${name}.`,
  empty: 'Chưa có lần chạy nào. Lịch sử hiện ở đây sau khi máy chủ chạy việc đầu tiên.',
  job: 'Việc',
  result: 'Kết quả',
  fault:
    'Chương trình gặp lỗi khi làm việc này; sẽ tự thử lại. Nếu còn lặp lại, hãy xem nhật ký của máy chủ hoặc báo người bảo trì.',
})
