// Rows chosen in a list, kept over its pages; rows that were refused stay chosen, each with its sentence.
import { useRef, useState } from 'react'
import { MOST_STEPS, type StepsTaken, type WorkRow } from './work.ts'

export interface Selection {
  rows: WorkRow[]
  /** Why a row was refused when it was last sent. */
  whys: ReadonlyMap<string, string>
  has: (id: string) => boolean
  /** `isRange`: with everything between this row and the one touched before. */
  toggle: (id: string, isRange?: boolean) => void
  /** All of the page, or none of it when all are chosen already. */
  toggleAll: () => void
  clear: () => void
  /** What was taken leaves the selection. */
  settle: (results: StepsTaken['results'], others: ReadonlyMap<string, string>) => void
}

export function useSelection(shown: readonly WorkRow[]): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, WorkRow>>(new Map())
  const [whys, setWhys] = useState<ReadonlyMap<string, string>>(new Map())
  const touched = useRef<string | null>(null)
  const fresh = new Map(shown.map((row) => [row.id, row]))
  const set = (ids: readonly string[], isChosen: boolean) => {
    const next = new Map(chosen)
    for (const id of ids) {
      const row = fresh.get(id)
      if (!isChosen) next.delete(id)
      else if (row && next.size < MOST_STEPS) next.set(id, row)
    }
    setChosen(next)
  }
  return {
    // A row that was loaded anew counts as it is now.
    rows: [...chosen.values()].map((row) => fresh.get(row.id) ?? row),
    whys,
    has: (id) => chosen.has(id),
    toggle: (id, isRange = false) => {
      const ids = shown.map((row) => row.id)
      const from = isRange && touched.current ? ids.indexOf(touched.current) : -1
      const to = ids.indexOf(id)
      touched.current = id
      if (from < 0 || to < 0) return set([id], !chosen.has(id))
      set(ids.slice(Math.min(from, to), Math.max(from, to) + 1), true)
    },
    toggleAll: () => {
      const ids = shown.map((row) => row.id)
      set(ids, !ids.every((id) => chosen.has(id)))
    },
    clear: () => {
      setChosen(new Map())
      setWhys(new Map())
    },
    settle: (results, others) => {
      const next = new Map(chosen)
      const refused = new Map(others)
      for (const { id, taken, why } of results) {
        if (taken) next.delete(id)
        else if (why) refused.set(id, why)
      }
      setChosen(next)
      setWhys(refused)
    },
  }
}
