/** The solver as commands use it: progress on standard error, Ctrl-C keeps the best so far. @module */
import type { Words } from "../../base/errors.ts";
import type { SolverThread } from "../../siting/exact/solver-thread.ts";
import type { Names } from "../../siting/infeasible.ts";
import type { Solution } from "../../siting/solution.ts";
import type { SolveSettings } from "../../siting/solve.ts";
import { cliError } from "../errors.ts";
import { speaks } from "../language.ts";
import { type Given, number, text } from "../options.ts";
import { say } from "../output.ts";

/** Of HiGHS, beside what the rest of the process holds. */
export const MEMORY_LIMIT_BYTES = 700 * 2 ** 20;
const DEFAULT_SECONDS = 30;
const MOST_SECONDS = 3600;

/** Of `--seconds`; 0 for the greedy answer alone. */
export function timeLimitOf(given: Given): number {
  const expected = `0 … ${MOST_SECONDS}`;
  const seconds = number(given, "seconds", DEFAULT_SECONDS, expected);
  if (seconds < 0 || seconds > MOST_SECONDS)
    throw cliError("option_wrong", { field: "--seconds", value: text(given, "seconds"), expected });
  return seconds;
}

function progressOf({ value, bound, gap }: Solution): Words {
  // Never shown as closed before it is.
  const percent = Math.ceil(gap * 1e4) / 100;
  return {
    zh: `目前最好 ${value}，界 ${bound}，差距 ${percent}%`,
    en: `best so far ${value}, bound ${bound}, gap ${percent} %`,
  };
}

/** @returns settings, and what ends listening for Ctrl-C */
export function followed(
  thread: SolverThread,
  timeLimitSeconds: number,
  names: Names,
): { settings: SolveSettings; done: () => void } {
  const abort = new AbortController();
  const onInterrupt = () => abort.abort();
  process.once("SIGINT", onInterrupt);
  const settings: SolveSettings = {
    thread: timeLimitSeconds > 0 ? thread : null,
    timeLimitSeconds,
    now: () => performance.now() / 1000,
    signal: abort.signal,
    onProgress: (best) => say(progressOf(best)[speaks()]),
    onFault: say,
    names,
  };
  return { settings, done: () => process.off("SIGINT", onInterrupt) };
}
