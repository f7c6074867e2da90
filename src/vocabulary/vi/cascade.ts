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
  draft: {
    textMissing: 'Hãy ghi nội dung nhiệm vụ bổ sung, hoặc bỏ dòng này.',
    nothing:
      'Bản nháp chưa có nhiệm vụ nào. Hãy giữ lại ít nhất một nhiệm vụ hoặc thêm nhiệm vụ của cơ quan.',
    noDuties: (agency: string) =>
      `${agency} không được giao việc nào trong kế hoạch này. Hãy chọn cơ quan khác.`,
    late: (section: string, day: string) =>
      `Thời hạn của nhiệm vụ ${section} không được sau ngày ${day} mà kế hoạch cấp trên đã giao.`,
    paper: {
      types: {
        KH: 'Kế hoạch',
        CTr: 'Chương trình',
        NQ: 'Nghị quyết',
        QĐ: 'Quyết định',
        CT: 'Chỉ thị',
        KL: 'Kết luận',
        TB: 'Thông báo',
        CV: 'Công văn',
        ĐA: 'Đề án',
      },
      parent: (type: string, printed: string | null, day: string | null, issuer: string) =>
        [type, printed && `số ${printed}`, day && `ngày ${day}`, issuer && `của ${issuer}`]
          .filter(Boolean)
          .join(' '),
      citation: (section: string, type: string, printed: string | null) =>
        `${section ? `mục ${section} ` : ''}${type}${printed ? ` số ${printed}` : ''}`,
      subject: (parent: string, title: string) => `thực hiện ${parent}${title ? ` về ${title}` : ''}`,
      opening: (parent: string, title: string, agency: string) =>
        `Thực hiện ${parent}${title ? ` về ${title}` : ''}, ${agency} ban hành Kế hoạch triển khai với các nội dung như sau:`,
      purpose: 'MỤC ĐÍCH, YÊU CẦU',
      aim: 'Mục đích',
      aims: (parent: string) => [
        `Triển khai đầy đủ, kịp thời các nhiệm vụ được giao tại ${parent}.`,
        'Phân công rõ đơn vị chủ trì, đơn vị phối hợp, sản phẩm và thời hạn của từng nhiệm vụ.',
      ],
      demand: 'Yêu cầu',
      demands: [
        'Mỗi nhiệm vụ có một đơn vị chủ trì chịu trách nhiệm đến cùng về kết quả.',
        'Kết quả thực hiện được báo cáo đúng kỳ, kèm minh chứng; khó khăn, vướng mắc được báo cáo ngay.',
      ],
      duties: 'NHIỆM VỤ',
      inherited: 'Nhiệm vụ được giao',
      own: (agency: string) => `Nhiệm vụ bổ sung của ${agency}`,
      helps: (lead: string, duty: string) => `Phối hợp với ${lead}: ${duty}`,
      product: (text: string) => `Sản phẩm: ${text}`,
      due: (text: string) => `Thời hạn: ${text}`,
      until: (day: string) => `trước hoặc trong ngày ${day}`,
      see: 'Phân công cụ thể tại Phụ lục kèm theo Kế hoạch này.',
      organisation: 'TỔ CHỨC THỰC HIỆN',
      steps: (agency: string, above: string) => [
        `Các phòng, đơn vị thuộc ${agency} căn cứ Kế hoạch này tổ chức thực hiện nhiệm vụ được phân công, báo cáo kết quả theo kỳ báo cáo.`,
        `Đơn vị đầu mối theo dõi, đôn đốc, tổng hợp kết quả để ${agency} báo cáo${above ? ` ${above}` : ' cơ quan cấp trên'} theo quy định.`,
        'Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị kịp thời phản ánh để xem xét, giải quyết.',
      ],
      above: 'Cơ quan cấp trên',
      recipients: ['Các phòng, đơn vị trực thuộc'],
      annex: 'Phân công nhiệm vụ',
      columns: {
        ordinal: 'TT',
        duty: 'Nhiệm vụ',
        lead: 'Chủ trì',
        coordinating: 'Phối hợp',
        product: 'Sản phẩm',
        due: 'Thời hạn',
        source: 'Căn cứ',
      },
    },
  },
})
