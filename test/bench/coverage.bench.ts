/** Coverage of all of Malta, from the bytes of its snapshot to an answer of the database. @module */
import { buildNetwork } from "../../server/network/build.ts";
import { writeSnapshot } from "../../server/network/snapshot.ts";
import { WalkPool } from "../../server/reach/pool/walk-pool.ts";
import { openStore } from "../../server/store/open.ts";
import { wholeArea } from "./coverage.ts";
import { report } from "./support/gates.ts";
import { readExtract } from "./support/networks.ts";
import { startPeer } from "./support/peer.ts";

const { streets, residences, facilities } = await readExtract("malta");
const snapshot = writeSnapshot(buildNetwork(streets));
const database = await startPeer();
if (database !== null) {
  const store = await openStore({ kind: "postgres", url: database.url });
  const pool = new WalkPool(1);
  try {
    report("Whole area, Malta", await wholeArea(snapshot, residences.rows, facilities.rows, store, pool));
  } finally {
    await pool.close();
    await store.close();
    await database.stop();
  }
}
