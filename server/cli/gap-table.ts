/** Gap clusters and the facilities that people depend on, as tables: the rows that the service answers. @module */
import type { Geometry } from "geojson";
import type { CoverageQuestion } from "../analysis/coverage.ts";
import { dependenceIn } from "../analysis/dependence.ts";
import { type GapClusterAnswer, gapClusterPage } from "../analysis/gap-clusters.ts";
import type { OpenArea } from "../analysis/open-area.ts";
import type { PeopleSum } from "../coverage/people-sum.ts";
import type { AgeGroup } from "../import/age-groups.ts";
import type { Store } from "../store/open.ts";
import type { CoverageTable } from "./coverage-table.ts";
import type { Cell } from "./csv.ts";

const QUESTION_COLUMNS = ["category", "profile", "minutes"];
const PEOPLE_COLUMNS = [
  ["residences", "residences"],
  ["households", "households"],
  ["residents", "residents"],
  ["households_unknown_residences", "householdsUnknownResidences"],
  ["residents_unknown_residences", "residentsUnknownResidences"],
  ["estimated_residences", "estimatedResidences"],
] as const;
/** Clusters asked for at once: their names come from the store. */
const PAGE = 1000;

const GAP_COLUMNS = [
  ...QUESTION_COLUMNS,
  "verdict",
  "id",
  "name",
  "street",
  "community",
  "lon",
  "lat",
  "why",
  "whys",
  "barriers",
  "closed_gates",
  "worst_m",
  "worst_seconds",
  "mean_seconds",
  "no_walk_residences",
  "facility",
  "facility_name",
  "walk_m",
  "walk_seconds",
  "straight_facility",
  "straight_m",
  "detour",
];

/** Uncovered clusters of a question, then the unknown ones; each at the residence that stands for it. */
export async function gapTable(
  store: Store,
  area: OpenArea,
  questions: readonly CoverageQuestion[],
): Promise<CoverageTable> {
  const ages = [...area.content.residences.ages.keys()];
  const rows: Cell[][] = [];
  const geometry: Geometry[] = [];
  for (const question of questions) {
    for (const verdict of ["uncovered", "unknown"] as const) {
      for (let offset = 0, total = 1; offset < total; offset += PAGE) {
        const page = await gapClusterPage(store.db, area, question, verdict, offset, PAGE);
        total = page.total;
        for (const cluster of page.items) {
          rows.push([...asked(question), ...gapCells(cluster), ...peopleCells(cluster.people, ages)]);
          geometry.push({ type: "Point", coordinates: cluster.position });
        }
      }
    }
  }
  return { columns: [...GAP_COLUMNS, ...peopleColumns("", ages)], rows, geometry };
}

function gapCells(cluster: GapClusterAnswer): Cell[] {
  const { worst, nearest, straight } = cluster;
  return [
    cluster.verdict,
    cluster.id,
    cluster.name,
    cluster.street,
    cluster.community,
    ...cluster.position,
    cluster.why,
    cluster.whys.map(({ why, people }) => `${why}:${people.residences}`).join(" "),
    cluster.barriers.map(({ kind, name }) => (name === null ? kind : `${kind}:${name}`)).join("; "),
    cluster.closedGates.map((gate) => gate.join(",")).join("; "),
    worst?.totalM ?? null,
    worst?.seconds ?? null,
    cluster.meanSeconds,
    cluster.noWalkResidences,
    nearest?.facility.ref ?? null,
    nearest?.facility.name ?? null,
    nearest?.walk.totalM ?? null,
    nearest?.walk.seconds ?? null,
    straight?.facility.ref ?? null,
    straight?.metres ?? null,
    straight?.detour ?? null,
  ];
}

/** Facilities of the category, that with most people solely dependent on it first. */
export function facilityTable(area: OpenArea, questions: readonly CoverageQuestion[]): CoverageTable {
  const ages = [...area.content.residences.ages.keys()];
  const rows: Cell[][] = [];
  const geometry: Geometry[] = [];
  for (const question of questions) {
    for (const { facility, community, solely, nearestTo } of dependenceIn(area, question, 0, Infinity).items) {
      rows.push([
        ...asked(question),
        facility.ref,
        facility.name,
        community,
        ...facility.position,
        ...peopleCells(solely, ages),
        ...peopleCells(nearestTo, ages),
      ]);
      geometry.push({ type: "Point", coordinates: facility.position });
    }
  }
  const columns = [...QUESTION_COLUMNS, "ref", "name", "community", "lon", "lat"];
  return {
    columns: [...columns, ...peopleColumns("solely_", ages), ...peopleColumns("nearest_", ages)],
    rows,
    geometry,
  };
}

export function peopleColumns(prefix: string, ages: readonly AgeGroup[]): string[] {
  return [...PEOPLE_COLUMNS.map(([column]) => column), ...ages].map((column) => `${prefix}${column}`);
}

export function peopleCells(people: PeopleSum, ages: readonly AgeGroup[]): Cell[] {
  return [
    ...PEOPLE_COLUMNS.map(([, field]) => people[field]),
    ...ages.map((group) => people.ages[group]?.residents ?? 0),
  ];
}

function asked({ category, profile, minutes }: CoverageQuestion): Cell[] {
  return [category, profile, minutes];
}
