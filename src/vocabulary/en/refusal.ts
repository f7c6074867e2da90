import type * as vi from '../words.ts'

export const refusal: typeof vi.refusal = {
  signIn: 'You are not signed in, or your session has expired. Please sign in to continue.',
  foreignOrigin: 'The request came from another site and was not carried out. Please use Chủ Trì itself.',
  invalid: 'Some of the information is not correct. Please check the fields named and correct them.',
  tooLarge:
    'The file is larger than 50 MB and cannot be accepted. Please split it or reduce the size of its images.',
  tooMany: 'Too many requests in a short time. Please wait a minute and try again.',
  unreadable: 'The server could not read this request. Please reload the page and try again.',
  brokenPage:
    'This page met an unexpected fault; what was saved is safe. Please try again or reload the page.',
  fault: (id) =>
    `The system met an unexpected error; nothing was recorded. When reporting it, please quote the code ${id}.`,
  versionMissing: 'The version seen (If-Match) is missing, so the change cannot be recorded.',
  keyMissing: 'The key against double sending is missing (Idempotency-Key, 8 to 100 characters).',
  keyReused:
    'This key against double sending was used for another request. Please reload the page and try again.',
  stale:
    'Somebody else changed this after you opened it. Please reload to see the new version, then try again.',
  missing: 'This was not found. It may have been deleted, or it does not belong to your agency.',
  serverRunning:
    'A Chủ Trì server is already running on this data directory. Please use that server, or set another DATA_DIR.',
  portTaken: (port) =>
    `Port ${port} is in use by another program. Please stop that program or set another PORT.`,
}
