/** Gates of answers: what a warm question costs beside the bare answer of the same server, and a command beside the barest one. @module */
import { Agent, request } from "node:http";
import type { LonLat } from "../../server/base/lon-lat.ts";
import { type Gate, milliseconds } from "./support/gates.ts";
import { median, shuffled } from "./support/timing.ts";

const SEED = 20_261_122;
/** Times the bare answer. */
const MOST = 4;
const AS_BROWSERS = { "accept-encoding": "gzip, deflate, br, zstd" };

export interface Asked {
  readonly status: number;
  readonly bytes: number;
  readonly ms: number;
}
/** @param path under the service's origin */
export type Ask = (path: string, headers?: Readonly<Record<string, string>>) => Promise<Asked>;

export interface RequestScale {
  /** Questions timed, each of another origin; every one comes once before, which warms the service and the ground it is about. */
  readonly questions: number;
  readonly commands: number;
}

/**
 * Questions one at a time, each beside a bare answer, so that whatever else the machine does strikes both. Bare is a list
 * that the service has in memory: what HTTP and Fastify cost, and nothing else.
 *
 * @param origins distinct points of the area
 */
export async function requests(
  ask: Ask,
  area: string,
  origins: readonly LonLat[],
  { questions }: RequestScale,
): Promise<Gate[]> {
  const order = shuffled(origins.length, SEED);
  const reach = (i: number) => {
    const [lon, lat] = origins[order[i % order.length]];
    return `/api/v1/reach?area=${area}&lon=${lon}&lat=${lat}`;
  };
  const rows: [what: string, path: (i: number) => string, headers: Readonly<Record<string, string>>][] = [
    ["/reach of 15 min with its shape", reach, {}],
    ["the same as GeoJSON", (i) => `${reach(i)}&format=geojson`, {}],
    ["the same, compressed as browsers ask for it", reach, AS_BROWSERS],
    ["/reach of 5 min", (i) => `${reach(i)}&minutes=5`, {}],
    ["/health, which asks the store", () => "/api/v1/health", {}],
  ];
  const gates: Gate[] = [];
  for (const [k, [what, path, headers]] of rows.entries()) {
    const bare: number[] = [];
    const asked: Asked[] = [];
    for (let i = 0; i < 2 * questions; i++) {
      const question = i < questions ? i : 2 * questions - 1 - i;
      const [plain, answer] = [await told(ask, "/api/v1/profiles"), await told(ask, path(question), headers)];
      if (i < questions) continue;
      bare.push(plain.ms);
      asked.push(answer);
    }
    const times = asked.map(({ ms }) => ms);
    const bytes = Math.round(median(asked.map((answer) => answer.bytes)) / 1000);
    gates.push({
      what: `${what}, ${bytes} kB, p95 (median) of ${questions}`,
      ours: `${milliseconds(p95(times))} (${milliseconds(median(times))})`,
      peer: `${milliseconds(p95(bare))} (${milliseconds(median(bare))}) bare answer`,
      ratio: p95(times) / p95(bare),
      bound: k === 0 ? { most: MOST } : null,
    });
  }
  return gates;
}

/** One process a question: start-up, which every command pays, is what `circle areas` costs. */
export async function commands(
  run: (args: readonly string[]) => Promise<void>,
  area: string,
  origins: readonly LonLat[],
  { commands: count }: RequestScale,
): Promise<Gate> {
  const order = shuffled(origins.length, SEED);
  const [bare, reach]: [number[], number[]] = [[], []];
  for (let i = -1; i < count; i++) {
    const [lon, lat] = origins[order[i + 1]];
    const times = [
      await took(() => run(["areas"])),
      await took(() => run(["reach", area, "--lon", String(lon), "--lat", String(lat)])),
    ];
    if (i < 0) continue;
    bare.push(times[0]);
    reach.push(times[1]);
  }
  return {
    what: `circle reach, a process each, p95 (median) of ${count}`,
    ours: `${milliseconds(p95(reach))} (${milliseconds(median(reach))})`,
    peer: `${milliseconds(p95(bare))} (${milliseconds(median(bare))}) circle areas, nearly all of it start-up`,
    ratio: p95(reach) / p95(bare),
    bound: { most: MOST },
  };
}

/** Over one connection that stays open, as a browser does. */
export function overHttp(origin: string): { readonly ask: Ask; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask: Ask = (path, headers = {}) =>
    new Promise((resolve, reject) => {
      const before = performance.now();
      request(`${origin}${path}`, { agent, headers }, (response) => {
        let bytes = 0;
        response.on("data", (part: Buffer) => {
          bytes += part.length;
        });
        response.on("error", reject);
        response.on("end", () => {
          resolve({ status: response.statusCode ?? 0, bytes, ms: performance.now() - before });
        });
      })
        .on("error", reject)
        .end();
    });
  return { ask, close: () => agent.destroy() };
}

async function told(ask: Ask, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Asked> {
  const answer = await ask(path, headers);
  if (answer.status !== 200 || answer.bytes === 0) throw new Error(`${path} answered ${answer.status}`);
  return answer;
}

async function took(work: () => Promise<void>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(0.95 * sorted.length))];
}
