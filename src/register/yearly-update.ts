// What cooperatives, unions and groups bring up to date once a year, with the figures of 15 December to 14 December
// (TT 09/2024/TT-BKHĐT: forms VII-1 to VII-4 of the national system). The rating of the year is computed from it.
import type { Option, Register, RowOf } from './kit/register.ts'

const PERSONS = { vi: 'người', en: 'people' }
const MEMBERS = { vi: 'thành viên', en: 'members' }

/** Which form is for whom is left to the office: our sources name the forms, not their columns. */
const FORMS = ['VII-1', 'VII-2', 'VII-3', 'VII-4'].map((form) => ({
  value: form,
  label: { vi: `Mẫu ${form}`, en: `Form ${form}` },
})) satisfies Option[]

export const yearlyUpdate = {
  name: 'yearly-update',
  label: { vi: 'Cập nhật hằng năm', en: 'Yearly updates' },
  one: { vi: 'bản cập nhật', en: 'yearly update' },
  about: {
    vi: 'Thông tin hợp tác xã cập nhật mỗi năm một lần, số liệu từ 15/12 năm trước đến 14/12 năm báo cáo. Nhập tệp xuất từ Hệ thống thông tin quốc gia về hợp tác xã, hoặc thêm từng bản. Đây là nguồn để tính xếp loại hằng năm.',
    en: 'What cooperatives update once a year, with figures from 15/12 to 14/12. Import the export of the national system, or add them one by one. The yearly rating is computed from it.',
  },
  group: 'cooperative',
  key: ['cooperative', 'year'],
  title: 'cooperative',
  since: 'standsOn',
  order: ['year', 'desc'],
  place: 'cooperative.place',
  write: 'place',
  columns: {
    cooperative: {
      kind: 'ref',
      of: 'cooperative',
      label: { vi: 'Hợp tác xã', en: 'Cooperative' },
      heads: ['Mã số HTX', 'Mã số hợp tác xã', 'Mã số thuế', 'MST', 'HTX'],
      listed: true,
    },
    year: {
      kind: 'year',
      label: { vi: 'Năm báo cáo', en: 'Year' },
      heads: ['Năm'],
      listed: true,
    },
    standsOn: {
      kind: 'date',
      label: { vi: 'Số liệu đến ngày', en: 'Figures of' },
      help: {
        vi: 'Thường là ngày 14/12 của năm báo cáo; số liệu được tính từ ngày này',
        en: 'As a rule 14 December of the year; the figures count from this day',
      },
      heads: ['Tính đến ngày', 'Ngày số liệu'],
    },
    form: { kind: 'choice', options: FORMS, label: { vi: 'Mẫu biểu', en: 'Form' }, optional: true },
    members: {
      kind: 'number',
      unit: MEMBERS,
      min: 0,
      label: { vi: 'Số thành viên chính thức', en: 'Official members' },
      heads: ['Số thành viên', 'Tổng số thành viên'],
      listed: true,
    },
    newMembers: {
      kind: 'number',
      unit: MEMBERS,
      min: 0,
      label: { vi: 'Thành viên mới trong năm', en: 'New members' },
      heads: ['Thành viên mới', 'Số thành viên mới'],
      optional: true,
    },
    leftMembers: {
      kind: 'number',
      unit: MEMBERS,
      min: 0,
      label: { vi: 'Thành viên ra khỏi hợp tác xã trong năm', en: 'Members who left' },
      heads: ['Thành viên ra', 'Số thành viên ra'],
      optional: true,
    },
    womenMembers: {
      kind: 'number',
      unit: MEMBERS,
      min: 0,
      label: { vi: 'Thành viên nữ', en: 'Women members' },
      optional: true,
    },
    workers: {
      kind: 'number',
      unit: PERSONS,
      min: 0,
      label: { vi: 'Số lao động thường xuyên', en: 'Regular workers' },
      heads: ['Số lao động', 'Lao động thường xuyên'],
      optional: true,
      listed: true,
    },
    revenue: {
      kind: 'money',
      label: { vi: 'Doanh thu', en: 'Revenue' },
      heads: ['Tổng doanh thu', 'Doanh thu trong năm'],
      optional: true,
      listed: true,
    },
    memberRevenue: {
      kind: 'money',
      label: { vi: 'Doanh thu từ giao dịch với thành viên', en: 'Revenue from members' },
      heads: ['Doanh thu với thành viên', 'Doanh thu nội bộ'],
      optional: true,
    },
    profit: {
      kind: 'money',
      label: { vi: 'Lợi nhuận sau thuế', en: 'Profit after tax' },
      help: { vi: 'Lỗ thì ghi số âm', en: 'Negative for a loss' },
      heads: ['Lợi nhuận', 'Lãi (lỗ)', 'Lãi'],
      optional: true,
      listed: true,
    },
    incomePerWorker: {
      kind: 'money',
      label: { vi: 'Thu nhập bình quân một lao động trong năm', en: 'Income of a worker in the year' },
      heads: ['Thu nhập bình quân', 'Thu nhập bình quân lao động'],
      optional: true,
    },
    totalCapital: {
      kind: 'money',
      label: { vi: 'Tổng nguồn vốn', en: 'Total capital' },
      optional: true,
    },
    assets: {
      kind: 'money',
      label: { vi: 'Tổng tài sản', en: 'Total assets' },
      heads: ['Giá trị tài sản'],
      optional: true,
    },
    debt: {
      kind: 'money',
      label: { vi: 'Nợ phải trả', en: 'Liabilities' },
      heads: ['Tổng nợ phải trả', 'Tổng nợ'],
      optional: true,
    },
    indivisibleFund: {
      kind: 'money',
      label: { vi: 'Quỹ chung không chia', en: 'Common fund that is not divided' },
      heads: ['Số dư quỹ chung không chia'],
      optional: true,
    },
    indivisibleAssets: {
      kind: 'money',
      label: { vi: 'Tài sản chung không chia', en: 'Common assets that are not divided' },
      optional: true,
    },
    outerIncome: {
      kind: 'money',
      label: { vi: 'Thu nhập từ giao dịch bên ngoài', en: 'Income from outside' },
      optional: true,
    },
    // At least 5 % of the income from outside, 10 % in a union (Luật 17/2023/QH15): read off the derived share.
    fundAdded: {
      kind: 'money',
      label: { vi: 'Trích quỹ chung không chia trong năm', en: 'Put into the common fund' },
      optional: true,
    },
    taxPaid: {
      kind: 'money',
      label: { vi: 'Nộp ngân sách nhà nước', en: 'Paid to the budget' },
      heads: ['Nộp ngân sách', 'Thuế đã nộp'],
      optional: true,
    },
    managers: {
      kind: 'number',
      unit: PERSONS,
      min: 0,
      label: { vi: 'Số cán bộ quản lý', en: 'Managers' },
      heads: ['Cán bộ quản lý'],
      optional: true,
    },
    trainedManagers: {
      kind: 'number',
      unit: PERSONS,
      min: 0,
      label: { vi: 'Cán bộ quản lý đã qua đào tạo', en: 'Trained managers' },
      heads: ['Cán bộ đã qua đào tạo', 'Cán bộ quản lý qua đào tạo'],
      optional: true,
    },
    womenManagers: {
      kind: 'number',
      unit: PERSONS,
      min: 0,
      label: { vi: 'Cán bộ quản lý là nữ', en: 'Women managers' },
      heads: ['Cán bộ quản lý nữ'],
      optional: true,
    },
    audited: {
      kind: 'flag',
      label: { vi: 'Đã kiểm toán trong năm', en: 'Audited in the year' },
      optional: true,
    },
    idleMonths: {
      kind: 'number',
      unit: { vi: 'tháng', en: 'months' },
      min: 0,
      max: 12,
      label: { vi: 'Số tháng ngừng hoạt động trong năm', en: 'Idle months in the year' },
      help: {
        vi: 'Ngừng trên 3 tháng thì không xếp loại (Thông tư 01/2020/TT-BKHĐT)',
        en: 'More than 3: not rated (Circular 01/2020/TT-BKHĐT)',
      },
      optional: true,
    },
    note: { kind: 'text', long: true, label: { vi: 'Ghi chú', en: 'Note' }, optional: true },
  },
  derived: {
    growth: {
      difference: ['newMembers', 'leftMembers'],
      unit: MEMBERS,
      label: { vi: 'Thành viên tăng (giảm)', en: 'More (fewer) members' },
    },
    memberShare: {
      share: ['memberRevenue', 'revenue'],
      label: { vi: 'Tỷ lệ giao dịch nội bộ', en: 'Share of revenue from members' },
    },
    trainedShare: {
      share: ['trainedManagers', 'managers'],
      label: { vi: 'Tỷ lệ cán bộ quản lý đã qua đào tạo', en: 'Share of managers trained' },
      listed: true,
    },
    womenShare: {
      share: ['womenManagers', 'managers'],
      label: { vi: 'Tỷ lệ cán bộ quản lý là nữ', en: 'Share of managers who are women' },
    },
    fundShare: {
      share: ['fundAdded', 'outerIncome'],
      label: { vi: 'Tỷ lệ trích quỹ chung không chia', en: 'Share put into the common fund' },
    },
    debtShare: {
      share: ['debt', 'totalCapital'],
      label: { vi: 'Nợ trên tổng nguồn vốn', en: 'Liabilities of total capital' },
    },
  },
  views: [
    { label: { vi: 'Kinh doanh lỗ', en: 'With a loss' }, address: 'profit=..-1' },
    { label: { vi: 'Ngừng trên 3 tháng', en: 'Idle for more than 3 months' }, address: 'idleMonths=4..' },
    { label: { vi: 'Đã kiểm toán', en: 'Audited' }, address: 'audited=true' },
  ],
} as const satisfies Register

export type YearlyUpdate = RowOf<typeof yearlyUpdate>
