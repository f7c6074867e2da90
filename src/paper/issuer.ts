// Whose name stands at the head of a paper (Decree 30/2020/NĐ-CP, Appendix I): the body above it, its own, and the place
// before the date. Bodies outside the committee's own (Party, front, police, army, central) name none above them here:
// that one is theirs to write.
import type { AgencyKind } from '../vocabulary/agency-kind.ts'
import type { Issuer } from './table.ts'

export interface IssuingAgency {
  name: string
  kind: AgencyKind
  parentName: string | null
}

/** "UBND xã Suối Mơ" is written out on paper. */
const written = (name: string): string =>
  name.replace(/^(ubnd|uỷ ban nhân dân)(?!\p{L})/iu, 'Ủy ban nhân dân')

const withoutLevel = (name: string): string =>
  written(name)
    .replace(/^Ủy ban nhân dân /u, '')
    .replace(/^(tỉnh|thành phố|xã|phường|đặc khu) /iu, '')

const OF_COMMITTEE: readonly AgencyKind[] = ['department', 'office', 'press']

/** `province` as the tenant is named ("tỉnh Sông Mơ"); without an agency the provincial committee itself issues. */
export function issuerOf(province: string, agency: IssuingAgency | null): { issuer: Issuer; place: string } {
  const committee = `Ủy ban nhân dân ${province}`
  const place = withoutLevel(province)
  if (!agency || agency.kind === 'province-committee')
    return { issuer: { superior: null, name: committee }, place }
  const name = written(agency.name)
  if (agency.kind === 'commune') return { issuer: { superior: null, name }, place: withoutLevel(agency.name) }
  if (agency.kind === 'unit')
    return { issuer: { superior: agency.parentName && written(agency.parentName), name }, place }
  return { issuer: { superior: OF_COMMITTEE.includes(agency.kind) ? committee : null, name }, place }
}
