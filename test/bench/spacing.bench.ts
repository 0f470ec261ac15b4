/** 200,000 facilities on 160 × 160 km, eight to a square kilometre and more round the centres. @module */
import { spacingGates } from "./spacing.ts";
import { report } from "./support/gates.ts";
import { startPeer } from "./support/peer.ts";

const peer = await startPeer();
try {
  const scale = { facilities: 200_000, sideKm: 160, rounds: 9, checks: 2000 };
  report("Spacing", await spacingGates(peer?.sql ?? null, scale));
} finally {
  await peer?.stop();
}
