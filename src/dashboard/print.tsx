// The page on paper: the styles of `@media print` (ui/global.css) lay it on A4 on its side, without the menu.
// A phone has its own way to paper.
import { Button } from '@mantine/core'
import * as words from '../vocabulary/words.ts'

export const PrintButton = () => (
  <Button variant="default" className="screen-only" visibleFrom="sm" onClick={() => window.print()}>
    {words.standing.paper.print}
  </Button>
)
