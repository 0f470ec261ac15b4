/** What is wrong with a command over a matrix, or with its tables, is said with file, row, value and what was expected. @module */
import { describe, expect, it } from "vitest";
import { siting } from "../../../../server/cli/commands/siting.ts";
import { tempFiles } from "../../../support/temp-file.ts";

const file = tempFiles();
const MATRIX = "origin,destination,cost\nh1,s1,5\nh2,s1,3\nh2,s2,2\n";
const DEMAND = "id,demand\nh1,1\nh2,2\n";

async function refused(args: readonly string[], matrix = MATRIX, demand = DEMAND): Promise<string> {
  const tables = ["--matrix", await file("matrix.csv", matrix), "--demand", await file("demand.csv", demand)];
  const said = await siting.run([...tables, ...args]).then(
    () => "nothing",
    (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
  );
  return said;
}

const ONE = ["--sites", "1", "--limit", "5"];

describe("the command", () => {
  it.each([
    [["--limit", "5"], "option_wrong: --sites is —; expected: 1, 2, …"],
    [["--sites", "0", "--limit", "5"], "option_wrong: --sites is 0; expected: 1, 2, …"],
    [["--sites", "1.5", "--limit", "5"], "option_wrong: --sites is 1.5; expected: 1, 2, …"],
    [["--sites", "1"], "option_wrong: --limit is —; expected: ≥ 0"],
    [["--sites", "1", "--limit", "-1"], "option_wrong: --limit is -1; expected: ≥ 0"],
    [["--sites", "1", "--objective", "most"], "option_wrong: --objective is most; expected: cover, fewest"],
    [[...ONE, "--share", "80"], "siting_value_wrong: share is 80; expected: 0 … 1"],
    [[...ONE, "--seconds", "-1"], "option_wrong: --seconds is -1; expected: 0 … 3600"],
    [[...ONE, "--force", "s7"], "candidate_unknown: there is no candidate s7; there are such as: s1, s2"],
    [[...ONE, "--force", "s1", "--forbid", "s1"], "candidate_forced_and_forbidden: the candidate s1"],
    [[...ONE, "--map", "matrix.price=a"], "option_wrong: --map is matrix.price=a; expected: matrix.origin"],
    [[...ONE, "--map", "matrix.cost=price"], "column_missing: matrix.csv has no column matrix.cost"],
    [[...ONE, "--budget", "9"], "option_without_file: --budget is given without --candidates"],
    [[...ONE, "demo", "town"], "argument_unexpected: "],
  ])("%j", async (args, said) => {
    expect(await refused(args)).toContain(said);
  });

  it.each([["--matrix"], ["--demand"]])("without %s", async (missing) => {
    const tables = ["--matrix", "--demand"].filter((name) => name !== missing);
    await expect(siting.run([tables[0], "a.csv", ...ONE])).rejects.toThrow(
      `${missing} is missing. Usage: circle siting`,
    );
  });
});

describe("the matrix", () => {
  it.each([
    [
      "origin,destination\nh1,s1\n",
      "column_missing: matrix.csv has no column cost; its header is: origin, destination",
    ],
    ["origin,from,destination\nh1,h1,s1\n", "column_missing: matrix.csv has no column cost"],
    [
      "from,o,destination,cost\nh1,h1,s1,1\n",
      "column_ambiguous: matrix.csv has several columns that may be matrix.origin: from, o",
    ],
    ["origin,destination,cost\nh1,s1,\n", "cell_wrong: matrix.csv, row 2: cost is ; expected: ≥ 0"],
    ["origin,destination,cost\nh1,s1,3\nh2,s1,-2\n", "cell_wrong: matrix.csv, row 3: cost is -2; expected: ≥ 0"],
    ["origin,destination,cost\nh1,s1,soon\n", "cell_wrong: matrix.csv, row 2: cost is soon"],
    ["origin,destination,cost\nh1,s1,Infinity\n", "cell_wrong: matrix.csv, row 2: cost is Infinity"],
    ["origin,destination,cost\n,s1,3\n", "cell_wrong: matrix.csv, row 2: origin is "],
    ["origin,destination,cost\nh1,s1,3\nh1,s1,4\n", "row_repeated: matrix.csv, row 3: h1 → s1 was given in row 2"],
    ["origin,destination,cost\nh1,s1,3,4\n", "cell_wrong: matrix.csv, row 2"],
    ["origin,destination,cost\n", "file_empty: "],
    ["origin,destination,cost\nx,y,1\n", "demand_unmatched: none of the demand points (such as h1)"],
  ])("%j", async (matrix, said) => {
    expect(await refused(ONE, matrix)).toContain(said);
  });
});

describe("the demand", () => {
  it.each([
    ["id,demand\nh1,1\nh1,2\n", "row_repeated: demand.csv, row 3: h1 was given in row 2 already"],
    ["id,demand\nh1,many\n", "cell_wrong: demand.csv, row 2: weight is many; expected: ≥ 0"],
    ["id,demand\nh1,-1\n", "cell_wrong: demand.csv, row 2: weight is -1"],
    ["a,b,c\nh1,1,2\n", "column_missing: demand.csv has no column id"],
  ])("%j", async (demand, said) => {
    expect(await refused(ONE, MATRIX, demand)).toContain(said);
  });
});
