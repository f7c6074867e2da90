// The published plan to take away.
import { Button } from '@mantine/core'
import { MenuButton } from '../ui/MenuButton.tsx'
import * as words from '../vocabulary/words.ts'

const w = words.planExport
const FORMS = ['docx', 'xlsx', 'json'] as const

export const ExportMenu = ({ planId }: { planId: string }) => (
  <MenuButton
    face={
      <Button size="compact-xs" variant="default" className="screen-only">
        {w.menu}
      </Button>
    }
    parts={[
      {
        entries: FORMS.map((form) => ({
          label: w.forms[form],
          download: `/api/plans/${planId}/export.${form}`,
        })),
      },
    ]}
  />
)
