import type { Worker } from "node:worker_threads";
import { afterAll, describe, expect, it, vi } from "vitest";
import type { LonLat } from "../../../../server/base/lon-lat.ts";
import { NodeFlag } from "../../../../server/import/rows.ts";
import { buildNetwork } from "../../../../server/network/build.ts";
import { endsOf } from "../../../../server/reach/ends.ts";
import { createMatrix, matrixRow } from "../../../../server/reach/matrix.ts";
import { type Ends, placeAt } from "../../../../server/reach/nearest.ts";
import { type Claims, isAllDone } from "../../../../server/reach/pool/claims.ts";
import { matrixJob, rowOf } from "../../../../server/reach/pool/jobs/matrix-job.ts";
import { nearestJob } from "../../../../server/reach/pool/jobs/nearest-job.ts";
import { pairsJob } from "../../../../server/reach/pool/jobs/pairs-job.ts";
import { reachJob } from "../../../../server/reach/pool/jobs/reach-job.ts";
import { snapJob } from "../../../../server/reach/pool/jobs/snap-job.ts";
import { chunksOf, type Job } from "../../../../server/reach/pool/jobs.ts";
import { runHere } from "../../../../server/reach/pool/run-here.ts";
import { matrixOfEach, reachOfEach, walkOfEach } from "../../../../server/reach/pool/streams.ts";
import { WalkPool } from "../../../../server/reach/pool/walk-pool.ts";
import type { Profile } from "../../../../server/reach/profile.ts";
import { createWalker, openStreets } from "../../../../server/reach/walker.ts";
import { profileOf } from "../../../support/profiles.ts";
import { moved, streetMap } from "../../../support/street-map.ts";
import { streetRows } from "../../../support/street-rows.ts";

/** A town of 20 × 20 corners with steps, one-way and private streets in it. */
const SIZE = 20;
const drawing = Array.from({ length: 2 * SIZE - 1 }, (_, y) =>
  Array.from({ length: 2 * SIZE - 1 }, (_, x) => {
    if (x % 2 === 0 && y % 2 === 0) return x === 0 && y === 0 ? "a" : "+";
    const sign = "-->~=  "[(x * 7 + y * 3) % 7];
    if (y % 2 === 0) return sign;
    return x % 2 === 0 ? { "-": "|", ">": "v", "~": "%", "=": ":", " ": "|" }[sign] : " ";
  }).join(""),
).join("\n");
const map = streetMap(drawing);
const streets = openStreets(map.network);
const walker = createWalker(streets, profileOf("wheelchair"));
const open = createWalker(streets, profileOf("adult"));

/** The same points every run, some of them off every street and off the globe. */
const points = Array.from({ length: 3000 }, (_, i): LonLat => {
  if (i % 500 === 17) return [NaN, 91];
  return moved(map.at("a"), ((i * 7919) % 1500) - 100, 100 - ((i * 104_729) % 1500));
});
const column = (axis: 0 | 1, shift = 0) =>
  Float64Array.from(points, (_, i) => points[(i + shift) % points.length][axis]);
const LIMIT = 400_000;

function endsTo(facilities: readonly LonLat[]): Ends {
  const ends = facilities.flatMap((position, f) => endsOf(walker, position).map((place) => ({ place, f })));
  return { places: ends.map(({ place }) => place), facility: Int32Array.from(ends, ({ f }) => f) };
}

const snapped = snapJob(column(0), column(1));
runHere(walker, open, snapped);
const jobs: Record<Job["kind"], () => Job> = {
  snap: () => snapJob(column(0), column(1)),
  reach: () => reachJob(snapped, LIMIT),
  pairs: () => pairsJob({ fromLon: column(0), fromLat: column(1), toLon: column(0, 991), toLat: column(1, 991) }),
  matrix: () => matrixJob(snapped, endsTo(points.slice(0, 50)), 50, LIMIT),
  nearest: () => nearestJob(snapped, [endsTo(points.slice(0, 9)), endsTo(points.slice(9, 10)), endsTo([])]),
};

/** The pool has no other door through which a worker could be made to crash. */
function threadsOf(pool: WalkPool): (Worker | null)[] {
  return Reflect.get(pool, "threads");
}

function claimedBy(pool: WalkPool, worker: number): boolean {
  const claims: Claims = Reflect.get(pool, "running").claims;
  return claims.subarray(2).includes(2 + worker);
}

async function soon(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

async function* endlessPairs(ask: () => void = () => {}) {
  for (let i = 1; ; i++) {
    ask();
    const [from, to] = [points[i % 97], points[i % 89]];
    yield [from[0], from[1], to[0], to[1]] as const;
  }
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

function answered(job: Job): Job {
  runHere(walker, open, job);
  return job;
}

const pools = [1, 2, 3].map((workers) => new WalkPool(workers));
const [, two] = pools;
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

describe("a pool of workers", () => {
  it.each(Object.keys(jobs) as Job["kind"][])("answers %s as one thread does, byte for byte", async (kind) => {
    const expected = answered(jobs[kind]());
    expect(chunksOf(expected)).toBeGreaterThan(1);
    for (const pool of pools) {
      const job = jobs[kind]();
      await pool.run(walker, open, job);
      expect(job).toEqual(expected);
    }
  });

  it("replaces a worker that crashes, while it starts and at work, and redoes what it had claimed", async () => {
    const pool = new WalkPool(2);
    const job = jobs.pairs();
    const run = pool.run(walker, open, job);
    await soon(() => threadsOf(pool)[0] !== null);
    await threadsOf(pool)[0]?.terminate();
    await soon(() => Reflect.get(pool, "running") === null || claimedBy(pool, 1));
    await threadsOf(pool)[1]?.terminate();
    await run;
    expect(pool.crashCount).toBe(2);
    expect(job).toEqual(answered(jobs.pairs()));
    await pool.close();
  });

  it("gives up a job on which workers crash again and again", async () => {
    const pool = new WalkPool(1);
    const killed = new Set<Worker>();
    const killing = setInterval(() => {
      const [thread] = threadsOf(pool);
      if (thread === null || killed.has(thread)) return;
      killed.add(thread);
      void thread.terminate();
    }, 1);
    await expect(pool.run(walker, open, jobs.pairs())).rejects.toThrow("workers crashed 4 times");
    clearInterval(killing);
    const job = jobs.reach();
    await pool.run(walker, open, job);
    expect(job).toEqual(answered(jobs.reach()));
    await pool.close();
  });

  it("takes jobs side by side, each answered as if alone", async () => {
    const kinds = Object.keys(jobs) as Job["kind"][];
    const asked = kinds.map((kind) => jobs[kind]());
    await Promise.all(asked.map((job) => two.run(walker, open, job)));
    expect(asked).toEqual(kinds.map((kind) => answered(jobs[kind]())));
  });

  it("forgets old walkers and is told of them again", async () => {
    const more = Array.from({ length: 15 }, () => createWalker(streets, profileOf("wheelchair")));
    const expected = answered(jobs.reach());
    for (const another of [...more, ...more.slice(0, 2), walker]) {
      const job = jobs.reach();
      await two.run(another, open, job);
      expect(job).toEqual(expected);
    }
  });

  it("ends a job that is cancelled, before or while it runs, and takes the next one", async () => {
    const refused = { code: "work_cancelled" };
    await expect(two.run(walker, open, jobs.pairs(), { signal: AbortSignal.abort() })).rejects.toMatchObject(refused);
    const cancel = new AbortController();
    const [running, waiting] = [0, 1].map(() => two.run(walker, open, jobs.pairs(), { signal: cancel.signal }));
    setImmediate(() => cancel.abort());
    await expect(running).rejects.toMatchObject(refused);
    await expect(waiting).rejects.toMatchObject(refused);
    const job = jobs.reach();
    await two.run(walker, open, job);
    expect(job).toEqual(answered(jobs.reach()));
  });

  it("is free again after a job that no worker can be told of", async () => {
    const pool = new WalkPool(2);
    const stop = new AbortController();
    const job = { ...jobs.pairs(), note: () => "no thread takes a function" } as unknown as Job;
    await expect(pool.run(walker, open, job, { signal: stop.signal })).rejects.toThrow(/could not be cloned/);
    expect(Reflect.get(pool, "running")).toBeNull();
    stop.abort();
    const next = jobs.reach();
    await pool.run(walker, open, next);
    expect(next).toEqual(answered(jobs.reach()));
    await pool.close();
  });

  it("ends a job whose time limit falls while chunks are worked at", async () => {
    const often = (values: Float64Array) => Float64Array.from({ length: 60_000 }, (_, i) => values[i % values.length]);
    const job = pairsJob({
      fromLon: often(column(0)),
      fromLat: often(column(1)),
      toLon: often(column(0, 991)),
      toLat: often(column(1, 991)),
    });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const run = two.run(walker, open, job, { timeLimitMs: 1000 });
      await soon(() => Reflect.get(two, "running") !== null && [0, 1].some((worker) => claimedBy(two, worker)));
      const { claims } = Reflect.get(two, "running") as { claims: Claims };
      vi.advanceTimersByTime(1000);
      await expect(run).rejects.toMatchObject({ code: "work_timed_out", fields: { limit: 1000 } });
      expect(isAllDone(claims)).toBe(false);
    } finally {
      vi.useRealTimers();
    }
    const next = jobs.reach();
    await two.run(walker, open, next);
    expect(next).toEqual(answered(jobs.reach()));
  });

  it("leaves the calling thread its turns: more of them than there are chunks", async () => {
    const job = jobs.pairs();
    const run = pools[0].run(walker, open, job);
    let isRunning = true;
    void run.finally(() => {
      isRunning = false;
    });
    let turns = 0;
    await soon(() => {
      turns++;
      return !isRunning;
    });
    await run;
    expect(turns).toBeGreaterThan(chunksOf(job));
  });

  it("ends a job at its time limit", async () => {
    await expect(two.run(walker, open, jobs.pairs(), { timeLimitMs: 0 })).rejects.toMatchObject({
      code: "work_timed_out",
      fields: { limit: 0 },
    });
  });

  it("tells what went wrong inside a job", async () => {
    const job = { ...reachJob(snapped, LIMIT), starts: null } as unknown as Job;
    await expect(two.run(walker, open, job)).rejects.toThrow(/null/);
  });

  it("ends with its work cancelled when it is closed", async () => {
    const pool = new WalkPool(2);
    const job = pool.run(walker, open, jobs.pairs());
    setImmediate(() => void pool.close());
    await expect(job).rejects.toMatchObject({ code: "work_cancelled" });
    await expect(pool.run(walker, open, jobs.reach())).rejects.toMatchObject({ code: "work_cancelled" });
  });
});

describe("streams", () => {
  const run = (job: Job, signal: AbortSignal) => two.run(walker, open, job, { signal });

  it("end what is under way when nobody reads on", async () => {
    const outcomes: Promise<unknown>[] = [];
    const watched = (job: Job, signal: AbortSignal) => {
      const under = run(job, signal);
      outcomes.push(
        under.then(
          () => "done",
          (error: { code: string }) => error.code,
        ),
      );
      return under;
    };
    const stream = walkOfEach(watched, endlessPairs());
    await stream.next();
    await stream.return(undefined);
    expect(await Promise.all(outcomes)).toEqual(["done", "work_cancelled"]);
  });

  it("count junctions of the streets, not the kerbs of large roads", async () => {
    const at = (eastM: number) => moved([113.65, 34.75], eastM, 0);
    const ways = [
      { nodes: [0, 1], flags: 12 },
      { nodes: [1, 2], flags: 12 },
    ];
    const rows = streetRows([at(0), at(100), at(200)], ways, [0, NodeFlag.LARGE_ROAD]);
    const careful: Profile = { ...profileOf("planning"), penaltySeconds: { crossing: 10, lift: 0, step: 0 } };
    const [plain, slow] = [profileOf("planning"), careful].map((profile) =>
      createWalker(openStreets(buildNetwork(rows)), profile),
    );
    for (const each of [plain, slow]) {
      const here = async (job: Job) => runHere(each, plain, job);
      expect((await all(reachOfEach(here, [at(0)], 500_000)))[0].junctions).toBe(plain.network.nodeCount);
    }
  });

  it("answer every origin in its order, the bad ones too", async () => {
    const reach = await all(reachOfEach(run, points, LIMIT));
    const { junctions } = answered(jobs.reach()) as ReturnType<typeof reachJob>;
    expect(reach.map((origin) => origin.junctions)).toEqual([...junctions]);
    expect(reach[17].status).toBe("invalid_coordinates");
    expect(new Set(reach.map(({ status }) => status))).toEqual(
      new Set(["ok", "invalid_coordinates", "no_street_within_200m"]),
    );
  });

  it("give the matrix in long form, whatever the size of its batches", async () => {
    const ends = endsTo(points.slice(0, 50));
    const { totalMm, facility, found } = answered(jobs.matrix()) as ReturnType<typeof matrixJob>;
    // So many facilities that a batch holds few origins.
    for (const facilities of [50, 1 << 14]) {
      const rows = await all(matrixOfEach(run, points.slice(0, 1500), ends, facilities, LIMIT));
      rows.forEach((row, i) => {
        const expected = Array.from({ length: found[i] }, (_, j) => [facility[i * 50 + j], totalMm[i * 50 + j]]);
        expect(Array.from(row.facility, (f, j) => [f, row.totalMm[j]])).toEqual(expected);
        expect(row.lengthMm).toEqual(row.totalMm);
      });
    }
  });

  it("write of a matrix what is found and no more: each row of the walks from its start, and nothing behind it", () => {
    const ends = endsTo(points.slice(0, 50));
    const job = matrixJob(snapped, ends, 50, LIMIT);
    for (const column of [job.found, job.facility, job.totalMm, job.lengthMm])
      expect(column.every((value) => value === 0)).toBe(true);
    runHere(walker, open, job);
    const matrix = createMatrix(walker, ends, LIMIT);
    points.forEach((_, i) => {
      const start = placeAt(snapped, i);
      const row = rowOf(job, i);
      const none = { facility: Int32Array.of(), totalMm: Int32Array.of(), lengthMm: Int32Array.of() };
      expect(row).toEqual(start === null ? none : matrixRow(matrix, start));
      const behind = job.totalMm.subarray(i * 50 + row.facility.length, (i + 1) * 50);
      expect(behind.every((value) => value === 0)).toBe(true);
    });
  });

  it("ask for no more than two batches before they are read", async () => {
    let asked = 0;
    const stream = walkOfEach(
      run,
      endlessPairs(() => asked++),
    );
    const { value } = await stream.next();
    expect(value).toMatchObject({ status: expect.any(String) });
    expect(asked).toBeLessThanOrEqual(2 * 8192);
    await stream.return(undefined);
  });
});
