/** Questions about Malta, asked of the service as users start it, and of the command. @module */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { circle } from "../support/circle.ts";
import { startService } from "../support/running-service.ts";
import { commands, overHttp, requests } from "./requests.ts";
import { report } from "./support/gates.ts";
import { extractPath, readExtract } from "./support/networks.ts";

const SCALE = { questions: 300, commands: 5 };

const origins = (await readExtract("malta")).residences.rows.map(({ position }) => position);
const dataDir = await mkdtemp(join(tmpdir(), "yikezhong-bench-"));
try {
  await run(["import", "malta", "--osm", extractPath("malta"), "--refused", join(dataDir, "refused.csv")]);
  report("Answers, Malta", [...(await answers()), await commands(run, "malta", origins, SCALE)]);
} finally {
  await rm(dataDir, { recursive: true, force: true });
}

async function answers() {
  const service = await startService(dataDir);
  const { ask, close } = overHttp(service.origin);
  try {
    return await requests(ask, "malta", origins, SCALE);
  } finally {
    close();
    await service.stop();
  }
}

async function run(args: readonly string[]): Promise<void> {
  const { code, stderr } = await circle(args, { DATA_DIR: dataDir });
  if (code !== 0) throw new Error(stderr);
}
