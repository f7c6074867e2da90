import { inLanguage } from '../language.ts'

export const indicator = /* @__PURE__ */ inLanguage('indicator', {
  form: {
    long: 'Nội dung quá dài. Đề nghị rút gọn.',
    name: 'Tên cần từ 2 đến 300 ký tự.',
    unit: 'Cần ghi đơn vị tính, ví dụ “hợp tác xã”, “%”, không quá 60 ký tự.',
    reason: 'Cần ghi lý do, ít nhất 5 ký tự, để người sau biết vì sao.',
    period: 'Kỳ số liệu ghi là năm (2026), nửa năm (2026-H1), quý (2026-Q3) hoặc tháng (2026-11).',
    source: 'Cần ghi nguồn số liệu: văn bản, báo cáo, biên bản.',
    formulaMissing: 'Chỉ tiêu tính từ sổ cần có công thức; chỉ tiêu nhập tay hoặc đếm danh mục thì để trống.',
    years: 'Năm cuối không được trước năm đầu.',
    bounds: 'Cần ghi mức phải đạt; với khoảng thì ghi cả hai đầu, đầu dưới không lớn hơn đầu trên.',
    days: 'Ngày thôi tính không được trước ngày bắt đầu tính.',
  },
})
