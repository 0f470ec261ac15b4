/** Coverage of all of Malta, from the bytes of its snapshot to an answer of the database. @module */
import { buildNetwork } from "../../server/network/build.ts";
import { writeSnapshot } from "../../server/network/snapshot.ts";
import { wholeArea } from "./coverage.ts";
import { report } from "./support/gates.ts";
import { readExtract } from "./support/networks.ts";
import { startPeer } from "./support/peer.ts";

const { streets, residences, facilities } = await readExtract("malta");
const snapshot = writeSnapshot(buildNetwork(streets));
const database = await startPeer();
if (database !== null) {
  try {
    report("Whole area, Malta", await wholeArea(snapshot, residences.rows, facilities.rows, database.sql));
  } finally {
    await database.stop();
  }
}
