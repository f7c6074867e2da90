import { inLanguage } from '../language.ts'
import { number } from './format.ts'

export const cli = /* @__PURE__ */ inLanguage('cli', {
  help: `Chủ Trì: biến kế hoạch hành chính thành việc được theo dõi đến khi hoàn thành

chutri serve                   chạy máy chủ (PORT, HOST, DATA_DIR, DATABASE_URL)
chutri extract TỆP [--json]    đọc một kế hoạch và in ra nhiệm vụ, cơ quan chủ trì, thời hạn
chutri code TÊN_ĐĂNG_NHẬP      cấp mã dùng một lần khi quản trị quên mật khẩu
chutri agency apply TỆP.json [--dry-run]  ghi các việc sắp xếp tổ chức từ tệp; --dry-run chỉ in ra, không ghi
chutri rebuild [--verify]      dựng lại số đếm, trạng thái từ các bước đã ghi; --verify chỉ so sánh
chutri register import TÊN TỆP  nhập tệp vào một sổ; --dry-run chỉ đối chiếu
chutri register export TÊN --out TỆP  xuất sổ ra tệp .xlsx hoặc .csv
chutri tracker import TỆP      nhập bảng theo dõi Excel đang dùng; --dry-run chỉ kiểm tra
chutri paper check TỆP.docx    kiểm tra thể thức văn bản theo Nghị định 30/2020/NĐ-CP
chutri indicator compute --on NGÀY [--plan MÃ]   số liệu các chỉ tiêu tính từ sổ như sổ có ngày ấy
chutri urge [--dry-run]        nhắc việc đến hạn, quá hạn; --dry-run chỉ in ra ai được nhắc việc gì
chutri report consolidate KẾ_HOẠCH KỲ --out TỆP.docx  tổng hợp báo cáo của một kỳ thành văn bản
chutri --help                  trang này`,
  unusable: (name: string, value: string) =>
    `Biến ${name}="${value}" không dùng được. Hãy sửa lại hoặc bỏ trống.`,
  cannotStart: (why: string) =>
    `Không khởi động được máy chủ (${why}). Hãy kiểm tra HOST, DATA_DIR và DATABASE_URL.`,
  codeUsage: 'Cách dùng: chutri code TÊN_ĐĂNG_NHẬP',
  newCode: (login: string, code: string) =>
    `Mã dùng một lần của ${login}: ${code}. Mật khẩu cũ và các phiên đang mở đã hết hiệu lực.`,
  noAccount: (login: string) => `Không có tài khoản "${login}". Đồng chí kiểm tra lại tên đăng nhập.`,
  noProvince: 'Chưa thiết lập tỉnh nào. Hãy mở trang web và thiết lập trước.',
  severalProvinces: 'Có nhiều tỉnh trong cơ sở dữ liệu. Hãy thêm --as TÊN_ĐĂNG_NHẬP của người nhập.',
  noAdmin: 'Tỉnh chưa có quản trị hệ thống nào đang dùng. Hãy thêm --as TÊN_ĐĂNG_NHẬP.',
  console: 'Máy chủ (dòng lệnh)',
  extractUsage: 'Cách dùng: chutri extract TỆP [--json]',
  noFile: (file: string) => `Không mở được tệp "${file}". Đồng chí kiểm tra lại đường dẫn và quyền đọc tệp.`,
  section: 'Mục',
  task: 'Nhiệm vụ',
  lead: 'Chủ trì',
  due: 'Thời hạn',
  noLead: '(chưa rõ)',
  noNumber: '(không có số)',
  findings: 'Điểm cần xem lại:',
  counts: (
    n: Record<'tasks' | 'indicators' | 'reporting' | 'references' | 'findings' | 'unread' | 'unsure', number>,
  ) =>
    [
      `${number.format(n.tasks)} nhiệm vụ`,
      `${number.format(n.indicators)} chỉ tiêu`,
      `${number.format(n.reporting)} chế độ báo cáo`,
      `${number.format(n.references)} văn bản viện dẫn`,
      `${number.format(n.findings)} điểm cần xem lại`,
      `${number.format(n.unread)} dòng chưa thành nội dung nào`,
      `${number.format(n.unsure)} mục cần xem kỹ (nhiệm vụ mang dấu "?")`,
    ].join(' · '),
  unknown: (command: string) => `Không có lệnh "${command}". Gõ "chutri --help" để xem các lệnh.`,
  ready: (url: string) => `Chủ Trì đang chạy tại ${url} (nhấn Ctrl-C để dừng)`,
  setupCode: (code: string) =>
    `Mở trang trên bằng trình duyệt của máy này để thiết lập. Từ máy khác, dùng mã thiết lập: ${code}`,
  recognising: (page: number, of: number) =>
    `Đang nhận dạng trang ${number.format(page)}/${number.format(of)}`,
  scanned: (pages: string) => `[ảnh chụp, trang ${pages}]`,
  rebuildUsage: 'Cách dùng: chutri rebuild [--verify]',
  rebuilt: (name: string, facts: number, assignments: number, items: number, seconds: number) =>
    `${name}: dựng lại từ ${number.format(facts)} bước của ${number.format(assignments)} lượt giao, ${number.format(items)} nhiệm vụ trong ${number.format(Math.round(seconds * 10) / 10)} giây`,
  differences: (n: number, isMended: boolean) =>
    isMended
      ? `Đã sửa ${number.format(n)} chỗ lệch.`
      : `Có ${number.format(n)} chỗ lệch. Chạy "chutri rebuild" (không có --verify) để sửa.`,
  brokenStories: (n: number) =>
    `${number.format(n)} lượt giao có các bước không nối được với nhau; không tự sửa. Hãy gửi các dòng trên cho người bảo trì.`,
  allInLine: 'Mọi số đếm và trạng thái khớp với các bước đã ghi.',
})
