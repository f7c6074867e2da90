// Support of the province: what was given by year, source and field, the development fund, needs beside what was given.
import { Anchor, Button, SimpleGrid, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import type { Option } from '../register/kit/register.ts'
import { SUPPORT_SOURCES } from '../register/support.ts'
import { SUPPORT_FIELDS } from '../register/support-policy.ts'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Bars, Share } from './bars.tsx'
import { nameOf } from './DissolutionsPage.tsx'
import { type Cell, type Fund, type Gap, SupportPicture } from './support.ts'
import './assessment.css'

const w = words.support

export function SupportPage() {
  const { data, error, refetch } = useQuery({
    queryKey: ['support', 'province'],
    queryFn: () => get('/api/cooperatives/support', SupportPicture),
  })
  const register = (name: string, label: string) => (
    <Button variant="default" component={Link} to={'/registers/$name' as never} params={{ name } as never}>
      {label}
    </Button>
  )
  return (
    <Page
      title={w.title}
      actions={
        <>
          {register('support', w.openReceived)}
          {register('support-need', w.openNeeds)}
        </>
      }
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && data.byYear.length === 0 && <Empty>{w.empty}</Empty>}
      {data && data.byYear.length > 0 && (
        <>
          <Part title={w.byYear}>
            <Bars
              bars={data.byYear.map(({ year, n, cooperatives, amount }) => ({
                label: w.yearLine(year, n, cooperatives, amount),
                n: amount,
                said: w.millions(amount),
                to: { path: '/registers/support', search: { year } },
              }))}
            />
          </Part>
          <Cells title={w.bySource} cells={data.bySource} options={SUPPORT_SOURCES} column="source" />
          <Cells title={w.byField} cells={data.byField} options={SUPPORT_FIELDS} />
        </>
      )}
      {data && (
        <SimpleGrid cols={{ base: 1, lg: 2 }}>
          <FundPart fund={data.fund} />
          <GapsPart gaps={data.gaps} />
        </SimpleGrid>
      )}
    </Page>
  )
}

/** Rows by what, columns by year, the sum of each; over it the bars of all years together. */
function Cells({
  title,
  cells,
  options,
  column,
}: {
  title: string
  cells: readonly Cell[]
  options: readonly Option[]
  /** Of the register of support, where the figure leads to its list. */
  column?: string
}) {
  const years = [...new Set(cells.map(({ year }) => year))].sort()
  const keys = options.map(({ value }) => value).filter((value) => cells.some(({ key }) => key === value))
  const at = (key: string, year: number) => cells.find((one) => one.key === key && one.year === year)
  const total = (key: string) =>
    cells.filter((one) => one.key === key).reduce((sum, { amount }) => sum + amount, 0)
  return (
    <Part title={title}>
      <Bars
        bars={keys.map((key) => ({
          label: nameOf(options, key),
          n: total(key),
          said: w.millions(total(key)),
          ...(column && { to: { path: '/registers/support', search: { [column]: key } } }),
        }))}
      />
      <div style={{ overflowX: 'auto' }}>
        <table className="support-table">
          <caption style={{ textAlign: 'left', fontSize: 'var(--mantine-font-size-xs)' }}>{w.unit}</caption>
          <thead>
            <tr>
              <th>{title}</th>
              {years.map((year) => (
                <th key={year}>{year}</th>
              ))}
              <th>{w.total}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key}>
                <td>{nameOf(options, key)}</td>
                {years.map((year) => (
                  <td key={year}>{million(at(key, year)?.amount ?? 0)}</td>
                ))}
                <td>
                  <b>{million(total(key))}</b>
                </td>
              </tr>
            ))}
            <tr>
              <td>
                <b>{w.total}</b>
              </td>
              {years.map((year) => (
                <td key={year}>
                  <b>
                    {million(
                      cells.filter((one) => one.year === year).reduce((sum, { amount }) => sum + amount, 0),
                    )}
                  </b>
                </td>
              ))}
              <td>
                <b>{million(cells.reduce((sum, { amount }) => sum + amount, 0))}</b>
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </Part>
  )
}

const million = (amount: number) => (amount === 0 ? '–' : words.number(Math.round(amount / 100_000) / 10))

function FundPart({ fund }: { fund: Fund }) {
  const f = w.fund
  return (
    <Part title={f.title}>
      {fund.loans === 0 ? (
        <Text size="sm">{f.empty}</Text>
      ) : (
        <Stack gap="xs">
          <Text size="sm">{f.lent(fund.loans, fund.lent)}</Text>
          <Share part={fund.repaid} whole={fund.lent} text={f.bar(fund.repaid, fund.lent)} />
          <Anchor
            component={Link}
            to={'/registers/$name' as never}
            params={{ name: 'fund-loan' } as never}
            search={{ status: 'lent,extended' } as never}
            size="sm"
          >
            {f.outstanding(fund.outstanding)}
          </Anchor>
          <Text size="sm" fw={fund.overdue ? 700 : 400}>
            {f.overdue(fund.overdue, fund.overdueAmount)}
          </Text>
          {fund.writtenOff > 0 && (
            <Text size="sm">{f.writtenOff(fund.writtenOff, fund.writtenOffAmount)}</Text>
          )}
          {fund.late.length > 0 && (
            <section aria-label={f.late}>
              <Text size="sm" fw={600}>
                {f.late}
              </Text>
              <ul className="plain-list">
                {fund.late.map((one) => (
                  <li key={one.id}>
                    <Anchor
                      component={Link}
                      to={'/registers/$name/$id' as never}
                      params={{ name: 'cooperative', id: one.cooperativeId } as never}
                      size="sm"
                    >
                      {one.cooperative}
                    </Anchor>
                    <Text size="sm">{f.lateLine(one.contract, one.amount - one.repaid, one.daysLate)}</Text>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </Stack>
      )}
    </Part>
  )
}

function GapsPart({ gaps }: { gaps: readonly Gap[] }) {
  const g = w.gaps
  if (gaps.length === 0)
    return (
      <Part title={g.title}>
        <Text size="sm">{g.empty}</Text>
      </Part>
    )
  return (
    <Part title={g.title}>
      <Text size="sm" c="gray.7">
        {g.hint}
      </Text>
      <div style={{ overflowX: 'auto' }}>
        <table className="support-table">
          <thead>
            <tr>
              {(['field', 'stated', 'served', 'open', 'given'] as const).map((name) => (
                <th key={name}>{g.columns[name]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {gaps.map((gap) => (
              <tr key={gap.field}>
                <td>{nameOf(SUPPORT_FIELDS, gap.field)}</td>
                <td>
                  <Anchor
                    component={Link}
                    to={'/registers/$name' as never}
                    params={{ name: 'support-need' } as never}
                    search={{ field: gap.field } as never}
                    size="sm"
                  >
                    {g.stated(gap.stated, gap.cooperatives)}
                  </Anchor>
                </td>
                <td>
                  {g.served(gap.served, gap.cooperatives)}
                  <div className="share-bar" aria-hidden style={{ minWidth: 60 }}>
                    <span style={{ width: `${(100 * gap.served) / Math.max(1, gap.cooperatives)}%` }} />
                  </div>
                </td>
                <td>{words.number(gap.open)}</td>
                <td>{w.millions(gap.given)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  )
}
