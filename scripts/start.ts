/** `npm start`: makes the web console where its sources changed, then starts the service in this same process. @module */
import { buildConsole, consoleState } from "./console-build.ts";

const state = consoleState();
if (state === "stale, no builder") {
  console.error(
    "console: its sources changed since it was built, and vite is not installed to build it: run npm ci && npm run build",
  );
  process.exit(1);
}
if (state === "stale") {
  const started = Date.now();
  console.error("console: building, once after each change of its sources …");
  try {
    await buildConsole();
  } catch (error) {
    console.error(`console: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
  console.error(`console: built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
if (process.env.npm_lifecycle_event === "start") stopWithShell(process.ppid);
await import("../server/main.ts");

/** npm runs this under a shell that ends on a signal without passing it on, and would leave the service behind. */
function stopWithShell(shell: number): void {
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  watch.unref();
}
