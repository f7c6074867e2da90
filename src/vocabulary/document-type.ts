// Types of administrative, Party and legal documents and their abbreviations (Decree 30/2020/NĐ-CP, annex III).
// The name as printed on the type line, in lower case, leads to the abbreviation.

export const DOCUMENT_TYPES: readonly (readonly [name: string, abbreviation: string])[] = [
  ['nghị quyết', 'NQ'],
  ['quyết định', 'QĐ'],
  ['chỉ thị', 'CT'],
  ['quy chế', 'QC'],
  ['quy định', 'QyĐ'],
  ['thông cáo', 'TC'],
  ['thông báo', 'TB'],
  ['hướng dẫn', 'HD'],
  ['chương trình hành động', 'CTr'],
  ['chương trình', 'CTr'],
  ['kế hoạch', 'KH'],
  ['phương án', 'PA'],
  ['đề án', 'ĐA'],
  ['dự án', 'DA'],
  ['báo cáo', 'BC'],
  ['biên bản', 'BB'],
  ['tờ trình', 'TTr'],
  ['hợp đồng', 'HĐ'],
  ['công văn', 'CV'],
  ['công điện', 'CĐ'],
  ['kết luận', 'KL'],
  ['nghị định', 'NĐ'],
  ['thông tư liên tịch', 'TTLT'],
  ['thông tư', 'TT'],
  ['pháp lệnh', 'PL'],
  ['luật', 'Luật'],
]

/** Words a programme may carry on its type line before the type itself. */
export const TYPE_ABBREVIATION = new Map(DOCUMENT_TYPES)
