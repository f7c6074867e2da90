// All plans of the province; a document dropped anywhere on the page goes straight to its review.
import { Badge, Button, Group, Modal, Paper, Stack, Text, Textarea, TextInput, Tooltip } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { MOST_BYTES } from '../base/limit.ts'
import { get, send } from '../http/client.ts'
import { useWhyNot } from '../identity/session.tsx'
import { FileDrop, useFileChooser } from '../ui/FileDrop.tsx'
import { useShortcuts } from '../ui/keys.ts'
import { DialogActions, Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Key } from './DecisionBar.tsx'
import { FilesDialog } from './FilesDialog.tsx'
import { type Plan, PlanList } from './plan.ts'
import { struckKey } from './review-keys.ts'
import { ACCEPT, Uploads, uploadForm, useUploads } from './Uploads.tsx'

export function PlansPage() {
  const whyNot = useWhyNot('plan.draft')
  const navigate = useNavigate()
  const [isPasting, setPasting] = useState(false)
  const [ordering, setOrdering] = useState<File[] | null>(null)
  const plans = useInfiniteQuery({
    queryKey: ['plans'],
    queryFn: ({ pageParam }) =>
      get(`/api/plans${pageParam ? `?after=${encodeURIComponent(pageParam)}` : ''}`, PlanList),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const uploads = useUploads(whyNot === null, (id) => {
    void navigate({ to: '/plans/$id/review', params: { id } as never })
  })
  const upload = (files: readonly File[]) => {
    const [first] = files
    // Said before it has been sent: on a slow line that takes minutes.
    const tooLarge = files.find(({ size }) => size > MOST_BYTES)
    if (tooLarge) return uploads.refuse(tooLarge.name, words.refusal.tooLarge)
    if (first) uploads.upload(uploadForm(files), words.addition.files(first.name, files.length - 1))
  }
  const uploadFile = (file: File) => upload([file])
  const chooser = useFileChooser(ACCEPT, words.planPages.load, uploadFile, setOrdering)
  const isFree = whyNot === null && !uploads.isOnItsWay
  useShortcuts((event) => {
    if (!isFree || event.ctrlKey || event.metaKey || event.altKey) return false
    const key = struckKey(event)
    if (key === 'o') chooser.open()
    else if (key === 'v') setPasting(true)
    else return false
    return true
  })

  const found = plans.data?.pages.flatMap((page) => page.plans) ?? []
  const actions = (
    <Tooltip label={whyNot} disabled={!whyNot} multiline maw={320}>
      <Group gap="xs">
        <Button disabled={!isFree} onClick={chooser.open} rightSection={<Key>o</Key>} aria-keyshortcuts="o">
          {words.planPages.load}
        </Button>
        <Button
          variant="default"
          disabled={!isFree}
          onClick={() => setPasting(true)}
          rightSection={<Key>v</Key>}
          aria-keyshortcuts="v"
        >
          {words.planPages.paste}
        </Button>
        {whyNot === null && (
          <Button variant="default" component={Link} to="/plans/import">
            {words.tracker.fromPlans}
          </Button>
        )}
      </Group>
    </Tooltip>
  )
  return (
    <Page title={words.planPages.plans} actions={actions}>
      {chooser.input}
      <FileDrop
        label={words.planPages.dropHere}
        onFile={isFree ? uploadFile : null}
        onFiles={setOrdering}
        onOther={() => uploads.tell(words.reading.noFolder)}
      />
      {whyNot === null && (
        <Text size="sm" c="gray.7">
          {words.reading.accepted}
        </Text>
      )}
      <Uploads uploads={uploads} />
      {plans.error && <Failure error={plans.error} onRetry={() => void plans.refetch()} />}
      {plans.isPending && <Loading />}
      {plans.data && found.length === 0 && (
        <Empty>{whyNot ? words.planPages.emptyForReaders : words.planPages.empty}</Empty>
      )}
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {found.map((plan) => (
          <PlanRow key={plan.id} plan={plan} canDraft={whyNot === null} />
        ))}
      </Stack>
      {plans.hasNextPage && (
        <Button
          variant="default"
          loading={plans.isFetchingNextPage}
          onClick={() => void plans.fetchNextPage()}
        >
          {words.common.more}
        </Button>
      )}
      {ordering && (
        <FilesDialog
          files={ordering}
          onRead={(files) => {
            setOrdering(null)
            upload(files)
          }}
          onClose={() => setOrdering(null)}
        />
      )}
      {isPasting && (
        <PasteDialog
          onClose={() => setPasting(false)}
          onPaste={(form, name) => {
            setPasting(false)
            uploads.upload(form, name)
          }}
        />
      )}
    </Page>
  )
}

function PlanRow({ plan, canDraft }: { plan: Plan; canDraft: boolean }) {
  const isDraft = plan.status === 'draft'
  const [isDeleting, setDeleting] = useState(false)
  const name = plan.title || plan.fileName
  return (
    <Paper withBorder p="sm" component="li">
      <Group justify="space-between" gap="sm" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Text
            component={Link}
            to={isDraft ? '/plans/$id/review' : '/plans/$id'}
            params={{ id: plan.id } as never}
            fw={600}
            c="lake.9"
            lineClamp={3}
          >
            {plan.number ? `${plan.number} · ${name}` : name}
          </Text>
          <Text size="sm" c="gray.7">
            {[plan.issuer, plan.issued && words.day(plan.issued)].filter(Boolean).join(' · ')}
          </Text>
          <Text size="sm">
            {isDraft
              ? [
                  plan.addsTo && words.addition.addsToPlan(plan.addsTo.number ?? plan.addsTo.title),
                  words.planPages.draftSince(words.moment(plan.createdAt)),
                  plan.title && plan.fileName,
                ]
                  .filter(Boolean)
                  .join(' · ')
              : words.planPages.tracks(plan.tracked, plan.assignments)}
          </Text>
        </div>
        <Stack gap={6} align="flex-end">
          <Badge
            variant={isDraft ? 'outline' : 'filled'}
            color={isDraft ? '#8a4700' : 'lake.8'}
            tt="none"
            miw={110}
          >
            {words.planPages.statuses[plan.status]}
          </Badge>
          {isDraft && canDraft && (
            <Button
              size="compact-xs"
              variant="subtle"
              c="red.9"
              aria-label={words.planPages.deleteDraftOf(name)}
              onClick={() => setDeleting(true)}
            >
              {words.common.delete}
            </Button>
          )}
        </Stack>
      </Group>
      {isDeleting && <DeleteDialog plan={plan} name={name} onClose={() => setDeleting(false)} />}
    </Paper>
  )
}

function DeleteDialog({ plan, name, onClose }: { plan: Plan; name: string; onClose: () => void }) {
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () =>
      send(`/api/plans/${plan.id}`, { method: 'DELETE', version: plan.version, answer: z.null() }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['plans'] })
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={words.planPages.deleteDraft}>
      <Stack gap="sm">
        <Text size="sm">{words.planPages.deleteExplain(name)}</Text>
        {remove.error && <Failure error={remove.error} />}
        <DialogActions onCancel={onClose} isCancelFirst>
          <Button color="red.9" loading={remove.isPending} onClick={() => remove.mutate()}>
            {words.planPages.deleteDraft}
          </Button>
        </DialogActions>
      </Stack>
    </Modal>
  )
}

function PasteDialog({
  onPaste,
  onClose,
}: {
  onPaste: (form: FormData, name: string) => void
  onClose: () => void
}) {
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (!text.trim()) return
    const form = new FormData()
    form.append('text', text)
    if (name.trim()) form.append('name', name.trim())
    onPaste(form, name.trim() || words.planPages.pastedText)
  }
  return (
    <Modal opened onClose={onClose} size="xl" title={words.planPages.paste}>
      <form
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
        }}
      >
        <Stack gap="sm">
          <Textarea
            label={words.planPages.pasteText}
            description={words.planPages.pasteHint}
            required
            data-autofocus
            autosize
            minRows={10}
            maxRows={18}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <TextInput
            label={words.planPages.pasteName}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <DialogActions onCancel={onClose}>
            <Button type="submit" disabled={!text.trim()}>
              {words.planPages.readText}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Modal>
  )
}
