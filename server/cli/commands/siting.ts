/** `circle siting`: where more sites serve most people who are not served. @module */
import type { Command } from "../command.ts";
import { readOptions } from "../options.ts";
import { AREA_USAGE, sitingInArea } from "../siting/area.ts";
import { MATRIX_USAGE, sitingOverMatrix } from "../siting/matrix.ts";

const usage = `${AREA_USAGE}\n${MATRIX_USAGE}`;
const string = { type: "string" } as const;
const strings = { type: "string", multiple: true } as const;
const flag = { type: "boolean" } as const;
/** Of both kinds of question. */
const COMMON = {
  sites: string,
  objective: string,
  share: string,
  force: strings,
  forbid: strings,
  budget: string,
  "most-per-community": string,
  "one-per-community": flag,
  seconds: string,
  format: string,
} as const;
const OF_AREA = {
  ...COMMON,
  category: string,
  minutes: string,
  profile: string,
  from: strings,
  lattice: string,
  places: string,
  "places-crs": string,
  signed: strings,
  spacing: string,
  rule: string,
  capacities: flag,
  equity: flag,
  "elderly-weight": string,
  "most-candidates": string,
  scenario: string,
  save: string,
} as const;
const OF_MATRIX = {
  ...COMMON,
  matrix: string,
  demand: string,
  limit: string,
  existing: strings,
  conflicts: string,
  candidates: string,
  map: strings,
} as const;

export const siting: Command = {
  usage,
  run: async (args) => {
    const overMatrix = args.some((arg) => /^--(matrix|demand)(=|$)/.test(arg));
    if (overMatrix) await sitingOverMatrix(readOptions(args, OF_MATRIX, MATRIX_USAGE, 0));
    else await sitingInArea(readOptions(args, OF_AREA, usage, 1));
  },
};
