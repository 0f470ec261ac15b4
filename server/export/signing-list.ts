/** The sites of a plan as a list that somebody takes along to sign contracts: one row a site, contact left to be filled in. @module */
import type { SitingAnswer, SitingSite } from "../analysis/siting-answer.ts";
import type { Words } from "../base/errors.ts";
import type { Language } from "./order.ts";
import type { Cell } from "./table.ts";
import { plainWorkbook } from "./xlsx/workbook.ts";

const SOURCE_WORDS: Readonly<Record<SitingSite["source"], Words>> = {
  listed: { zh: "名单", en: "listed" },
  unsigned: { zh: "未签约网点", en: "not signed yet" },
  gate: { zh: "小区出入口", en: "gate of a compound" },
  corner: { zh: "街角", en: "street corner" },
  lattice: { zh: "沿街", en: "along a street" },
};

const COLUMNS: readonly (Words & { readonly of: (site: SitingSite, language: Language) => Cell })[] = [
  { zh: "序号", en: "No.", of: ({ rank }) => rank },
  { zh: "名称", en: "Name", of: ({ name }) => name },
  { zh: "来源", en: "Source", of: ({ source }, language) => SOURCE_WORDS[source][language] },
  { zh: "街道（路）", en: "Street", of: ({ street }) => street },
  { zh: "社区", en: "Community", of: ({ community }) => community },
  { zh: "经度", en: "Longitude", of: ({ position }) => position[0] },
  { zh: "纬度", en: "Latitude", of: ({ position }) => position[1] },
  { zh: "新增覆盖人数", en: "People gained", of: ({ gained }) => gained },
  { zh: "其中老年人", en: "of them elderly", of: ({ elderlyGained }) => elderlyGained },
  { zh: "周边未覆盖人数", en: "Unserved around", of: ({ around }) => around },
  { zh: "联系人", en: "Contact", of: () => null },
  { zh: "联系电话", en: "Telephone", of: () => null },
  { zh: "备注", en: "Remarks", of: () => null },
];

export function signingList(
  { sites }: SitingAnswer,
  language: Language,
  releasedAt: string,
): AsyncGenerator<Uint8Array> {
  return plainWorkbook(
    COLUMNS.map((column) => column[language]),
    sites.map((site) => COLUMNS.map(({ of }) => of(site, language))),
    releasedAt,
  );
}
