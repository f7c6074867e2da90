// Files that are handed out: their names and types. The bytes lie in store/files.ts by their hash.

const MEDIA: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  zip: 'application/zip',
}

/** By the name's ending, never by what the sender claims: everything a browser might run becomes plain bytes. */
export const mediaOf = (name: string): string =>
  MEDIA[/\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'

/** RFC 6266: the Vietnamese name for those who read it, a plain one for the rest. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w. -]/gu, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/gu, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
