/** Ten Portos side by side: what size costs a walk, a build and a start. @module */
import { buildingAndLoading, growth } from "./growth.ts";
import { report } from "./support/gates.ts";
import { readExtract } from "./support/networks.ts";

/** A batch is what streams hand to the pool at a time; see `streams.ts`. */
const SCALE = { origins: 1000, batch: 8192 };

const { streets } = await readExtract("porto");
report("Growth, Porto laid out 10 times", await growth(streets, 10, SCALE));
report("Building and loading, Porto laid out", await buildingAndLoading(streets, [1, 8, 32]));
