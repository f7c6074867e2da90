// A clause of the plan above or a duty of the plan below, with what holds it, what is suggested, and the decision.
import { Badge, Button, Group, Select, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { type CoverageLink, holds, type Judgement, type Piece } from './coverage.ts'
import { Marked } from './parts.tsx'
import './cascade.css'

const w = words.cascade.coverage
export type State = z.infer<typeof Judgement>['state']
export type Judge = (link: Pick<CoverageLink, 'childId' | 'parentId' | 'version'>, state: State) => void

interface CardProps {
  piece: Piece
  /** The pieces of the other plan. */
  others: readonly Piece[]
  links: readonly CoverageLink[]
  otherOf: (link: CoverageLink) => Piece | undefined
  gap: string
  current: CoverageLink | undefined
  mayJudge: boolean
  onJudge: Judge
  onJoin: (otherId: string) => void
}

export function PieceCard({
  piece,
  others,
  links,
  otherOf,
  gap,
  current,
  mayJudge,
  onJudge,
  onJoin,
}: CardProps) {
  const [isJoining, setJoining] = useState(false)
  const held = links.filter(holds)
  const open = links.filter(({ kind }) => kind === 'suggested')
  const rejected = links.filter(({ kind }) => kind === 'rejected')
  return (
    <Part
      title={[piece.section && words.task.section(piece.section), held.length ? '✓' : '○']
        .filter(Boolean)
        .join(' ')}
    >
      <Text component={Link} to="/items/$id" params={{ id: piece.id } as never} size="sm" c="gray.9">
        <Marked text={piece.quote} marks={open[0]?.shared ?? held[0]?.shared ?? []} />
      </Text>
      {held.length === 0 && (
        <Badge variant="outline" tt="none" color="orange.9" style={{ alignSelf: 'flex-start' }}>
          {gap}
        </Badge>
      )}
      {[...held, ...open, ...(isJoining ? rejected : [])].map((link) => (
        <Pair
          key={`${link.childId} ${link.parentId}`}
          link={link}
          other={otherOf(link)}
          isCurrent={current === link}
          mayJudge={mayJudge}
          onJudge={onJudge}
        />
      ))}
      {mayJudge && !isJoining && (
        <div>
          <Button size="compact-xs" variant="subtle" onClick={() => setJoining(true)}>
            {rejected.length ? w.joinOrSee(rejected.length) : w.join}
          </Button>
        </div>
      )}
      {isJoining && (
        <Select
          label={w.joinLabel}
          searchable
          limit={50}
          data={others
            .filter(({ id }) => !held.some(({ childId, parentId }) => childId === id || parentId === id))
            .map(({ id, section, quote }) => ({
              value: id,
              label: [section, quote.slice(0, 140)].filter(Boolean).join(' · '),
            }))}
          onChange={(id) => {
            if (id) onJoin(id)
            setJoining(false)
          }}
          nothingFoundMessage={words.task.nothingFound}
        />
      )}
    </Part>
  )
}

interface PairProps {
  link: CoverageLink
  other: Piece | undefined
  isCurrent: boolean
  mayJudge: boolean
  onJudge: Judge
}

function Pair({ link, other, isCurrent, mayJudge, onJudge }: PairProps) {
  const { kind, shared, citation, by, score } = link
  if (!other) return null
  return (
    <div className="pair" data-kind={kind} aria-current={isCurrent || undefined}>
      <Text size="xs" fw={700} c="gray.7">
        {w.kinds[kind]}
        {citation && `: ${citation}`}
        {by && ` · ${by}`}
        {kind === 'suggested' && ` · ${w.alike(words.percent(score))}`}
        {other.section && ` · ${words.task.section(other.section)}`}
      </Text>
      <Marked text={other.quote} marks={shared} />
      {shared.length > 0 && kind === 'suggested' && (
        <Text size="xs" c="gray.8">
          {w.sharedWords(shared.join(', '))}
        </Text>
      )}
      {mayJudge && (
        <Group gap={6} mt={4}>
          {kind === 'suggested' && (
            <>
              <Button size="compact-xs" onClick={() => onJudge(link, 'accepted')}>
                {w.accept}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => onJudge(link, 'rejected')}>
                {w.reject}
              </Button>
            </>
          )}
          {kind === 'cited' && (
            <Button size="compact-xs" variant="subtle" onClick={() => onJudge(link, 'rejected')}>
              {w.notSo}
            </Button>
          )}
          {(kind === 'accepted' || kind === 'rejected') && (
            <Button size="compact-xs" variant="subtle" onClick={() => onJudge(link, 'open')}>
              {w.undo}
            </Button>
          )}
        </Group>
      )}
    </div>
  )
}
