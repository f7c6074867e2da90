// The tree of the body in, its measurable targets out.

import type { Indicator } from './draft.ts'
import type { Node } from './outline.ts'

export function readIndicators(root: Node): Indicator[] {
  void root
  return []
}
