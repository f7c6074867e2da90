// How figures are printed inside the Vietnamese words.

export const number = new Intl.NumberFormat('vi-VN', { useGrouping: 'always' })
export const share = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 })
