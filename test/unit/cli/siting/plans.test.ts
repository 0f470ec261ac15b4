/** `circle siting --matrix` on tables whose answers are worked out on paper. @module */
import { expect, it, vi } from "vitest";
import { siting } from "../../../../server/cli/commands/siting.ts";
import { tempFiles } from "../../../support/temp-file.ts";

const file = tempFiles();
/** Homes of 1, 2, 4, 8 people; of three sites each covers two neighbours within 5. */
const MATRIX = `origin,destination,cost
h1,s1,5
h2,s1,3
h2,s2,2
h4,s2,4
h4,s3,1
h8,s3,5
h8,s1,5.01
`;
const DEMAND = "id,demand\nh1,1\nh2,2\nh4,4\nh8,8\n";

async function solve(...args: string[]) {
  const tables = ["--matrix", await file("matrix.csv", MATRIX), "--demand", await file("demand.csv", DEMAND)];
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const progress = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    await siting.run([...tables, ...args]);
    return JSON.parse(write.mock.calls.map(([text]) => String(text)).join(""));
  } finally {
    write.mockRestore();
    progress.mockRestore();
  }
}
const ids = ({ sites }: { sites: { id: string }[] }) => sites.map(({ id }) => id);

it("covers most people, in the order in which sites pay", async () => {
  const answer = await solve("--sites", "2", "--limit", "5");
  expect(answer).toMatchObject({ objective: "cover", value: 15, bound: 15, gap: 0, status: "optimal" });
  expect(answer.sites).toMatchObject([
    { rank: 1, id: "s3", gain: 12, loss: 12 },
    { rank: 2, id: "s1", gain: 3, loss: 3, replacement: { id: "s2", loss: 1 } },
  ]);
  expect(answer.outcome).toMatchObject({ total: 15, covered: 15, gained: 15 });
});

it("finds the fewest sites, for everybody and for a share", async () => {
  expect(await solve("--objective", "fewest", "--limit", "5")).toMatchObject({ value: 2 });
  const some = await solve("--objective", "fewest", "--limit", "5", "--share", "0.8");
  expect([some.value, ids(some)]).toEqual([1, ["s3"]]);
});

it("finds the least total and the least worst cost; the limit only tells who is covered", async () => {
  const median = await solve("--objective", "median", "--sites", "2", "--limit", "5");
  expect(median).toMatchObject({ value: 5 + 2 * 3 + 4 * 1 + 8 * 5, outcome: { covered: 15, worstCost: 5 } });
  expect(await solve("--objective", "center", "--sites", "2")).toMatchObject({ value: 5, limit: null });
});

it("keeps conditions", async () => {
  expect(ids(await solve("--sites", "1", "--limit", "5", "--force", "s2"))).toEqual(["s2"]);
  expect(ids(await solve("--sites", "1", "--limit", "5", "--forbid", "s3"))).toEqual(["s2"]);
  expect(ids(await solve("--sites", "2", "--limit", "5", "--existing", "s3"))).toEqual(["s1"]);
  const conflicts = await file("conflicts.csv", "a,b\ns1,s3\ns2,s3\n");
  expect(ids(await solve("--sites", "2", "--limit", "5", "--conflicts", conflicts))).toEqual(["s3"]);
  const candidates = await file("candidates.csv", "id,price,community\ns1,1,A\ns2,2,A\ns3,9,B\n");
  const priced = await solve("--sites", "3", "--limit", "5", "--candidates", candidates, "--budget", "3");
  expect(new Set(ids(priced))).toEqual(new Set(["s1", "s2"]));
  const each = ["--candidates", candidates, "--most-per-community", "1", "--one-per-community"];
  expect(ids(await solve("--sites", "3", "--limit", "5", ...each))).toEqual(["s3", "s1"]);
});
