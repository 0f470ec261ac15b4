/** The queue: names of a pack that may be a unit of the register, for a person to confirm, and those that are nowhere. @module */
import type { UnitFacts } from "../facts/register.ts";
import type { Pack } from "../pack/pack.ts";
import type { Condition } from "../pack/values.ts";
import { type Alias, type Match, nameMatcher } from "./match-names.ts";

export interface PendingName {
  /** As written; null where the pack names no street. */
  readonly street: string | null;
  readonly written: string;
  /** Units that it may be; empty where none is like it. */
  readonly candidates: readonly string[];
  /** Task lists and requirements that hang on it. */
  readonly askedBy: readonly string[];
}

/** Every name that is not surely one unit, once, in the order of the pack. */
export function pendingNames(pack: Pack, units: readonly UnitFacts[], aliases: readonly Alias[] = []): PendingName[] {
  const matcher = nameMatcher(units, aliases, pack.suspectedNames);
  const pending = new Map<string, PendingName & { askedBy: string[] }>();
  const ask = (street: string | null, written: string, askedBy: string, match: Match) => {
    if (match.state === "sure") return;
    const key = `${street ?? ""}/${written}`;
    const known = pending.get(key);
    if (known !== undefined) {
      if (!known.askedBy.includes(askedBy)) known.askedBy.push(askedBy);
      return;
    }
    const candidates = match.state === "doubtful" ? match.candidates : [];
    pending.set(key, { street, written, candidates, askedBy: [askedBy] });
  };
  for (const { id, streets } of pack.taskLists.values()) {
    for (const { street, communities } of streets) {
      for (const community of communities) ask(street, community, id, matcher.community(street, community));
    }
  }
  for (const { id, applies } of [...pack.requirements, ...pack.subsidies]) {
    for (const name of namesIn(applies)) {
      const [first, second] = name.split("/");
      if (second !== undefined) ask(first, second, id, matcher.community(first, second));
      else if (matcher.street(first).state !== "sure") ask(null, first, id, matcher.community(null, first));
    }
  }
  return [...pending.values()];
}

function namesIn(condition: Condition | undefined): readonly string[] {
  return [...(condition?.only ?? []), ...(condition?.except ?? [])];
}
