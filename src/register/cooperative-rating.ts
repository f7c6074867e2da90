// What a cooperative was rated in a year: one row each, written when somebody confirms an assessment (cooperative/), by
// nothing else. It stands here so that indicators, lists and exports may ask for it as for any register.
import type { Option, Register, RowOf } from './kit/register.ts'

/** Thông tư 01/2020/TT-BKHĐT: four bands; under twelve months old or idle for long: none. From the best to the worst. */
export const RATING_BANDS = [
  { value: 'good', label: { vi: 'Tốt', en: 'Good' } },
  { value: 'fair', label: { vi: 'Khá', en: 'Fair' } },
  { value: 'average', label: { vi: 'Trung bình', en: 'Average' } },
  { value: 'weak', label: { vi: 'Yếu', en: 'Weak' } },
  { value: 'unrated', label: { vi: 'Không xếp loại', en: 'Not rated' } },
] as const satisfies readonly Option[]

export const cooperativeRating = {
  name: 'cooperative-rating',
  label: { vi: 'Kết quả xếp loại hợp tác xã', en: 'Ratings of cooperatives' },
  one: { vi: 'kết quả xếp loại', en: 'rating' },
  about: {
    vi: 'Mức xếp loại hằng năm của từng hợp tác xã. Kết quả vào đây khi được xác nhận tại trang Đánh giá hợp tác xã.',
    en: 'The band of each cooperative in each year. A row comes here when it is confirmed on the page of assessments.',
  },
  group: 'cooperative',
  key: ['cooperative', 'year'],
  title: 'band',
  since: 'standsOn',
  order: ['year', 'desc'],
  place: 'cooperative.place',
  write: 'room',
  columns: {
    cooperative: {
      kind: 'ref',
      of: 'cooperative',
      label: { vi: 'Hợp tác xã', en: 'Cooperative' },
      listed: true,
    },
    year: { kind: 'year', label: { vi: 'Năm', en: 'Year' }, listed: true },
    standsOn: {
      kind: 'date',
      label: { vi: 'Số liệu đến ngày', en: 'Figures as of' },
      listed: true,
    },
    band: { kind: 'choice', label: { vi: 'Xếp loại', en: 'Band' }, options: RATING_BANDS, listed: true },
    score: {
      kind: 'number',
      unit: { vi: 'điểm', en: 'points' },
      min: 0,
      max: 100,
      label: { vi: 'Điểm', en: 'Points' },
      optional: true,
      listed: true,
    },
  },
  views: [
    { label: { vi: 'Tốt và khá', en: 'Good and fair' }, address: 'band=good,fair' },
    { label: { vi: 'Yếu', en: 'Weak' }, address: 'band=weak' },
  ],
} as const satisfies Register

export type CooperativeRating = RowOf<typeof cooperativeRating>
export type RatingBand = CooperativeRating['band']
