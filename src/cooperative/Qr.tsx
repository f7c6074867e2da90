// A QR code drawn as one path: sharp at every size, printed without a picture file.
import qrcode from 'qrcode-generator'

/** `text` is the whole address. */
export function Qr({ text, label }: { text: string; label: string }) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const n = code.getModuleCount()
  const path: string[] = []
  for (let row = 0; row < n; row++)
    for (let column = 0; column < n; column++)
      if (code.isDark(row, column)) path.push(`M${column + 4} ${row + 4}h1v1h-1z`)
  return (
    // Four modules of white all round, as readers ask for (ISO/IEC 18004).
    <svg
      className="qr"
      viewBox={`0 0 ${n + 8} ${n + 8}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={n + 8} height={n + 8} fill="#fff" />
      <path d={path.join('')} fill="#000" />
    </svg>
  )
}
