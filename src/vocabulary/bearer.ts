// How names of bearers of a duty begin, as printed. Patterns, not names: no province and no single agency is listed.

/** A body with a name of its own follows: "Sở …", "Ủy ban nhân dân …". Case counts. */
const INSTITUTIONS: readonly string[] = [
  'Sở(?! hữu)',
  'UBND',
  'HĐND',
  'UBMTTQ',
  'U[ỷỶ] ban',
  'Ủy ban',
  'Uỷ ban',
  'Ủy Ban',
  'Hội đồng',
  'Mặt trận',
  'MTTQ',
  'Công an',
  'Bộ(?! (?:chỉ số|tiêu chí|tiêu chuẩn|công cụ|dữ liệu|máy|phận))',
  'Ban (?=\\p{Lu})',
  'Ban(?=,)',
  'BCĐ',
  'BQL',
  'Cục',
  'Tổng cục',
  'Chi cục',
  'Chi nhánh',
  'Liên [Mm]inh',
  'Liên hiệp các',
  'Liên hiệp [Hh]ội',
  'Liên đoàn',
  'Hiệp hội',
  'Hội(?= (?:\\p{Lu}|do |nông |phụ nữ|cựu |người |khuyến |chữ |luật |doanh ))',
  'Đoàn (?=\\p{Lu})',
  'Tỉnh đoàn',
  'Thành đoàn',
  'Văn phòng',
  'VP',
  'Thanh tra',
  'Bảo hiểm xã hội',
  'BHXH',
  'Kho bạc',
  'Ngân hàng',
  'NHNN',
  'Tòa án',
  'Toà án',
  'Viện',
  'Học viện',
  'Trường(?! hợp)',
  'Trung tâm',
  'Trung ương',
  'Đài (?=\\p{Lu})',
  'Báo(?= (?:\\p{Lu}|và ))',
  'Báo(?=,)',
  'Cổng (?:[Tt]hông tin|TTĐT)',
  'Phòng(?!,? (?:chống|cháy|ngừa|thủ))',
  'Quỹ',
  'Tổ công tác',
  'Tổ (?=\\p{Lu})',
  'Tổ(?= (?:tự quản|liên gia|công nghệ số|vay vốn|hợp tác))',
  'Đội (?=\\p{Lu})',
  'Công ty',
  'Tập đoàn',
  'Tổng công ty',
  'Điện lực',
  'Thống kê(?= (?:tỉnh|thành phố|cơ sở))',
  '\\p{Lu}{3,}(?= \\p{Lu}\\p{Ll})',
  'Thuế(?= (?:tỉnh|thành|cơ sở))',
  'Hải quan',
  'Chính phủ',
  'Quốc hội',
  'Thủ tướng',
  'Tỉnh ủy',
  'Thành ủy',
  'Thường trực',
  'Bộ đội',
  'Bộ [Cc]hỉ huy',
  'Bưu điện',
  'Ban [Qq]uản lý',
  'Ban [Cc]hỉ đạo',
  'Hợp tác xã(?= \\p{Lu})',
  'Đảng ủy',
  'Đảng uỷ',
  'Đảng bộ',
  'Chi bộ',
  'Huyện ủy',
  'Quân ủy',
  'Trạm(?= (?:\\p{Lu}|y tế))',
  'Vụ(?= (?:\\p{Lu}|trưởng))',
  'Hạt [Kk]iểm lâm',
  'Thôn(?= \\p{Lu})',
  'Tổ dân phố(?= \\p{Lu}| số)',
]

/** Fields that a department, ministry or division is named after: with one of them its name is whole. */
const FIELDS: readonly string[] = [
  'Nội vụ',
  'Tài chính',
  'Công [Tt]hương',
  'Xây dựng',
  'Y tế',
  'Tư pháp',
  'Ngoại vụ',
  'Ngoại giao',
  'Du lịch',
  'Dân tộc(?: và Tôn giáo)?',
  'Khoa học và Công nghệ',
  'Giáo dục và Đào tạo',
  'Nông nghiệp và Môi trường',
  'Nông nghiệp và (?:Phát triển nông thôn|PTNT)',
  'Tài nguyên và Môi trường',
  'Thông tin và Truyền thông',
  'Kế hoạch và Đầu tư',
  'Giao thông [Vv]ận tải',
  'Lao động\\s*[-–]\\s*Thương binh và Xã hội',
  'Văn hóa,? Thể thao(?: và Du lịch)?',
  'Văn hóa và Thể thao',
  'Quy hoạch\\s*[-–]\\s*Kiến trúc',
  'An toàn thực phẩm',
  'Văn hóa\\s*[-–]\\s*Xã hội',
  'Quốc phòng',
  'Công an',
]

/** How a name ends that is surely whole: what follows in small letters is no part of it. */
export const NAME_WHOLE = `(?:${FIELDS.join('|')}|[Tt]ỉnh|[Tt]hành phố|[Tt]hị xã|huyện|xã|phường|đặc khu|thôn|địa phương|liên quan|trực thuộc)`

/** "các xã: Gia Thuận, Tân Điền", "các Sở: Tài chính, Xây dựng": the colon belongs to the name. */
export const NAMES_FOLLOW = new RegExp(
  `(?<=(?:xã|phường|huyện|thị xã|thành phố|đặc khu|[Ss]ở|ngành)(?: \\p{Ll}+){0,3}):\\s+(?=\\p{Lu}\\p{Ll}*(?: \\p{Lu}\\p{Ll}*){1,3}(?:,\\s*|\\s+và\\s+)\\p{Lu}\\p{Ll}*(?: \\p{Lu}\\p{Ll}*)|(?:${FIELDS.join('|')})(?:,|;| và ))`,
  'gu',
)

/** People who answer for a body: "Thủ trưởng các sở …", "Chủ tịch Ủy ban nhân dân …". */
export const HEADS: readonly string[] = [
  'Thủ trưởng',
  'Chủ tịch',
  'Phó Chủ tịch',
  'Giám đốc',
  'Chánh Văn phòng',
  'Chánh Thanh tra',
  'Cục trưởng',
  'Trưởng(?= (?:các )?(?:[Bb]an|[Pp]hòng|[Đđ]ơn vị|[Cc]ơ quan|[Bb]ộ phận))',
  '[Tt]rưởng (?:các )?(?:thôn|bản|ấp|khóm|xóm|buôn|tổ dân phố|khu phố|khu dân cư)',
  'Tổ trưởng',
  'Vụ trưởng',
  'Trạm trưởng',
  'Bí thư',
  'Phó Bí thư',
  'Công chức(?! ,)',
  'Người đứng đầu',
  'Hiệu trưởng',
  'Lãnh đạo',
  'Tổng Giám đốc',
  'Chỉ huy trưởng',
  'Chính ủy',
]

/** Collective names that follow each other in one phrase: "các sở, ban, ngành", "cơ quan, đơn vị". */
const CHAINED: readonly string[] = [
  'sở',
  'ban(?! hành)',
  'bộ(?! (?:máy|chỉ số|tiêu chí|phận|công cụ))',
  'ngành',
  'phòng(?!,? (?:chống|cháy|ngừa|thủ|bệnh|vệ|tránh|trừ|,))',
  'cơ quan',
  'đơn vị',
  'địa phương',
  'đoàn thể',
  'cấp ủy',
  'cấp uỷ',
  'tổ chức đảng',
  'chính quyền',
  'bộ phận(?= |,|;|$)',
]

/** Collective names that stand for themselves. */
export const OTHERS: readonly string[] = [
  'thành viên',
  'doanh nghiệp',
  'hiệp hội',
  'viện',
  'trường(?! hợp)',
  'chủ đầu tư',
  'chủ dự án',
  'cơ sở(?= (?:giáo dục|đào tạo|y tế|khám|dạy|sản xuất))',
  'trung tâm',
  'lực lượng',
  'ban quản lý',
  'tập đoàn',
  'công ty',
  'chi nhánh',
  'nhà đầu tư',
  'tổ chức(?= (?:kinh tế|chính trị|xã hội|tín dụng|hội|đoàn thể|có liên quan|liên quan))',
]

/** Words that are a body only after "các". */
const WITH_ARTICLE: readonly string[] = [
  'tổ chức',
  'hợp tác xã',
  'hội',
  'huyện',
  'xã',
  'phường',
  'cấp',
  'cơ sở',
  'tổ',
  'thành phố',
  'đảng ủy',
  'chi bộ',
  'đảng bộ',
  'ban(?= của)',
  'trường học',
  'chủ (?:rừng|cơ sở|đập|hồ|hộ|tàu|phương tiện|trang trại|nhà|đầu tư|dự án|doanh nghiệp)',
  'hộ gia đình',
  'thôn',
  'bản(?! (?:đồ|tin|kế|chất|sao|quyền))',
  'ấp',
  'khu phố',
  'tổ dân phố',
]

const any = (words: readonly string[]): string => words.join('|')
const cased = (words: readonly string[]): string =>
  words.map((word) => `[${word[0]?.toUpperCase()}${word[0]}]${word.slice(1)}`).join('|')

/** A named body or its head, at the place where the pattern is put. */
export const NAMED = `(?:${any(INSTITUTIONS)}|${any(HEADS)})(?![\\p{Ll}])`
const ARTICLE = '(?:[Cc]ác|[Tt]ất cả các|[Nn]hững|[Tt]ừng|[Mm]ỗi|[Tt]oàn bộ)\\s+'
const WHOLE = '(?!\\p{L})(?!\\s+(?:máy|lãnh|dữ liệu|vật chất|hạ tầng|pháp lý|mở|hữu|trợ|nghị|thảo|chợ|hành))'
/** In the middle of a chain only, and never with a capital: "Tổ chức …" is mostly the verb. */
const LINK = 'tổ chức(?=(?: khác)?(?:,| và| có liên quan| liên quan| khác))'
export const CHAIN = `(?:${ARTICLE})?(?:${cased(CHAINED)}|${LINK})${WHOLE}`
/** "các sở", "Cơ quan", "doanh nghiệp": a collective, mostly with "các". */
export const COLLECTIVE = `(?:(?:${ARTICLE})?(?:${cased([...CHAINED, ...OTHERS])}|${LINK})|${ARTICLE}(?:${any(WITH_ARTICLE)}))${WHOLE}`
/** Institutions after "các": "các Sở", "các Phòng". */
export const AGENCY_START = new RegExp(`(?:${ARTICLE})?(?:${NAMED})|${COLLECTIVE}`, 'uy')
export const NAMED_START = new RegExp(`(?:${ARTICLE})?(?:${NAMED})`, 'uy')
