// A file to be kept by whoever asked for it: its name in the answer's head.

/** RFC 6266: the Vietnamese name for those who read it, a plain one for the rest. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w. -]/gu, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/gu, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
