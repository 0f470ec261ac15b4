/** `circle siting --matrix` as a user runs it: what goes to which stream, and how it ends. What it answers is in the unit tests. */
import { describe, expect, it } from "vitest";
import { circle } from "../support/circle.ts";
import { tempFiles } from "../support/temp-file.ts";

const file = tempFiles();
const run = (...args: string[]) => circle(["siting", ...args], {});
const DEMAND = "id,demand\nh1,1\nh2,2\nh4,4\nh8,8\n";

describe.concurrent("circle siting --matrix", () => {
  it("takes other headers, a table turned round, and prints CSV", async () => {
    const turned = await file("turned.csv", "shop;home;minutes walked\ns1;h1;5\ns3;h4;1\n");
    const args = [
      "--matrix",
      turned,
      "--demand",
      await file("demand.csv", DEMAND),
      "--sites",
      "1",
      "--limit",
      "5",
      "--format",
      "csv",
    ];
    const map = ["origin=shop", "destination=home", "cost=minutes walked"];
    const { code, stdout, stderr } = await run(...args, ...map.flatMap((pair) => ["--map", `matrix.${pair}`]));
    expect([code, stderr]).toEqual([0, expect.stringContaining("2 demand points without any pair")]);
    expect(stdout).toBe("rank,id,gain,loss,replacement,replacement_loss,around,nearest_to\n1,s3,4,4,s1,3,4,4\n");
  });

  it("says what clashes, and prints nothing", async () => {
    const matrix = await file("matrix.csv", "origin,destination,cost\nh1,s1,1\nh2,s2,1\nh4,s3,9\nh8,s3,9\n");
    const tables = ["--matrix", matrix, "--demand", await file("demand.csv", DEMAND)];
    const args = [...tables, "--objective", "fewest", "--limit", "5", "--share", "0.2", "--sites", "1"];
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(
      "circle: siting_infeasible: no plan keeps all of these: at most 1 new sites; 20 % of all people covered (all candidates together: 20 % at most)",
    );
  });
});
