// What the sample province was reminded of, and the letter its focal officer is writing: by the functions that the server
// and the routes call, in order of time.
import type { Actor } from '../http/actor.ts'
import type { Sql } from '../store/database.ts'
import { tellRungs } from '../urging/ladder-queries.ts'
import { writeLetters } from '../urging/letters.ts'
import type { StoryEvent } from './story.ts'

/** Mornings on which the server told what had come due. */
const MORNINGS = ['2026-10-01', '2026-11-13', '2026-11-17', '2026-11-20']
const LETTER = { by: 'stc.daumoi', to: 'H99.05', day: '2026-11-20' }

interface Known {
  personOf(name: string): Promise<Actor>
  agencyId(code: string): string
}

export function urgingEvents(tx: Sql, tenantId: number, { personOf, agencyId }: Known): StoryEvent[] {
  const at = (day: string, time: string) => new Date(`${day}T${time}:00+07:00`)
  const { by, to, day } = LETTER
  return [
    ...MORNINGS.map((today) => ({
      at: at(today, '06:30'),
      run: () => tellRungs(tx, tenantId, { at: at(today, '06:30'), today }),
    })),
    {
      at: at(day, '10:15'),
      run: async () =>
        writeLetters(
          tx,
          await personOf(by),
          { agencies: [agencyId(to)] },
          { at: at(day, '10:15'), today: day },
        ),
    },
  ]
}
