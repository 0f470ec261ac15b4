/** The folder list is the architecture: this table is its one home. A new folder adds its row here. @module */
import { describe, expect, it } from "vitest";
import { type Layout, violations } from "./support/architecture.ts";
import { readTree } from "./support/source-tree.ts";

const UP_TO_COVERAGE = ["server/base", "server/import", "server/network", "server/reach", "server/coverage"];
const DOMAIN = [...UP_TO_COVERAGE, "server/spacing", "server/siting", "server/standards"];

/** Flow: base → import → network → reach → coverage → spacing | siting | standards → store → intake | analysis → export → api → cli. */
const LAYOUT: Layout = {
  allowed: {
    "server/base": [],
    "server/import": ["server/base", "data/categories", "data/homes", "data/people"],
    "server/network": ["server/base", "server/import", "data/profiles"],
    "server/reach": ["server/base", "server/import", "server/network", "data/profiles"],
    "server/coverage": ["server/base", "server/import", "server/network", "server/reach", "data/profiles"],
    "server/spacing": UP_TO_COVERAGE,
    "server/siting": UP_TO_COVERAGE,
    "server/standards": [...UP_TO_COVERAGE, "data/standards"],
    // Stores what the core made, and never computes it again: of the stages it knows the shapes alone.
    "server/store": ["server/base", "db", ...DOMAIN.slice(1).map((folder) => `type:${folder}`)],
    // Files of a district into the store: where reading, the network and the store meet.
    "server/intake": ["server/base", "server/import", "server/network", "server/store"],
    // Areas opened for questions: where the store and the engine meet. Answers without HTTP, for api and cli alike.
    "server/analysis": [...DOMAIN, "server/store", "data/profiles", "data/standards"],
    // Analyses that stay: computed from open areas, kept in the store.
    "server/runs": [...DOMAIN, "server/store", "server/analysis"],
    // Files to take along: figures come from analysis alone, the store gives names and shapes.
    "server/export": [...UP_TO_COVERAGE, "server/store", "server/analysis", "type:server/standards"],
    "server/config.ts": ["server/base", "type:server/store"],
    "server/keep-compiled.ts": [],
    "server/api": [
      ...DOMAIN,
      "server/store",
      "server/intake",
      "server/analysis",
      "server/runs",
      "server/export",
      "type:server/config.ts",
    ],
    "server/cli": [
      ...DOMAIN,
      "server/store",
      "server/intake",
      "server/analysis",
      "server/runs",
      "server/export",
      "server/api",
      "server/config.ts",
      "server/keep-compiled.ts",
      "data/demo",
    ],
    "server/main.ts": ["*"],
    db: ["server/base", "type:server/store"],
    data: [],
    "data/demo": ["server/base"],
    web: ["type:server/api/schemas"],
    scripts: ["server", "data"],
    test: ["*"],
    "vite.config.ts": [],
    "vitest.config.ts": ["test/support"],
  },
  domain: DOMAIN,
  outsideDomain: [
    "fastify",
    "@fastify/",
    "kysely",
    "kysely-postgres-js",
    "postgres",
    "@electric-sql/",
    "node:fs",
    "node:process",
    "node:child_process",
    "node:http",
    "node:https",
    "node:net",
  ],
  // Reading the files that are named to it is the import's work.
  domainExceptions: { "server/import": ["node:fs"] },
  owners: { "maplibre-gl": "web/map" },
};

it("this checkout keeps every rule", () => {
  expect(violations(readTree(), LAYOUT)).toEqual([]);
});

describe("the rules, on trees made up to break them", () => {
  const check = (files: Record<string, string>) => violations(new Map(Object.entries(files)), LAYOUT);

  it.each([
    ["an import from downstream", 'import { walk } from "../reach/walk.ts";'],
    ["a re-export", 'export { walk } from "../reach/walk.ts";'],
    ["a re-export of everything", 'export * from "../reach/walk.ts";'],
    ["a dynamic import", 'const walk = await import("../reach/walk.ts");'],
    ["a type import", 'import type { Walk } from "../reach/walk.ts";'],
    ["an inline type import", 'type Walk = import("../reach/walk.ts").Walk;'],
    ["a worker", 'new Worker(new URL("../reach/walk.ts", import.meta.url));'],
    ["an import for its effects", 'import "../reach/walk.ts";'],
  ])("%s", (_, text) => {
    expect(check({ "server/network/a.ts": text })).toEqual([
      "server/network/a.ts:1: server/network may not import server/reach/walk.ts",
    ]);
  });

  it.each([
    ["upstream", "server/reach/a.ts", 'import { lengthMm } from "../network/edges.ts";'],
    ["the same folder, deeper", "server/import/osm/a.ts", 'import { tags } from "../tables/rows.ts";'],
    ["a package", "server/network/a.ts", 'import Flatbush from "flatbush";'],
    ["types for the store", "server/store/a.ts", 'import type { Walk } from "../reach/walk.ts";'],
    [
      "types of the API for the console",
      "web/client/a.ts",
      'import type { Area } from "../../server/api/schemas/areas.ts";',
    ],
    ["the map library in the map", "web/map/a.ts", 'import { Map } from "maplibre-gl";'],
    ["files for the import", "server/import/a.ts", 'import { createReadStream } from "node:fs";'],
    ["a date that is given", "server/coverage/a.ts", "export const day = (iso: string) => new Date(iso);"],
    [
      "the word in a comment",
      "server/reach/a.ts",
      '/* process.env, import "../api/app.ts" */ export const a = "process.env";',
    ],
    ["everything in the composition root", "server/main.ts", 'import { app } from "./api/app.ts";'],
  ])("allows %s", (_, path, text) => {
    expect(check({ [path]: text })).toEqual([]);
  });

  it.each([
    ["import", "network"],
    ["network", "reach"],
    ["reach", "coverage"],
    ["coverage", "spacing"],
    ["spacing", "siting"],
    ["siting", "standards"],
    ["standards", "spacing"],
    ["coverage", "store"],
    ["store", "api"],
    ["api", "cli"],
  ])("%s never imports %s", (folder, downstream) => {
    expect(check({ [`server/${folder}/a.ts`]: `import "../${downstream}/b.ts";` })).toHaveLength(1);
  });

  it.each([
    "fastify",
    "@fastify/helmet",
    "kysely",
    "postgres",
    "@electric-sql/pglite",
    "node:fs/promises",
    "node:process",
  ])("the core never imports %s", (name) => {
    expect(check({ "server/coverage/a.ts": `import a from "${name}";` })).toEqual([
      expect.stringMatching(/^server\/coverage\/a\.ts:1: server\/coverage is of the core and never imports /),
    ]);
  });

  it.each([
    ["process.env.DATA_DIR", "process"],
    ["process.cwd()", "process"],
    ["globalThis.process", "process"],
    ["Date.now()", "clock"],
    ["new Date()", "clock"],
    ["performance.now()", "clock"],
    ["Math.random()", "chance"],
  ])("the core never touches %s", (code, name) => {
    expect(check({ "server/import/a.ts": `\nexport const a = ${code};` })).toEqual([
      `server/import/a.ts:2: server/import is of the core and takes no ${name} from its surroundings`,
    ]);
  });

  it("maplibre-gl stays in web/map, its style sheet included", () => {
    const files = {
      "web/pages/a.tsx": 'import "maplibre-gl/dist/maplibre-gl.css";',
      "test/browser/a.ts": 'import "maplibre-gl";',
    };
    expect(check(files)).toEqual([
      "test/browser/a.ts:1: maplibre-gl is imported by web/map alone",
      "web/pages/a.tsx:1: maplibre-gl is imported by web/map alone",
    ]);
  });

  it("the console takes types of the API's schemas from the server, and nothing else", () => {
    expect(
      check({
        "web/client/a.ts": 'import { Area } from "../../server/api/schemas/areas.ts";',
        "web/client/b.ts": 'import type { App } from "../../server/api/app.ts";',
        "web/client/c.ts": 'import type { LonLat } from "../../server/base/lon-lat.ts";',
      }),
    ).toEqual([
      "web/client/a.ts:1: web may import types alone of server/api/schemas/areas.ts: write import type",
      "web/client/b.ts:1: web may not import server/api/app.ts",
      "web/client/c.ts:1: web may not import server/base/lon-lat.ts",
    ]);
  });

  it("the demo town uses base alone", () => {
    expect(
      check({ "data/demo/a.ts": 'import "../../server/import/rows.ts"; import "../../server/base/crs.ts";' }),
    ).toEqual(["data/demo/a.ts:1: data/demo may not import server/import/rows.ts"]);
  });

  it("the store imports types of the stages, not their code", () => {
    expect(check({ "server/store/a.ts": 'import { build } from "../network/build.ts";' })).toEqual([
      "server/store/a.ts:1: server/store may import types alone of server/network/build.ts: write import type",
    ]);
  });

  it("a folder without a row fails", () => {
    expect(check({ "server/registry/a.ts": "", "tools/a.ts": "" })).toEqual([
      "server/registry/a.ts: its folder has no row in the table of allowed imports",
      "tools/a.ts: its folder has no row in the table of allowed imports",
    ]);
  });

  it("an import that is computed fails", () => {
    expect(check({ "server/api/a.ts": "await import(name);" })).toEqual([
      "server/api/a.ts:1: a computed import, which nobody can check",
    ]);
  });

  it("a file of 400 lines passes, one of 401 does not", () => {
    const lines = (n: number) => "// a\n".repeat(n);
    expect(check({ "web/map/a.ts": lines(400), "web/map/b.ts": lines(401) })).toEqual([
      "web/map/b.ts: 401 lines, more than 400: split it by idea",
    ]);
  });

  it.each(["utils", "util", "helpers", "misc"])("%s.ts is no name", (name) => {
    expect(check({ [`server/base/${name}.ts`]: "" })).toHaveLength(1);
  });

  it("a path of one machine fails, in any text", () => {
    const path = ["", "home", "somebody", "data"].join("/");
    expect(check({ "README.md": `see ${path}`, "server/base/a.ts": `export const a = "${path}";` })).toHaveLength(2);
    expect(check({ "README.md": `see ..${path}, ./x${path} and https://example.org${path}` })).toEqual([]);
  });

  it("a file that cannot be parsed fails loudly", () => {
    expect(() => check({ "server/base/a.ts": "export const = 1" })).toThrow("server/base/a.ts cannot be parsed");
  });
});
