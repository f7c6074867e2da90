// How many cases a property is tried with: a few hundred in all on every run, more than ten thousand in a campaign.

const TIMES = process.env.CHUTRI_NIGHTLY ? 30 : 1

export const runs = (usual: number): number => usual * TIMES

/** Time for one test, in milliseconds, that takes about 30 s at most on a busy machine. */
export const TIME = { timeout: 30_000 * TIMES }
