/** The compiled inner loop that is kept is what its source says; `npm run bless -- test/unit/reach/kernel` compiles it anew. @module */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { main } from "assemblyscript/asc";
import { expect, it } from "vitest";

const KERNEL = join(import.meta.dirname, "../../../../server/reach/kernel");
const OPTIONS = [
  ...["--optimizeLevel", "3", "--shrinkLevel", "0", "--noAssert", "--runtime", "stub"],
  ...["--importMemory", "--sharedMemory", "--initialMemory", "1", "--maximumMemory", "65536"],
  ...["--enable", "threads", "--enable", "simd"],
];

it("equals what its source compiles to", async () => {
  const source = await readFile(join(KERNEL, "spread.as"), "utf8");
  let binary = new Uint8Array();
  const { error, stderr } = await main(["spread.ts", "--outFile", "spread.wasm", ...OPTIONS], {
    // The compiler knows its sources by the ending of TypeScript, which this one only resembles.
    readFile: (name) => (name === "spread.ts" ? source : null),
    writeFile: (_, contents) => {
      binary = contents as Uint8Array<ArrayBuffer>;
    },
  });
  expect(error, stderr.toString()).toBe(null);
  const text = [
    "/** `spread.as` as WebAssembly in base64, written by its test. @module */",
    "export const SPREAD_WASM =",
    `  "${Buffer.from(binary).toString("base64")}";`,
    "",
  ].join("\n");
  await expect(text).toMatchFileSnapshot(join(KERNEL, "spread-wasm.ts"));
});
