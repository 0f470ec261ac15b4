/** Of several rules about one thing, the one that asks most: it binds. @module */

import type { Pack } from "../pack/pack.ts";
import type { Finding } from "./finding.ts";

export interface Binding {
  readonly group: string;
  readonly unit: string;
  /** Requirement that asks most of those that apply and whose figure is known; null where none is. */
  readonly requirement: string | null;
  readonly asked: number | null;
  readonly among: readonly string[];
}

export function bindingsOf(pack: Pack, findings: readonly Finding[]): Binding[] {
  const grouped = Map.groupBy(
    findings.filter(
      ({ requirement, verdict }) =>
        pack.requirement.get(requirement)?.group !== undefined && verdict !== "not_applicable",
    ),
    ({ requirement, unit }) => `${pack.requirement.get(requirement)?.group}|${unit}`,
  );
  return [...grouped].map(([key, members]) => {
    const [group, unit] = key.split("|");
    const known = members.filter(
      ({ asked }) => asked !== null && asked.low === asked.high && Number.isFinite(asked.low),
    );
    const most = known.reduce<Finding | null>(
      (a, b) => (a === null || (b.asked?.low ?? 0) > (a.asked?.low ?? 0) ? b : a),
      null,
    );
    return {
      group,
      unit,
      requirement: most?.requirement ?? null,
      asked: most?.asked?.low ?? null,
      among: members.map(({ requirement }) => requirement),
    };
  });
}
