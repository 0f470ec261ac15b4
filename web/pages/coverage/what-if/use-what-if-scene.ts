/** The plan as the map draws it: changed cells and residences, and a mark for each change. @module */
import { cellToBoundary } from "h3-js";
import { useMemo } from "react";
import type { Effect } from "../../../../server/api/schemas/scenario-effect.ts";
import type { ChangedCell, ChangedHome, Mark, WhatIfScene } from "../../../map/what-if-scene.ts";
import { categorySymbol } from "../../../parts/category-symbol.ts";
import { turnOf } from "../../../state/plan/turn.ts";
import type { Changes } from "../../../state/plan/with-change.ts";
import type { Place } from "../../../state/view.ts";
import type { Asked } from "../use-asked.ts";
import type { FacilityBook } from "./facility-book.ts";
import type { Effects } from "./use-effects.ts";

/** @param path points of a path that is being drawn */
export function useWhatIfScene(
  { categories, category }: Asked,
  changes: Changes,
  book: FacilityBook,
  effects: Effects,
  path: readonly Place[],
): WhatIfScene {
  const cells = useMemo(() => (effects.cells ?? []).map(cellOf), [effects.cells]);
  const residences = useMemo(() => (effects.residences?.items ?? []).map(homeOf), [effects.residences]);
  const { awaited } = effects;
  const drawn = useMemo(() => {
    const symbolOf = (code: string) =>
      categorySymbol(code, categories.find((one) => one.code === code)?.name.zh ?? code);
    return drawChanges(changes, book, symbolOf, category.code);
  }, [changes, book, categories, category]);
  return useMemo(() => {
    const lines = path.length < 2 ? drawn.lines : [...drawn.lines, { kind: "path" as const, line: path }];
    const points = path.map((at): Mark => ({ kind: "open", at, number: null, ref: null, symbol: "" }));
    return { awaited, cells, residences, ...drawn, lines, marks: [...drawn.marks, ...points] };
  }, [awaited, cells, residences, drawn, path]);
}

type CellEffect = NonNullable<Effect["cells"]>[number];
type ResidenceEffect = NonNullable<Effect["residences"]>["items"][number];

export function cellOf({ h3, residents, before, after }: CellEffect): ChangedCell {
  const turn = turnOf(
    { covered: before.covered, seconds: before.meanSeconds },
    { covered: after.covered, seconds: after.meanSeconds },
  );
  const side = ({ covered, meanSeconds }: CellEffect["before"]) => ({ covered, verdict: null, seconds: meanSeconds });
  return {
    ring: cellToBoundary(h3, true) as Place[],
    turn,
    told: { of: null, residents, turn, before: side(before), after: side(after) },
  };
}

function homeOf({ position, community, residents, from, to, before, after }: ResidenceEffect): ChangedHome {
  const seconds = (nearest: typeof before) => nearest?.walk.seconds ?? null;
  const covered = (verdict: typeof from) => Number(verdict === "covered");
  const turn = turnOf(
    { covered: covered(from), seconds: seconds(before) },
    { covered: covered(to), seconds: seconds(after) },
  );
  return {
    at: position,
    turn,
    told: {
      of: community,
      residents,
      turn,
      before: { covered: null, verdict: from, seconds: seconds(before) },
      after: { covered: null, verdict: to, seconds: seconds(after) },
    },
  };
}

/** Facilities of another category than the one shown are not drawn, but those of the plan always are. */
function drawChanges(
  changes: Changes,
  book: FacilityBook,
  symbolOf: (category: string) => string,
  shown: string,
): Pick<WhatIfScene, "marks" | "lines" | "without"> {
  const marks: Mark[] = [];
  const lines: WhatIfScene["lines"][number][] = [];
  const without: string[] = [];
  const drawn = new Set<string>();
  changes.forEach((change, index) => {
    const number = index + 1;
    const { kind, ref } = change;
    if (ref !== undefined) {
      const known = book.get(ref);
      if (known === undefined || drawn.has(ref)) return;
      drawn.add(ref);
      const symbol = symbolOf(known.category);
      if (kind !== "add_facility") without.push(ref);
      const isMoved = known.stood !== known.stands;
      if (known.closed || isMoved)
        marks.push({ kind: "gone", at: known.stood, number: known.closed ? number : null, ref, symbol });
      if (known.closed) return;
      if (isMoved) lines.push({ kind: "move", line: [known.stood, known.stands] });
      marks.push({ kind: "facility", at: known.stands, number, ref, symbol });
      return;
    }
    if (change.line !== undefined) {
      lines.push({ kind: "path", line: change.line });
      marks.push({ kind: "open", at: change.line[0], number, ref: null, symbol: "" });
    }
    const at = change.at ?? change.from;
    const isShut = kind === "close_street" || kind === "close_gate";
    if (at !== undefined)
      marks.push({ kind: isShut ? "shut" : "open", at, number, ref: null, symbol: symbolOf(shown) });
  });
  return { marks, lines, without };
}
