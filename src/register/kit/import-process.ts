// The process in which sheets of registers are read.
import { serveDesk } from '../../document/sheet-desk-child.ts'
import { carryOut, type Order, readRegisterFile } from './import-desk.ts'

serveDesk<Order>(readRegisterFile, carryOut)
