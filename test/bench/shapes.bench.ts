/** Fifteen-minute shapes on real streets, beside Valhalla's. @module */
import { buildNetwork } from "../../server/network/build.ts";
import { readSnapshot, writeSnapshot } from "../../server/network/snapshot.ts";
import { createWalker, openStreets } from "../../server/reach/walker.ts";
import { profileOf } from "../support/profiles.ts";
import { shapes } from "./shapes.ts";
import { report } from "./support/gates.ts";
import { extractPath, readExtract } from "./support/networks.ts";
import { openValhalla } from "./support/valhalla.ts";

const SCALE = { origins: 100, rounds: 7, warmUp: 3, points: 300 };

for (const name of ["porto", "malta", "portoAlegre"] as const) {
  const network = readSnapshot(writeSnapshot(buildNetwork((await readExtract(name)).streets)));
  const walker = createWalker(openStreets(network), profileOf("adult"));
  report(`Shapes, ${name}`, await shapes(walker, await openValhalla(name, extractPath(name)), SCALE));
}
