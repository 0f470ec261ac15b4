/** The schema that editors and officials are given is the one that the code checks by. */
import { expect, it } from "vitest";
import { PACKS_FOLDER } from "../../../server/analysis/standard-packs.ts";
import { PACK_SCHEMA } from "../../../server/standards/pack/published-schema.ts";
import { KINDS } from "../../../server/standards/pack/requirement-schema.ts";

it("is published beside the packs as it is", async () => {
  await expect(`${JSON.stringify(PACK_SCHEMA, null, 2)}\n`).toMatchFileSnapshot(`${PACKS_FOLDER}/pack.schema.json`);
});

it("knows every kind of requirement", () => {
  for (const kind of KINDS) expect(JSON.stringify(PACK_SCHEMA)).toContain(`"const":"${kind}"`);
});
