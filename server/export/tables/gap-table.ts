/** Gap clusters: where people are not covered, or not known to be, side by side; who they are and why. @module */

import type { CoverageQuestion } from "../../analysis/coverage.ts";
import { coverageBy } from "../../analysis/coverage.ts";
import { type GapClusterAnswer, gapClusterPage } from "../../analysis/gap-clusters.ts";
import type { ExportOrder } from "../order.ts";
import { minutesByLimit } from "../rounding.ts";
import { type Cell, type Column, type ExportTable, type Kind, tableOf } from "../table.ts";
import { BARRIER_WORDS, CAUSE_WORDS, VERDICT_WORDS } from "../words.ts";
import { QUESTION_KEYS, questionCells, questionColumns } from "./question-columns.ts";

interface GapItem {
  readonly question: CoverageQuestion;
  /** 1 for that of most people among those of its verdict. */
  readonly rank: number;
  readonly cluster: GapClusterAnswer;
}

const VERDICTS = ["uncovered", "unknown"] as const;

export async function gapTable(order: ExportOrder): Promise<ExportTable> {
  const { area, db, questions, language } = order;
  const items: GapItem[] = [];
  for (const question of questions) {
    for (const verdict of VERDICTS) {
      const page = await gapClusterPage(db, area, question, verdict, 0, Number.POSITIVE_INFINITY);
      for (const [k, cluster] of page.items.entries()) items.push({ question, rank: k + 1, cluster });
    }
  }
  return tableOf({
    level: "gap",
    language,
    columns: columnsOf(order),
    sheetFirst: [...QUESTION_KEYS, "verdict", "rank", "name", "street", "community", "residents"],
    geometryType: "POINT",
    count: items.length,
    items: () => items,
    geometryOf: ({ cluster: { position } }) => ({ type: "Point", coordinates: position }),
    // Everybody who is not covered is in one cluster.
    totals: questions.flatMap((question) => {
      const { residences, households, residents } = coverageBy(area, question, "area").whole;
      return VERDICTS.map((verdict) => ({
        ...questionCells(order, question),
        verdict: VERDICT_WORDS[verdict][language],
        name: { zh: "合计", en: "Total" }[language],
        residences: residences[verdict],
        households: households[verdict],
        residents: residents[verdict],
      }));
    }),
  });
}

function columnsOf(order: ExportOrder): Column<GapItem>[] {
  const { language } = order;
  const of = (
    key: string,
    zh: string,
    en: string,
    kind: Kind,
    cell: (cluster: GapClusterAnswer) => Cell,
  ): Column<GapItem> => {
    return { key, head: { zh, en }, kind, of: ({ cluster }) => cell(cluster) };
  };
  const walk = (
    key: string,
    zh: string,
    en: string,
    seconds: (cluster: GapClusterAnswer) => number | null,
  ): Column<GapItem> => ({
    ...of(key, zh, en, "minutes", seconds),
    shown: ({ cluster, question }) => {
      const found = seconds(cluster);
      return found === null ? null : minutesByLimit(found, question.minutes, found <= question.minutes * 60);
    },
  });
  return [
    ...questionColumns<GapItem>(order, ({ question }) => question),
    {
      ...of("verdict", "判定", "Verdict", "text", ({ verdict }) => verdict),
      width: 9,
      shown: ({ cluster }) => VERDICT_WORDS[cluster.verdict][language],
    },
    { key: "rank", head: { zh: "名次（按人口）", en: "Rank by people" }, kind: "number", of: ({ rank }) => rank },
    of("id", "编号", "Reference", "text", ({ id }) => id),
    { ...of("name", "代表居住地", "Residence that stands for it", "text", ({ name }) => name), width: 22 },
    of("street", "附近道路", "Street nearby", "text", ({ street }) => street),
    of("community", "社区", "Community", "text", ({ community }) => community),
    of("lon", "经度（WGS 84）", "Longitude (WGS 84)", "degrees", ({ position }) => position[0]),
    of("lat", "纬度（WGS 84）", "Latitude (WGS 84)", "degrees", ({ position }) => position[1]),
    of("residences", "居住地（处）", "Residences", "count", ({ people }) => people.residences),
    of("households", "户数（户）", "Households", "count", ({ people }) => people.households),
    of("residents", "人口（人）", "Residents", "count", ({ people }) => people.residents),
    {
      ...of("why", "主要原因", "Main cause", "text", ({ why }) => why),
      width: 30,
      shown: ({ cluster }) => CAUSE_WORDS[cluster.why][language],
    },
    {
      ...of("barriers", "阻隔", "Barriers", "text", ({ barriers }) =>
        barriers.map(({ kind, name }) => name ?? kind).join("; "),
      ),
      shown: ({ cluster }) => barriersShown(cluster, language),
    },
    of("detour", "绕行倍数", "Detour factor", "ratio", ({ straight }) => straight?.detour ?? null),
    walk("worst_seconds", "最远步行（分钟）", "Longest walk (min)", ({ worst }) => worst?.seconds ?? null),
    walk("mean_seconds", "平均步行（分钟）", "Mean walk (min)", ({ meanSeconds }) => meanSeconds),
    of(
      "no_walk_residences",
      "走不到的居住地（处）",
      "Residences without any walk",
      "count",
      ({ noWalkResidences }) => noWalkResidences,
    ),
    of("facility", "最近设施编号", "Nearest, reference", "text", ({ nearest }) => nearest?.facility.ref ?? null),
    {
      ...of("facility_name", "最近设施", "Nearest", "text", ({ nearest }) => nearest?.facility.name ?? null),
      width: 22,
    },
    walk(
      "seconds",
      "步行到最近设施（分钟）",
      "Walk to the nearest (min)",
      ({ nearest }) => nearest?.walk.seconds ?? null,
    ),
    of(
      "straight_m",
      "直线最近设施（米）",
      "Nearest in a straight line (m)",
      "metres",
      ({ straight }) => straight?.metres ?? null,
    ),
  ];
}

function barriersShown({ barriers }: GapClusterAnswer, language: ExportOrder["language"]): string {
  return barriers.map(({ kind, name }) => name ?? BARRIER_WORDS[kind][language]).join({ zh: "、", en: ", " }[language]);
}
