// The directory as it is shown: by kind, units under their agency, filtered without losing what stands above.
import { compareVietnamese, searchKey } from '../base/text.ts'
import { AGENCY_KINDS, type AgencyKind } from '../vocabulary/agency-kind.ts'
import type { Agency } from './agency.ts'

export interface Leaf {
  agency: Agency
  depth: number
}

export interface Branch {
  kind: AgencyKind
  leaves: Leaf[]
}

/** `search` finds in name, code and aliases, with or without diacritics; what stands above a hit stays. */
export function treeOf(agencies: readonly Agency[], search = ''): Branch[] {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  const below = new Map<string | null, Agency[]>()
  for (const agency of [...agencies].sort(inOrder)) {
    const parent = parentShown(agency, byId)
    below.set(parent, [...(below.get(parent) ?? []), agency])
  }
  const key = searchKey(search)
  const isHit = ({ name, code, aliases }: Agency) =>
    [name, code ?? '', ...aliases].some((text) => searchKey(text).includes(key))

  const leavesOf = (agency: Agency, depth: number): Leaf[] => {
    const children = (below.get(agency.id) ?? []).flatMap((child) => leavesOf(child, depth + 1))
    return children.length || isHit(agency) ? [{ agency, depth }, ...children] : []
  }
  const tops = below.get(null) ?? []
  return AGENCY_KINDS.map((kind) => ({
    kind,
    leaves: tops.filter((agency) => agency.kind === kind).flatMap((agency) => leavesOf(agency, 0)),
  })).filter(({ leaves }) => leaves.length > 0)
}

/** A department is not shown under the provincial committee, though it belongs there: it has its own heading. */
function parentShown(agency: Agency, byId: ReadonlyMap<string, Agency>): string | null {
  const parent = agency.parentId ? byId.get(agency.parentId) : undefined
  return parent && (agency.kind === 'unit' || agency.kind === parent.kind) ? parent.id : null
}

/** By code as text, those without one by name behind. */
function inOrder(a: Agency, b: Agency): number {
  if (a.code && b.code) return a.code < b.code ? -1 : 1
  if (a.code || b.code) return a.code ? -1 : 1
  return compareVietnamese(a.name, b.name)
}
