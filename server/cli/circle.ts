/** The `circle` command: results on standard output, everything else on standard error; exit 0 done, 2 the input is wrong, 1 a fault of ours. @module */
import { DomainError } from "../base/errors.ts";
import { ConfigError } from "../config.ts";
import type { Command } from "./command.ts";
import { areas } from "./commands/areas.ts";
import { capacity } from "./commands/capacity.ts";
import { closure } from "./commands/closure.ts";
import { coverage } from "./commands/coverage.ts";
import { distances } from "./commands/distances.ts";
import { doctor } from "./commands/doctor.ts";
import { exportFiles } from "./commands/export.ts";
import { importFiles } from "./commands/import.ts";
import { reach } from "./commands/reach.ts";
import { compare, run as keepRun, runs } from "./commands/run.ts";
import { scenario } from "./commands/scenario.ts";
import { siting } from "./commands/siting.ts";
import { spacing } from "./commands/spacing.ts";
import { standards } from "./commands/standards.ts";
import { versions } from "./commands/versions.ts";
import { cliError } from "./errors.ts";
import { speaks } from "./language.ts";
import { say } from "./output.ts";

const COMMANDS: Readonly<Record<string, Command>> = {
  import: importFiles,
  areas,
  versions,
  reach,
  distances,
  coverage,
  capacity,
  closure,
  siting,
  run: keepRun,
  runs,
  compare,
  scenario,
  spacing,
  standards,
  export: exportFiles,
  doctor,
};

/**
 * Runs one command line.
 *
 * @param words what follows `circle`
 * @returns the exit code; whatever went wrong has been said on standard error
 */
export async function circle(words: readonly string[]): Promise<0 | 1 | 2> {
  try {
    return await run(words);
  } catch (error) {
    if (error instanceof DomainError) {
      say(`${error.code}: ${error.words[speaks()]}`);
      return 2;
    }
    if (error instanceof ConfigError) {
      say(error.message);
      return 2;
    }
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  }
}

async function run([name, ...args]: readonly string[]): Promise<0 | 2> {
  if (name === undefined) {
    process.stderr.write(`${usage()}\n`);
    return 2;
  }
  if (name === "--help" || name === "help") {
    process.stdout.write(`${usage()}\n`);
    return 0;
  }
  const command = COMMANDS[name];
  if (!Object.hasOwn(COMMANDS, name))
    throw cliError("command_unknown", { value: name, expected: Object.keys(COMMANDS).join(", ") });
  if (args.includes("--help")) {
    process.stdout.write(`${command.usage}\n`);
    return 0;
  }
  await command.run(args);
  return 0;
}

function usage(): string {
  return Object.values(COMMANDS)
    .map((command) => command.usage)
    .join("\n");
}
