/** `circle doctor`: is the store sound, and what runs here. @module */
import { readSnapshot } from "../../network/snapshot.ts";
import { listAreas } from "../../store/areas.ts";
import { networkSnapshot } from "../../store/networks.ts";
import type { Command } from "../command.ts";
import { readOptions } from "../options.ts";
import { writeJson } from "../output.ts";
import { withStore } from "../with-store.ts";

const usage = "circle doctor";

export const doctor: Command = {
  usage,
  run: async (args) => {
    readOptions(args, {}, usage, 0);
    await withStore(async (store) => {
      const areas = [];
      for (const { areaId, release, releaseId } of await listAreas(store.db)) {
        const snapshot = await networkSnapshot(store.db, releaseId).executeTakeFirstOrThrow();
        // Reading checks the checksum and every arc of the network.
        const { nodeCount, edgeCount, componentCount } = readSnapshot(snapshot.block);
        areas.push({
          area: areaId,
          release,
          network: { junctions: nodeCount, edges: edgeCount, parts: componentCount, bytes: snapshot.block.length },
        });
      }
      await writeJson({ node: process.version, store: await store.describe(), areas });
    });
  },
};
