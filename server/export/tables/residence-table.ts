/** Residences, one row each: the walk to the nearest facility of every category asked, side by side. @module */

import { type ChoicesRow, choicesRows } from "../../analysis/choices.ts";
import { coverageBy } from "../../analysis/coverage.ts";
import { residenceColumns } from "../../store/residences.ts";
import { categoryName, type ExportOrder, isOfOneLimit, type Language, profileName } from "../order.ts";
import { metresByLimit, minutesByLimit } from "../rounding.ts";
import { type Cell, type Column, type ExportTable, tableOf } from "../table.ts";
import { REASON_WORDS, VERDICT_WORDS } from "../words.ts";

interface ResidenceItem {
  readonly r: number;
  /** One a question, all of the same residence. */
  readonly answers: readonly ChoicesRow[];
}

export async function residenceTable(order: ExportOrder): Promise<ExportTable> {
  const { area, questions, language } = order;
  const { residences, releaseId } = area.content;
  const { refs, names } = await residenceColumns(order.db, releaseId);
  const nameOf = new Map(refs.map((ref, i) => [ref, names[i]]));
  // Finds all walks before the first byte goes out.
  for (const question of questions) choicesRows(area, question, []).next();
  const { whole } = questions.map((question) => coverageBy(area, question, "area"))[0];
  return tableOf({
    level: "residence",
    language,
    columns: [...placeColumns(order, nameOf), ...questions.flatMap((_, q) => walkColumns(order, q))],
    sheetFirst: ["name", "subdistrict", "community", "households", "residents"],
    geometryType: "POINT",
    count: residences.count,
    items: () => sideBySide(order),
    geometryOf: ({ answers: [{ position }] }) => ({ type: "Point", coordinates: position }),
    totals: [
      {
        name: { zh: "合计", en: "Total" }[language],
        households: whole.households.total,
        residents: whole.residents.total,
      },
    ],
  });
}

function* sideBySide({ area, questions }: ExportOrder): Generator<ResidenceItem> {
  const lists = questions.map((question) => choicesRows(area, question, []));
  for (let r = 0; r < area.content.residences.count; r++) {
    yield { r, answers: lists.map((list) => list.next().value as ChoicesRow) };
  }
}

function placeColumns(
  { area, language }: ExportOrder,
  nameOf: ReadonlyMap<string, string | null>,
): Column<ResidenceItem>[] {
  const { residences, subdistricts } = area.content;
  const first = ({ answers }: ResidenceItem) => answers[0];
  return [
    { key: "ref", head: { zh: "编号", en: "Reference" }, kind: "text", of: (item) => first(item).ref },
    {
      key: "name",
      head: { zh: "名称", en: "Name" },
      kind: "text",
      width: 22,
      of: (item) => nameOf.get(first(item).ref) ?? null,
    },
    {
      key: "kind",
      head: { zh: "类型", en: "Kind" },
      kind: "text",
      width: 8,
      of: ({ r }) => (residences.compound[r] === 1 ? "compound" : "building"),
      shown: ({ r }) =>
        (residences.compound[r] === 1 ? { zh: "小区", en: "compound" } : { zh: "楼栋", en: "building" })[language],
    },
    {
      key: "lon",
      head: { zh: "经度（WGS 84）", en: "Longitude (WGS 84)" },
      kind: "degrees",
      of: (item) => first(item).position[0],
    },
    {
      key: "lat",
      head: { zh: "纬度（WGS 84）", en: "Latitude (WGS 84)" },
      kind: "degrees",
      of: (item) => first(item).position[1],
    },
    {
      key: "subdistrict",
      head: { zh: "街道", en: "Subdistrict" },
      kind: "text",
      of: ({ r }) => subdistricts[residences.subdistrict[r]]?.name ?? null,
    },
    { key: "community", head: { zh: "社区", en: "Community" }, kind: "text", of: (item) => first(item).community },
    {
      key: "households",
      head: { zh: "户数（户）", en: "Households" },
      kind: "count",
      of: (item) => first(item).households,
    },
    {
      key: "residents",
      head: { zh: "人口（人）", en: "Residents" },
      kind: "count",
      of: (item) => first(item).residents,
    },
    {
      key: "estimated",
      head: { zh: "人口为估算", en: "People estimated" },
      kind: "flag",
      of: (item) => first(item).estimates.includes("residents"),
    },
  ];
}

/** Of one category; in a sheet its walk is rounded so that it stays on its side of the limit. */
function walkColumns(order: ExportOrder, q: number): Column<ResidenceItem>[] {
  const { area, language } = order;
  const { category, minutes, profile } = order.questions[q];
  // Told apart where one category is asked about several times.
  const [suffix, zhSuffix, enSuffix] = isOfOneLimit(order)
    ? ["", "", ""]
    : [
        `_${profile}_${minutes}`,
        `（${profileName({ ...order, language: "zh" }, profile)} ${minutes} 分钟）`,
        ` (${profile}, ${minutes} min)`,
      ];
  const prefix = `${category}${suffix}`;
  const { speedMmPerSecond } = area.walker(profile).profile;
  const limitM = coverageBy(area, order.questions[q], "area").limitM;
  const name = {
    zh: categoryName({ ...order, language: "zh" }, category),
    en: categoryName({ ...order, language: "en" }, category),
  };
  const head = (zh: string, en: string) => ({ zh: `${name.zh}${zhSuffix} ${zh}`, en: `${name.en}${enSuffix}: ${en}` });
  const answer = ({ answers }: ResidenceItem) => answers[q];
  const walk = (item: ResidenceItem) => answer(item).nearest?.walk ?? null;
  return [
    {
      key: `${prefix}_verdict`,
      head: head("判定", "verdict"),
      kind: "text",
      width: 9,
      of: (item) => answer(item).verdict,
      shown: (item) => VERDICT_WORDS[answer(item).verdict][language],
    },
    {
      key: `${prefix}_reason`,
      head: head("无步行路线的原因", "why no walk"),
      kind: "text",
      of: (item) => answer(item).reason,
      shown: (item) => reasonShown(answer(item), language),
    },
    {
      key: `${prefix}_seconds`,
      head: head("步行（分钟）", "walk (min)"),
      kind: "minutes",
      of: (item) => walk(item)?.seconds ?? null,
      shown: (item) => {
        const { nearest } = answer(item);
        const seconds = nearest?.walk.seconds ?? null;
        return nearest === null || seconds === null ? null : minutesByLimit(seconds, minutes, nearest.withinLimit);
      },
    },
    {
      key: `${prefix}_total_m`,
      head: head("步行（米）", "walk (m)"),
      kind: "metres",
      of: (item) => walk(item)?.totalM ?? null,
      shown: (item) => {
        const { nearest } = answer(item);
        const { totalM = null, seconds = null } = nearest?.walk ?? {};
        if (nearest === null || totalM === null || seconds === null) return null;
        // Where something on the way costs time, the length is not what the limit is held against.
        const isJudged = Math.abs(seconds * speedMmPerSecond - totalM * 1000) < 1;
        return isJudged ? metresByLimit(totalM, limitM, nearest.withinLimit) : Math.round(totalM);
      },
    },
    {
      key: `${prefix}_facility`,
      head: head("最近设施编号", "nearest, reference"),
      kind: "text",
      of: (item) => answer(item).nearest?.facility.ref ?? null,
    },
    {
      key: `${prefix}_facility_name`,
      head: head("最近设施", "nearest"),
      kind: "text",
      width: 22,
      of: (item) => answer(item).nearest?.facility.name ?? null,
    },
    {
      key: `${prefix}_second_seconds`,
      head: head("次近步行（分钟）", "walk to the second nearest (min)"),
      kind: "minutes",
      of: (item) => answer(item).second?.seconds ?? null,
      shown: (item) => {
        const { second } = answer(item);
        return second && minutesByLimit(second.seconds, minutes, second.withinLimit);
      },
    },
    {
      key: `${prefix}_facilities_within`,
      head: head("时限内设施（个）", "facilities within the limit"),
      kind: "count",
      of: (item) => answer(item).within[0].facilities,
    },
  ];
}

function reasonShown({ reason }: ChoicesRow, language: Language): Cell {
  return reason === null ? null : REASON_WORDS[reason][language];
}
