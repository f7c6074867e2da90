// What an extract says, on its print view and on the public page alike.
import type { PublicFacts } from './extract.ts'
import { factLines } from './extract.ts'
import './assessment.css'

export const ExtractFacts = ({ facts }: { facts: PublicFacts }) => (
  <dl className="extract-facts">
    {factLines(facts).map(({ label, value }) => [
      <dt key={`${label} dt`}>{label}</dt>,
      <dd key={`${label} dd`}>{value}</dd>,
    ])}
  </dl>
)
