import { expect, it } from "vitest";
import type { SiteAddress } from "../../../server/analysis/site-addresses.ts";
import type { SitingAnswer } from "../../../server/analysis/siting-answer.ts";
import type { FileContext } from "../../../server/export/file-context.ts";
import { signingList } from "../../../server/export/signing-list.ts";
import { joined, sheetsOf } from "../../support/export-files.ts";

async function addressesIn(language: "zh" | "en", addresses: readonly (SiteAddress | null)[]) {
  const unsaid = { name: null, street: null, community: null, gained: 0, elderlyGained: null, around: null };
  const sites = addresses.map((_, i) => ({ ...unsaid, rank: i + 1, source: "corner", position: [113.6, 34.7] }));
  const answer = { category: "clinic", sites } as unknown as SitingAnswer;
  const release = { name: "小镇", releasedAt: "2024-12-31T00:00:00.000Z" };
  const context = { release, language, categoryName: (code) => code } as FileContext;
  const [[head, ...rows]] = (await sheetsOf(await joined(signingList(answer, addresses, context)))).values();
  return rows.map((row) => row[head.indexOf({ zh: "地址", en: "Address" }[language])]);
}

const SHOP = "人民路 8";

it("states an address as the site's own only where it is, and else how far off it is", async () => {
  const addresses = [
    { address: SHOP, metres: 9.9, own: true },
    { address: SHOP, metres: 60.4, own: true },
    { address: SHOP, metres: 9.9, own: false },
    { address: SHOP, metres: 0.3, own: false },
    null,
  ];
  expect(await addressesIn("zh", addresses)).toEqual([
    SHOP,
    `${SHOP}附近，约 60 米`,
    `${SHOP}附近，约 10 米`,
    `${SHOP}附近`,
    null,
  ]);
  expect((await addressesIn("en", addresses)).slice(2, 4)).toEqual([`near ${SHOP}, about 10 m`, `near ${SHOP}`]);
});
