/**
 * Where the tile of each region stands, from north to south; `column` in halves of a tile, so that the staggering follows
 * the country's outline: the north lies further east, the south further west.
 */
export const regionTiles: readonly { code: string; column: number; row: number }[] = [
  { code: '15', column: 4, row: 1 },
  { code: '01', column: 4, row: 2 },
  { code: '02', column: 4, row: 3 },
  { code: '03', column: 4, row: 4 },
  { code: '04', column: 3, row: 5 },
  { code: '05', column: 2, row: 6 },
  { code: '13', column: 4, row: 6 },
  { code: '06', column: 3, row: 7 },
  { code: '07', column: 3, row: 8 },
  { code: '08', column: 1, row: 9 },
  { code: '16', column: 3, row: 9 },
  { code: '09', column: 2, row: 10 },
  { code: '14', column: 2, row: 11 },
  { code: '10', column: 2, row: 12 },
  { code: '11', column: 2, row: 13 },
  { code: '12', column: 2, row: 14 },
];
