/** Which ways a person may walk, and which way round: the rules of the design's section "Walkable ways". @module */
import { isOneway, isReverse, type Tags } from "./tags.ts";

export interface Walkability {
  /** People who live there walk out along it; nobody walks in or through. */
  readonly private: boolean;
  readonly steps: boolean;
  readonly forward: boolean;
  readonly backward: boolean;
}

/** Values of `foot` that open what another tag closes. */
const ALLOWING: ReadonlySet<string> = new Set(["yes", "designated", "permissive"]);
/** Values of `foot` that close a way. */
const CLOSING: ReadonlySet<string> = new Set(["no", "use_sidepath"]);

/** Roads for motor vehicles alone, unless `foot` or a sidewalk says otherwise. */
const MOTOR_ROADS: ReadonlySet<string> = new Set(["motorway", "motorway_link", "trunk", "trunk_link"]);
/** Nobody walks here, whatever else is tagged: not there yet, not there any more, or not for people. */
const NEVER: ReadonlySet<string> = new Set(["construction", "proposed", "abandoned", "raceway", "bus_guideway"]);
/** Values of `sidewalk` that say that there is none on this way (`separate`: it is drawn as a way of its own). */
const NO_SIDEWALK: ReadonlySet<string> = new Set(["no", "none", "separate"]);

/** How a way may be walked; `null` where it may not be, or is no way at all. Plain `oneway` does not bind walkers. */
export function walkability(tags: Tags): Walkability | null {
  if (!isWay(tags) || isOut(tags)) return null;
  const oneway = tags.get("oneway:foot");
  const forward = !isReverse(oneway) && !isClosing(tags.get("foot:forward"));
  const backward = !isOneway(oneway) && !isClosing(tags.get("foot:backward"));
  if (!forward && !backward) return null;
  return { private: isPrivate(tags), steps: tags.get("highway") === "steps", forward, backward };
}

export type Gate = "open" | "private" | "blocked";

/** What a node does to those who pass it: only a node with `barrier` stops anybody. */
export function gateAt(tags: Tags): Gate {
  if (!tags.has("barrier")) return "open";
  if (tags.get("foot") === "no" || (tags.get("access") === "no" && !allowsFoot(tags))) return "blocked";
  return isPrivate(tags) ? "private" : "open";
}

function isWay(tags: Tags): boolean {
  return (
    tags.has("highway") ||
    tags.get("railway") === "platform" ||
    tags.get("public_transport") === "platform" ||
    tags.get("man_made") === "pier"
  );
}

function isOut(tags: Tags): boolean {
  const highway = tags.get("highway") ?? "";
  if (NEVER.has(highway) || isClosing(tags.get("foot"))) return true;
  if (MOTOR_ROADS.has(highway) && !allowsFoot(tags) && !hasSidewalk(tags)) return true;
  return tags.get("access") === "no" && !allowsFoot(tags);
}

function isPrivate(tags: Tags): boolean {
  return tags.get("foot") === "private" || (tags.get("access") === "private" && !allowsFoot(tags));
}

function allowsFoot(tags: Tags): boolean {
  return ALLOWING.has(tags.get("foot") ?? "");
}

function hasSidewalk(tags: Tags): boolean {
  const sidewalk = tags.get("sidewalk");
  return sidewalk !== undefined && !NO_SIDEWALK.has(sidewalk);
}

function isClosing(value: string | undefined): boolean {
  return value !== undefined && CLOSING.has(value);
}
