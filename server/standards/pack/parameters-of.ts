/** Which parameters of its pack a requirement or a subsidy hangs on: amounts that the district sets, and conditions on what it chose. @module */
import type { Requirement, Subsidy } from "./pack.ts";

const known = new WeakMap<Requirement | Subsidy, readonly string[]>();

/** Ids in the order in which it names them, each once; empty for most. */
export function parametersOf(asking: Requirement | Subsidy): readonly string[] {
  const before = known.get(asking);
  if (before !== undefined) return before;
  const found = [...new Set(namedIn(asking))];
  known.set(asking, found);
  return found;
}

/** Amounts and conditions say `parameter`, however deep they lie. */
function namedIn(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    name === "parameter" && typeof value === "string" ? [value] : namedIn(value),
  );
}
