/** What the changes do: changed cells first, since the map waits for them; then the units and the residences. @module */
import type { Effect } from "../../../../server/api/schemas/scenario-effect.ts";
import { type Fault, useEffectOf } from "../../../client/scenarios.ts";
import type { Changes } from "../../../state/plan/with-change.ts";
import { useView } from "../../../state/use-view.ts";
import type { Asked } from "../use-asked.ts";
import { cellResolution } from "./cell-resolution.ts";

export interface Effects {
  /** Null while there is none: no changes, or the first answer is on its way. */
  readonly head: Effect | null;
  readonly cells: Effect["cells"];
  readonly units: Effect["units"];
  readonly residences: Effect["residences"];
  readonly faults: readonly Fault[];
  /** The changed cells of these changes are on their way. */
  readonly awaited: boolean;
  /** What is shown is of the changes before. */
  readonly outdated: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

export function useEffects({ question }: Asked, changes: Changes): Effects {
  const { by, camera } = useView();
  const resolution = cellResolution(camera?.zoom ?? null);
  const cells = useEffectOf(question, changes, "cell", resolution, true);
  const isTold = cells.data !== undefined && !cells.isPlaceholderData;
  const units = useEffectOf(question, changes, by, resolution, isTold);
  const residences = useEffectOf(question, changes, "residence", resolution, isTold);
  const isAsked = changes.length > 0;
  const head = (isAsked && cells.data?.effect) || null;
  return {
    head,
    cells: head?.cells,
    units: isAsked ? units.data?.effect.units : undefined,
    residences: isAsked ? residences.data?.effect.residences : undefined,
    faults: (isTold && isAsked && cells.data?.faults) || NO_FAULTS,
    awaited: isAsked && !isTold && cells.error === null,
    outdated: isAsked && cells.isPlaceholderData,
    error: cells.error,
    retry: () => void cells.refetch(),
  };
}

const NO_FAULTS: readonly Fault[] = [];
