// A value chain as a small picture: who supplies, grows, processes, leads and sells, from left to right; on a phone from top
// to bottom. It is made of text, so that it can be read aloud and followed by its links.
import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { CHAIN_ROLES } from '../register/chain-link.ts'
import { say } from '../register/kit/register.ts'
import * as words from '../vocabulary/words.ts'
import { type Chain, stationsOf } from './market.ts'
import './cooperative.css'

const w = words.cooperative.market

export function ChainPicture({ chain, today, own }: { chain: Chain; today: string; own?: string }) {
  const stations = stationsOf(chain, today)
  const gone = chain.partners.filter(({ endedOn }) => endedOn !== null && endedOn < today)
  return (
    <>
      {chain.partners.length === 0 && (
        <Text size="sm" c="gray.8">
          {w.noPartners}
        </Text>
      )}
      <ol className="chain" aria-label={w.picture(chain.name)}>
        {stations.map(({ role, partners }) => (
          <li key={role ?? 'leading'}>
            <div className={role ? 'station' : 'station is-leading'}>
              <Text size="xs" c="gray.7">
                {role ? say(labelOf(role)) : w.leading}
              </Text>
              {!role && (
                <Anchor
                  component={Link}
                  to={'/registers/enterprise/$id' as never}
                  params={{ id: chain.enterprise?.id } as never}
                  size="sm"
                >
                  {chain.enterprise?.name}
                </Anchor>
              )}
              {partners.map(({ cooperative }) => (
                <div key={cooperative.id}>
                  <Anchor
                    component={Link}
                    to={'/registers/cooperative/$id' as never}
                    params={{ id: cooperative.id } as never}
                    size="sm"
                    className={cooperative.id === own ? 'is-own' : undefined}
                  >
                    {cooperative.name}
                  </Anchor>
                </div>
              ))}
            </div>
          </li>
        ))}
      </ol>
      {gone.length > 0 && (
        <Text size="xs" c="gray.7">
          {w.left([...new Set(gone.map(({ cooperative }) => cooperative.name))].join(', '))}
        </Text>
      )}
    </>
  )
}

const labelOf = (role: string) =>
  CHAIN_ROLES.find(({ value }) => value === role)?.label ?? { vi: role, en: role }
