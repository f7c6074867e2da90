import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const urging = /* @__PURE__ */ inLanguage('urging', {
  morningTitle: (day: string) => `Việc hôm nay, ${day}`,
  sections: {
    overdue: 'Quá hạn, chưa báo cáo hoàn thành',
    today: 'Hết hạn hôm nay',
    soon: 'Sắp đến hạn',
    returned: 'Bị trả lại, cần làm lại',
    approve: 'Chờ đồng chí duyệt',
    confirm: 'Chờ đồng chí xác nhận',
    extension: 'Xin gia hạn, chờ đồng chí quyết định',
    report: 'Báo cáo đến kỳ nộp, chưa gửi',
    opinion: 'Được lấy ý kiến, chưa trả lời',
    mention: 'Nhắc đến đồng chí, chưa xem',
    led: 'Quá hạn trong phần đồng chí chỉ đạo, theo dõi',
  },
  dueOn: (day: string) => `hạn ${day}`,
  due: (day: string, left: number) =>
    left < 0
      ? `hạn ${day}, quá ${number.format(-left)} ngày`
      : left === 0
        ? `hạn ${day}, hôm nay`
        : `hạn ${day}, còn ${number.format(left)} ngày`,
  coordinating: 'việc phối hợp',
  inPlaceOf: (name: string) => `làm thay ${name}`,
  more: (n: number) => `… và ${number.format(n)} việc nữa`,
  all: (n: number) => `Xem tất cả (${number.format(n)})`,
  textHead: (day: string, person: string) => `VIỆC HÔM NAY ${day}\nKính gửi đồng chí ${person}`,
  textFoot: (link: string) => `Xem đầy đủ: ${link}`,
  nothing: 'Hôm nay không có việc nào đến hạn, quá hạn hay chờ đồng chí xử lý.',
  copy: 'Chép để gửi Zalo',
  copied: 'Đã chép. Mở Zalo và dán vào ô nhắn tin.',
  copyFailed: 'Trình duyệt không cho chép. Đồng chí chọn chữ trong ô dưới rồi chép.',
  text: 'Nội dung để gửi',
  ladder: {
    title: 'Bậc nhắc thời hạn',
    explain:
      'Mỗi lượt giao được nhắc một lần ở mỗi bậc, tính theo ngày lịch. Bậc rơi vào ngày nghỉ: trước hạn thì nhắc vào ngày làm việc liền trước, quá hạn thì vào ngày làm việc kế tiếp. Đổi thời hạn thì nhắc lại từ đầu.',
    before: 'Số ngày trước hạn',
    after: 'Số ngày sau hạn',
    beforeSaid: (days: string) => `Trước hạn: ${days} ngày`,
    afterSaid: (days: string) => `Quá hạn: ${days} ngày`,
    none: 'không nhắc',
    hint: 'Các số cách nhau bằng dấu phẩy, ví dụ 7, 3, 1. Bỏ trống là không nhắc.',
    form: 'Hãy ghi các số ngày từ 1 đến 90, nhiều nhất 8 số, không trùng nhau.',
    twice: 'Có số ngày ghi hai lần.',
    ofProvince: 'Chung cho cả tỉnh',
    ofPlans: 'Kế hoạch nhắc khác',
    followsProvince: 'Kế hoạch này nhắc theo bậc chung của tỉnh.',
    own: 'Kế hoạch này có bậc nhắc riêng.',
    edit: 'Đổi bậc nhắc',
    notYours:
      'Chỉ cơ quan theo dõi kế hoạch hoặc quản trị hệ thống đổi được bậc nhắc. Đồng chí liên hệ đầu mối của kế hoạch.',
  },
  urged: 'Đã nhắc, đôn đốc',
  rungBefore: (day: string, days: number, due: string) =>
    `${day}: nhắc trước hạn ${number.format(days)} ngày (hạn ${due})`,
  rungAfter: (day: string, days: number, due: string) =>
    `${day}: nhắc khi quá hạn ${number.format(days)} ngày (hạn ${due})`,
  byLetter: (day: string, due: string) => `${day}: soạn công văn đôn đốc, chưa ban hành (hạn ${due})`,
  byIssued: (day: string, document: string, due: string) =>
    `${day}: đôn đốc bằng Công văn số ${document} (hạn ${due})`,
  letter: {
    subject: (plan: string | null) =>
      plan === null
        ? 'đôn đốc thực hiện các nhiệm vụ quá hạn'
        : `đôn đốc thực hiện nhiệm vụ quá hạn của ${plan}`,
    standing: (n: {
      agency: string
      plan: string | null
      today: string
      whole: number
      done: number
      overdue: number
    }) =>
      `Qua theo dõi việc thực hiện ${n.plan ?? 'các chương trình, kế hoạch'}, tính đến ngày ${n.today}, ${n.agency} được giao chủ trì ${number.format(n.whole)} lượt giao nhiệm vụ; đã hoàn thành ${number.format(n.done)}/${number.format(n.whole)} lượt; còn ${number.format(n.overdue)}/${number.format(n.whole)} lượt quá hạn chưa hoàn thành (danh mục tại Phụ lục kèm theo).`,
    asks: (issuer: string, agency: string) => `${issuer} đề nghị ${agency}:`,
    finish: 'Tập trung chỉ đạo thực hiện, sớm hoàn thành các nhiệm vụ quá hạn nêu tại Phụ lục.',
    report: (day: string, issuer: string) =>
      `Báo cáo kết quả từng nhiệm vụ kèm tài liệu minh chứng, nguyên nhân chậm và thời gian hoàn thành gửi ${issuer} trước ngày ${day}.`,
    difficulties:
      'Trường hợp có khó khăn, vướng mắc vượt thẩm quyền, nêu rõ nội dung và đề xuất hướng giải quyết.',
    end: (agency: string) => `Đề nghị ${agency} quan tâm, phối hợp thực hiện./.`,
    appendix: (agency: string, day: string) =>
      `Danh mục nhiệm vụ quá hạn của ${agency} (tính đến ngày ${day})`,
    columns: {
      no: 'TT',
      duty: 'Nhiệm vụ',
      plan: 'Văn bản giao',
      due: 'Thời hạn',
      late: 'Số ngày quá hạn',
      percent: 'Tiến độ đã duyệt (%)',
    },
    note: 'Đếm lượt giao do cơ quan chủ trì. Số ngày quá hạn tính theo ngày lịch.',
    notOverseer:
      'Công văn đôn đốc do cơ quan theo dõi kế hoạch soạn. Cơ quan của đồng chí chưa theo dõi kế hoạch này; hãy liên hệ đầu mối của kế hoạch.',
    write: (n: number) => (n > 1 ? `Soạn ${number.format(n)} công văn đôn đốc` : 'Soạn công văn đôn đốc'),
    choose: (agency: string) => `Chọn ${agency}`,
    chooseAll: 'Chọn mọi cơ quan có việc quá hạn',
    made: (n: number) => `Đã soạn ${number.format(n)} công văn, mở để sửa và trình ký:`,
    underWay: 'Đang có công văn chưa ban hành, mở công văn đó để sửa tiếp:',
    none: (names: string) => `Không có việc quá hạn nên không soạn: ${names}.`,
    last: (day: string, n: number) => `công văn gần nhất ${day} (${number.format(n)} việc)`,
    open: (agency: string) => `Công văn gửi ${agency}`,
    toAll: 'Đôn đốc nhiều cơ quan cùng lúc',
    nothingOverdue: 'Cơ quan này không có việc quá hạn trong các kế hoạch đồng chí theo dõi.',
  },
  title: 'Đôn đốc',
  explain: 'Đếm lượt giao các cơ quan chủ trì trong các kế hoạch đồng chí theo dõi.',
  explainAll: 'Đếm lượt giao các cơ quan chủ trì trong mọi kế hoạch của tỉnh.',
  plan: 'Kế hoạch',
  allPlans: 'Tất cả kế hoạch',
  agency: 'Cơ quan',
  overdueOf: (overdue: number, whole: number) =>
    `${number.format(overdue)}/${number.format(whole)} lượt giao quá hạn`,
  list: 'Xem việc quá hạn',
  listOf: (agency: string) => `Xem việc quá hạn của ${agency}`,
  oldest: (days: number) => `lâu nhất quá ${number.format(days)} ngày`,
  empty: 'Chưa có kế hoạch nào được công bố nên chưa có cơ quan nào để đôn đốc.',
  noneOverdue: 'Không cơ quan nào có việc quá hạn.',
  inTime: (n: number) => `${number.format(n)} cơ quan không có việc quá hạn`,
  cli: {
    usage: 'Cách dùng: chutri urge [--dry-run]',
    province: (name: string, day: string) => `${name}, ngày ${day}`,
    untold: (n: number) => `Lượt giao cần nhắc: ${number.format(n)}`,
    rung: (agency: string, n: number, rung: number) =>
      `  ${agency}: ${number.format(n)} lượt giao ${rung < 0 ? `trước hạn ${number.format(-rung)} ngày` : `quá hạn ${number.format(rung)} ngày`}`,
    people: (n: number, of: number) => `Người có việc cần nhắc: ${number.format(n)}/${number.format(of)}`,
    done: (told: number, mails: number) =>
      `Đã ghi ${number.format(told)} lượt nhắc; ${number.format(mails)} thư chờ gửi (máy chủ đang chạy sẽ gửi).`,
  },
})
