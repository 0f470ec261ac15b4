/**
 * A thread in which questions are narrowed by prices and models solved by HiGHS, one after another. Either blocks its thread,
 * so that it is stopped by ending the thread; what it found until then was posted as it was found.
 * @module
 */
import { parentPort, workerData } from "node:worker_threads";
import highsModule, { type Highs, type Model } from "highs";
import { narrow } from "../dual/narrow.ts";
import type { Ending, ModelRequest, NarrowRequest, SolveRequest, SolverMessage } from "./messages.ts";
import type { LinearModel } from "./model.ts";

/** Plans are the same from run to run. */
const SEED = 1;
/** Whole numbers that are less than one apart are equal. */
const WHOLE_GAP = 1 - 1e-3;
const PART_GAP = 1e-6;
const MODEL_STATUS = { infeasible: 8, optimal: 7, empty: 6, unboundedOrInfeasible: 9 } as const;

const PAGE_BYTES = 65_536;

/** What is used of the platform's WebAssembly, of which neither the language's own types nor Node's tell. */
interface GrowingMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
declare const WebAssembly: { readonly Memory: { readonly prototype: GrowingMemory } };

/** HiGHS asks for more memory piece by piece: what goes beyond the limit is refused, which it does not survive. */
let isRefused = false;
const { memoryLimitBytes } = workerData as { memoryLimitBytes: number };
const { grow } = WebAssembly.Memory.prototype;
WebAssembly.Memory.prototype.grow = function (this: GrowingMemory, pages: number) {
  const wanted = this.buffer.byteLength + pages * PAGE_BYTES;
  if (wanted > memoryLimitBytes) {
    isRefused = true;
    throw new RangeError(`${wanted} bytes are more than ${memoryLimitBytes}`);
  }
  return grow.call(this, pages);
};

const tell = (message: SolverMessage): void => parentPort!.postMessage(message);
/** Its types are those of CommonJS, whereas Node loads its ES module, whose default export is the function itself. */
const loading = (highsModule as unknown as (typeof highsModule)["default"])();

parentPort!.on("message", (request: SolveRequest) => {
  void answer(request).catch((error: unknown) => tellFailure(request.id, error));
});

async function answer(request: SolveRequest): Promise<void> {
  if (request.kind === "narrow") tell(narrowed(request));
  else answerModel(await loading, request);
}

function narrowed({ id, problem, question, start, needed, isOver }: NarrowRequest): SolverMessage {
  const narrowed = narrow({
    problem,
    question,
    start,
    needed,
    onPlan: (chosen) => tell({ kind: "plan", id, chosen }),
    onBound: (bound) => tell({ kind: "bound", id, bound }),
    isLate: () => Atomics.load(isOver, 0) === 1,
  });
  return { kind: "narrowed", id, narrowed };
}

function answerModel(highs: Highs, request: ModelRequest): void {
  highs.withModel(asData(highs, request.model), (solver) => tell(solve(highs, solver, request)));
}

function tellFailure(id: number, error: unknown): void {
  const ending: Ending = isRefused || error instanceof RangeError ? "memory" : "fault";
  tell({ kind: "ended", id, ending, chosen: null, bound: null, message: String(error) });
}

function solve(highs: Highs, solver: Model, { id, model, start, timeLimitSeconds }: ModelRequest): SolverMessage {
  solver.options.set({
    output_flag: false,
    random_seed: SEED,
    mip_rel_gap: 0,
    mip_abs_gap: model.isIntegral ? WHOLE_GAP : PART_GAP,
    time_limit: timeLimitSeconds,
  });
  if (start !== null) {
    const values = new Float64Array(model.candidates);
    for (const j of start) values[j] = 1;
    solver.raw.setSparseSolution({ indices: Int32Array.from(values.keys()), values });
  }
  let chosen: readonly number[] | null = null;
  let bound: number | null = null;
  const { mipImprovingSolution, mipLogging } = highs.constants.callbackType;
  solver.run({
    [mipImprovingSolution]: ({ data }) => {
      if (data.mip_solution === undefined) return undefined;
      chosen = chosenIn(data.mip_solution, model);
      tell({ kind: "plan", id, chosen });
      return undefined;
    },
    [mipLogging]: ({ data }) => {
      const now = data.mip_dual_bound;
      if (now === undefined || !Number.isFinite(now) || now === bound) return undefined;
      bound = now;
      tell({ kind: "bound", id, bound });
      return undefined;
    },
  });
  const status = solver.getModelStatus();
  if (status === MODEL_STATUS.infeasible || status === MODEL_STATUS.unboundedOrInfeasible)
    return { kind: "ended", id, ending: "infeasible", chosen: null, bound: null, message: null };
  if (status === MODEL_STATUS.optimal || status === MODEL_STATUS.empty) {
    const best = chosenIn(solver.getSolution().colValue, model);
    return { kind: "ended", id, ending: "optimal", chosen: best, bound: solver.getObjectiveValue(), message: null };
  }
  const proved = Number(solver.info.get("mip_dual_bound"));
  const last = Number.isFinite(proved) ? proved : bound;
  return { kind: "ended", id, ending: "limit", chosen, bound: last, message: null };
}

function chosenIn(values: Float64Array, { candidates }: LinearModel): number[] {
  const chosen: number[] = [];
  for (let j = 0; j < candidates; j++) if (values[j] > 0.5) chosen.push(j);
  return chosen;
}

function asData({ constants }: Highs, model: LinearModel) {
  const { maximize, minimize } = constants.objectiveSense;
  const { continuous, integer } = constants.variableType;
  const rows = model.rowLower.length;
  return {
    numCols: model.columns,
    numRows: rows,
    sense: model.sense === "max" ? maximize : minimize,
    offset: model.offset,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    integrality: Int32Array.from({ length: model.columns }, (_, i) => (i < model.candidates ? integer : continuous)),
    matrix: {
      format: "csr",
      numRows: rows,
      numCols: model.columns,
      starts: model.starts,
      indices: model.indices,
      values: model.values,
    },
  } as const;
}
