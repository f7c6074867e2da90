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
})
