// A chart into what echarts draws. Pure: the drawing library itself comes later (chart-draw.ts).
import type { EChartsCoreOption } from 'echarts/core'
import * as words from '../vocabulary/words.ts'
import {
  BAND_COLOR,
  type BarChart,
  type Chart,
  drawnValues,
  figure,
  isWhole,
  type LineChart,
  LOOKS,
  labelSides,
  leavesZeroOut,
  pointLines,
} from './chart.ts'

/** As the page's, and named in full: an exported picture has no page around it. */
// Without quotation marks: the exported SVG writes it into an attribute.
const FONT = 'system-ui, Segoe UI, Roboto, Noto Sans, Liberation Sans, sans-serif'
const TEXT = '#212529'
const RULE = '#ced4da'
/** Pixels of one bar with its gap. */
export const BAR = 28

/** `isAlone`: the picture leaves the page, so its title, legend, unit and note go with it. */
export interface Drawing {
  width: number
  isAlone?: boolean
}

export const optionOf = (chart: Chart, drawing: Drawing): EChartsCoreOption =>
  chart.kind === 'bars' ? barOption(chart, drawing) : lineOption(chart, drawing)

const common = (chart: Chart, { isAlone }: Drawing): EChartsCoreOption => ({
  animation: false,
  textStyle: { fontFamily: FONT, color: TEXT, fontSize: 13 },
  aria: { enabled: true, label: { enabled: false } },
  backgroundColor: isAlone ? '#fff' : undefined,
  ...(isAlone && {
    title: {
      text: chart.title,
      subtext: words.chart.unit(chart.unit),
      left: 16,
      top: 10,
      textStyle: { fontFamily: FONT, fontSize: 17, color: TEXT, width: 950, overflow: 'break' },
      subtextStyle: { fontFamily: FONT, fontSize: 13, color: TEXT },
    },
  }),
  tooltip: {
    trigger: 'axis',
    confine: true,
    className: 'chart-tip',
    axisPointer: { type: chart.kind === 'bars' ? 'shadow' : 'line' },
    // An element of the page, not a text of HTML: names come from people.
    formatter: (points: unknown) => tipOf(chart, points),
    textStyle: { fontFamily: FONT, color: TEXT, fontSize: 13 },
  },
})

/** What stands at one place, as the table says it. */
function tipOf(chart: Chart, points: unknown): HTMLElement {
  const at = Array.isArray(points) ? Number(points[0]?.dataIndex ?? 0) : 0
  const place = document.createElement('div')
  for (const text of pointLines(chart, at)) {
    const line = document.createElement('div')
    line.textContent = text
    place.append(line)
  }
  return place
}

const valueAxis = (more: object) => ({
  type: 'value',
  axisLabel: { formatter: figure, color: TEXT, hideOverlap: true },
  splitLine: { lineStyle: { color: RULE } },
  ...more,
})

/** The note under a picture that leaves the page. */
const noteOf = (chart: Chart, { isAlone }: Drawing) =>
  isAlone && chart.note
    ? {
        graphic: {
          type: 'text',
          left: 16,
          bottom: 10,
          style: { text: chart.note, width: 960, overflow: 'break', fill: TEXT, font: `12px ${FONT}` },
        },
      }
    : {}

function lineOption(chart: LineChart, drawing: Drawing): EChartsCoreOption {
  const sides = labelSides(chart)
  const { band } = chart
  const isNarrow = drawing.width < 480
  const lines = chart.lines.map(({ name, look }, line) => {
    const { color, dash, symbol, isHollow } = LOOKS[look]
    return {
      name,
      type: 'line',
      connectNulls: true,
      symbol,
      symbolSize: look === 'measured' ? 9 : 11,
      showAllSymbol: true,
      color,
      lineStyle: { color, width: look === 'typed' ? 0 : look === 'measured' ? 3 : 2, type: [...dash] },
      itemStyle: isHollow ? { color: '#fff', borderColor: color, borderWidth: 2 } : { color },
      z: look === 'measured' ? 4 : 3,
      // Figures over figures nobody reads: the table has those that find no place.
      labelLayout: { hideOverlap: true },
      data: drawnValues(chart, line).map(({ value, isJoin }, at) => ({
        value,
        ...(isJoin && { symbol: 'none' }),
        label: {
          show: value !== null && !isJoin && Boolean(sides[line]?.[at]),
          position: sides[line]?.[at] ?? 'top',
          distance: 7,
          formatter: () => figure(value),
          color,
          fontSize: 13,
          fontWeight: look === 'measured' ? 'bold' : 'normal',
          textBorderColor: '#fff',
          textBorderWidth: 3,
        },
      })),
    }
  })
  return {
    ...common(chart, drawing),
    ...noteOf(chart, drawing),
    ...(drawing.isAlone && {
      legend: {
        top: 62,
        left: 16,
        itemWidth: 40,
        itemGap: 18,
        data: [...chart.lines.map(({ name }) => name), ...(band ? [band.name] : [])],
        textStyle: { fontFamily: FONT, fontSize: 13, color: TEXT },
      },
    }),
    grid: {
      left: 8,
      right: isNarrow ? 12 : 20,
      top: drawing.isAlone ? 112 : 26,
      bottom: drawing.isAlone && chart.note ? 52 : 8,
      outerBoundsMode: 'same',
    },
    xAxis: {
      type: 'category',
      data: [...chart.periods],
      boundaryGap: true,
      axisTick: { alignWithLabel: true },
      axisLine: { lineStyle: { color: TEXT } },
      axisLabel: { color: TEXT, hideOverlap: true },
    },
    yAxis: valueAxis({
      scale: leavesZeroOut(chart),
      ...(isWhole(chart) && { minInterval: 1 }),
      splitNumber: isNarrow ? 4 : 5,
    }),
    series: [...lines, ...(band ? bandSeries(chart, band) : [])],
  }
}

const HATCHED = {
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [2, 6],
  rotation: Math.PI / 4,
  color: LOOKS.target.color,
}

/** From the lower to the upper bound, hatched: two bars piled up, the lower one unseen. One year alone is seen as well. */
function bandSeries({ lines }: LineChart, { name, from, to }: NonNullable<LineChart['band']>) {
  const measured = lines.find(({ look }) => look === 'measured')?.values ?? []
  const plain = { type: 'bar', stack: 'band', barWidth: '46%', barMaxWidth: 44, silent: true, z: 1 }
  return [
    { ...plain, name: ' ', color: 'transparent', data: [...from] },
    {
      ...plain,
      name,
      color: BAND_COLOR,
      itemStyle: {
        color: BAND_COLOR,
        opacity: 0.55,
        decal: HATCHED,
        borderColor: LOOKS.target.color,
        borderWidth: 1,
      },
      data: to.map((value, at) => {
        const low = from[at] ?? null
        return {
          value: value === null || low === null ? null : value - low,
          label: {
            show: value !== null && low !== null,
            // Away from the line, which stands above the band or in it.
            position: (measured[at] ?? Number.NEGATIVE_INFINITY) > (low ?? 0) ? 'bottom' : 'top',
            formatter: () => `${figure(low)}–${figure(value)}`,
            opacity: 1,
            color: LOOKS.target.color,
            fontSize: 13,
            textBorderColor: '#fff',
            textBorderWidth: 3,
          },
        }
      }),
    },
  ]
}

function barOption(chart: BarChart, drawing: Drawing): EChartsCoreOption {
  const wide = Math.max(90, Math.min(280, Math.round(drawing.width * 0.38)))
  return {
    ...common(chart, drawing),
    ...noteOf(chart, drawing),
    grid: {
      left: 8,
      right: 20 + 8 * Math.max(...chart.bars.map(({ value }) => figure(value).length), 1),
      top: drawing.isAlone ? 72 : 4,
      bottom: drawing.isAlone && chart.note ? 52 : 8,
      outerBoundsMode: 'same',
    },
    xAxis: valueAxis({ splitNumber: drawing.width < 480 ? 3 : 5, min: 0 }),
    yAxis: {
      type: 'category',
      inverse: true,
      data: chart.bars.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: TEXT } },
      axisLabel: { color: TEXT, interval: 0, width: wide, overflow: 'truncate', ellipsis: '…' },
    },
    series: [
      {
        type: 'bar',
        name: chart.unit,
        barWidth: 15,
        color: '#0f6a93',
        data: chart.bars.map(({ value }) => value),
        label: {
          show: true,
          position: 'right',
          formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? figure(value) : ''),
          color: TEXT,
          fontWeight: 'bold',
        },
      },
    ],
  }
}

/** How high the picture is: known before anything is drawn, so that nothing jumps. */
export function heightOf(chart: Chart, drawing: Drawing): number {
  const note = drawing.isAlone && chart.note ? 44 : 0
  if (chart.kind === 'bars') return chart.bars.length * BAR + (drawing.isAlone ? 112 : 44) + note
  return drawing.isAlone ? 560 : 300
}
