/** A facility dragged on the map of Porto in Chromium: 313,000 nodes, 100,000 homes, 300 pharmacies. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { buildConsole, consoleState } from "../../scripts/console-build.ts";
import type { LonLat } from "../../server/base/lon-lat.ts";
import { E7 } from "../../server/network/walk-network.ts";
import { ARGUMENTS, findChromium } from "../support/chromium.ts";
import { circle } from "../support/circle.ts";
import { startService } from "../support/running-service.ts";
import { draggingOne } from "./console.ts";
import { report } from "./support/gates.ts";
import { extractPath, readExtract } from "./support/networks.ts";
import { seededRandom } from "./support/timing.ts";

const HOMES = 100_000;
const PHARMACIES = 300;
const ROUNDS = 15;
const WINDOW = { width: 1440, height: 900 };

const folder = await mkdtemp(join(tmpdir(), "yikezhong-bench-"));
const dataDir = join(folder, "data");
try {
  if (consoleState() !== "current") await buildConsole();
  const [homes, pharmacies] = await tables();
  const { code, stderr } = await circle(
    [
      ...["import", "porto", "--name", "Porto", "--osm", extractPath("porto")],
      ...["--residences", homes, "--residences-crs", "wgs84", "--facilities", pharmacies, "--facilities-crs", "wgs84"],
      ...["--refused", join(folder, "refused.csv")],
    ],
    { DATA_DIR: dataDir },
  );
  if (code !== 0) throw new Error(stderr);
  report("Console, Porto", await dragged());
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function dragged() {
  const service = await startService(dataDir);
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("the benchmark needs Chromium");
  const browser = await chromium.launch({ executablePath, args: [...ARGUMENTS] });
  try {
    const page = await browser.newPage({ viewport: WINDOW, reducedMotion: "reduce" });
    const size = `313,000 nodes, ${HOMES.toLocaleString("en")} residences`;
    return await draggingOne(page, {
      origin: service.origin,
      area: "porto",
      camera: "-8.61,41.155,14",
      rounds: ROUNDS,
      size,
    });
  } finally {
    await browser.close();
    await service.stop();
  }
}

/** The extract holds streets alone: homes and pharmacies some 20 m from random points of them. */
async function tables(): Promise<readonly [homes: string, pharmacies: string]> {
  const { streets } = await readExtract("porto");
  const random = seededRandom(40);
  const aside = () => (random() - 0.5) * 4e-4;
  const place = (): LonLat => {
    const i = Math.floor(random() * streets.nodeLonE7.length);
    return [streets.nodeLonE7[i] / E7 + aside(), streets.nodeLatE7[i] / E7 + aside()];
  };
  const rows = (count: number, row: (place: LonLat, i: number) => string) =>
    Array.from({ length: count }, (_, i) => row(place(), i)).join("\n");
  const [homes, pharmacies] = [join(folder, "homes.csv"), join(folder, "pharmacies.csv")];
  await writeFile(
    homes,
    `name,lon,lat,residents\n${rows(HOMES, ([lon, lat], i) => `h${i},${lon},${lat},${Math.floor(random() * 200)}`)}\n`,
  );
  await writeFile(
    pharmacies,
    `name,category,lon,lat\n${rows(PHARMACIES, ([lon, lat], i) => `p${i},pharmacy,${lon},${lat}`)}\n`,
  );
  return [homes, pharmacies];
}
