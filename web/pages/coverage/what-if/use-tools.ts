/** The tool in hand, and what pointing at the map or at a list does with it. @module */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Change } from "../../../../server/api/schemas/scenarios.ts";
import { effectQuery } from "../../../client/scenarios.ts";
import type { Editing } from "../../../map/edit-by-pointer.ts";
import { freshRef } from "../../../state/plan/with-change.ts";
import { currentView } from "../../../state/use-view.ts";
import type { Place } from "../../../state/view.ts";
import type { Asked } from "../use-asked.ts";
import { useWords } from "../use-words.ts";
import { cellResolution } from "./cell-resolution.ts";
import type { FacilityBook } from "./facility-book.ts";
import type { Plan } from "./use-plan.ts";

export const TOOLS = [
  "drag",
  "add",
  "close",
  "edit",
  "shutStreet",
  "openStreet",
  "shutGate",
  "openGate",
  "path",
] as const;
export type Tool = (typeof TOOLS)[number];

/** Tools that begin with a facility. */
export const OF_FACILITY: readonly Tool[] = ["drag", "close", "edit"];
/** Tools that need a place. */
export const AT_PLACE: readonly Tool[] = ["drag", "add", "shutStreet", "openStreet", "shutGate", "openGate", "path"];

const STREET_KINDS = {
  shutStreet: "close_street",
  openStreet: "open_street",
  shutGate: "close_gate",
  openGate: "open_gate",
} as const;

export interface Tools {
  readonly tool: Tool;
  take(tool: Tool): void;
  /** Facility in hand. */
  readonly facility: string | null;
  hold(ref: string | null): void;
  /** Points of the path that is being drawn. */
  readonly path: readonly Place[];
  setPath(path: readonly Place[]): void;
  /** A click hit no facility where one was needed. */
  readonly missed: boolean;
  /** Does what the tool does at a place. */
  at(place: Place): void;
  /** Does what the tool does to a facility. */
  to(ref: string): void;
  make(change: Change): void;
  readonly editing: Editing;
}

export function useTools(asked: Asked, plan: Plan, book: FacilityBook): Tools {
  const { t } = useTranslation();
  const words = useWords();
  const queries = useQueryClient();
  const [tool, setTool] = useState<Tool>("drag");
  const [facility, hold] = useState<string | null>(null);
  const [path, setPath] = useState<readonly Place[]>(NO_PATH);
  const [missed, setMissed] = useState(false);
  const make = (change: Change) => {
    const changes = plan.with(change);
    if (changes === plan.changes) return;
    // On its way before the page has drawn itself again: the map waits for it.
    const resolution = cellResolution(currentView().view.camera?.zoom ?? null);
    void queries.prefetchQuery(effectQuery(asked.question, changes, "cell", resolution));
    plan.become(changes);
  };
  const to = (ref: string) => {
    if (tool === "close") make({ kind: "close_facility", ref });
    else hold(ref);
  };
  const at = (place: Place) => {
    if (tool === "path") setPath([...path, place]);
    else if (tool === "add") {
      const { code, name } = asked.category;
      const ref = freshRef(plan.changes, book.has);
      const called = t("whatIf.newName", { category: words(name), n: ref.replace("new-", "") });
      make({ kind: "add_facility", ref, category: code, position: rounded(place), name: called });
    } else if (tool === "drag" && facility !== null) {
      make({ kind: "move_facility", ref: facility, position: rounded(place) });
      hold(null);
    } else if (tool in STREET_KINDS)
      make({ kind: STREET_KINDS[tool as keyof typeof STREET_KINDS], at: rounded(place) });
  };
  const picked: Editing["picked"] = (place, ref) => {
    const wantsFacility = tool === "close" || tool === "edit" || (tool === "drag" && facility === null);
    setMissed(wantsFacility && ref === null);
    if (wantsFacility) {
      if (ref !== null) to(ref);
    } else at(place);
  };
  const dropped: Editing["dropped"] = (ref, place) => {
    setMissed(false);
    make({ kind: "move_facility", ref, position: rounded(place) });
  };
  // The map is told once: what it calls is always of the last drawing.
  const now = useRef({ picked, dropped });
  useEffect(() => {
    now.current = { picked, dropped };
  });
  const drags = tool !== "path";
  const editing = useMemo<Editing>(
    () => ({
      drags,
      picked: (place, ref) => now.current.picked(place, ref),
      dropped: (ref, place) => now.current.dropped(ref, place),
    }),
    [drags],
  );
  const take = useCallback((next: Tool) => {
    setTool(next);
    hold(null);
    setPath(NO_PATH);
    setMissed(false);
  }, []);
  return { tool, take, facility, hold, path, setPath, missed, at, to, make, editing };
}

const NO_PATH: readonly Place[] = [];

/** As the address and the words hold places: about 0.1 m. */
function rounded([lon, lat]: Place): [number, number] {
  return [Number(lon.toFixed(6)), Number(lat.toFixed(6))];
}
