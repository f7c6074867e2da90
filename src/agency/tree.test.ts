import { expect, test } from 'vitest'
import { type Agency, NEW_AGENCY } from './agency.ts'
import { treeOf } from './tree.ts'

const agency = (
  id: string,
  name: string,
  kind: Agency['kind'],
  parentId: string | null = null,
  more = {},
): Agency => ({
  id,
  code: null,
  name,
  kind,
  parentId,
  aliases: [],
  ...NEW_AGENCY,
  version: 1,
  ...more,
})
const AGENCIES = [
  agency('1', 'UBND tỉnh', 'province-committee'),
  agency('2', 'Sở Tài chính', 'department', '1', { code: 'H99.02' }),
  agency('3', 'Sở Nội vụ', 'department', '1', { code: 'H99.01' }),
  agency('4', 'Phòng Ngân sách', 'unit', '2'),
  agency('5', 'Hội Nông dân tỉnh', 'front', '6', { aliases: ['HND tỉnh'] }),
  agency('6', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'front'),
  agency('7', 'Phòng Lạc', 'unit', 'gone'),
]
const shown = (search?: string) =>
  treeOf(AGENCIES, search).map(({ kind, leaves }) => [
    kind,
    ...leaves.map((leaf) => `${leaf.depth} ${leaf.agency.name}`),
  ])

test('kinds follow each other; units and members stand under their own, in the order of codes', () => {
  expect(shown()).toEqual([
    ['province-committee', '0 UBND tỉnh'],
    ['department', '0 Sở Nội vụ', '0 Sở Tài chính', '1 Phòng Ngân sách'],
    ['front', '0 Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', '1 Hội Nông dân tỉnh'],
    ['unit', '0 Phòng Lạc'],
  ])
})

test.each([
  ['ngan sach', [['department', '0 Sở Tài chính', '1 Phòng Ngân sách']]],
  ['h99.01', [['department', '0 Sở Nội vụ']]],
  ['hnd', [['front', '0 Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', '1 Hội Nông dân tỉnh']]],
  ['không có', []],
])('searching "%s" keeps what stands above a hit', (search, found) => {
  expect(shown(search)).toEqual(found)
})
