import { inLanguage } from '../language.ts'
import { number } from './format.ts'

const n = (count: number) => number.format(count)

export const cascade = /* @__PURE__ */ inLanguage('cascade', {
  subPlans: {
    title: 'Kế hoạch của các cơ quan',
    open: 'Xem cơ quan nào đã ban hành, cơ quan nào chưa',
    states: { owed: 'Chưa ban hành', issued: 'Đã ban hành', excused: 'Được miễn' },
    unasked: 'Ban hành thêm, không bắt buộc',
    share: (issued: number, of: number) => `${n(issued)}/${n(of)} cơ quan đã ban hành kế hoạch`,
    late: (late: number, owed: number) => `${n(late)}/${n(owed)} cơ quan chưa ban hành đã quá hạn`,
    excusedOf: (excused: number) => `${n(excused)} cơ quan được miễn, không tính vào tỷ lệ`,
    follows: (names: string) => `thay ${names}`,
    ended: 'Cơ quan đã kết thúc hoạt động, chưa có quyết định cơ quan kế thừa',
    reasonMissing: 'Hãy ghi lý do để người xem sau hiểu vì sao.',
    numberMissing: 'Hãy ghi số, ký hiệu của kế hoạch, ví dụ 12/KH-STC.',
    notYours:
      'Chỉ người của cơ quan phải ban hành, hoặc của cơ quan theo dõi kế hoạch cấp trên, mới ghi được việc này.',
    notOverseer: (name: string) =>
      `Chỉ người của cơ quan theo dõi kế hoạch (${name}) mới quyết định được việc này.`,
    draft: 'Kế hoạch này chưa công bố. Công bố xong mới theo dõi được kế hoạch của các cơ quan.',
    itemUnknown: 'Nhiệm vụ này không thuộc kế hoạch đang xem. Hãy tải lại trang rồi chọn lại.',
    alreadySettled: (count: number) =>
      `${n(count)} cơ quan đã ban hành hoặc được miễn theo nhiệm vụ này nên không bỏ yêu cầu được. Nếu cần, hãy miễn cho từng cơ quan còn lại.`,
    nothingAsked:
      'Chưa có nhiệm vụ nào được xác nhận là yêu cầu ban hành kế hoạch riêng. Hãy xác nhận nhiệm vụ trước.',
    ahead: 'Ngày ban hành chưa đến. Kế hoạch được ghi sau khi đã ban hành.',
    fileForm: 'Tệp của kế hoạch phải là PDF hoặc DOCX. Hãy đính kèm bản đã ký (PDF) hoặc bản Word.',
    childItself: 'Kế hoạch này không thể là kế hoạch cấp dưới của chính nó. Hãy chọn kế hoạch khác.',
    paper: {
      titles: {
        all: 'Danh sách kế hoạch của các cơ quan',
        missing: 'Danh sách cơ quan chưa ban hành kế hoạch',
      },
      fileNames: { all: 'ke-hoach-cac-co-quan', missing: 'chua-ban-hanh-ke-hoach' },
      asOf: (day: string) => `(tính đến ngày ${day})`,
      columns: {
        ordinal: 'TT',
        agency: 'Cơ quan',
        due: 'Thời hạn',
        number: 'Số, ký hiệu',
        issuedOn: 'Ngày ban hành',
        late: 'Số ngày quá hạn',
        standing: 'Tình trạng',
      },
      total: (issued: number, of: number) => `Đã ban hành: ${n(issued)}/${n(of)} cơ quan phải ban hành.`,
      late: (late: number, owed: number) => `Quá hạn: ${n(late)}/${n(owed)} cơ quan chưa ban hành.`,
      excused: (count: number) => `Được miễn: ${n(count)} cơ quan, không tính vào tỷ lệ.`,
      sheet: 'Ke hoach',
    },
  },
  coverage: {
    notYours:
      'Chỉ người của cơ quan theo dõi một trong hai kế hoạch, hoặc của cơ quan ban hành kế hoạch cấp dưới, mới quyết định được liên kết này.',
    parentItself: 'Kế hoạch không thể là văn bản cấp trên của chính nó. Hãy chọn văn bản khác.',
    parentBelow: 'Văn bản này đã được ghi là cấp dưới của kế hoạch đang xem. Hãy bỏ liên kết đó trước.',
    noParent: 'Kế hoạch đang xem không triển khai văn bản này. Hãy chọn trong danh sách văn bản cấp trên.',
  },
  programme: {
    title: (agency: string, year: number) => `Chương trình công tác năm ${year} của ${agency}`,
    parts: {
      carried: 'Chuyển tiếp từ năm trước',
      q1: 'Quý I',
      q2: 'Quý II',
      q3: 'Quý III',
      q4: 'Quý IV',
      undated: 'Thường xuyên, chưa ấn định ngày',
    },
    roles: { lead: 'Chủ trì', coordinating: 'Phối hợp' },
    ahead: 'Kỳ sẽ tới',
    paper: {
      title: 'Chương trình công tác năm',
      subject: (agency: string, year: number) => `công tác năm ${year} của ${agency}`,
      opening: (agency: string, year: number) =>
        `Trên cơ sở nhiệm vụ được giao tại các kế hoạch, chương trình của cấp trên, ${agency} ban hành Chương trình công tác năm ${year} như sau:`,
      figures: 'NHIỆM VỤ TRONG NĂM',
      sum: (rows: number, items: number, plans: number, lead: number, coordinating: number) =>
        `Có ${n(rows)} lượt giao của ${n(items)} nhiệm vụ thuộc ${n(plans)} kế hoạch; trong đó chủ trì ${n(lead)}, phối hợp ${n(coordinating)} lượt giao.`,
      part: 'Thời gian',
      all: 'Cộng',
      carryOut: 'TỔ CHỨC THỰC HIỆN',
      duties: [
        'Các phòng, đơn vị, cá nhân được phân công căn cứ Chương trình này và các phụ lục kèm theo để triển khai thực hiện, bảo đảm chất lượng và thời hạn.',
        'Định kỳ báo cáo kết quả thực hiện; khi có khó khăn, vướng mắc thì báo cáo ngay thủ trưởng cơ quan để xem xét, giải quyết.',
      ],
      appendix: (part: string) => `Danh mục nhiệm vụ: ${part}`,
      columns: {
        ordinal: 'TT',
        when: 'Thời gian',
        content: 'Nhiệm vụ',
        plan: 'Kế hoạch, mục',
        role: 'Vai trò',
        deliverable: 'Sản phẩm',
        due: 'Thời hạn',
        who: 'Người thực hiện',
        standing: 'Tình trạng',
      },
      month: (month: number) => `Tháng ${month}`,
      sheet: (year: number) => `Nam ${year}`,
    },
  },
})
