// Made-up official documents for tests.
import type { OfficialPaper } from '../src/paper/official.ts'

export const REPORT: OfficialPaper = {
  profile: 'state',
  issuer: { superior: 'Ủy ban nhân dân tỉnh Sông Mơ', name: 'Sở Tài chính' },
  place: 'Sông Mơ',
  number: null,
  symbol: 'BC-STC',
  date: null,
  drawnOn: '2026-11-21',
  type: 'BÁO CÁO',
  subject: 'Kết quả thực hiện Kế hoạch phát triển kinh tế tập thể năm 2026',
  addressees: ['Ủy ban nhân dân tỉnh Sông Mơ'],
  basis: [
    'Căn cứ Luật Mẫu ngày 20 tháng 6 năm 2023;',
    'Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Sông Mơ',
  ],
  body: [
    { kind: 'paragraph', text: 'Sở Tài chính báo cáo kết quả như sau (kèm theo Phụ lục):' },
    { kind: 'heading', level: 1, label: 'I.', text: 'Công tác chỉ đạo' },
    { kind: 'heading', level: 2, label: '1.', text: 'Ban hành văn bản' },
    { kind: 'paragraph', text: 'Đã ban hành 03 văn bản <hướng dẫn> & đôn đốc.' },
    { kind: 'heading', level: 3, label: 'a)', text: 'Ở cấp tỉnh' },
    {
      kind: 'table',
      columns: [
        { label: 'TT', width: 12, kind: 'mark' },
        { label: 'Việc', width: 3, kind: 'text' },
        { label: 'Số lượng', width: 20, kind: 'number' },
      ],
      rows: [
        ['1', 'Mở lớp', 1430],
        ['2', 'Hội nghị', null],
      ],
    },
    { kind: 'heading', level: 1, label: 'II.', text: 'Kiến nghị' },
    { kind: 'paragraph', text: 'Đề nghị bố trí kinh phí.\nĐề nghị tập huấn thêm.' },
  ],
  signature: { authority: 'KT.', for: 'Giám đốc', title: 'Phó Giám đốc', name: 'Nguyễn Văn Mẫu' },
  recipients: ['Như trên', 'Sở Nội vụ', 'Lưu: VT, KTTT'],
  appendices: [
    {
      title: 'Kết quả theo nhiệm vụ',
      columns: [
        { label: 'TT', width: 12, kind: 'mark' },
        { label: 'Nhiệm vụ', width: 3, kind: 'text' },
        { label: 'Thời hạn', width: 24, kind: 'day' },
      ],
      rows: [['1', 'Tập huấn cho hợp tác xã', { day: '2026-12-01' }]],
      notes: ['Số liệu đến ngày 14/12/2026.'],
    },
  ],
}

export const LETTER: OfficialPaper = {
  ...REPORT,
  number: '5',
  symbol: 'STC-KTTT',
  date: '2026-02-05',
  type: null,
  subject: 'đôn đốc thực hiện nhiệm vụ quá hạn',
  addressees: ['Ủy ban nhân dân xã Suối Mơ', 'Sở Nội vụ'],
  basis: [],
  appendices: [],
}

export const PARTY: OfficialPaper = {
  ...REPORT,
  profile: 'party',
  issuer: { superior: null, name: 'Tỉnh ủy Sông Mơ' },
  number: '36',
  symbol: 'HD/TU',
  date: '2026-04-03',
  type: 'HƯỚNG DẪN',
  addressees: [],
  signature: { authority: 'TM.', for: 'Ban Thường vụ', title: 'Phó Bí thư', name: 'Trần Thị Mẫu' },
  recipients: ['Các đảng ủy trực thuộc', 'Lưu Văn phòng Tỉnh ủy'],
  appendices: [],
}
