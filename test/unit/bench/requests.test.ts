import { createServer } from "node:http";
import { expect, it } from "vitest";
import type { LonLat } from "../../../server/base/lon-lat.ts";
import { commands, overHttp } from "../../bench/requests.ts";

const origins: LonLat[] = [1, 2, 3, 4].map((lon) => [lon, 50]);

it("commands are run in turn with the barest one, each on an origin of its own", async () => {
  const ran: string[] = [];
  const run = async (args: readonly string[]) => {
    ran.push(args.join(" "));
  };
  const gate = await commands(run, "town", origins, { questions: 0, commands: 3 });
  expect(gate.ratio).toBeGreaterThan(0);
  expect(ran.filter((args) => args === "areas")).toHaveLength(4);
  expect(new Set(ran.filter((args) => args.startsWith("reach town --lon ")))).toHaveLength(4);
});

it("asks over one connection, and says what came", async () => {
  const server = createServer((incoming, answer) => {
    answer.statusCode = incoming.url === "/there" ? 200 : 404;
    answer.end(incoming.headers["accept-encoding"] ?? "plain");
  });
  let connections = 0;
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { ask, close } = overHttp(`http://127.0.0.1:${port}`);
  expect(await ask("/there")).toEqual({ status: 200, bytes: 5, ms: expect.any(Number) });
  expect(await ask("/gone", { "accept-encoding": "br" })).toMatchObject({ status: 404, bytes: 2 });
  expect(connections).toBe(1);
  close();
  server.close();
});
