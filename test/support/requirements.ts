/** Suites that need something a machine may lack: left out by name where it is missing, a failure under `REQUIRE_ALL=1`. @module */
import { existsSync } from "node:fs";
import { describe, inject, it, type ProvidedContext } from "vitest";
import "./provided.ts";
import { SHARED_DATA_FOLDER } from "./shared-data.ts";

export type Requirement = "postgis" | "pgrouting" | "chromium" | "shared data";

declare module "vitest" {
  interface TaskMeta {
    /** Why a suite was left out, as the closing block of the report says it. */
    leftOut?: string;
  }
}

const NAMES: Readonly<Record<Requirement, string>> = {
  postgis: "PostGIS",
  pgrouting: "pgRouting",
  chromium: "Chromium",
  "shared data": "shared data",
};

/**
 * `describe` for a suite that needs something of the machine.
 * The body is collected even where the suite is left out, so that its tests are counted: read what is needed inside tests and hooks.
 */
export function describeWith(needs: Requirement | readonly Requirement[], name: string, body: () => void): void {
  const missing = [needs].flat().filter((need) => !isFound(need));
  if (missing.length === 0) {
    describe(name, body);
    return;
  }
  const names = missing.map((need) => NAMES[need]).join(" and ");
  const leftOut = `because ${names} ${missing.length === 1 ? "was" : "were"} not found`;
  if (process.env.REQUIRE_ALL !== "1") {
    describe(name, { skip: true, meta: { leftOut } }, body);
    return;
  }
  describe(name, () => {
    it("runs, as REQUIRE_ALL=1 demands", () => {
      throw new Error(`REQUIRE_ALL=1, but this suite cannot run ${leftOut}`);
    });
  });
}

function isFound(need: Requirement): boolean {
  if (need === "shared data") return existsSync(SHARED_DATA_FOLDER);
  if (need === "chromium") return offered("chromiumPath") !== null;
  if (need === "pgrouting") return offered("pgrouting");
  return offered("postgisUrl") !== null;
}

/** Only suites under test/db, test/api and test/browser are offered services: starting them costs every run a second. */
function offered<Name extends keyof ProvidedContext>(name: Name): ProvidedContext[Name] {
  const value: ProvidedContext[Name] | undefined = inject(name);
  if (value === undefined) throw new Error(`${name} is offered in test/db, test/api and test/browser only`);
  return value;
}
