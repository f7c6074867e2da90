// Slips that are never right in an administrative text: the wrong words, the right ones. General Vietnamese usage.

export const MISSPELLINGS: readonly (readonly [wrong: string, right: string])[] = [
  ['xắp xếp', 'sắp xếp'],
  ['sát nhập', 'sáp nhập'],
  ['bổ xung', 'bổ sung'],
  ['sử lý', 'xử lý'],
  ['xử dụng', 'sử dụng'],
  ['cọ sát', 'cọ xát'],
  ['chia sẽ', 'chia sẻ'],
  ['suất sắc', 'xuất sắc'],
  ['năng xuất lao động', 'năng suất lao động'],
  ['hổ trợ', 'hỗ trợ'],
  ['sơ xuất', 'sơ suất'],
  ['tổ trức', 'tổ chức'],
  ['thực hiên', 'thực hiện'],
  ['nghành', 'ngành'],
  ['kế họach', 'kế hoạch'],
  ['giám xát', 'giám sát'],
  ['tham mưa', 'tham mưu'],
  ['dàng buộc', 'ràng buộc'],
  ['chuẩn đoán', 'chẩn đoán'],
  ['đề suất', 'đề xuất'],
]
