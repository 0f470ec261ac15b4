/** The process of `circle`: keeps what it compiles for the next one. @module */
import { keepCompiled } from "../keep-compiled.ts";

keepCompiled();
const { circle } = await import("./circle.ts");
process.exitCode = await circle(process.argv.slice(2));
