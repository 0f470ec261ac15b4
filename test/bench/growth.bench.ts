/** Ten Portos side by side: what size costs a walk, a build and a start. @module */
import { buildingAndLoading, growth } from "./growth.ts";
import { report } from "./support/gates.ts";
import { readExtract } from "./support/networks.ts";

const { streets } = await readExtract("porto");
report("Growth, Porto laid out 10 times", await growth(streets, 10, 1000));
report("Building and loading, Porto laid out", await buildingAndLoading(streets, [1, 8, 32]));
