// Ready-made definitions: what plans for the collective economy set targets for, from the registers that can answer it.
// Names and units as plans print them; each is made in a province's list when a plan is linked to it.
import type { Atom, Condition, Formula } from './formula.ts'
import type { Direction, Way } from './indicator.ts'

export interface Ready {
  key: string
  name: string
  unit: string
  direction: Direction
  decimals: number
  description: string
  way: Way
  formula: Formula | null
  /** How plans print it: unit and name without diacritics, abbreviations written out (suggest.ts). */
  printed: readonly { unit: RegExp; name: RegExp; quote?: RegExp }[]
}

const KIND = (column: string, ...values: string[]): Condition => ({ test: 'is', column, values })
const STANDS: Condition = { test: 'not', column: 'status', values: ['ended'] }
const LATEST: Condition = { test: 'between', column: 'year', from: '@data-year', to: '@data-year' }
const EFFECTIVE: Condition = { test: 'is', column: 'band', values: ['good', 'fair'] }
const RATED: Condition = { test: 'not', column: 'band', values: ['unrated'] }

const cooperatives = (...more: Condition[]): Atom => ({
  kind: 'count',
  register: 'cooperative',
  where: [STANDS, ...more],
})
const members = (kind: string): Atom => ({
  kind: 'sum',
  register: 'cooperative',
  column: 'members',
  where: [STANDS, KIND('kind', kind)],
})
const ratings = (...where: Condition[]): Atom => ({
  kind: 'count',
  register: 'cooperative-rating',
  where: [LATEST, ...where],
})
const update = (kind: 'sum' | 'average', column: string): Atom => ({
  kind,
  register: 'yearly-update',
  column,
  where: [LATEST, KIND('cooperative.kind', 'cooperative')],
})
const share = (part: Atom, whole: Atom): Formula => ({ kind: 'share', part, whole })
const millions = (of: Atom): Formula => ({ kind: 'times', of, by: 0.000001 })

const COUNT = { direction: 'up', decimals: 0, way: 'formula' } as const
const SHARE = { direction: 'up', decimals: 1, way: 'formula', unit: '%' } as const
const PERCENT = /^(%|phan tram)$/u

export const READY: readonly Ready[] = [
  {
    ...COUNT,
    key: 'cooperatives',
    name: 'Số hợp tác xã',
    unit: 'hợp tác xã',
    description: 'Hợp tác xã chưa chấm dứt tồn tại, kể cả đang tạm ngừng; không gồm liên hiệp, quỹ tín dụng.',
    formula: cooperatives(KIND('kind', 'cooperative')),
    printed: [
      {
        unit: /^hop tac xa$/u,
        name: /^(tong )?(so )?(luong )?hop tac xa( tren dia ban tinh)?(,? voi .*)?$|nang tong so hop tac xa( tren dia ban tinh)?$/u,
      },
    ],
  },
  {
    ...COUNT,
    key: 'cooperative-members',
    name: 'Số thành viên hợp tác xã',
    unit: 'thành viên',
    description: 'Tổng số thành viên chính thức ghi ở sổ hợp tác xã.',
    formula: members('cooperative'),
    printed: [{ unit: /^thanh vien$/u, name: /^(?!.*(to hop tac|lien hiep)).*hop tac xa(,? voi)?$/u }],
  },
  {
    ...COUNT,
    key: 'unions',
    name: 'Số liên hiệp hợp tác xã',
    unit: 'liên hiệp hợp tác xã',
    description: 'Liên hiệp hợp tác xã chưa chấm dứt tồn tại.',
    formula: cooperatives(KIND('kind', 'union')),
    printed: [{ unit: /^lien hiep( hop tac xa)?$/u, name: /lien hiep hop tac xa(,? voi .*)?$/u }],
  },
  {
    ...COUNT,
    key: 'union-members',
    name: 'Số hợp tác xã thành viên của liên hiệp hợp tác xã',
    unit: 'hợp tác xã thành viên',
    description: 'Hợp tác xã chưa chấm dứt tồn tại có ghi liên hiệp mà mình thuộc về.',
    formula: cooperatives(KIND('kind', 'cooperative'), { test: 'known', column: 'parentUnion', known: true }),
    printed: [
      { unit: /^hop tac xa thanh vien$/u, name: /lien hiep hop tac xa/u },
      { unit: /^hop tac xa$/u, name: /hop tac xa thanh vien cua lien hiep/u },
    ],
  },
  {
    ...COUNT,
    key: 'groups',
    name: 'Số tổ hợp tác',
    unit: 'tổ hợp tác',
    description: 'Tổ hợp tác chưa chấm dứt hoạt động.',
    formula: cooperatives(KIND('kind', 'group')),
    printed: [{ unit: /^to hop tac$/u, name: /^(tong )?(so )?(luong )?to hop tac(,? voi .*)?$/u }],
  },
  {
    ...COUNT,
    key: 'group-members',
    name: 'Số thành viên tổ hợp tác',
    unit: 'thành viên',
    description: 'Tổng số thành viên ghi ở sổ của các tổ hợp tác.',
    formula: members('group'),
    printed: [{ unit: /^thanh vien$/u, name: /to hop tac(,? voi)?$/u }],
  },
  {
    ...COUNT,
    key: 'credit-funds',
    name: 'Số quỹ tín dụng nhân dân',
    unit: 'quỹ tín dụng nhân dân',
    description: 'Quỹ tín dụng nhân dân chưa chấm dứt tồn tại.',
    formula: cooperatives(KIND('kind', 'credit-fund')),
    printed: [{ unit: /^quy( tin dung( nhan dan)?)?$/u, name: /quy tin dung( nhan dan)?(,? voi .*)?$/u }],
  },
  {
    ...SHARE,
    key: 'effective-share',
    name: 'Tỷ lệ hợp tác xã hoạt động hiệu quả',
    description:
      'Hợp tác xã được xếp loại tốt, khá trên số hợp tác xã được xếp loại của năm số liệu gần nhất; hợp tác xã không xếp loại thì không tính.',
    formula: share(
      ratings(KIND('cooperative.kind', 'cooperative'), EFFECTIVE),
      ratings(KIND('cooperative.kind', 'cooperative'), RATED),
    ),
    printed: [
      {
        unit: PERCENT,
        name: /^(ty le )?(so )?hop tac xa ((hoat dong|lam an) (co )?hieu qua|(duoc )?xep loai (tot,? kha|kha,? tot)( tro len)?)$/u,
      },
    ],
  },
  {
    ...SHARE,
    key: 'effective-in-chains-share',
    name: 'Tỷ lệ hợp tác xã hoạt động hiệu quả tham gia liên kết theo chuỗi giá trị',
    description:
      'Trong các hợp tác xã xếp loại tốt, khá của năm số liệu gần nhất: số tham gia chuỗi giá trị.',
    formula: share(
      ratings(KIND('cooperative.kind', 'cooperative'), EFFECTIVE, {
        test: 'flag',
        column: 'cooperative.valueChain',
        flag: true,
      }),
      ratings(KIND('cooperative.kind', 'cooperative'), EFFECTIVE),
    ),
    printed: [
      { unit: PERCENT, name: /hop tac xa hoat dong (co )?hieu qua,? trong do$/u, quote: /chuoi gia tri/u },
      { unit: PERCENT, name: /hop tac xa hoat dong (co )?hieu qua tham gia .*chuoi/u },
    ],
  },
  {
    ...SHARE,
    key: 'in-chains-share',
    name: 'Tỷ lệ hợp tác xã tham gia chuỗi giá trị',
    description: 'Trên số hợp tác xã chưa chấm dứt tồn tại.',
    formula: share(
      cooperatives(KIND('kind', 'cooperative'), { test: 'flag', column: 'valueChain', flag: true }),
      cooperatives(KIND('kind', 'cooperative')),
    ),
    printed: [
      { unit: PERCENT, name: /^(ty le )?hop tac xa (co )?(tham gia |lien ket )+.*chuoi( gia tri)?$/u },
    ],
  },
  {
    ...COUNT,
    key: 'in-chains',
    name: 'Số hợp tác xã tham gia chuỗi giá trị',
    unit: 'hợp tác xã',
    description: 'Hợp tác xã chưa chấm dứt tồn tại có ghi tham gia chuỗi giá trị.',
    formula: cooperatives(KIND('kind', 'cooperative'), { test: 'flag', column: 'valueChain', flag: true }),
    printed: [
      { unit: /^hop tac xa$/u, name: /^(so )?hop tac xa (co )?(tham gia|lien ket)[^,]*chuoi( gia tri)?$/u },
    ],
  },
  {
    ...SHARE,
    key: 'organisations-effective-share',
    name: 'Tỷ lệ tổ chức kinh tế tập thể hoạt động hiệu quả',
    description:
      'Hợp tác xã, liên hiệp, tổ hợp tác, quỹ tín dụng được xếp loại tốt, khá trên số được xếp loại của năm số liệu gần nhất.',
    formula: share(ratings(EFFECTIVE), ratings(RATED)),
    printed: [{ unit: PERCENT, name: /to chuc kinh te tap the (hoat dong|lam an) (co )?hieu qua$/u }],
  },
  {
    ...COUNT,
    key: 'high-tech',
    name: 'Số hợp tác xã nông nghiệp ứng dụng công nghệ cao',
    unit: 'hợp tác xã',
    description: 'Hợp tác xã nông, lâm, ngư nghiệp chưa chấm dứt tồn tại có ghi ứng dụng công nghệ cao.',
    formula: cooperatives(KIND('kind', 'cooperative'), KIND('sector', 'agriculture'), {
      test: 'flag',
      column: 'highTech',
      flag: true,
    }),
    printed: [
      {
        unit: /^hop tac xa( nong nghiep)?$/u,
        name: /^(so )?(hop tac xa )?(nong nghiep )?(co )?ung dung cong nghe cao.*$|^(so )?hop tac xa nong nghiep (co )?ung dung cong nghe cao(?!.*xep hang)/u,
      },
    ],
  },
  {
    ...SHARE,
    key: 'women-directors-share',
    name: 'Tỷ lệ nữ giám đốc hợp tác xã, liên hiệp hợp tác xã',
    description: 'Hợp tác xã, liên hiệp chưa chấm dứt tồn tại do nữ lãnh đạo, trên tổng số.',
    formula: share(
      cooperatives(KIND('kind', 'cooperative', 'union'), {
        test: 'flag',
        column: 'womanDirector',
        flag: true,
      }),
      cooperatives(KIND('kind', 'cooperative', 'union')),
    ),
    printed: [{ unit: PERCENT, name: /(nu giam doc|giam doc (la )?nu|nu lanh dao)/u }],
  },
  {
    ...SHARE,
    key: 'trained-managers-share',
    name: 'Tỷ lệ cán bộ quản lý hợp tác xã đã qua đào tạo',
    description: 'Theo bản cập nhật của năm số liệu gần nhất; chỉ tính hợp tác xã.',
    formula: share(update('sum', 'trainedManagers'), update('sum', 'managers')),
    printed: [{ unit: PERCENT, name: /can bo( quan ly)?.*hop tac xa.*(dao tao|boi duong)/u }],
  },
  {
    ...SHARE,
    key: 'women-managers-share',
    name: 'Tỷ lệ nữ trong cán bộ quản lý hợp tác xã',
    description: 'Theo bản cập nhật của năm số liệu gần nhất; chỉ tính hợp tác xã.',
    formula: share(update('sum', 'womenManagers'), update('sum', 'managers')),
    printed: [
      { unit: PERCENT, name: /(nu|phu nu).*can bo quan ly.*hop tac xa|can bo quan ly.*hop tac xa.*la nu/u },
    ],
  },
  {
    ...COUNT,
    key: 'average-revenue',
    name: 'Doanh thu bình quân một hợp tác xã',
    unit: 'triệu đồng',
    description: 'Theo bản cập nhật của năm số liệu gần nhất, chỉ tính hợp tác xã có ghi doanh thu.',
    formula: millions(update('average', 'revenue')),
    printed: [{ unit: /dong/u, name: /doanh thu binh quan( cua)?( mot| moi)? hop tac xa$/u }],
  },
  {
    ...COUNT,
    decimals: 1,
    key: 'average-income',
    name: 'Thu nhập bình quân một lao động trong hợp tác xã',
    unit: 'triệu đồng',
    description: 'Bình quân của các hợp tác xã có ghi thu nhập ở bản cập nhật của năm số liệu gần nhất.',
    formula: millions(update('average', 'incomePerWorker')),
    printed: [{ unit: /dong/u, name: /thu nhap binh quan.*(lao dong|thanh vien).*hop tac xa/u }],
  },
  {
    ...COUNT,
    key: 'workers',
    name: 'Số lao động thường xuyên trong hợp tác xã',
    unit: 'lao động',
    description: 'Tổng theo bản cập nhật của năm số liệu gần nhất.',
    formula: update('sum', 'workers'),
    printed: [{ unit: /^(lao dong|nguoi)$/u, name: /lao dong.*hop tac xa/u }],
  },
  {
    ...COUNT,
    key: 'new-cooperatives',
    name: 'Số hợp tác xã thành lập mới trong năm',
    unit: 'hợp tác xã',
    description: 'Đăng ký từ đầu năm đến ngày tính, kể cả đã chấm dứt trong năm.',
    formula: {
      kind: 'count',
      register: 'cooperative',
      where: [
        KIND('kind', 'cooperative'),
        { test: 'between', column: 'registeredOn', from: '@year-start', to: '@day' },
      ],
    },
    printed: [
      {
        unit: /^hop tac xa( moi)?$/u,
        name: /^(so )?(hop tac xa )?(duoc )?(thanh lap moi|moi thanh lap)( trong nam)?$|^(so )?hop tac xa moi$/u,
      },
    ],
  },
  {
    ...COUNT,
    key: 'new-members',
    name: 'Số thành viên hợp tác xã phát triển mới trong năm',
    unit: 'thành viên',
    description: 'Thành viên mới theo bản cập nhật của năm số liệu gần nhất.',
    formula: update('sum', 'newMembers'),
    printed: [
      { unit: /^thanh vien( moi)?$/u, name: /(phat trien|ket nap) (them|moi)$|thanh vien .*(moi|them)$/u },
    ],
  },
  {
    ...COUNT,
    key: 'trained-people',
    name: 'Số lượt người được đào tạo, bồi dưỡng về kinh tế tập thể trong năm',
    unit: 'lượt',
    description: 'Tổng số người dự các lớp tập huấn mở từ đầu năm đến ngày tính.',
    formula: {
      kind: 'sum',
      register: 'learning-event',
      column: 'participants',
      where: [
        KIND('kind', 'training'),
        { test: 'between', column: 'heldOn', from: '@year-start', to: '@day' },
      ],
    },
    printed: [
      {
        unit: /^luot( nguoi| can bo)?$/u,
        name: /dao tao|boi duong|tap huan/u,
        quote: /hop tac xa|kinh te tap the/u,
      },
    ],
  },
  {
    ...COUNT,
    key: 'supported-cooperatives',
    name: 'Số hợp tác xã được hỗ trợ trong năm',
    unit: 'hợp tác xã',
    description: 'Số hợp tác xã khác nhau có khoản hỗ trợ ghi cho năm của ngày tính.',
    formula: {
      kind: 'count',
      register: 'support',
      distinct: 'cooperative',
      where: [{ test: 'between', column: 'year', from: '@year', to: '@year' }],
    },
    printed: [{ unit: /^hop tac xa$/u, name: /hop tac xa .*duoc (thu huong|ho tro)/u }],
  },
  {
    ...COUNT,
    key: 'ocop-products',
    name: 'Số sản phẩm đạt OCOP từ 3 sao trở lên',
    unit: 'sản phẩm',
    description: 'Sản phẩm trong sổ có ghi từ 3 sao OCOP.',
    formula: {
      kind: 'count',
      register: 'product',
      where: [{ test: 'between', column: 'ocopStars', from: 3, to: null }],
    },
    printed: [{ unit: /^san pham( ocop)?$/u, name: /ocop/u }],
  },
  {
    ...COUNT,
    way: 'objects',
    key: 'top-100',
    name: 'Số tổ chức kinh tế tập thể trong xếp hạng 100 hợp tác xã tiêu biểu toàn quốc',
    unit: 'tổ chức kinh tế tập thể',
    description: 'Đếm danh mục: mỗi tổ chức một dòng, có văn bản công bố xếp hạng.',
    formula: null,
    printed: [
      {
        unit: /to chuc kinh te tap the|^hop tac xa$/u,
        name: /^(?!.*(trong do|nong nghiep|thuong mai)).*xep hang 100 hop tac xa/u,
      },
    ],
  },
  {
    ...COUNT,
    way: 'objects',
    key: 'top-100-high-tech',
    name: 'Số hợp tác xã nông nghiệp ứng dụng công nghệ cao trong xếp hạng 100 hợp tác xã tiêu biểu toàn quốc',
    unit: 'hợp tác xã',
    description: 'Đếm danh mục: mỗi hợp tác xã một dòng, có văn bản công bố xếp hạng.',
    formula: null,
    printed: [
      {
        unit: /^hop tac xa$/u,
        name: /xep hang 100 hop tac xa.*trong do$/u,
        quote: /trong do \d+ hop tac xa nong nghiep/u,
      },
      { unit: /^hop tac xa$/u, name: /nong nghiep ung dung cong nghe cao.*xep hang 100/u },
    ],
  },
  {
    ...COUNT,
    way: 'objects',
    key: 'top-100-trade',
    name: 'Số hợp tác xã thương mại - dịch vụ trong xếp hạng 100 hợp tác xã tiêu biểu toàn quốc',
    unit: 'hợp tác xã',
    description: 'Đếm danh mục: mỗi hợp tác xã một dòng, có văn bản công bố xếp hạng.',
    formula: null,
    printed: [
      {
        unit: /^hop tac xa$/u,
        name: /xep hang 100 hop tac xa.*trong do \d+ hop tac xa nong nghiep/u,
        quote: /hop tac xa thuong mai/u,
      },
      { unit: /^hop tac xa$/u, name: /thuong mai.*dich vu.*xep hang 100/u },
    ],
  },
  {
    ...SHARE,
    way: 'typed',
    key: 'population-share',
    name: 'Tỷ lệ dân số tham gia các tổ chức kinh tế tập thể',
    description: 'Cần dân số của tỉnh, không có ở sổ nào: nhập tay theo số liệu thống kê.',
    formula: null,
    printed: [{ unit: PERCENT, name: /dan so .*tham gia .*(kinh te tap the|hop tac xa)/u }],
  },
]

export const findReady = (key: string): Ready | null => READY.find((one) => one.key === key) ?? null
