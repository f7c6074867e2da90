// What we use of a package that comes without types.
declare module 'word-extractor' {
  interface Options {
    filterUnicode?: boolean
    includeFooters?: boolean
    includeHeadersAndFooters?: boolean
    includeBody?: boolean
  }
  interface Extracted {
    getBody(options?: Options): string
    getFootnotes(options?: Options): string
    getEndnotes(options?: Options): string
    getHeaders(options?: Options): string
    getTextboxes(options?: Options): string
    getAnnotations(options?: Options): string
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<Extracted>
  }
}
