/** A facility dragged over the map of Porto: 327,000 nodes, homes spread over all of it. @module */
import { buildNetwork } from "../../server/network/build.ts";
import { readSnapshot, writeSnapshot } from "../../server/network/snapshot.ts";
import { movingOne } from "./scenario.ts";
import { report } from "./support/gates.ts";
import { readExtract } from "./support/networks.ts";

const { streets } = await readExtract("porto");
const network = readSnapshot(writeSnapshot(buildNetwork(streets)));
report("What-ifs, Porto", await movingOne(network, { residences: 100_000, facilities: 300, rounds: 31 }));
