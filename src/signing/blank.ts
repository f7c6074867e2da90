// A blank paper of an agency: its head, its symbol and who signs, as Decree 30/2020/NĐ-CP wants them for its kind; every
// proposal may be changed in the text.
import { type IssuingAgency, issuerOf } from '../paper/issuer.ts'
import type { Authority, OfficialPaper } from '../paper/official.ts'
import type { AgencyKind } from '../vocabulary/agency-kind.ts'
import { seriesOf } from './number.ts'

interface Signer {
  /** For which collective it is signed; null where the head signs in their own name. */
  collective: string | null
  head: string
  deputy: string
}

const COMMITTEE: Signer = { collective: 'ỦY BAN NHÂN DÂN', head: 'CHỦ TỊCH', deputy: 'PHÓ CHỦ TỊCH' }

/** Who signs for an agency of a kind (Decree 30/2020/NĐ-CP, article 13; Appendix I, mục IV). */
export const SIGNERS: Record<AgencyKind, Signer> = {
  'province-committee': COMMITTEE,
  commune: COMMITTEE,
  district: COMMITTEE,
  office: { collective: null, head: 'CHÁNH VĂN PHÒNG', deputy: 'PHÓ CHÁNH VĂN PHÒNG' },
  department: { collective: null, head: 'GIÁM ĐỐC', deputy: 'PHÓ GIÁM ĐỐC' },
  party: { collective: 'BAN THƯỜNG VỤ', head: 'BÍ THƯ', deputy: 'PHÓ BÍ THƯ' },
  front: { collective: 'BAN THƯỜNG TRỰC', head: 'CHỦ TỊCH', deputy: 'PHÓ CHỦ TỊCH' },
  union: { collective: null, head: 'CHỦ TỊCH', deputy: 'PHÓ CHỦ TỊCH' },
  police: { collective: null, head: 'GIÁM ĐỐC', deputy: 'PHÓ GIÁM ĐỐC' },
  army: { collective: null, head: 'CHỈ HUY TRƯỞNG', deputy: 'PHÓ CHỈ HUY TRƯỞNG' },
  central: { collective: null, head: 'GIÁM ĐỐC', deputy: 'PHÓ GIÁM ĐỐC' },
  press: { collective: null, head: 'TỔNG BIÊN TẬP', deputy: 'PHÓ TỔNG BIÊN TẬP' },
  unit: { collective: null, head: 'TRƯỞNG PHÒNG', deputy: 'PHÓ TRƯỞNG PHÒNG' },
  committee: { collective: 'BAN CHỈ ĐẠO', head: 'TRƯỞNG BAN', deputy: 'PHÓ TRƯỞNG BAN' },
  collective: COMMITTEE,
}

/** The usual block for this way of signing: "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC". */
export function signatureFor(
  kind: AgencyKind,
  authority: Authority | null,
): Pick<OfficialPaper['signature'], 'authority' | 'for' | 'title'> {
  const { collective, head, deputy } = SIGNERS[kind]
  switch (authority) {
    case 'TM.':
      return { authority, for: collective ?? '', title: head }
    case 'KT.':
      // For a collective the deputy signs for the head, who signs for all: "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH".
      return collective
        ? { authority: 'TM.', for: `${collective}\nKT. ${head}`, title: deputy }
        : { authority, for: head, title: deputy }
    case 'TL.':
      return { authority, for: head, title: 'CHÁNH VĂN PHÒNG' }
    case 'TUQ.':
      return { authority, for: head, title: deputy }
    default:
      return { authority, for: '', title: head }
  }
}

const OWN_SHORT: Partial<Record<AgencyKind, string>> = {
  'province-committee': 'UBND',
  commune: 'UBND',
  district: 'UBND',
  office: 'VP',
  front: 'MTTQ',
}

/** "Sở Nông nghiệp và Môi trường" -> "SNNVMT"; an abbreviation among its other names goes first. */
export function shortName({ name, kind }: Pick<IssuingAgency, 'name' | 'kind'>, aliases: readonly string[]) {
  const own = OWN_SHORT[kind]
  if (own) return own
  const known = aliases.find((alias) => /^[\p{Lu}&-]{2,10}$/u.test(alias))
  if (known) return known
  return name
    .split(/[\s,]+/u)
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('')
}

export interface BlankOf {
  /** As the tenant is named: "tỉnh Sông Mơ". */
  province: string
  agency: IssuingAgency & { aliases: readonly string[] }
  /** "KẾ HOẠCH"; null for a letter. */
  type: string | null
  subject: string
  addressees?: string[]
  /** The month and year of its head while the day is blank. */
  today: string
}

export function blankPaper({
  province,
  agency,
  type,
  subject,
  addressees = [],
  today,
}: BlankOf): OfficialPaper {
  const short = shortName(agency, agency.aliases)
  return {
    profile: agency.kind === 'party' ? 'party' : 'state',
    ...issuerOf(province, agency),
    number: null,
    symbol: type === null ? short : `${seriesOf({ type })}-${short}`,
    ...{ date: null, drawnOn: today, type, subject, addressees, basis: [], body: [], appendices: [] },
    signature: { ...signatureFor(agency.kind, SIGNERS[agency.kind].collective ? 'TM.' : null), name: '' },
    recipients: [...(addressees.length > 0 ? ['Như trên'] : []), 'Lưu: VT'],
  }
}
