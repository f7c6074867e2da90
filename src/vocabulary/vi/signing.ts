import { inLanguage } from '../language.ts'
import { number } from './format.ts'

/** Steps as `signing/` names them; the words stand above the rooms and cannot ask there. */
type SigningStepName =
  | 'ask'
  | 'answer'
  | 'reply'
  | 'send'
  | 'appraise'
  | 'submit'
  | 'issue'
  | 'return'
  | 'recall'
  | 'withdraw'
  | 'reopen'

export const signing = /* @__PURE__ */ inLanguage('signing', {
  letter: 'Công văn',
  clockActor: 'Hệ thống',

  notNow: (step: SigningStepName, state: string) =>
    state === 'issued'
      ? 'Văn bản đã ban hành nên hồ sơ không còn bước nào. Nếu cần sửa, hãy lập văn bản mới thay thế.'
      : state === 'withdrawn'
        ? 'Hồ sơ đã rút. Hãy mở lại hồ sơ trước khi thực hiện bước này.'
        : {
            ask: 'Chỉ lấy ý kiến được khi dự thảo đang soạn hoặc đang lấy ý kiến.',
            answer: 'Hồ sơ này chưa lấy ý kiến nên chưa trả lời được.',
            reply: 'Chỉ tiếp thu, giải trình được khi hồ sơ chưa ban hành.',
            send:
              state === 'opinions'
                ? 'Đang lấy ý kiến. Hãy chờ hết thời hạn, hoặc thôi lấy ý kiến rồi chuyển thẩm định.'
                : 'Chỉ chuyển thẩm định được khi dự thảo đang soạn.',
            appraise: 'Hồ sơ này không ở bước thẩm định.',
            submit:
              state === 'opinions'
                ? 'Đang lấy ý kiến. Hãy chờ hết thời hạn, hoặc thôi lấy ý kiến rồi trình ký.'
                : 'Chỉ trình ký được khi dự thảo đang soạn và không ở bước thẩm định.',
            issue: 'Chỉ ghi số, ngày ban hành được sau khi hồ sơ đã trình ký.',
            return: 'Chỉ trả lại được khi hồ sơ đang thẩm định hoặc chờ ký.',
            recall: 'Dự thảo đang ở nơi soạn nên không có gì để lấy lại.',
            withdraw: 'Không rút được hồ sơ ở bước này.',
            reopen: 'Hồ sơ chưa rút nên không cần mở lại.',
          }[step],
  notEditable: (state: string): string =>
    state === 'issued'
      ? 'Văn bản đã ban hành nên không sửa được nữa. Hãy lập văn bản mới thay thế.'
      : state === 'withdrawn'
        ? 'Hồ sơ đã rút. Hãy mở lại hồ sơ rồi sửa.'
        : 'Dự thảo đã gửi đi nên tạm khóa. Muốn sửa, hãy chờ trả lời hoặc lấy lại dự thảo.',
  notRelated: {
    drafter: 'Bước này do cơ quan soạn thảo hoặc cơ quan ban hành văn bản thực hiện.',
    asked: 'Ý kiến này hỏi cơ quan khác. Chỉ cơ quan được hỏi trả lời được.',
    appraiser: 'Bước này do cơ quan được giao thẩm định thực hiện.',
    issuer: 'Bước này do thủ trưởng cơ quan ban hành thực hiện.',
    province: 'Bước này do lãnh đạo tỉnh thực hiện.',
  },
  nobodyAsked: 'Không còn ý kiến nào đang chờ trả lời.',
  underWay:
    'Đã có một hồ sơ trình ký cho việc này đang thực hiện. Hãy mở hồ sơ đó để soạn tiếp, không lập hồ sơ thứ hai.',
  askedAlready: 'Có cơ quan đang được hỏi ý kiến về chính dự thảo này. Hãy bỏ cơ quan đó ra rồi gửi lại.',
  askSelf: 'Cơ quan soạn thảo không hỏi ý kiến chính mình. Hãy bỏ cơ quan đó ra rồi gửi lại.',
  askNobody: 'Hãy chọn ít nhất một cơ quan cần lấy ý kiến.',
  agencyGone: 'Có cơ quan đã chọn không còn trong danh mục. Hãy tải lại trang rồi chọn lại.',
  answeredAlready:
    'Cơ quan này đã trả lời. Ý kiến đã ghi không sửa được; hãy trao đổi với cơ quan soạn thảo.',
  questionRecalled: 'Cơ quan soạn thảo đã thôi lấy ý kiến nên không cần trả lời nữa.',
  documentRequired: 'Ghi thay cơ quan khác thì cần số, ngày văn bản trả lời của cơ quan đó.',
  replyToNothing: 'Cơ quan này chưa trả lời nên chưa có gì để tiếp thu, giải trình.',
  frontFirst: (n: number) =>
    `Còn ${number.format(n)} ý kiến của Mặt trận Tổ quốc, đoàn thể chưa được tiếp thu, giải trình. Hãy ghi trả lời rồi trình ký.`,
  opinionsNeeded: 'Theo quy định của tỉnh, loại văn bản này phải lấy ý kiến trước. Hãy gửi lấy ý kiến.',
  appraisalNeeded: 'Theo quy định của tỉnh, loại văn bản này phải thẩm định trước. Hãy chuyển thẩm định.',
  appraisedUnfit: 'Cơ quan thẩm định kết luận chưa đủ điều kiện. Hãy hoàn thiện rồi chuyển thẩm định lại.',
  skipRequired: {
    opinions: 'Dự thảo chưa lấy ý kiến. Hãy ghi lý do không lấy ý kiến.',
    appraisal: 'Dự thảo chưa thẩm định. Hãy ghi lý do không thẩm định.',
  },
  textRequired: {
    answer: 'Hãy ghi nội dung cần sửa hoặc lý do không đồng ý.',
    reply: 'Hãy ghi tiếp thu thế nào hoặc giải trình vì sao.',
    appraise: 'Hãy ghi kết luận thẩm định.',
    return: 'Hãy ghi lý do trả lại để nơi soạn biết cần sửa gì.',
    recall: 'Hãy ghi lý do lấy lại dự thảo.',
    withdraw: 'Hãy ghi lý do rút hồ sơ.',
    reopen: 'Hãy ghi lý do mở lại hồ sơ.',
  },
  daysForm: (most: number) => `Số ngày làm việc là một số nguyên từ 1 đến ${number.format(most)}.`,
  stanceRequired: 'Hãy chọn đồng ý hay không đồng ý.',
  replyRequired: 'Hãy chọn tiếp thu hay giải trình.',
  resultRequired: 'Hãy chọn kết quả thẩm định.',
  appraiserRequired: 'Hãy chọn cơ quan thẩm định.',
  subjectRequired: 'Hãy ghi trích yếu nội dung văn bản.',
  tableGone: 'Bảng trong văn bản đã thay đổi. Hãy tải lại trang rồi sửa tiếp.',
  fileMissing: 'Tệp đính kèm không còn trên máy chủ. Hãy tải tệp lên lại.',
  numberForm: 'Số văn bản là một số nguyên từ 1 đến 99.999.',
  symbolRequired: 'Hãy ghi ký hiệu văn bản, ví dụ BC-STC.',
  signedOnForm: 'Hãy ghi ngày ký theo dạng ngày/tháng/năm.',
  signerRequired: 'Hãy ghi họ tên người ký.',
})
