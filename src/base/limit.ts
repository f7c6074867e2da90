// Limits that server and browser share.

/** The largest file taken in, at every door: a plan, a sheet, a piece of evidence. */
export const MOST_BYTES = 50 * 1024 * 1024
