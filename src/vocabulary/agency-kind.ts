// Kinds of agency in a province of two tiers (after 01/7/2025) and of the tier before, and the collective names plans
// print for them.

export const AGENCY_KINDS = [
  'province-committee',
  'office',
  'department',
  'party',
  'front',
  'union',
  'police',
  'army',
  'central',
  'press',
  'commune',
  'unit',
  'committee',
  'district',
  'collective',
] as const
export type AgencyKind = (typeof AGENCY_KINDS)[number]

/** What a person may enter: a collective of former days ("UBND các huyện") comes only out of an old document. */
export const CHOSEN_KINDS: readonly AgencyKind[] = AGENCY_KINDS.filter((kind) => kind !== 'collective')

/** How a printed name begins -> its kind. First match wins; used to propose a kind, a person may change it. */
const KIND_BY_NAME: readonly [RegExp, AgencyKind][] = [
  [/^(ban chỉ đạo|ban điều phối|tổ công tác|tổ chỉ đạo)(?!\p{L})/iu, 'committee'],
  [/^(ủy ban nhân dân|uỷ ban nhân dân|ubnd) (huyện|quận|thị xã)(?!\p{L})/iu, 'district'],
  [/^(ủy ban nhân dân|uỷ ban nhân dân|ubnd) (tỉnh|thành phố)/iu, 'province-committee'],
  [/^(ủy ban nhân dân|uỷ ban nhân dân|ubnd) (xã|phường|đặc khu)/iu, 'commune'],
  [/^văn phòng (ủy ban|uỷ ban|ubnd|đoàn đbqh)/iu, 'office'],
  [
    /^(văn phòng|ban .*) (tỉnh ủy|thành ủy|tỉnh uỷ|thành uỷ)|^(tỉnh ủy|thành ủy|đảng ủy|ban tuyên giáo|ban tổ chức|ban nội chính)/iu,
    'party',
  ],
  [
    /mặt trận tổ quốc|đoàn thanh niên|hội (nông dân|phụ nữ|liên hiệp phụ nữ|cựu chiến binh)|liên đoàn lao động|mttq/iu,
    'front',
  ],
  [/^(liên minh|hiệp hội|hội |liên hiệp)/iu, 'union'],
  [/^công an/iu, 'police'],
  [/^(bộ chỉ huy|bộ tư lệnh|ban chỉ huy)/iu, 'army'],
  [
    /^(thuế|cục thuế|chi cục thuế|kho bạc|bảo hiểm xã hội|ngân hàng nhà nước|hải quan|thống kê|cục thống kê)/iu,
    'central',
  ],
  [/^(báo|đài)|phát thanh/iu, 'press'],
  [/^(sở|thanh tra tỉnh|ban quản lý|ban dân tộc)/iu, 'department'],
  [/^(phòng|chi cục|trung tâm)/iu, 'unit'],
]

/** The kind a printed name suggests; departments are the commonest, so the rest is proposed as one. */
export const kindByName = (name: string): AgencyKind =>
  KIND_BY_NAME.find(([pattern]) => pattern.test(name.normalize('NFC').trim()))?.[1] ?? 'department'

/** A collective name stands for every agency of its kinds. */
export const GROUPS = ['departments', 'communes', 'agencies', 'fronts', 'press', 'districts'] as const
export type Group = (typeof GROUPS)[number]

export const GROUP_KINDS: Record<Group, readonly AgencyKind[]> = {
  departments: ['department'],
  communes: ['commune'],
  agencies: ['department', 'commune'],
  fronts: ['front', 'union'],
  press: ['press'],
  districts: ['district'],
}

/** What a collective name says -> the group; "ủy ban nhân dân" is read as UBND before. First match wins. */
export const GROUP_BY_NAME: readonly [RegExp, Group][] = [
  [/^(các )?(chủ tịch )?ubnd (các |cấp )?(huyện|quận|thị xã)(,| và |$)/iu, 'districts'],
  [/(sở|ban|ngành|cơ quan|đơn vị).*(địa phương|ubnd|cấp xã)/iu, 'agencies'],
  [/^(các )?(chủ tịch )?ubnd ((các|cấp) (xã|phường|đặc khu)|(xã|phường|đặc khu)(,| và |$))/iu, 'communes'],
  [/^(các )?(xã|phường)(, (xã|phường|đặc khu))*$/iu, 'communes'],
  [/^(các )?địa phương$/iu, 'communes'],
  [/^(thủ trưởng |giám đốc )?các (sở|cơ quan|đơn vị|ban, ngành|ngành)/iu, 'departments'],
  [/^(các )?sở,? (ban|ngành)/iu, 'departments'],
  [/^các (tổ chức chính trị|hội|đoàn thể)/iu, 'fronts'],
  [/^các (cơ quan )?(báo chí|thông tấn)/iu, 'press'],
]
