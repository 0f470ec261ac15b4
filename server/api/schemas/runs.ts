/** Long work that answers 202 and is followed. @module */
import { type Static, Type } from "typebox";
import { Problem, Words } from "./common.ts";
import { ReleasePeople } from "./people.ts";

export const RefusalRow = Type.Object({
  file: Type.String(),
  row: Type.Union([Type.Integer(), Type.Null()]),
  ref: Type.Union([Type.String(), Type.Null()]),
  reason: Type.String(),
  field: Type.Union([Type.String(), Type.Null()]),
  value: Type.Union([Type.String(), Type.Null()]),
  expected: Type.Union([Type.String(), Type.Null()]),
});

const fileTaken = {
  kind: Type.String(),
  file: Type.String(),
  taken: Type.Integer(),
  refused: Type.Integer(),
  refusedBy: Type.Record(Type.String(), Type.Integer(), { description: "reason → number" }),
};

const refusals = Type.Array(RefusalRow, { description: "the first 1,000" });

/** What one import took and refused, file by file. */
export const ImportReport = Type.Object({
  area: Type.String(),
  release: Type.Integer(),
  files: Type.Array(
    Type.Object({
      ...fileTaken,
      setAside: Type.Record(Type.String(), Type.Integer(), {
        description: "reason → number taken but not used, e.g. OSM homes where a residences file exists",
      }),
    }),
  ),
  warnings: Type.Array(Words),
  people: ReleasePeople,
  notes: Type.Array(Words, { description: "what the figures of people rest on, and whom no home could take" }),
  refusals,
});
export type ImportReport = Static<typeof ImportReport>;

/** What an import would take and refuse. */
export const CheckReport = Type.Object({
  area: Type.String(),
  files: Type.Array(Type.Object(fileTaken)),
  warnings: Type.Array(Words),
  notes: Type.Array(Words),
  refusals,
});
export type CheckReport = Static<typeof CheckReport>;

const followed = {
  id: Type.String(),
  state: Type.Union([Type.Literal("running"), Type.Literal("done"), Type.Literal("failed"), Type.Literal("cancelled")]),
  step: Words,
  /** 0 … 1 within the whole run. */
  progress: Type.Number({ minimum: 0, maximum: 1 }),
  startedAt: Type.String({ format: "date-time" }),
  endedAt: Type.Union([Type.String({ format: "date-time" }), Type.Null()]),
  problem: Type.Union([Problem, Type.Null()]),
};

/** An import. */
export const Run = Type.Object({
  kind: Type.Literal("import"),
  ...followed,
  report: Type.Union([ImportReport, Type.Null()]),
});
export type Run = Static<typeof Run>;

/** A dry run: what an import of the same files would take and refuse; nothing is written. */
export const CheckRun = Type.Object({
  kind: Type.Literal("check"),
  ...followed,
  report: Type.Union([CheckReport, Type.Null()]),
});
export type CheckRun = Static<typeof CheckRun>;
