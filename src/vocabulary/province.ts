// The 34 provinces since 12/6/2025 (NQ 202/2025/QH15), with the names of those merged into each.
import rows from './provinces.json' with { type: 'json' }

export interface Province {
  code: string
  name: string
  kind: string
  mergedFrom: string[]
}

export const PROVINCES: readonly Province[] = rows

/** "tỉnh Lai Châu", "thành phố Huế". */
export const provinceName = (province: Province): string => `${province.kind} ${province.name}`

/** The former provinces that are part of this one now, its own old name left out: "Bình Phước" of Đồng Nai. */
export const formerProvinces = (code: string): string[] => {
  const province = PROVINCES.find((other) => other.code === code)
  return province ? province.mergedFrom.filter((name) => name !== province.name) : []
}
