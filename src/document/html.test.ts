import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOfHtml } from './html.ts'

const texts = (html: string): string[] => linesOfHtml(html).map((line) => line.text)

test('entities of every kind, one composition', () => {
  expect(texts('<p>K&ecirc;&#769; ho&#7841;ch &amp; ch&#x1EC9; ti&ecirc;u &lt; 5 ha, 3 < 4</p>')).toEqual([
    'Kế hoạch & chỉ tiêu < 5 ha, 3 < 4',
  ])
})

test('scripts, styles and comments are no text; blocks and breaks are lines', () => {
  expect(
    texts(
      '<style>p{}</style><script>if (a<b) "<p>không</p>"</script><!-- <p>không</p> --><div>Một<br>Hai<p>B<b>a</b>\nbốn</div>',
    ),
  ).toEqual(['Một', 'Hai', 'Ba bốn'])
})

test('lists bear the labels a browser prints', () => {
  expect(
    texts(
      '<ol type="I"><li>Mục đích<ol><li>Trồng cây<li>Nạo vét<ul><li>Kênh chính</ul></ol></li><li>Yêu cầu</ol><ol type=a start=4><li>Rà soát<li>e) Kiểm tra</ol>',
    ),
  ).toEqual([
    'I. Mục đích',
    '1. Trồng cây',
    '2. Nạo vét',
    '- Kênh chính',
    'II. Yêu cầu',
    'd) Rà soát',
    'e) Kiểm tra',
  ])
})

test('tables keep their merged cells, tables of layout are none', () => {
  const lines = linesOfHtml(
    '<table><tr><td><p>KẾ HOẠCH</p><table><tr><td rowspan=2>1<td colspan=2>Trồng cây</tr><tr><td>Sở A<td>Quý I</table></table>',
  )
  expect(
    lines.map(({ text, cell }) => [text, cell?.row, cell?.column, cell?.rowSpan, cell?.columnSpan]),
  ).toEqual([
    ['KẾ HOẠCH', undefined, undefined, undefined, undefined],
    ['1', 0, 0, 2, 1],
    ['Trồng cây', 0, 1, 1, 2],
    ['Sở A', 1, 1, 1, 1],
    ['Quý I', 1, 2, 1, 1],
  ])
})

test('menus are set aside', () => {
  expect(linesOfHtml('<nav>Tin tức</nav><p>Kế hoạch</p>').map((line) => line.aside)).toEqual([
    'web',
    undefined,
  ])
})

test('any string of tags gives lines', () => {
  const piece = fc.constantFrom(
    ...'<p> </p> <table> </table> <tr> <td> <td colspan="3"> <li> <ol> </ol> <b> </b> <!-- --> <script> </script> < > " \' = & &amp; &#0; &#xD800; <pre> chữ'.split(
      ' ',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const lines = linesOfHtml(pieces.join(''))
      expect(lines.map((line) => line.n)).toEqual(lines.map((_, i) => i))
    }),
  )
})

test('what was struck out while the text was worked on is no text', () => {
  expect(texts('<p>Hoàn thành trước ngày <del>15/3/2026</del><ins>30/6/2026</ins>.</p>')).toEqual([
    'Hoàn thành trước ngày 30/6/2026.',
  ])
})

test.each([
  [
    'LibreOffice',
    '<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>',
    '<a href="#sdfootnote1anc">1</a>',
  ],
  [
    'Word',
    '<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>',
    '<a href="#_ftnref1"><span>[1]</span></a> ',
  ],
])('a footnote of %s is told from the text', (_, mark, start) => {
  const html = `<p>Sở Nội vụ${mark} lập danh sách, xem <a href="#muc2">mục 2</a>.</p><div><p>${start}Theo nghị quyết.</p></div>`
  expect(linesOfHtml(html).map(({ text, note }) => [text, note ?? false])).toEqual([
    ['Sở Nội vụ lập danh sách, xem mục 2.', false],
    ['[1] Theo nghị quyết.', true],
  ])
})
