/** The files of an import by what they hold and what was refused, without their rows. @module */
import type { Words } from "../base/errors.ts";
import type { DatasetKind, PreparedDataset } from "../import/prepared.ts";
import type { Refusal } from "../import/rows.ts";
import { countReasons } from "../import/tables/take-rows.ts";
import type { Prepared } from "./prepare.ts";

export interface CheckedFiles {
  readonly files: readonly {
    readonly kind: DatasetKind;
    readonly file: string;
    readonly taken: number;
    readonly refused: number;
    readonly refusedBy: Readonly<Record<string, number>>;
  }[];
  readonly warnings: readonly Words[];
  readonly notes: readonly Words[];
  /** All of them. */
  readonly refusals: readonly Refusal[];
}

/** In the order in which they are written. */
export function datasetsOf({ prepared }: Prepared): PreparedDataset<DatasetKind>[] {
  const all: (PreparedDataset<DatasetKind> | null)[] = [
    prepared.streets,
    prepared.boundary,
    prepared.communitiesOsm,
    prepared.communitiesFile,
    prepared.residencesOsm,
    prepared.residencesFile,
    prepared.facilitiesOsm,
    prepared.facilitiesFile,
    prepared.population,
  ];
  return all.filter((dataset) => dataset !== null);
}

export function checkedFiles(prepared: Prepared): CheckedFiles {
  const datasets = datasetsOf(prepared);
  return {
    files: datasets.map(({ kind, file, taken, refusals }) => ({
      kind,
      file,
      taken,
      refused: refusals.length,
      refusedBy: Object.fromEntries(countReasons(refusals)),
    })),
    warnings: prepared.warnings,
    notes: prepared.notes,
    refusals: datasets.flatMap(({ refusals }) => refusals),
  };
}
