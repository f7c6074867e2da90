import type * as vi from '../words.ts'

export const register: typeof vi.register = {
  notKeeper:
    'Only an agency that keeps this register can do this. Ask the administrator which agency keeps it.',
  notYours:
    'Only an agency that keeps this register, and the commune or ward of this row, can do this. Ask one of them.',
  notRevealed:
    'Personal data is open only to agencies that keep the register and to the commune or ward of this row.',
  notAtThisStep:
    'The row is not in a state from which this step can be taken. Reload the page to see its state.',
}
