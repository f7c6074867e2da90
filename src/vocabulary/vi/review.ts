import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const review = /* @__PURE__ */ inLanguage('review', {
  personUnknown:
    'Người được chọn không còn trong danh bạ của tỉnh. Đồng chí chọn lại lãnh đạo phụ trách hoặc người theo dõi.',
  outcomes: {
    assign: 'Giao',
    each: 'Giao cho từng thành viên',
    orientation: 'Định hướng',
    merged: 'Gộp',
  },
  proposed: 'Hệ thống đề xuất',
  problems: {
    'no-lead': (n: number) =>
      `${number.format(n)} nhiệm vụ chưa có cơ quan chủ trì. Hãy chọn cơ quan hoặc chuyển thành định hướng.`,
    'several-leads': (n: number) =>
      `${number.format(n)} nhiệm vụ có nhiều cơ quan chủ trì. Hãy chọn một cơ quan, hoặc giao cho từng thành viên.`,
    'unmatched-lead': (n: number) =>
      `${number.format(n)} nhiệm vụ có cơ quan chủ trì chưa có trong danh mục. Hãy xác định cơ quan tương ứng.`,
    'group-lead': (n: number) =>
      `${number.format(n)} nhiệm vụ giao cho cả nhóm cơ quan. Hãy giao cho từng thành viên hoặc chọn một cơ quan.`,
    nobody: (n: number) =>
      `${number.format(n)} nhiệm vụ giao cho nhóm chưa có cơ quan nào trong danh mục. Hãy bổ sung danh mục hoặc chọn cơ quan khác.`,
    'lost-merge': (n: number) =>
      `${number.format(n)} nhiệm vụ được gộp vào một nhiệm vụ đã bị xóa. Hãy chọn lại.`,
  },
  problemShort: {
    'no-lead': 'Chưa có chủ trì',
    'several-leads': 'Nhiều cơ quan chủ trì',
    'unmatched-lead': 'Cơ quan chưa có trong danh mục',
    'group-lead': 'Giao cho cả nhóm',
    nobody: 'Nhóm chưa có thành viên',
    'lost-merge': 'Gộp vào nhiệm vụ đã bị xóa',
  },
  nothingTracked: 'Chưa có nhiệm vụ nào được giao. Hãy giao ít nhất một nhiệm vụ.',
  noOverseer: 'Chưa chọn cơ quan theo dõi kế hoạch (cơ quan xác nhận kết quả).',
  incomplete: 'Kế hoạch chưa đủ điều kiện công bố. Đồng chí xử lý các mục sau rồi công bố lại.',
  pasted: 'Văn bản đã dán',
  nothingDropped:
    'Chưa có tệp hoặc văn bản nào. Hãy chọn một tệp (Word, PDF, Excel, trang web, văn bản) hoặc dán nội dung kế hoạch.',
  strike: (name: string) => `Bỏ "${name}" khỏi chủ trì`,
  leadIs: (name: string) => `${name} chủ trì`,
  faults: {
    noSuchItem: 'Nhiệm vụ này không còn trong bản soát xét. Hãy tải lại trang.',
    noSuchLead: 'Cơ quan này không có trong phần chủ trì của nhiệm vụ. Hãy tải lại trang.',
    mergeCircle: 'Không thể gộp một nhiệm vụ vào chính nó hoặc vào một nhiệm vụ đã gộp.',
    mergeChain: 'Đã có nhiệm vụ khác gộp vào nhiệm vụ này nên không thể gộp tiếp.',
    idTaken: 'Mã nhiệm vụ bị trùng. Hãy tải lại trang.',
    splitOutside: 'Điểm tách nằm ngoài câu. Hãy đặt con trỏ vào giữa câu rồi tách.',
    published: 'Kế hoạch đã công bố nên không sửa được ở bước soát xét.',
    nothingToUndo: 'Không còn thao tác nào để hoàn tác.',
  },
})
