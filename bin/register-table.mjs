// Prints the table of a register as SQL, for its migration: npm run register:table NAME
const [name = ''] = process.argv.slice(2)
const { findRegister, REGISTERS } = await import('../src/register/registers.ts')
const { tableOf } = await import('../src/register/kit/table.ts')
const register = findRegister(name)
if (!register) {
  process.stderr.write(`Registers: ${REGISTERS.map((one) => one.name).join(', ')}\n`)
  process.exitCode = 1
} else process.stdout.write(`${tableOf(register)}\n`)
