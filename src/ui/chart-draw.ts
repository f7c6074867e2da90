// The drawing library, only the parts that are used, as SVG: sharp on paper and at any size. A chunk of its own that comes
// with the first chart.
import { BarChart, LineChart } from 'echarts/charts'
import {
  AriaComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Chart } from './chart.ts'
import { heightOf, optionOf } from './chart-option.ts'

use([
  BarChart,
  LineChart,
  AriaComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
  SVGRenderer,
])

export interface Drawn {
  draw: (chart: Chart) => void
  /** Points at one place, or at none. */
  point: (at: number | null) => void
  dispose: () => void
}

/** Draws into `place`, again whenever its width changes. */
export function drawIn(place: HTMLElement, first: Chart): Drawn {
  let chart = first
  const picture = init(place, null, { renderer: 'svg' })
  const draw = () => {
    const width = place.clientWidth
    picture.resize({ width, height: heightOf(chart, { width }) })
    picture.setOption(optionOf(chart, { width }), { notMerge: true })
    // On paper the picture is made as wide as the page: it has to know how wide it was drawn.
    place.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${heightOf(chart, { width })}`)
  }
  let last = 0
  const watch = new ResizeObserver(() => {
    if (place.clientWidth === 0 || place.clientWidth === last) return
    last = place.clientWidth
    draw()
  })
  watch.observe(place)
  return {
    draw: (next) => {
      chart = next
      if (place.clientWidth > 0) draw()
    },
    point: (at) => {
      if (at === null) picture.dispatchAction({ type: 'hideTip' })
      else picture.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: at })
    },
    dispose: () => {
      watch.disconnect()
      picture.dispose()
    },
  }
}

/** Pixels of an exported picture, the same whatever screen it was taken from. */
const WIDTH = 1000

/** The whole chart with title, legend, unit and note, as the text of an SVG file. */
export function pictureOf(chart: Chart): string {
  const drawing = { width: WIDTH, isAlone: true }
  const picture = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: WIDTH,
    height: heightOf(chart, drawing),
  })
  try {
    picture.setOption(optionOf(chart, drawing))
    return picture.renderToSVGString()
  } finally {
    picture.dispose()
  }
}
