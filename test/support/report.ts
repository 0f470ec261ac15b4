/** Ends a test run with what was left out and why, and with one line that says how many passed and failed. @module */
import type { Reporter, TestCase, TestModule, TestRunEndReason, TestSuite } from "vitest/node";
import "./requirements.ts";

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** Name of each suite or test that did not run, and why. */
  readonly leftOut: string[];
}

/** Runs after the runner's own reporter, so that its line is the last one. */
export class ClosingReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[], reason: TestRunEndReason): void {
    const tally = count(modules);
    // Errors outside of any test, an interrupted run and a run of nothing fail too, and must not read as green.
    tally.failed += unhandledErrors.length;
    if (tally.failed === 0 && (reason !== "passed" || modules.length === 0)) tally.failed = 1;
    if (process.env.REQUIRE_ALL === "1" && tally.leftOut.length > 0) {
      tally.failed += tally.leftOut.length;
      process.exitCode = 1;
    }
    console.log(closingLines(tally).join("\n"));
  }
}

function closingLines({ passed, failed, skipped, leftOut }: Tally): string[] {
  const heading = process.env.REQUIRE_ALL === "1" ? "left out, a failure under REQUIRE_ALL=1:" : "left out:";
  const block = leftOut.length === 0 ? [] : [heading, ...leftOut.map((line) => `  ${line}`), ""];
  return [...block, `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`];
}

function count(modules: readonly TestModule[]): Tally {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0, leftOut: [] };
  for (const module of modules) {
    const failedBefore = tally.failed;
    countChildren(module, module.relativeModuleId, false, tally);
    // A file that cannot be loaded, or whose hooks fail, has no failing test of its own.
    if (!module.ok() && tally.failed === failedBefore) tally.failed++;
  }
  return tally;
}

/** @param covered whether a suite above was already named as left out */
function countChildren(parent: TestModule | TestSuite, name: string, covered: boolean, tally: Tally): void {
  for (const child of parent.children) {
    const fullName = `${name} > ${child.name}`;
    if (child.type === "suite") {
      const { leftOut } = child.meta();
      const isTop = !covered && child.options.mode === "skip";
      if (isTop) tally.leftOut.push(`${fullName}, ${leftOut ?? "switched off in its source"}`);
      countChildren(child, fullName, covered || isTop, tally);
    } else {
      countTest(child, fullName, covered, tally);
    }
  }
}

function countTest(test: TestCase, fullName: string, covered: boolean, tally: Tally): void {
  const { state, ...result } = test.result();
  if (state === "passed") tally.passed++;
  else if (state === "failed") tally.failed++;
  else {
    tally.skipped++;
    const note = "note" in result && result.note !== undefined ? result.note : "skipped by itself";
    if (!covered) tally.leftOut.push(`${fullName}, ${note}`);
  }
}
