/** A throw-away PostgreSQL of the tests: own folder, own port, own socket, gone when the run ends. @module */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";

export interface Cluster {
  /** Superuser address of the database `postgres`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Who the server runs as: PostgreSQL refuses root. Undefined fields keep the caller. */
type User = { uid?: number; gid?: number };

const DEBIAN_VERSIONS = "/usr/lib/postgresql";
const START_LIMIT_MS = 30_000;

/** Folder of the newest server binaries that Debian installed, or null. */
export function findServerBinaries(): string | null {
  if (!existsSync(DEBIAN_VERSIONS)) return null;
  const versions = readdirSync(DEBIAN_VERSIONS).sort((a, b) => Number(b) - Number(a));
  const folders = versions.map((version) => join(DEBIAN_VERSIONS, version, "bin"));
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"))) ?? null;
}

/** Durability is switched off: nothing in it outlives the run. */
export async function startCluster(binaries: string): Promise<Cluster> {
  const user = serverUser();
  const folder = mkdtempSync(join(passableTempFolder(user), "circle-pg-"));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const discard = () => rmSync(folder, { recursive: true, force: true });
  try {
    execFileSync(
      join(binaries, "initdb"),
      ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
      { ...user, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
    );
    const port = await freePort();
    const server = startServer(join(binaries, "postgres"), data, folder, port, user);
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    await answering(url, server);
    return {
      url,
      async stop() {
        await ended(server);
        discard();
      },
    };
  } catch (error) {
    discard();
    throw error;
  }
}

function startServer(program: string, data: string, sockets: string, port: number, user: User): ChildProcess {
  const settings = [
    "listen_addresses=127.0.0.1",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "shared_buffers=256MB",
    "max_wal_size=2GB",
    "jit=off",
    "log_min_messages=fatal",
  ];
  const args = ["-D", data, "-p", String(port), "-k", sockets, ...settings.flatMap((setting) => ["-c", setting])];
  // setpriv has the kernel stop the server even where the test run itself was killed and could not.
  const dying = existsSync("/usr/bin/setpriv") ? ["/usr/bin/setpriv", "--pdeathsig", "INT", "--"] : [];
  const [command, ...rest] = [...dying, program, ...args] as [string, ...string[]];
  return spawn(command, rest, { ...user, cwd: sockets, stdio: ["ignore", "ignore", "ignore"] });
}

function serverUser(): User {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const uid = spawnSync("id", ["-u", name], { encoding: "utf8" });
    const gid = spawnSync("id", ["-g", name], { encoding: "utf8" });
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error("PostgreSQL will not run as root, and neither user postgres nor nobody exists");
}

/** The temporary folder itself may lie under one that only root passes. */
function passableTempFolder(user: User): string {
  const candidates = [tmpdir(), "/tmp", "/var/tmp"];
  const found = candidates.find((folder) => spawnSync("test", ["-x", folder], user).status === 0);
  if (found === undefined) throw new Error(`the user of PostgreSQL can enter none of ${candidates.join(", ")}`);
  return found;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (true) {
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      if (server.exitCode !== null) throw new Error(`PostgreSQL ended at its start with code ${server.exitCode}`);
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}

/** SIGINT asks PostgreSQL to drop its clients and stop; SIGQUIT to stop at once. */
function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.kill("SIGQUIT"), 5_000);
    server.once("exit", () => {
      clearTimeout(impatient);
      resolve();
    });
    server.kill("SIGINT");
  });
}
