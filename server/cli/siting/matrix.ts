/** `circle siting --matrix`: a plan over costs that were computed elsewhere. @module */
import { checkQuestion } from "../../siting/check.ts";
import { SolverThread } from "../../siting/exact/solver-thread.ts";
import { candidatesNamed, type MatrixProblem, matrixProblem } from "../../siting/matrix.ts";
import { outcomeOf } from "../../siting/outcome.ts";
import { planOf } from "../../siting/plan.ts";
import { type Conditions, NO_CONDITIONS, OBJECTIVES, type SitingQuestion } from "../../siting/problem.ts";
import { solveSiting } from "../../siting/solve.ts";
import { cliError } from "../errors.ts";
import { choice, type Given, listed, needed, number, text, texts } from "../options.ts";
import { say } from "../output.ts";
import { type Mapping, parseMapping } from "./matrix-columns.ts";
import { type CandidateColumns, readCandidates, readConflicts, readCosts, readDemand } from "./matrix-files.ts";
import { printPlan, type Told } from "./print.ts";
import { followed, MEMORY_LIMIT_BYTES, timeLimitOf } from "./solver.ts";

export const MATRIX_USAGE = `circle siting --matrix FILE --demand FILE --sites N --limit L [--objective cover|fewest|median|center]
              [--share S] [--existing ID,ID…] [--force ID,ID…] [--forbid ID,ID…] [--conflicts FILE]
              [--candidates FILE [--budget B] [--most-per-community K] [--one-per-community]]
              [--map TABLE.FIELD=HEADER …] [--seconds 30] [--format json|csv]
              matrix: origin,destination,cost; demand: id,weight; candidates: id[,price][,capacity][,community]; conflicts: a,b`;

export async function sitingOverMatrix(given: Given): Promise<void> {
  const format = choice(given, "format", ["json", "csv"]);
  const objective = choice(given, "objective", OBJECTIVES);
  const matrixPath = needed(text(given, "matrix"), "--matrix", MATRIX_USAGE);
  const demandPath = needed(text(given, "demand"), "--demand", MATRIX_USAGE);
  const sites = objective === "fewest" && text(given, "sites") === null ? null : wholeNumber(given, "sites");
  const needsLimit = objective === "cover" || objective === "fewest";
  const limit = text(given, "limit") === null && !needsLimit ? null : amount(given, "limit");
  const share = number(given, "share", 1, "0 … 1");
  const timeLimitSeconds = timeLimitOf(given);
  const mapping = parseMapping(texts(given, "map"));
  const [costs, demand] = [await readCosts(matrixPath, mapping), await readDemand(demandPath, mapping)];
  const read = matrixProblem(costs, demand, listed(given, "existing"));
  const question: SitingQuestion = {
    objective,
    sites,
    limit,
    share,
    conditions: await conditionsOf(given, read, mapping),
  };
  const nameOf = (j: number) => read.candidates[j];
  checkQuestion(read.problem, question, nameOf);
  tellUnmatched(read);
  const thread = new SolverThread(MEMORY_LIMIT_BYTES);
  const names = { candidate: nameOf, community: String };
  try {
    const { settings, done } = followed(thread, timeLimitSeconds, names);
    const solution = await solveSiting(read.problem, question, settings).finally(done);
    const told: Told = {
      question,
      solution,
      plan: planOf(read.problem, question, solution),
      outcome: outcomeOf(read.problem, question, solution.chosen),
      nameOf,
    };
    await printPlan(told, format, {
      candidates: read.candidates.length,
      demandPoints: read.points.length,
      pairs: costs.cost.length,
      demandSide: read.demandSide,
      demandPointsWithoutPair: read.pointsWithoutPair,
      pairsWithoutDemand: read.pairsWithoutDemand,
    });
  } finally {
    thread.end();
  }
}

async function conditionsOf(given: Given, { candidates }: MatrixProblem, mapping: Mapping): Promise<Conditions> {
  const path = text(given, "candidates");
  for (const name of ["budget", "most-per-community"])
    if (text(given, name) !== null && path === null)
      throw cliError("option_without_file", { field: `--${name}`, expected: "--candidates" });
  if (given.values["one-per-community"] === true && path === null)
    throw cliError("option_without_file", { field: "--one-per-community", expected: "--candidates" });
  const conflictsPath = text(given, "conflicts");
  const conflicts = conflictsPath === null ? [] : await readConflicts(conflictsPath, mapping);
  return {
    ...NO_CONDITIONS,
    forced: candidatesNamed(listed(given, "force"), candidates),
    forbidden: candidatesNamed(listed(given, "forbid"), candidates),
    conflicts: conflicts.map((pair) => candidatesNamed(pair, candidates) as [number, number]),
    ...(path !== null && tabled(given, await readCandidates(path, mapping), candidates)),
  };
}

/** Conditions that hang on a table of candidates, which must name every one of them. */
function tabled(given: Given, table: CandidateColumns, candidates: readonly string[]): Partial<Conditions> {
  candidatesNamed(table.id, candidates);
  const rowOf = new Map(table.id.map((id, row) => [id, row]));
  const missing = candidates.find((id) => !rowOf.has(id));
  if (missing !== undefined)
    throw cliError("option_wrong", { field: "--candidates", value: `− ${missing}`, expected: `+ ${missing}` });
  const column = (values: readonly number[] | null, option: string) => {
    if (values === null && text(given, option) !== null)
      throw cliError("option_without_file", { field: `--${option}`, expected: `--candidates: ${option}` });
    return values && Float64Array.from(candidates, (id) => values[rowOf.get(id)!]);
  };
  const names = [...new Set(table.community?.filter((name) => name !== ""))].sort();
  const group = table.community && Int32Array.from(candidates, (id) => names.indexOf(table.community![rowOf.get(id)!]));
  const oneEach = given.values["one-per-community"] === true;
  const most = text(given, "most-per-community");
  if ((oneEach || most !== null) && group === null)
    throw cliError("option_without_file", {
      field: oneEach ? "--one-per-community" : "--most-per-community",
      expected: "--candidates: community",
    });
  const budget = text(given, "budget");
  return {
    price: budget === null ? column(table.price, "price") : (column(table.price, "budget") ?? null),
    budget: budget === null ? null : amount(given, "budget"),
    capacity: column(table.capacity, "capacity"),
    group,
    mostPerGroup: most === null ? null : wholeNumber(given, "most-per-community"),
    neededGroups: oneEach ? names.map((_, i) => i) : [],
  };
}

function wholeNumber(given: Given, name: string): number {
  const value = number(given, name, null, "1, 2, …");
  if (!Number.isInteger(value) || value < 1)
    throw cliError("option_wrong", { field: `--${name}`, value: text(given, name), expected: "1, 2, …" });
  return value;
}

function amount(given: Given, name: string): number {
  const value = number(given, name, null, "≥ 0");
  if (value < 0) throw cliError("option_wrong", { field: `--${name}`, value: text(given, name), expected: "≥ 0" });
  return value;
}

function tellUnmatched({ pointsWithoutPair, pairsWithoutDemand, demandSide }: MatrixProblem): void {
  if (pointsWithoutPair > 0 || pairsWithoutDemand > 0)
    say(
      `demand = ${demandSide}; ${pointsWithoutPair} demand points without any pair; ${pairsWithoutDemand} pairs without demand`,
    );
}
