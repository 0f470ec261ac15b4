/** Siting at the size of a district, and published optima. */
import { coveringMost, publishedOptima } from "./siting.ts";
import { report } from "./support/gates.ts";

const covering = await coveringMost({ candidates: 1000, points: 20_000, sites: 10, rounds: 9 });
report("Siting", [...covering, ...(await publishedOptima())]);
