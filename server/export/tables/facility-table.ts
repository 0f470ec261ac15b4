/** Facilities of the categories asked, with the people who have each as their nearest. @module */
import { type CoverageQuestion, coverageBy } from "../../analysis/coverage.ts";
import { dependenceIn } from "../../analysis/dependence.ts";
import { type FacilityRowAnswer, facilityRows } from "../../analysis/facility-rows.ts";
import type { PeopleSum } from "../../coverage/people-sum.ts";
import { facilities } from "../../store/facilities.ts";
import type { ExportOrder } from "../order.ts";
import { minutesByLimit } from "../rounding.ts";
import { type Column, type ExportTable, tableOf } from "../table.ts";
import { QUESTION_KEYS, questionCells, questionColumns } from "./question-columns.ts";

interface FacilityItem extends FacilityRowAnswer {
  readonly question: CoverageQuestion;
  /** Those within its limit who have no other one; null where nobody walks to it. */
  readonly solely: PeopleSum | null;
}

export async function facilityTable(order: ExportOrder): Promise<ExportTable> {
  const { area, questions, language, db } = order;
  const stored = await facilities(db, area.content.releaseId).execute();
  const addressOf = new Map(stored.map(({ ref, address }) => [ref, address]));
  const items = questions.flatMap((question) => {
    const { items: dependent } = dependenceIn(area, question, 0, Number.POSITIVE_INFINITY);
    const solelyOf = new Map(dependent.map(({ facility, solely }) => [facility.ref, solely]));
    return facilityRows(area, question).map(
      (row): FacilityItem => ({ ...row, question, solely: solelyOf.get(row.ref) ?? null }),
    );
  });
  return tableOf({
    level: "facility",
    language,
    columns: columnsOf(order, addressOf),
    sheetFirst: [...QUESTION_KEYS, "name"],
    geometryType: "POINT",
    count: items.length,
    items: () => items,
    geometryOf: ({ position }) => ({ type: "Point", coordinates: position }),
    // Everybody who is covered has one nearest facility: these are the covered of the whole.
    totals: questions.map((question) => {
      const { residences, households, residents } = coverageBy(area, question, "area").whole;
      return {
        ...questionCells(order, question),
        name: { zh: "合计", en: "Total" }[language],
        nearest_residences: residences.covered,
        nearest_households: households.covered,
        nearest_residents: residents.covered,
      };
    }),
  });
}

function columnsOf(order: ExportOrder, addressOf: ReadonlyMap<string, string | null>): Column<FacilityItem>[] {
  return [
    ...questionColumns<FacilityItem>(order, ({ question }) => question),
    { key: "ref", head: { zh: "编号", en: "Reference" }, kind: "text", of: ({ ref }) => ref },
    { key: "name", head: { zh: "名称", en: "Name" }, kind: "text", width: 24, of: ({ name }) => name },
    {
      key: "lon",
      head: { zh: "经度（WGS 84）", en: "Longitude (WGS 84)" },
      kind: "degrees",
      of: ({ position }) => position[0],
    },
    {
      key: "lat",
      head: { zh: "纬度（WGS 84）", en: "Latitude (WGS 84)" },
      kind: "degrees",
      of: ({ position }) => position[1],
    },
    { key: "subdistrict", head: { zh: "街道", en: "Subdistrict" }, kind: "text", of: ({ subdistrict }) => subdistrict },
    { key: "community", head: { zh: "社区", en: "Community" }, kind: "text", of: ({ community }) => community },
    {
      key: "address",
      head: { zh: "地址", en: "Address" },
      kind: "text",
      width: 24,
      of: ({ ref }) => addressOf.get(ref) ?? null,
    },
    {
      key: "on_network",
      head: { zh: "可步行到达", en: "Can be walked to" },
      kind: "flag",
      width: 8,
      of: ({ onNetwork }) => onNetwork,
    },
    {
      key: "nearest_residences",
      head: { zh: "以此为最近且在时限内 居住地（处）", en: "Residences within the limit whose nearest it is" },
      kind: "count",
      of: ({ residences }) => residences,
    },
    {
      key: "nearest_households",
      head: { zh: "以此为最近且在时限内 户数（户）", en: "Households within the limit whose nearest it is" },
      kind: "count",
      of: ({ households }) => households,
    },
    {
      key: "nearest_residents",
      head: { zh: "以此为最近且在时限内 人口（人）", en: "Residents within the limit whose nearest it is" },
      kind: "count",
      of: ({ residents }) => residents,
    },
    {
      key: "worst_seconds",
      head: { zh: "其中最远步行（分钟）", en: "Longest of these walks (min)" },
      kind: "minutes",
      of: ({ worstSeconds }) => worstSeconds,
      shown: ({ worstSeconds, question }) =>
        worstSeconds === null ? null : minutesByLimit(worstSeconds, question.minutes, true),
    },
    {
      key: "solely_residences",
      head: { zh: "只靠此处的居住地（处）", en: "Residences that have no other" },
      kind: "count",
      of: ({ solely }) => solely?.residences ?? 0,
    },
    {
      key: "solely_residents",
      head: { zh: "只靠此处的人口（人）", en: "Residents who have no other" },
      kind: "count",
      of: ({ solely }) => solely?.residents ?? 0,
    },
    {
      key: "beyond_residences",
      head: { zh: "以此为最近但超出时限 居住地（处）", en: "Residences beyond the limit whose nearest it is" },
      kind: "count",
      of: ({ residencesBeyond }) => residencesBeyond,
    },
    {
      key: "beyond_residents",
      head: { zh: "以此为最近但超出时限 人口（人）", en: "Residents beyond the limit whose nearest it is" },
      kind: "count",
      of: ({ residentsBeyond }) => residentsBeyond,
    },
  ];
}
