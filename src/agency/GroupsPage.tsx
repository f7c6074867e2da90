// Named groups: who is in them today, by which rule; added, changed, deleted.
import { Button, Group, Stack, Text, Tooltip } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { get } from '../http/client.ts'
import { useWhyNot } from '../identity/session.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import { GROUPS } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'
import { AgencyTabs } from './AgencyTabs.tsx'
import { Agency, ALL_AGENCIES, type Directory, directoryOf, LATEST, membersOf } from './agency.ts'
import { GroupDialog } from './GroupDialog.tsx'
import { AgencyGroup, type GroupRule } from './group.ts'

const KEY = ['agency-groups']
/** So many members are named; the rest are counted. */
const NAMED = 12

export function GroupsPage() {
  const whyNot = useWhyNot('agency.write')
  const client = useQueryClient()
  const [open, setOpen] = useState<'add' | AgencyGroup | null>(null)
  const groups = useQuery({
    queryKey: KEY,
    queryFn: () => get('/api/agencies/groups', z.array(AgencyGroup)),
  })
  const agencies = useQuery({
    queryKey: ALL_AGENCIES.key,
    queryFn: () => get(ALL_AGENCIES.path, z.array(Agency)),
  })
  const directory = useMemo(
    // Today is the server's: whatever ended is out, whatever was prepared is not in yet.
    () => directoryOf(agencies.data ?? [], LATEST, { groups: groups.data ?? [] }),
    [agencies.data, groups.data],
  )
  const error = groups.error ?? agencies.error
  const own = groups.data?.filter(({ version }) => version > 0) ?? []
  const committees = groups.data?.filter(({ version }) => version === 0) ?? []
  const add = (
    <Tooltip label={whyNot} disabled={!whyNot} multiline maw={320}>
      <Button data-disabled={whyNot ? true : undefined} onClick={() => whyNot || setOpen('add')}>
        {words.succession.addGroup}
      </Button>
    </Tooltip>
  )
  return (
    <Page title={words.succession.groupsTitle} actions={own.length > 0 && add}>
      <AgencyTabs />
      {error && (
        <Failure error={error} onRetry={() => void Promise.all([groups.refetch(), agencies.refetch()])} />
      )}
      {(groups.isPending || agencies.isPending) && !error && <Loading />}
      {groups.data && agencies.data && (
        <>
          {own.length === 0 && <Empty action={add}>{words.succession.noGroups}</Empty>}
          {own.map((group) => (
            <Part key={group.id} title={group.name}>
              <Rule rule={group.rule} directory={directory} />
              {group.forms.length > 0 && (
                <Text size="sm">{words.succession.printedForms(group.forms.join('; '))}</Text>
              )}
              <Members id={group.id} directory={directory} />
              {!whyNot && (
                <div>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={words.agencyPages.editOf(group.name)}
                    onClick={() => setOpen(group)}
                  >
                    {words.common.edit}
                  </Button>
                </div>
              )}
            </Part>
          ))}
          <Part title={words.succession.fixedGroups}>
            <Text size="sm">{words.succession.fixedGroupsExplain}</Text>
            {[...GROUPS, ...committees.map(({ id }) => id)].map((group) => (
              <Group key={group} gap="xs" wrap="nowrap" align="flex-start">
                <Stack gap={0} style={{ minWidth: 0 }}>
                  <Text size="sm" fw={600}>
                    {committees.find(({ id }) => id === group)?.name ??
                      words.agency.groups[group as (typeof GROUPS)[number]]}
                  </Text>
                  <Members id={group} directory={directory} />
                </Stack>
              </Group>
            ))}
          </Part>
        </>
      )}
      {open && (
        <GroupDialog
          group={open === 'add' ? null : open}
          directory={directory}
          onClose={() => setOpen(null)}
          onSaved={() => {
            setOpen(null)
            void client.invalidateQueries({ queryKey: KEY })
          }}
        />
      )}
    </Page>
  )
}

function Members({ id, directory }: { id: string; directory: Directory }) {
  const members = membersOf(id, directory)
  const rest = members.length - NAMED
  return (
    <Text size="sm" c="gray.8">
      {words.succession.memberCount(members.length)}
      {members.length > 0 &&
        `: ${members
          .slice(0, NAMED)
          .map(({ name }) => name)
          .join(', ')}`}
      {rest > 0 && words.succession.andMore(rest)}
    </Text>
  )
}

function Rule({ rule, directory }: { rule: GroupRule; directory: Directory }) {
  const nameOf = (id: string) => directory.byId.get(id)?.name ?? ''
  const { kinds, under, committee, plus, minus } = rule
  const said = [
    kinds.length > 0 && words.succession.ruleKinds(kinds.map((kind) => words.agency.kinds[kind]).join(', ')),
    under && words.succession.ruleUnder(nameOf(under)),
    committee && words.succession.ruleCommittee(nameOf(committee)),
    plus.length > 0 && words.succession.rulePlus(plus.map(nameOf).join(', ')),
    minus.length > 0 && words.succession.ruleMinus(minus.map(nameOf).join(', ')),
  ].filter(Boolean)
  return <Text size="sm">{said.join('; ')}</Text>
}
