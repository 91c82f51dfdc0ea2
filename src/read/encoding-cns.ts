/**
 * CNS 11643 planes 1 and 2 in terms of Big5: both number the same characters in almost the same order, so some ninety
 * runs replace a table of 13,000 entries. A run is `first CNS index,first Big5 index,length`; a CNS index is
 * `(row - 0x21) * 94 + column - 0x21`, a Big5 index counts the 157 trail bytes of each lead byte from 0xA1 on.
 * Worked out by comparing the published mapping tables of the two standards.
 */
const PLANE_1 =
  '0,0,5 6,6,15 21,23,2 24,22,1 29,29,44 73,74,1 74,73,1 75,75,22 98,98,1 100,100,27 127,128,1 128,127,1 ' +
  '129,129,19 148,149,1 149,148,1 150,150,4 155,21,1 156,158,2 158,158,76 282,234,29 312,264,1 314,266,142 ' +
  '3290,471,1412 4702,1884,424 5126,1883,1 5127,2308,1876 7003,4571,1 7004,4184,387 7391,4572,525 ' +
  '7916,5286,1 7917,5097,189 8106,5287,84 8190,5517,1 8191,5371,54 8245,5426,1 8246,5425,1 ' +
  '8247,5427,90 8337,5518,354';

const PLANE_2 =
  '0,6280,10 10,6291,33 43,6372,1 44,6324,48 92,6373,46 138,6586,1 139,6419,167 306,6587,1840 2146,9074,1 ' +
  '2147,8428,108 2255,8537,537 2792,8427,1 2793,9075,100 2893,8536,1 2894,9175,399 3293,9575,1637 ' +
  '4930,11761,1 4931,11212,146 5077,11899,1 5078,11358,287 5365,12508,1 5366,11645,116 5482,11762,137 ' +
  '5619,11900,104 5723,12425,1 5724,12004,222 5946,12227,198 6144,12426,82 6226,12509,86 6312,12226,1 ' +
  '6313,12595,8 6321,12604,153 6474,12758,56 6530,13114,1 6531,12814,113 6644,12603,1 6645,12927,142 ' +
  '6787,12757,1 6788,13069,45 6833,13115,71 6904,13380,1 6905,13186,194 7099,13381,490 7589,13914,1 ' +
  '7590,13871,43 7633,13915,1 7634,13917,11 7645,13916,1 7646,13928,4';

const CELLS = 94 * 94;

let planes: [Uint16Array, Uint16Array] | undefined;

/** Big5 code by CNS index, 0 = none. Built on first use. */
function expand(runs: string): Uint16Array {
  const table = new Uint16Array(CELLS);
  for (const run of runs.split(' ')) {
    const [from = 0, big5 = 0, length = 0] = run.split(',').map(Number);
    for (let i = 0; i < length; i++) {
      const cell = big5 + i;
      const trail = cell % 157;
      table[from + i] = ((0xa1 + Math.floor(cell / 157)) << 8) | (trail < 63 ? 0x40 + trail : 0xa1 + trail - 63);
    }
  }
  return table;
}

/**
 * The Big5 code (lead * 256 + trail) of a character of CNS 11643, given its plane and its two bytes in the range
 * 0x21..0x7E; 0 where Big5 has none or the bytes are out of range.
 */
export function cnsToBig5(plane: 1 | 2, row: number, column: number): number {
  if (row < 0x21 || row > 0x7e || column < 0x21 || column > 0x7e) return 0;
  planes ??= [expand(PLANE_1), expand(PLANE_2)];
  return planes[plane === 1 ? 0 : 1][(row - 0x21) * 94 + column - 0x21] ?? 0;
}
