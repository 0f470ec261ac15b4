/** `npm run build`: makes the web console, whatever is there already. @module */
import { buildConsole } from "./console-build.ts";

await buildConsole();
