/** The service as the world meets it, over both stores, asked without a network; every answer is held against the service's own description. @module */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, InjectOptions } from "fastify";
import { sql } from "kysely";
import { afterAll, beforeAll, describe } from "vitest";
import { demoRegister } from "../../data/demo/register.ts";
import { Desk } from "../../server/analysis/desk.ts";
import { loadProfiles } from "../../server/analysis/profiles.ts";
import type { StandardsHands } from "../../server/analysis/register/open-findings.ts";
import { seedRegister } from "../../server/analysis/register/seed-register.ts";
import { RuleBook } from "../../server/analysis/spacing-rules.ts";
import { buildApp } from "../../server/api/app.ts";
import { loadCatalogue } from "../../server/import/categories.ts";
import { checkArea } from "../../server/intake/check-area.ts";
import { importArea } from "../../server/intake/import-area.ts";
import { type ImportArea, ImportRuns } from "../../server/intake/runs.ts";
import { Uploads } from "../../server/intake/uploads.ts";
import { CoverageRuns } from "../../server/runs/coverage-runs.ts";
import { SitingRuns } from "../../server/runs/siting-runs.ts";
import { openEmbedded } from "../../server/store/embedded/open.ts";
import { openStore, type Store, storeOver } from "../../server/store/open.ts";
import { demoDatabase, demoDatabaseToRead, demoTemplate } from "./demo-town.ts";
import { CACHE, embeddedTemplate } from "./embedded-template.ts";
import { describeWith } from "./requirements.ts";
import { type Answer, answerOf } from "./service-answer.ts";
import { freshDatabase } from "./stores.ts";

export interface TestService {
  readonly kind: Store["kind"];
  /** Read these inside tests and hooks: all is opened before the first test. */
  readonly store: Store;
  readonly desk: Desk;
  readonly app: FastifyInstance;
  readonly imports: ImportRuns;
  readonly coverageRuns: CoverageRuns;
  /** Faults that imports and runs reported: none is expected. */
  readonly faults: readonly unknown[];
  /** GET under `/api/v1`. */
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** POST of JSON under `/api/v1`. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Anything under `/api/v1`. */
  send(options: InjectOptions & { readonly url: string }): Promise<Answer>;
  /** Upload folders that are still there. */
  uploadsLeft(): string[];
  /** Files that were brought in to be looked at and are still there, with what was made of them. */
  stagedLeft(): string[];
}

/** Ways to ask the service. */
type Asking = Pick<TestService, "get" | "post" | "send">;

interface Opened {
  readonly store: Store;
  readonly desk: Desk;
  readonly app: FastifyInstance;
  readonly imports: ImportRuns;
  readonly coverageRuns: CoverageRuns;
  readonly faults: unknown[];
  readonly folder: string;
  /** Removes it: the machine's own is used from then on. */
  leaveFolder(): void;
  close(): Promise<void>;
  readonly rules: RuleBook;
}

/** Services that are only read, by the store that they stand on: each is opened once a process, and ends with it. */
const shared = new Map<Store["kind"], Promise<Opened>>();

/**
 * Nothing is written, which the store would refuse: all such suites of a process ask one service of the demo town, and what
 * one has it work out is there for the next.
 */
interface SharedOptions {
  readonly holding: "demo";
  readonly onlyRead: true;
}

interface OwnOptions {
  /** `demo`: the demo town is imported as area `demo`; `registered`: its register of facts is filled in too. */
  readonly holding: "demo" | "registered" | "nothing";
  readonly onlyRead?: never;
  readonly maxUploadBytes?: number;
  /** Stands around the import, to hold it up. */
  readonly around?: (importing: ImportArea) => ImportArea;
}

/** A shared service is that of the demo town, as it is: it takes no other option. */
export type ServiceOptions = SharedOptions | OwnOptions;

/** One suite, two stores, each on a database of its own unless it is only read; tests of a suite share it. */
export function describeService(name: string, options: ServiceOptions, body: (service: TestService) => void): void {
  describe(`${name} · embedded`, () => body(opened("embedded", options)));
  describeWith("postgis", `${name} · PostGIS`, () => body(opened("postgres", options)));
}

function opened(kind: Store["kind"], options: ServiceOptions): TestService {
  let service: Opened | null = null;
  beforeAll(async () => {
    service = await (options.onlyRead ? sharedService(kind) : openService(kind, options));
  });
  afterAll(async () => {
    if (!options.onlyRead) await service?.close();
  });
  const now = (): Opened => {
    if (!service) throw new Error("the service is open inside tests and hooks only");
    return service;
  };
  return {
    kind,
    get store() {
      return now().store;
    },
    get desk() {
      return now().desk;
    },
    get app() {
      return now().app;
    },
    get imports() {
      return now().imports;
    },
    get coverageRuns() {
      return now().coverageRuns;
    },
    get faults() {
      return now().faults;
    },
    ...asking(() => now().app),
    uploadsLeft: () => readdirSync(now().folder).filter((entry) => entry.startsWith("yikezhong-import-")),
    stagedLeft: () =>
      readdirSync(now().folder)
        .filter((entry) => entry.startsWith("yikezhong-staged-"))
        .flatMap((entry) => readdirSync(join(now().folder, entry))),
  };
}

/** A service beside whatever else uses a database that is there already, to be closed before that is dropped. */
export async function serviceOn(url: string): Promise<Asking & { close(): Promise<void> }> {
  const place = { store: await openStore({ kind: "postgres", url }), drop: async () => {} };
  const { app, close } = await serviceOver(place, {});
  return { ...asking(() => app), close };
}

function asking(app: () => FastifyInstance): Asking {
  const send: TestService["send"] = async (request) =>
    answerOf(app(), request, await app().inject({ ...request, url: `/api/v1${request.url}` }));
  return {
    get: (url, headers = {}) => send({ method: "GET", url, headers }),
    post: (url, payload, headers = {}) =>
      send({
        method: "POST",
        url,
        payload: JSON.stringify(payload),
        headers: { "content-type": "application/json", ...headers },
      }),
    send,
  };
}

function sharedService(kind: Store["kind"]): Promise<Opened> {
  const open = async () => {
    const opened = await serviceOver(await (kind === "embedded" ? openEmbeddedToRead() : openPostgresToRead()), {});
    // It is never closed, and suites that upload have services of their own.
    opened.leaveFolder();
    return opened;
  };
  const service = shared.get(kind) ?? open();
  shared.set(kind, service);
  return service;
}

async function openService(kind: Store["kind"], options: OwnOptions): Promise<Opened> {
  const { holding } = options;
  const place = kind === "embedded" ? await openEmbeddedWith(holding) : await openPostgresWith(holding);
  const service = await serviceOver(place, options);
  if (holding === "registered") await fillDemoRegister(service);
  return service;
}

/** As the service does where it starts with an empty store. */
export async function fillDemoRegister({ store, desk, rules }: StandardsHands): Promise<void> {
  await seedRegister({ store, desk, rules }, "demo", demoRegister());
}

interface StorePlace {
  readonly store: Store;
  drop(): Promise<void>;
}

async function serviceOver(
  { store, drop }: StorePlace,
  { maxUploadBytes, around }: Omit<OwnOptions, "holding">,
): Promise<Opened> {
  // Uploads are put into the folder that the system names for such files: here one of our own, to see what is left in it.
  const folder = mkdtempSync(join(tmpdir(), "circle-uploads-"));
  const previous = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  const profiles = await loadProfiles();
  const catalogue = await loadCatalogue();
  const desk = new Desk(store, profiles, catalogue);
  const faults: unknown[] = [];
  const importing: ImportArea = async (files, progress, signal) => {
    const imported = await importArea(store, files, progress, signal);
    desk.refresh(files.areaId);
    return imported;
  };
  const imports = new ImportRuns(around?.(importing) ?? importing, checkArea.bind(null, store), (fault) =>
    faults.push(fault),
  );
  const uploads = new Uploads();
  const coverageRuns = new CoverageRuns(store, desk, (fault) => faults.push(fault));
  const sitingRuns = new SitingRuns(desk, (fault) => faults.push(fault));
  const spacingRules = new RuleBook((code) => catalogue.byCode.has(code), null);
  const services = {
    store,
    desk,
    profiles,
    catalogue,
    imports,
    uploads,
    coverageRuns,
    sitingRuns,
    spacingRules,
    webRoot: null,
  };
  const app = await buildApp(services, "silent", maxUploadBytes);
  await app.ready();
  const leaveFolder = () => {
    if (previous === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = previous;
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    store,
    desk,
    rules: spacingRules,
    app,
    imports,
    coverageRuns,
    faults,
    folder,
    leaveFolder,
    async close() {
      await imports.cancelAll();
      await coverageRuns.cancelAll();
      await sitingRuns.cancelAll();
      await app.close();
      await uploads.close();
      await store.close();
      await drop();
      leaveFolder();
    },
  };
}

async function openEmbeddedWith(holding: OwnOptions["holding"]) {
  const template = holding !== "nothing" ? await demoTemplate() : await embeddedTemplate();
  return {
    store: storeOver(await openEmbedded({ dataDir: null, template, partsFolder: CACHE }), "embedded"),
    drop: async () => {},
  };
}

async function openEmbeddedToRead(): Promise<StorePlace> {
  const place = await openEmbeddedWith("demo");
  await sql`set default_transaction_read_only = on`.execute(place.store.db);
  return place;
}

async function openPostgresToRead(): Promise<StorePlace> {
  const url = new URL(await demoDatabaseToRead());
  url.searchParams.set("default_transaction_read_only", "on");
  return { store: await openStore({ kind: "postgres", url: url.href }), drop: async () => {} };
}

async function openPostgresWith(holding: OwnOptions["holding"]) {
  const { url, drop } = holding !== "nothing" ? await demoDatabase() : await freshDatabase();
  return { store: await openStore({ kind: "postgres", url }), drop };
}
