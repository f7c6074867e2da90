import { printDay } from '../date.ts'
import { inLanguage } from '../language.ts'
import { number } from './format.ts'

/** Steps as `task/` names them; the words stand above the rooms and cannot ask there. */
type StepName =
  | 'receive'
  | 'assign'
  | 'report'
  | 'report-outside'
  | 'approve'
  | 'return'
  | 'confirm'
  | 'ask-extension'
  | 'extend'
  | 'refuse-extension'
  | 'suspend'
  | 'resume'
  | 'close'
  | 'reopen'

/** What the sentence about a step needs beside its kind. */
interface StepDetail {
  percent?: number | null
  nothing?: boolean
  to?: string | null
  until?: string | null
  happenedOn?: string | null
}

export const task = /* @__PURE__ */ inLanguage('task', {
  statuses: {
    assigned: 'Chưa tiếp nhận',
    active: 'Đang thực hiện',
    reported: 'Chờ duyệt',
    approved: 'Chờ xác nhận',
    done: 'Đã hoàn thành',
    suspended: 'Tạm dừng',
    closed: 'Đã đóng',
  },
  steps: {
    receive: 'Tiếp nhận',
    assign: 'Phân công',
    report: 'Báo cáo kết quả',
    'report-outside': 'Ghi đã báo cáo ngoài hệ thống',
    approve: 'Duyệt báo cáo',
    return: 'Trả lại',
    confirm: 'Xác nhận hoàn thành',
    'ask-extension': 'Xin gia hạn',
    extend: 'Gia hạn',
    'refuse-extension': 'Không gia hạn',
    suspend: 'Tạm dừng',
    resume: 'Tiếp tục',
    close: 'Đóng',
    reopen: 'Mở lại',
  },
  notNow: (step: StepName, status: string) =>
    status === 'done' && step !== 'resume'
      ? 'Việc đã hoàn thành và được xác nhận. Nếu cần làm tiếp, cơ quan theo dõi mở lại việc.'
      : status === 'closed'
        ? 'Việc đã đóng nên không còn bước nào. Nếu cần làm tiếp, cơ quan theo dõi mở lại việc.'
        : status === 'suspended'
          ? 'Việc đang tạm dừng. Cơ quan theo dõi cho tiếp tục thì mới thực hiện được bước này.'
          : {
              receive: 'Việc đã được tiếp nhận.',
              assign: 'Không phân công được ở bước này.',
              'report-outside': 'Đã có báo cáo đang chờ nên không ghi thêm.',
              'ask-extension': 'Báo cáo đã được duyệt nên không cần gia hạn.',
              extend: 'Báo cáo đã được duyệt nên không cần gia hạn.',
              'refuse-extension': 'Không có đề nghị gia hạn nào đang chờ.',
              suspend: 'Không tạm dừng được ở bước này.',
              resume: 'Việc không tạm dừng nên không cần cho tiếp tục.',
              close: 'Không đóng được ở bước này.',
              reopen: 'Việc chưa hoàn thành hoặc đóng nên không cần mở lại.',
              report: 'Đã có báo cáo đang chờ. Hãy chờ kết quả, hoặc nhờ thủ trưởng trả lại để báo cáo lại.',
              approve: 'Chưa có báo cáo nào chờ duyệt.',
              return: 'Chưa có báo cáo nào để trả lại.',
              confirm: 'Chưa xác nhận được: đơn vị cần báo cáo 100% và thủ trưởng đơn vị duyệt trước.',
            }[step],
  notRelated: {
    bearer: 'Việc này giao cho cơ quan khác. Chỉ người của cơ quan được giao thực hiện được bước này.',
    agency: 'Bước này do thủ trưởng của chính cơ quan được giao thực hiện.',
    overseer: 'Bước này do cơ quan theo dõi kế hoạch thực hiện.',
  },
  needsRole: (roles: string) => `Bước này dành cho: ${roles}. Hãy nhờ người có vai trò đó thực hiện.`,
  notHere: {
    inside:
      'Cơ quan này báo cáo ngoài hệ thống (công an, quân đội). Ở đây chỉ ghi ngày đã báo cáo, không ghi nội dung và không kèm tệp.',
    outside: 'Bước này chỉ dành cho nhiệm vụ của công an, quân đội. Hãy báo cáo kết quả ngay tại trang này.',
  },
  notAsked: 'Chưa có đề nghị gia hạn nào để trả lời.',
  dayAhead: 'Ngày đã báo cáo không thể sau hôm nay. Đồng chí kiểm tra lại ngày.',
  untracked:
    'Nhiệm vụ này đã được đính chính thành nội dung không theo dõi nên không mở lại được. Nếu cần theo dõi, hãy đính chính lại nhiệm vụ.',
  noDueToExtend: 'Việc này không có thời hạn nên không cần xin gia hạn.',
  extensionEarlier: (dueOn: string) =>
    `Ngày gia hạn phải sau thời hạn hiện nay (${printDay(dueOn)}). Đồng chí chọn ngày khác.`,
  assignNobody: 'Hãy chọn người hoặc phòng được phân công.',
  assignStranger:
    'Chỉ phân công cho người đang làm việc hoặc phòng của chính cơ quan được giao. Đồng chí chọn lại trong danh sách.',
  twiceInOne: 'Một việc xuất hiện hai lần trong cùng lượt gửi. Hãy tải lại trang rồi chọn lại.',
  ownReport: {
    approve:
      'Báo cáo do chính đồng chí lập nên cần một người khác có vai trò thủ trưởng của đơn vị duyệt. Nếu lập nhầm, đồng chí trả lại để người khác báo cáo.',
    confirm: 'Báo cáo do chính đồng chí lập nên cần người khác của cơ quan theo dõi xác nhận.',
  },
  textRequired: {
    report: 'Hãy ghi kết quả thực hiện.',
    return: 'Hãy ghi lý do trả lại để đơn vị biết cần bổ sung gì.',
    'ask-extension': 'Hãy ghi lý do xin gia hạn.',
    'refuse-extension': 'Hãy ghi lý do không gia hạn.',
    suspend: 'Hãy ghi lý do tạm dừng.',
    close: 'Hãy ghi lý do đóng việc.',
    reopen: 'Hãy ghi lý do mở lại.',
  },
  percentForm: 'Mức độ hoàn thành là một số nguyên từ 0 đến 100.',
  fileEmpty: 'Tệp không có nội dung (0 byte). Đồng chí kiểm tra lại rồi chọn tệp khác.',
  fileMissing: 'Chưa chọn tệp nào.',
  fileNameLong: 'Tên tệp dài quá 200 ký tự. Hãy đổi tên ngắn hơn rồi đính kèm lại.',
  fileUnknown: (name: string) => `Tệp "${name}" chưa được tải lên. Hãy đính kèm lại.`,

  workTitle: 'Việc của đơn vị',
  workTitleOf: (agency: string) => `Việc của ${agency}`,
  workTitleAll: 'Việc của tất cả đơn vị',
  states: {
    all: 'Tất cả',
    open: 'Chưa hoàn thành',
    overdue: 'Quá hạn',
    soon: 'Đến hạn trong 7 ngày',
    within: 'Chưa hoàn thành, trong hạn',
    undated: 'Không có thời hạn',
    'to-receive': 'Chưa tiếp nhận',
    'to-approve': 'Chờ duyệt',
    'to-confirm': 'Chờ xác nhận',
    done: 'Đã hoàn thành',
    'done-on-time': 'Hoàn thành đúng hạn',
    'done-late': 'Hoàn thành quá hạn',
    suspended: 'Tạm dừng',
    closed: 'Đã đóng',
    answerable: 'Đã hoàn thành hoặc quá hạn',
  },
  searchLabel: 'Tìm trong nội dung nhiệm vụ',
  searchHint:
    'Có thể gõ không dấu. Nhấn / để tìm, j k để chuyển dòng, x để chọn, Shift+x để chọn cả đoạn, Enter để mở.',
  agency: 'Cơ quan',
  allAgencies: 'Tất cả cơ quan',
  plan: 'Kế hoạch',
  allPlans: 'Tất cả kế hoạch',
  oneItem: 'Chỉ một nhiệm vụ',
  nothingFound: 'Không có',
  columns: {
    quote: 'Nhiệm vụ',
    agency: 'Cơ quan',
    due: 'Thời hạn',
    status: 'Tình trạng',
    action: 'Việc cần làm',
  },
  programme: 'Chương trình công tác năm',
  section: (section: string) => `Mục ${section}`,
  noDue: 'Không có thời hạn',
  daysLate: (n: number) => `Quá hạn ${number.format(n)} ngày`,
  dueToday: 'Đến hạn hôm nay',
  daysLeft: (n: number) => `Còn ${number.format(n)} ngày`,
  approvedOn: (day: string) => `Đơn vị duyệt ngày ${day}`,
  completedOn: (day: string) => `Hoàn thành ngày ${day}`,
  completedLate: 'quá hạn',
  percentDone: (n: number) => `${n}%`,
  open: 'Xem',
  emptyStart:
    'Chưa có việc nào. Việc xuất hiện ở đây sau khi một kế hoạch được công bố và giao cho cơ quan này.',
  emptyState: {
    open: 'Không còn việc nào chưa hoàn thành.',
    overdue: 'Không có việc nào quá hạn.',
    soon: 'Không có việc nào đến hạn trong 7 ngày tới.',
    'to-receive': 'Mọi việc được giao đều đã tiếp nhận.',
    'to-approve': 'Không có báo cáo nào chờ thủ trưởng duyệt.',
    'to-confirm': 'Không có việc nào chờ cơ quan theo dõi xác nhận.',
    other: 'Không có việc nào ở mục này.',
  },
  emptySearch: 'Không có việc nào khớp với điều kiện đang lọc. Hãy bớt điều kiện hoặc đổi từ khóa.',

  clause: 'Trích trong kế hoạch',
  clauseLines: (from: number, to: number) =>
    from === to ? `Dòng ${number.format(from)}` : `Dòng ${number.format(from)} đến ${number.format(to)}`,
  edited: 'Nội dung giao (đã chỉnh khi soát xét)',
  merged: 'Gộp từ nơi khác trong kế hoạch',
  facts: 'Thông tin giao việc',
  lead: 'Chủ trì',
  printedAs: (names: string) => `Trong văn bản ghi: ${names}`,
  coordinating: 'Phối hợp',
  overseer: 'Cơ quan theo dõi, xác nhận',
  deliverables: 'Sản phẩm',
  dueLabel: 'Thời hạn',
  dueWords: (text: string) => `Trong văn bản ghi: ${text}`,
  timeline: 'Quá trình thực hiện',
  timelineEmpty: 'Chưa có bước nào. Bước đầu tiên là tiếp nhận hoặc báo cáo của cơ quan được giao.',
  sentence: (
    kind: StepName | 'transfer' | 'schedule',
    { percent, nothing, to, until, happenedOn }: StepDetail,
  ) =>
    ({
      receive: 'tiếp nhận việc',
      assign: `phân công${to ? ` cho ${to}` : ''}`,
      report: nothing ? 'báo cáo không phát sinh' : `báo cáo đạt ${percent ?? 0}%`,
      'report-outside': `ghi đã báo cáo ngoài hệ thống${happenedOn ? ` ngày ${printDay(happenedOn)}` : ''}`,
      approve: 'duyệt báo cáo',
      return: 'trả lại báo cáo',
      confirm: 'xác nhận hoàn thành',
      'ask-extension': `xin gia hạn${until ? ` đến ${printDay(until)}` : ''}`,
      extend: `gia hạn${until ? ` đến ${printDay(until)}` : ''}`,
      'refuse-extension': 'không gia hạn',
      suspend: 'tạm dừng việc',
      resume: `cho tiếp tục${until ? `, thời hạn mới ${printDay(until)}` : ''}`,
      close: 'đóng việc',
      reopen: 'mở lại việc',
      transfer: `chuyển việc${to ? ` sang ${to}` : ''}`,
      schedule: until ? `ấn định thời hạn ${printDay(until)}` : 'bỏ thời hạn',
    })[kind],
  inPlaceOf: (name: string) => `thay ${name}`,
  nextTitle: 'Bước tiếp theo',
  allDone: 'Việc đã hoàn thành và được xác nhận.',
  waitingFor: {
    assigned: 'Chờ cơ quan được giao tiếp nhận.',
    active: 'Cơ quan được giao đang thực hiện.',
    reported: 'Báo cáo đang chờ thủ trưởng của cơ quan được giao duyệt.',
    approved: 'Đơn vị đã duyệt kết quả, đang chờ cơ quan theo dõi xác nhận.',
    suspended: 'Việc đang tạm dừng theo quyết định của cơ quan theo dõi.',
    closed: 'Việc đã đóng theo quyết định của cơ quan theo dõi.',
  },
  taken: {
    receive: 'Đã tiếp nhận. Khi có kết quả, đồng chí báo cáo ngay tại trang này.',
    report: 'Đã gửi báo cáo. Thủ trưởng đơn vị sẽ duyệt.',
    approve: 'Đã duyệt báo cáo.',
    return: 'Đã trả lại kèm lý do.',
    confirm: 'Đã xác nhận hoàn thành.',
    assign: 'Đã phân công.',
    'report-outside': 'Đã ghi ngày báo cáo ngoài hệ thống.',
    'ask-extension': 'Đã gửi đề nghị gia hạn. Cơ quan theo dõi sẽ trả lời.',
    extend: 'Đã gia hạn.',
    'refuse-extension': 'Đã trả lời không gia hạn kèm lý do.',
    suspend: 'Đã tạm dừng việc.',
    resume: 'Đã cho tiếp tục.',
    close: 'Đã đóng việc.',
    reopen: 'Đã mở lại việc.',
  },
  reportNow: 'Đã có kết quả, báo cáo ngay',
  reportText: 'Kết quả thực hiện',
  reportTextHint: 'Nêu việc đã làm, số và ngày của văn bản, số liệu chính. Bản nháp được giữ trên máy này.',
  progress: 'Mức độ hoàn thành',
  progressRequired: 'Hãy chọn mức độ hoàn thành.',
  full: 'Đã hoàn thành (100%)',
  part: 'Hoàn thành một phần',
  percentLabel: 'Tỷ lệ đã hoàn thành (%)',
  evidence: 'Tài liệu minh chứng',
  evidenceHint: 'Thả tệp vào đây hoặc bấm để chọn. Mỗi tệp không quá 50 MB.',
  chooseFiles: 'Chọn tệp',
  uploading: (name: string) => `Đang tải lên ${name}…`,
  removeFile: (name: string) => `Bỏ tệp ${name}`,
  tooManyFiles: (most: number) =>
    `Mỗi báo cáo kèm tối đa ${number.format(most)} tệp, các tệp còn lại chưa được nhận. Hãy nén chung thành một tệp hoặc bỏ bớt.`,
  fileSize: (bytes: number) =>
    bytes < 1_048_576
      ? `${number.format(Math.max(1, Math.round(bytes / 1024)))} KB`
      : `${number.format(Math.round(bytes / 104_857.6) / 10)} MB`,
  sendReport: 'Gửi báo cáo',
  note: 'Ý kiến (bắt buộc khi trả lại)',
  reload: 'Tải bản mới',
  draftKept: 'Nội dung đồng chí đang soạn vẫn được giữ.',
  backToList: 'Danh sách việc',
})
