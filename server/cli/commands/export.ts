/** `circle export AREA --to FILE`: coverage as a file to take along; the extension says which kind. @module */
import { exportFile } from "../../export/export-file.ts";
import { formatOfFile, levelsOf } from "../../export/formats.ts";
import { EXPORT_LEVELS, type ExportLevel } from "../../export/levels.ts";
import { placeOrder } from "../../export/place-order.ts";
import type { Command } from "../command.ts";
import { cliError } from "../errors.ts";
import { speaks } from "../language.ts";
import { listed, needed, readOptions, scenarioOf, text } from "../options.ts";
import { say } from "../output.ts";
import { asked, QUESTION_OPTIONS, QUESTION_USAGE, questionsOf } from "../questions.ts";
import { withDesk } from "../with-store.ts";
import { writeWhole } from "../write-whole.ts";

const usage = `circle export AREA --to FILE.xlsx|.gpkg|.geojson|.csv ${QUESTION_USAGE}
              [--scenario ID] [--level L,L… of ${EXPORT_LEVELS.join("|")}]`;
const string = { type: "string" } as const;
const strings = { type: "string", multiple: true } as const;

export const exportFiles: Command = {
  usage,
  run: async (args) => {
    const given = readOptions(args, { ...QUESTION_OPTIONS, to: string, scenario: string, level: strings }, usage, 1);
    const area = needed(given.positionals[0], "AREA", usage);
    const path = needed(text(given, "to"), "--to", usage);
    const format = formatOfFile(path);
    const levels = levelsOf(format, listed(given, "level").map(levelNamed));
    const wanted = asked(given);
    const scenario = scenarioOf(given);
    await withDesk(async (desk, store, catalogue) => {
      const questions = (open: Parameters<typeof questionsOf>[0]) => questionsOf(open, wanted);
      const order = await placeOrder(desk, store, catalogue, { area, questions, scenario, language: speaks() });
      const file = await exportFile(order, format, levels, new AbortController().signal);
      await writeWhole(path, file.bytes);
    });
    say({ zh: `已写入 ${path}`, en: `${path} is written` }[speaks()]);
  },
};

function levelNamed(value: string): ExportLevel {
  const level = EXPORT_LEVELS.find((known) => known === value);
  if (level === undefined)
    throw cliError("option_wrong", { field: "--level", value, expected: EXPORT_LEVELS.join(", ") });
  return level;
}
