// The process in which tracking sheets are read.
import { serveDesk } from '../document/sheet-desk-child.ts'
import { carryOut, type Order } from './desk.ts'
import { readTracker } from './sheet.ts'

serveDesk<Order>(readTracker, carryOut)
