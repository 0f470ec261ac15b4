/** Walks on Porto against pgRouting on the same junctions and edges. @module */
import { buildNetwork } from "../../server/network/build.ts";
import { readSnapshot, writeSnapshot } from "../../server/network/snapshot.ts";
import { createWalker, openStreets } from "../../server/reach/walker.ts";
import { profileOf } from "../support/profiles.ts";
import { report } from "./support/gates.ts";
import { readExtract } from "./support/networks.ts";
import { loadNetwork, startPeer } from "./support/peer.ts";
import { everyOrigin, nearestForEveryJunction, oneOrigin } from "./walks.ts";

/** Ten origins a call, of which each pays its share of reading the table; and so many that only the search itself is left. */
const SCALE = { origins: 2000, batches: [10, 1600] };

const network = readSnapshot(writeSnapshot(buildNetwork((await readExtract("porto")).streets)));
const walker = createWalker(openStreets(network), profileOf("adult"));
const peer = await startPeer();
if (peer !== null) {
  try {
    await loadNetwork(peer.sql, network);
    report("Walks, Porto", [
      await oneOrigin(walker, peer.sql, SCALE),
      await nearestForEveryJunction(walker, peer.sql),
      ...(await everyOrigin(walker, peer.sql, SCALE)),
    ]);
  } finally {
    await peer.stop();
  }
}
