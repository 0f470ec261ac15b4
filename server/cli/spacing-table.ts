/** Answers about spacing as tables: the rows that the service answers. @module */
import type { Geometry } from "geojson";
import type { SpacedFacility, SpacingPair } from "../analysis/spacing.ts";
import { type BatchItem, decidedBy } from "../analysis/spacing-batch.ts";
import type { CheckAnswer, NearAnswer } from "../analysis/spacing-check.ts";
import type { SpacingClusterAnswer } from "../analysis/spacing-clusters.ts";
import type { ServingAnswer } from "../analysis/spacing-serving.ts";
import type { ZoneAnswer } from "../analysis/spacing-zone.ts";
import type { Cell } from "./csv.ts";

export interface SpacingTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly geometry: readonly (Geometry | null)[];
}

const SIDE = ["ref", "name", "subdistrict", "community", "opened_on", "lon", "lat"];
const side = ({ ref, name, subdistrict, community, openedOn, position }: SpacedFacility): Cell[] => [
  ref,
  name,
  subdistrict,
  community,
  openedOn,
  ...position,
];

export function pairTable(items: readonly SpacingPair[]): SpacingTable {
  return {
    columns: [
      ...["rule", "distance_m", "least_m", "shortfall_m", "uncertainty_m", "within_uncertainty"],
      ...["binding", "binding_reason", "later_opened_on", "maybe_same"],
      ...SIDE.map((column) => `a_${column}`),
      ...SIDE.map((column) => `b_${column}`),
    ],
    rows: items.map(
      ({ rule, a, b, distanceM, leastM, shortfallM, uncertaintyM, withinUncertainty, binding, maybeSame }) => [
        ...[rule, distanceM, leastM, shortfallM, uncertaintyM, withinUncertainty],
        ...[binding.verdict, binding.reason, binding.laterOpenedOn, maybeSame],
        ...side(a),
        ...side(b),
      ],
    ),
    geometry: items.map(({ a, b }) => ({ type: "LineString", coordinates: [a.position, b.position] })),
  };
}

export function clusterTable(items: readonly SpacingClusterAnswer[]): SpacingTable {
  return {
    columns: ["rule", "id", "facilities", "pairs", "least_moves", "most_moves", "move", "members"],
    rows: items.map(({ rule, id, facilities, pairs, leastMoves, mostMoves, move, members }) => [
      ...[rule, id, facilities, pairs, leastMoves, mostMoves],
      move?.join(" ") ?? null,
      members.map(({ ref }) => ref).join(" "),
    ]),
    geometry: items.map(({ members }) => ({
      type: "MultiPoint",
      coordinates: members.map(({ position }) => position),
    })),
  };
}

const NEAR = [
  "near_ref",
  "near_name",
  "near_approved_before",
  "distance_m",
  "margin_m",
  "uncertainty_m",
  "near_verdict",
];
const near = ({ facility, approvedBefore, distanceM, marginM, uncertaintyM, verdict }: NearAnswer): Cell[] => [
  facility.ref,
  facility.name,
  approvedBefore,
  distanceM,
  marginM,
  uncertaintyM,
  verdict,
];

/** One row a rule and neighbour; one row of the verdict alone where no rule applies or nobody is near. */
export function checkTable(check: CheckAnswer): SpacingTable {
  const head: Cell[] = [check.number, check.verdict, check.category, check.date, ...check.place.position];
  const rows = check.rules.flatMap(({ rule, verdict, near: list }) =>
    (list.length === 0 ? [null] : list).map((one) => [
      ...head,
      rule.id,
      rule.leastM,
      verdict,
      ...(one === null ? NEAR.map(() => null) : near(one)),
      check.hash,
    ]),
  );
  const columns = [
    ...["number", "verdict", "category", "date", "lon", "lat", "rule", "least_m", "rule_verdict"],
    ...NEAR,
    "hash",
  ];
  const alone = [...head, null, null, null, ...NEAR.map(() => null), check.hash];
  return { columns, rows: rows.length > 0 ? rows : [alone], geometry: [] };
}

const REMARKS = ["warnings", "not_in_force", "hash"];

/** One row an application, with the rule and the neighbour that decided: neither where the verdict is unknown. */
export function batchTable(items: readonly BatchItem[]): SpacingTable {
  return {
    columns: ["ref", "row", "name", "category", "lon", "lat", "verdict", "number", "rule", ...NEAR, ...REMARKS],
    rows: items.map(({ ref, row, name, check }) => {
      const decided = decidedBy(check);
      return [
        ...[ref, row, name, check.category, ...check.place.position, check.verdict, check.number],
        decided.ruling?.rule.id ?? null,
        ...(decided.near === null ? NEAR.map(() => null) : near(decided.near)),
        check.warnings.join(" "),
        check.notInForce.map(({ id }) => id).join(" "),
        check.hash,
      ];
    }),
    geometry: [],
  };
}

/** Places first, heaviest first; then gaps that none of them can fill. */
export function servingTable({ places, gaps }: ServingAnswer): SpacingTable {
  const point = (coordinates: [number, number]): Geometry => ({ type: "Point", coordinates });
  return {
    columns: ["kind", "lon", "lat", "name", "subdistrict", "community", "residents", "residences"],
    rows: [
      ...places.map(({ position, subdistrict, community, residents }): Cell[] => [
        ...["permitted_place", ...position, null, subdistrict, community, residents, null],
      ]),
      ...gaps.map(({ position, name, street, community, unserved }): Cell[] => [
        ...["unfillable_gap", ...position, name ?? street, null, community, unserved.residents, unserved.residences],
      ]),
    ],
    geometry: [...places, ...gaps].map(({ position }) => point(position)),
  };
}

/** Permitted and forbidden land, and the middle of every disc, as one collection. */
export function zoneTable({ permitted, forbidden, discs, pins }: ZoneAnswer) {
  const feature = (properties: Record<string, Cell>, geometry: Geometry) =>
    ({ type: "Feature", properties, geometry }) as const;
  return {
    type: "FeatureCollection",
    pins,
    features: [
      feature({ kind: "permitted" }, permitted),
      feature({ kind: "forbidden" }, forbidden),
      ...discs.map(({ ref, name, position, radiusM, rule }) =>
        feature({ kind: "disc", ref, name, radius_m: radiusM, rule }, { type: "Point", coordinates: position }),
      ),
    ],
  } as const;
}
