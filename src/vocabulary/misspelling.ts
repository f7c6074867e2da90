// Slips that are never right in an administrative text: the wrong words, the right ones. General Vietnamese usage.
// Only what stands in no right text is listed: "thuế xuất" is not ("thuế xuất khẩu"), "lãi xuất" is.

export const MISSPELLINGS: readonly (readonly [wrong: string, right: string])[] = [
  ['xắp xếp', 'sắp xếp'],
  ['sắp sếp', 'sắp xếp'],
  ['sát nhập', 'sáp nhập'],
  ['xát nhập', 'sáp nhập'],
  ['xáp nhập', 'sáp nhập'],
  ['bổ xung', 'bổ sung'],
  ['sử lý', 'xử lý'],
  ['sử lí', 'xử lí'],
  ['xử dụng', 'sử dụng'],
  ['cọ sát', 'cọ xát'],
  ['chia sẽ', 'chia sẻ'],
  ['suất sắc', 'xuất sắc'],
  ['xuất xắc', 'xuất sắc'],
  ['năng xuất lao động', 'năng suất lao động'],
  ['tăng năng xuất', 'tăng năng suất'],
  ['lãi xuất', 'lãi suất'],
  ['tần xuất', 'tần suất'],
  ['xác xuất', 'xác suất'],
  ['hổ trợ', 'hỗ trợ'],
  ['sơ xuất', 'sơ suất'],
  ['sản suất', 'sản xuất'],
  ['đột suất', 'đột xuất'],
  ['truy suất', 'truy xuất'],
  ['xuất sứ', 'xuất xứ'],
  ['đề suất', 'đề xuất'],
  ['tổ trức', 'tổ chức'],
  ['thực hiên', 'thực hiện'],
  ['nghành', 'ngành'],
  ['kế họach', 'kế hoạch'],
  ['giám xát', 'giám sát'],
  ['kiểm xoát', 'kiểm soát'],
  ['rà xoát', 'rà soát'],
  ['sâu xát', 'sâu sát'],
  ['sát xao', 'sát sao'],
  ['xuyên xuốt', 'xuyên suốt'],
  ['xuy giảm', 'suy giảm'],
  ['tham mưa', 'tham mưu'],
  ['dàng buộc', 'ràng buộc'],
  ['chuẩn đoán', 'chẩn đoán'],
  ['tựu chung', 'tựu trung'],
  ['xúc tích', 'súc tích'],
  ['khắc khe', 'khắt khe'],
  ['trao dồi', 'trau dồi'],
  ['giành cho', 'dành cho'],
  ['chặc chẽ', 'chặt chẽ'],
  ['vướng mắt', 'vướng mắc'],
  ['vướn mắc', 'vướng mắc'],
  ['nghiên túc', 'nghiêm túc'],
  ['nghiên trọng', 'nghiêm trọng'],
  ['nghiêm cứu', 'nghiên cứu'],
  ['chấp hàng', 'chấp hành'],
  ['thăm mưu', 'tham mưu'],
  ['thủ tụt', 'thủ tục'],
  ['đề bạc', 'đề bạt'],
  ['cũng cố', 'củng cố'],
  ['củng như', 'cũng như'],
  ['củng cần', 'cũng cần'],
  ['củng phải', 'cũng phải'],
  ['những nhiễu', 'nhũng nhiễu'],
  ['nổ lực', 'nỗ lực'],
  ['kỹ luật', 'kỷ luật'],
  ['kỹ niệm', 'kỷ niệm'],
  ['kỹ cương', 'kỷ cương'],
  ['kỹ nguyên', 'kỷ nguyên'],
  ['thế kỹ', 'thế kỷ'],
  ['kỷ thuật', 'kỹ thuật'],
  ['kỷ năng', 'kỹ năng'],
  ['nêu rỏ', 'nêu rõ'],
  ['làm rỏ', 'làm rõ'],
  ['ghi rỏ', 'ghi rõ'],
  ['sữa đổi', 'sửa đổi'],
  ['sữa chữa', 'sửa chữa'],
  ['suy nghỉ', 'suy nghĩ'],
  ['ý nghỉa', 'ý nghĩa'],
  ['nghỉa vụ', 'nghĩa vụ'],
  ['nghĩ hưu', 'nghỉ hưu'],
  ['nghĩ phép', 'nghỉ phép'],
  ['mổi năm', 'mỗi năm'],
  ['mỡ rộng', 'mở rộng'],
  ['mỡ lớp', 'mở lớp'],
  ['đội ngủ', 'đội ngũ'],
  ['bảo về môi trường', 'bảo vệ môi trường'],
  ['căn cứ và chức năng', 'căn cứ vào chức năng'],
]

/** Words taken from other languages that are written together and are no slips. */
export const LOAN_WORDS: ReadonlySet<string> = new Set(
  'axít ôtô lôtô café điôxin điôxít ôxít ôxy ôxi ôzôn prôtêin mêtan êtanol côngtơ côngtenơ xêmina vắcxin vácxin kilôgam kilômét kilôoát'.split(
    ' ',
  ),
)

/** A syllable that hardly ever stands alone; without one of its companions a word was left out behind it. */
export const BOUND_SYLLABLES: readonly {
  word: string
  missing: string
  before: ReadonlySet<string>
  after: ReadonlySet<string>
}[] = [
  {
    // "chính sách đối [với] người cao tuổi"
    word: 'đối',
    missing: 'với',
    before: new Set(
      'tuyệt tương cân phản câu chống đối bất ngang vế so chọi sóng một đấu sánh đi một'.split(' '),
    ),
    after: new Set(
      `với tượng tác thoại phó chiếu mặt đầu xử ứng soát lập đáp kháng thủ phương diện nhân xứng trọng trọng nội ngoại chất tụng đãi chứng
lưu âm ngẫu thẳng trị tỷ kỵ sánh đầu đất nghịch đẳng chọi cực địch đối thẩm vị sách`.split(/\s+/u),
    ),
  },
]
