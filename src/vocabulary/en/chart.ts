import type * as vi from '../words.ts'
import { count } from './format.ts'

export const chart: typeof vi.chart = {
  period: 'Period',
  nothing: 'no figures yet',
  unit: (unit) => `Unit: ${unit}`,
  linesText: (title, from, to, last) => `Line chart: ${title}, from ${from} to ${to}. Latest: ${last}.`,
  barsText: (title, n, most, least) =>
    `Bar chart: ${title}, ${count(n, 'row')}. Highest: ${most}. Lowest: ${least}.`,
  keys: 'The arrow keys lead from point to point; a table of the same figures follows.',
  tableOf: (title) => `Figures: ${title}`,
  noZero: 'The vertical axis does not begin at 0, so that changes can be seen.',
  notDrawn:
    'The drawing part could not be fetched. All figures are in the table; reload the page for the chart.',
  png: 'Save picture (PNG)',
  svg: 'Save picture (SVG)',
  excel: 'Save table (Excel)',
  notSaved: 'The picture could not be made. Try again, or save the table.',
}
