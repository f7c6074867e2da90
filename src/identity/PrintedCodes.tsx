// One-time codes on screen and as slips to cut out: shown once, kept nowhere.
import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { createPortal } from 'react-dom'
import * as words from '../vocabulary/words.ts'
import { CODE_DAYS, type PrintedCode } from './identity.ts'
import { useSession } from './session.tsx'

export function CodesDialog({ codes, onClose }: { codes: readonly PrintedCode[]; onClose: () => void }) {
  return (
    <Modal
      opened={codes.length > 0}
      onClose={onClose}
      title={words.accounts.codesTitle}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <PrintedCodes codes={codes} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {words.accounts.codesDone}
        </Button>
      </Group>
    </Modal>
  )
}

export function PrintedCodes({ codes }: { codes: readonly PrintedCode[] }) {
  return (
    <Stack gap="sm">
      <Text size="sm">{words.accounts.codesExplain(CODE_DAYS)}</Text>
      <Table.ScrollContainer
        minWidth={200}
        maxHeight={360}
        scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      >
        <Table stickyHeader striped withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.accounts.person}</Table.Th>
              <Table.Th>{words.accounts.code}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {codes.map(({ name, agency, login, code }) => (
              <Table.Tr key={login}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {name}
                  <Text size="xs">
                    {words.identity.login}: <b>{login}</b>
                  </Text>
                  <Text size="xs" c="gray.7">
                    {agency}
                  </Text>
                </Table.Td>
                <Table.Td ff="monospace" fz="sm" style={{ whiteSpace: 'nowrap' }}>
                  {code}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group>
        <Button onClick={() => window.print()}>{words.accounts.print}</Button>
      </Group>
      {createPortal(<Slips codes={codes} />, document.body)}
    </Stack>
  )
}

/** Beside the page in the document: only there when printing, and then alone (global.css). */
function Slips({ codes }: { codes: readonly PrintedCode[] }) {
  const { province } = useSession()
  return (
    <div className="slips" aria-hidden>
      {codes.map(({ name, agency, login, code }) => (
        <div className="slip" key={login}>
          <b>
            {words.product} · {province}
          </b>
          <div>{name}</div>
          <div>{agency}</div>
          <div>
            {words.accounts.slipAddress}: {location.origin}
          </div>
          <div>
            {words.identity.login}: <b>{login}</b>
          </div>
          <div>
            {words.accounts.code}: <b className="slip-code">{code}</b>
          </div>
          <small>{words.accounts.slipNote(CODE_DAYS)}</small>
        </div>
      ))}
    </div>
  )
}
