/** The process of `circle`: keeps what it compiles for the next one, which then starts in two thirds of the time. @module */
import { enableCompileCache } from "node:module";

enableCompileCache();
const { circle } = await import("./circle.ts");
process.exitCode = await circle(process.argv.slice(2));
