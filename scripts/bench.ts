/** `npm run bench [-- NAME…]`: runs every benchmark of test/bench in a process of its own, one after another. @module */
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "test", "bench");
const wanted = process.argv.slice(2);
const files = globSync("*.bench.ts", { cwd: folder })
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort();
if (files.length === 0) {
  console.error(`no benchmark in test/bench matches ${wanted.join(" ") || "*.bench.ts"}`);
  process.exit(2);
}
const failed = files.filter((name) => {
  console.error(`— ${name}`);
  return spawnSync(process.execPath, [join(folder, name)], { stdio: "inherit" }).status !== 0;
});
if (failed.length > 0) {
  console.error(`failed: ${failed.join(", ")}`);
  process.exit(1);
}
