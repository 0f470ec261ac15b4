/** The sites of a plan as a list that somebody takes along to sign contracts: one row a site, contact left to be filled in. @module */
import type { SiteAddress } from "../analysis/site-addresses.ts";
import type { SitingAnswer, SitingSite } from "../analysis/siting-answer.ts";
import type { Words } from "../base/errors.ts";
import type { FileContext } from "./file-context.ts";
import type { Language } from "./order.ts";
import type { Column } from "./table.ts";
import { rowsSheet } from "./xlsx/rows-sheet.ts";
import { workbookOf } from "./xlsx/workbook.ts";

const SOURCE_WORDS: Readonly<Record<SitingSite["source"], Words>> = {
  listed: { zh: "名单", en: "listed" },
  unsigned: { zh: "未签约网点", en: "not signed yet" },
  gate: { zh: "小区出入口", en: "gate of a compound" },
  corner: { zh: "街角", en: "street corner" },
  lattice: { zh: "沿街", en: "along a street" },
};
const SHEET: Words = { zh: "签约清单", en: "Signing list" };
/** Nearer than this, the address of the shop or compound that a site belongs to is that of the site itself. */
const AT_SITE_M = 10;

interface ListedSite extends SitingSite {
  readonly address: SiteAddress | null;
}

/** Of the workbook, and of its file. */
export function signingTitle({ category }: SitingAnswer, { release, language, categoryName }: FileContext): string {
  const name = categoryName(category);
  return { zh: `${release.name} ${name} 签约清单`, en: `${release.name}, ${name}: signing list` }[language];
}

/** @param addresses in the order of the sites */
export function signingList(
  answer: SitingAnswer,
  addresses: readonly (SiteAddress | null)[],
  context: FileContext,
): AsyncGenerator<Uint8Array> {
  const { language, release } = context;
  const title = signingTitle(answer, context);
  const sites = answer.sites.map((site, i): ListedSite => ({ ...site, address: addresses[i] }));
  return workbookOf(
    [rowsSheet(columnsIn(language), sites, SHEET[language], title, language)],
    title,
    release.releasedAt,
  );
}

function columnsIn(language: Language): Column<ListedSite>[] {
  return [
    { key: "rank", head: { zh: "序号", en: "No." }, kind: "count", width: 7, of: ({ rank }) => rank },
    { key: "name", head: { zh: "名称", en: "Name" }, kind: "text", width: 22, of: ({ name }) => name },
    {
      key: "source",
      head: { zh: "来源", en: "Source" },
      kind: "text",
      width: 14,
      of: ({ source }) => SOURCE_WORDS[source][language],
    },
    {
      key: "address",
      head: { zh: "地址", en: "Address" },
      kind: "text",
      width: 40,
      of: ({ address }) => address && addressText(address, language),
    },
    { key: "street", head: { zh: "街道（路）", en: "Street" }, kind: "text", of: ({ street }) => street },
    { key: "community", head: { zh: "社区", en: "Community" }, kind: "text", of: ({ community }) => community },
    { key: "lon", head: { zh: "经度", en: "Longitude" }, kind: "degrees", of: ({ position }) => position[0] },
    { key: "lat", head: { zh: "纬度", en: "Latitude" }, kind: "degrees", of: ({ position }) => position[1] },
    { key: "gained", head: { zh: "新增覆盖人数", en: "People gained" }, kind: "count", of: ({ gained }) => gained },
    {
      key: "elderly_gained",
      head: { zh: "其中老年人", en: "of them elderly" },
      kind: "count",
      of: ({ elderlyGained }) => elderlyGained,
    },
    { key: "around", head: { zh: "周边未覆盖人数", en: "Unserved around" }, kind: "count", of: ({ around }) => around },
    { key: "contact", head: { zh: "联系人", en: "Contact" }, kind: "text", of: () => null },
    { key: "telephone", head: { zh: "联系电话", en: "Telephone" }, kind: "text", of: () => null },
    { key: "remarks", head: { zh: "备注", en: "Remarks" }, kind: "text", width: 24, of: () => null },
  ];
}

/** A neighbour's address is never stated as the site's own, however near it is. */
function addressText({ address, metres, own }: SiteAddress, language: Language): string {
  if (own && metres < AT_SITE_M) return address;
  const whole = Math.round(metres);
  if (whole === 0) return { zh: `${address}附近`, en: `near ${address}` }[language];
  return { zh: `${address}附近，约 ${whole} 米`, en: `near ${address}, about ${whole} m` }[language];
}
