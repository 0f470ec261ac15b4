/** Where the `circle` command finds the demo town: on both stores, a place of its own for each suite. @module */
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openEmbedded } from "../../server/store/embedded/open.ts";
import { circleHere } from "./circle-here.ts";
import { demoDatabase, demoTemplate } from "./demo-town.ts";
import { CACHE } from "./embedded-template.ts";
import { describeWith } from "./requirements.ts";

export interface CirclePlace {
  readonly kind: "embedded" | "postgres";
  /** Read these inside tests and hooks. */
  readonly env: Readonly<Record<string, string>>;
  /** A folder for files of the test. */
  readonly folder: string;
  /** Runs a command that must succeed, in this process, and gives what it printed. */
  printed(...args: string[]): Promise<string>;
  /** The same, read as CSV. */
  table(...args: string[]): Promise<Row[]>;
  /** Writes a file and gives its path. */
  file(name: string, content: string): Promise<string>;
}

export type Row = Record<string, string>;

interface Made {
  readonly env: Readonly<Record<string, string>>;
  drop(): Promise<void>;
}

export function describeCircle(name: string, body: (place: CirclePlace) => void): void {
  describe(`${name} · embedded`, () => body(placeOf("embedded", inFolder)));
  describeCircleOnServer(name, body);
}

export function describeCircleOnServer(name: string, body: (place: CirclePlace) => void): void {
  describeWith("postgis", `${name} · PostGIS`, () => body(placeOf("postgres", onServer)));
}

function placeOf(kind: CirclePlace["kind"], make: (folder: string) => Promise<Made>): CirclePlace {
  let made: Made | null = null;
  let folder: string | null = null;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "circle-place-"));
    made = await make(folder);
  });
  afterAll(async () => {
    await made?.drop();
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  });
  const place: CirclePlace = {
    kind,
    get env() {
      return there(made).env;
    },
    get folder() {
      return there(folder);
    },
    async printed(...args) {
      const { code, stdout, stderr } = await circleHere(args, place.env);
      expect([code, stderr]).toEqual([0, expect.not.stringContaining("Error")]);
      return stdout;
    },
    table: async (...args) => parse(await place.printed(...args), { columns: true }) as Row[],
    async file(name, content) {
      const path = join(place.folder, name);
      await writeFile(path, content);
      return path;
    },
  };
  return place;
}

function there<Value>(value: Value | null): Value {
  if (value === null) throw new Error("the place is there inside tests and hooks only");
  return value;
}

async function inFolder(folder: string): Promise<Made> {
  const dataDir = join(folder, "data");
  const store = await openEmbedded({ dataDir, template: await demoTemplate(), partsFolder: CACHE });
  await store.close();
  // Made once for all suites, where each command would otherwise find its folder without.
  for (const name of readdirSync(CACHE).filter((entry) => entry.startsWith("postgis-")))
    cpSync(join(CACHE, name), join(dataDir, "compiled", name));
  return { env: { DATA_DIR: dataDir }, drop: async () => {} };
}

async function onServer(folder: string): Promise<Made> {
  const { url, drop } = await demoDatabase();
  return { env: { DATABASE_URL: url, DATA_DIR: join(folder, "unused") }, drop };
}
