/** The map of Porto in Chromium, first seen, switched and dragged on: 313,000 nodes, 100,000 homes, 300 pharmacies. */
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
import { openingAndSwitching } from "./views.ts";

const HOMES = 100_000;
const EACH_CATEGORY = 300;
const CATEGORIES = ["pharmacy", "clinic", "convenience_store", "kindergarten", "post_express", "park"] as const;
const ROUNDS = 15;
const WINDOW = { width: 1440, height: 900 };

const folder = await mkdtemp(join(tmpdir(), "yikezhong-bench-"));
const dataDir = join(folder, "data");
try {
  if (consoleState() !== "current") await buildConsole();
  const [homes, facilities] = await tables();
  const { code, stderr } = await circle(
    [
      ...["import", "porto", "--name", "Porto", "--osm", extractPath("porto")],
      ...["--residences", homes, "--residences-crs", "wgs84", "--facilities", facilities, "--facilities-crs", "wgs84"],
      ...["--refused", join(folder, "refused.csv")],
    ],
    { DATA_DIR: dataDir },
  );
  if (code !== 0) throw new Error(stderr);
  report("Console, Porto", await measured());
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measured() {
  const service = await startService(dataDir);
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("the benchmark needs Chromium");
  const browser = await chromium.launch({ executablePath, args: [...ARGUMENTS] });
  try {
    const page = await browser.newPage({ viewport: WINDOW, reducedMotion: "reduce" });
    const area = { origin: service.origin, area: "porto" };
    const size = `313,000 nodes, ${HOMES.toLocaleString("en")} residences`;
    return [
      ...(await openingAndSwitching(page, { ...area, categories: CATEGORIES, size })),
      ...(await draggingOne(page, { ...area, camera: "-8.61,41.155,14", rounds: ROUNDS, size })),
    ];
  } finally {
    await browser.close();
    await service.stop();
  }
}

/** The extract holds streets alone: homes and facilities some 20 m from random points of them. */
async function tables(): Promise<readonly [homes: string, facilities: string]> {
  const { streets } = await readExtract("porto");
  const random = seededRandom(40);
  const aside = () => (random() - 0.5) * 4e-4;
  const place = (): LonLat => {
    const i = Math.floor(random() * streets.nodeLonE7.length);
    return [streets.nodeLonE7[i] / E7 + aside(), streets.nodeLatE7[i] / E7 + aside()];
  };
  const rows = (count: number, row: (place: LonLat, i: number) => string) =>
    Array.from({ length: count }, (_, i) => row(place(), i)).join("\n");
  const [homes, facilities] = [join(folder, "homes.csv"), join(folder, "facilities.csv")];
  await writeFile(
    homes,
    `name,lon,lat,residents\n${rows(HOMES, ([lon, lat], i) => `h${i},${lon},${lat},${Math.floor(random() * 200)}`)}\n`,
  );
  const ofCategory = (code: string) => rows(EACH_CATEGORY, ([lon, lat], i) => `${code} ${i},${code},${lon},${lat}`);
  await writeFile(facilities, `name,category,lon,lat\n${CATEGORIES.map(ofCategory).join("\n")}\n`);
  return [homes, facilities];
}
