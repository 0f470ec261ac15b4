/** `circle siting`: where more sites serve most people who are not served. @module */
import type { Command } from "../command.ts";
import { readOptions } from "../options.ts";
import { MATRIX_USAGE, sitingOverMatrix } from "../siting/matrix.ts";

const usage = MATRIX_USAGE;
const string = { type: "string" } as const;
const strings = { type: "string", multiple: true } as const;
const flag = { type: "boolean" } as const;
const OPTIONS = {
  matrix: string,
  demand: string,
  sites: string,
  limit: string,
  objective: string,
  share: string,
  existing: strings,
  force: strings,
  forbid: strings,
  conflicts: string,
  candidates: string,
  budget: string,
  "most-per-community": string,
  "one-per-community": flag,
  map: strings,
  seconds: string,
  format: string,
} as const;

export const siting: Command = {
  usage,
  run: async (args) => sitingOverMatrix(readOptions(args, OPTIONS, usage, 0)),
};
