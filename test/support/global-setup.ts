/** Looks once for what the heavy suites need, starts a PostgreSQL for them, and stops it at the end. @module */
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { findChromium } from "./chromium.ts";
import { CACHE } from "./embedded-template.ts";
import { type Cluster, findServerBinaries, startCluster } from "./postgis-cluster.ts";
import "./provided.ts";

interface Found {
  readonly postgisUrl: string | null;
  readonly pgrouting: boolean;
  readonly cluster: Cluster | null;
}

// Every project runs this set-up in a module instance of its own; they share one cluster, and the last one stops it.
const shared = globalThis as { circleTestServices?: { found: Promise<Found>; users: number } };

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  // Suites start many threads and processes of the service: each would otherwise compile the same modules again.
  process.env.NODE_COMPILE_CACHE ??= join(CACHE, "code");
  shared.circleTestServices ??= { found: findPostgis(), users: 0 };
  const services = shared.circleTestServices;
  services.users++;
  const { postgisUrl, pgrouting, cluster } = await services.found;
  project.provide("postgisUrl", postgisUrl);
  project.provide("pgrouting", pgrouting);
  project.provide("chromiumPath", findChromium());
  return async () => {
    services.users--;
    if (services.users > 0) return;
    delete shared.circleTestServices;
    await cluster?.stop();
  };
}

/** `TEST_DATABASE_URL` names a server to use as superuser; otherwise one is started from Debian's binaries. */
async function findPostgis(): Promise<Found> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== "") {
    const extensions = await availableExtensions(given);
    if (!extensions.has("postgis")) throw new Error("the server of TEST_DATABASE_URL has no PostGIS to offer");
    return { postgisUrl: given, pgrouting: extensions.has("pgrouting"), cluster: null };
  }
  const binaries = findServerBinaries();
  if (binaries === null) return { postgisUrl: null, pgrouting: false, cluster: null };
  const cluster = await startCluster(binaries);
  const extensions = await availableExtensions(cluster.url);
  if (extensions.has("postgis")) return { postgisUrl: cluster.url, pgrouting: extensions.has("pgrouting"), cluster };
  await cluster.stop();
  return { postgisUrl: null, pgrouting: false, cluster: null };
}

async function availableExtensions(url: string): Promise<ReadonlySet<string>> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const rows = await sql<{ name: string }[]>`select name from pg_available_extensions`;
    return new Set(rows.map((row) => row.name));
  } finally {
    await sql.end();
  }
}
