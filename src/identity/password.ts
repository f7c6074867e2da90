// Passwords and one-time codes, kept as argon2id (19 MiB, two passes: OWASP's floor).
import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const derive = promisify(argon2)

/** -> "argon2id$19456$2$1$salt$tag", base64. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { ...COST, message: password.normalize('NFC'), nonce })
  return [
    'argon2id',
    COST.memory,
    COST.passes,
    COST.parallelism,
    nonce.toString('base64'),
    tag.toString('base64'),
  ].join('$')
}

export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [kind, memory, passes, parallelism, nonce = '', tag = ''] = stored.split('$')
  if (kind !== 'argon2id') return false
  const expected = Buffer.from(tag, 'base64')
  const actual = await derive('argon2id', {
    message: password.normalize('NFC'),
    nonce: Buffer.from(nonce, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  })
  return timingSafeEqual(actual, expected)
}

/** Letters and figures that nobody confuses on paper: no O and 0, no I, l and 1. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A code to print and hand over: "K7QM-2XWD-9TRA", about 59 bits. */
export function makeCode(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return `${group()}-${group()}-${group()}`
}

/** Codes are typed from paper: case and hyphens do not count. */
export const codeKey = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')

export interface OneTimeCode {
  code: string
  hash: string
}

/** Codes with their hashes, derived side by side: one takes about 30 ms. */
export const makeCodes = (n: number): Promise<OneTimeCode[]> =>
  Promise.all(
    Array.from({ length: n }, async () => {
      const code = makeCode()
      return { code, hash: await hashPassword(codeKey(code)) }
    }),
  )
