/** Gate of what-ifs: one facility of a city moved, and told what that changes for its people. @module */
import type { OpenArea } from "../../server/analysis/open-area.ts";
import { openChanges, openSaved } from "../../server/analysis/scenario-area.ts";
import { Effect } from "../../server/analysis/scenario-effect.ts";
import type { LonLat } from "../../server/base/lon-lat.ts";
import type { Facilities, Residences } from "../../server/coverage/people.ts";
import { readChanges } from "../../server/coverage/scenario/read-changes.ts";
import { E7, type WalkNetwork } from "../../server/network/walk-network.ts";
import { openTown } from "../support/open-town.ts";
import { facilitiesAt, residencesAt } from "../support/people.ts";
import { type Gate, milliseconds } from "./support/gates.ts";
import { seededRandom, shuffled, timed } from "./support/timing.ts";

export interface Scale {
  readonly residences: number;
  readonly facilities: number;
  readonly rounds: number;
}

const BOUND_MS = 40;
const CELL_RESOLUTION = 9;
const QUESTION = { category: "pharmacy", profile: "adult", minutes: 15 };

/** Every round moves another facility to another street, and has the whole answer as text: sums and changed cells. */
export async function movingOne(network: WalkNetwork, { residences, facilities, rounds }: Scale): Promise<Gate[]> {
  const random = seededRandom(40);
  const area = openTown({
    network,
    residences: homes(network, residences, random),
    facilities: places(network, facilities, random),
  });
  const moved = shuffled(facilities, 7);
  const targets = Array.from({ length: rounds + WARM_UP }, () => onStreet(network, random));
  const changesOf = (round: number) => {
    const i = (round + WARM_UP) % targets.length;
    return JSON.stringify([{ kind: "move_facility", ref: `f${moved[i % facilities]}`, position: targets[i] }]);
  };
  const quick = await timed(rounds, WARM_UP, (round) => answer(openedQuickly(area, changesOf(round))));
  const whole = await timed(rounds, WARM_UP, (round) => answer(openedWhole(area, changesOf(round))));
  if (quick.result !== whole.result) throw new Error("the quick answer is not that of the whole computation");
  const what = `one of ${facilities} facilities moved, ${residences} residences, ${network.nodeCount} junctions`;
  return [
    {
      what: `${what}: sums and changed cells`,
      ours: milliseconds(quick.ms),
      peer: `${BOUND_MS} ms`,
      ratio: quick.ms / BOUND_MS,
      bound: { most: 1 },
    },
    {
      what: "the same, every walk of the category found anew",
      ours: milliseconds(whole.ms),
      peer: `${milliseconds(quick.ms)} only where it matters`,
      ratio: whole.ms / quick.ms,
      bound: null,
    },
  ];
}

const WARM_UP = 5;

function openedQuickly(area: OpenArea, changes: string): OpenArea {
  return openChanges(area, readChanges(JSON.parse(changes)), () => true);
}

/** A saved scenario keeps its walks, so it finds them all. */
function openedWhole(area: OpenArea, changes: string): OpenArea {
  const saved = { id: 1, revision: 1, changes: readChanges(JSON.parse(changes)), streetsVersion: 1 };
  return openSaved(area, saved, () => true).area;
}

function answer(area: OpenArea): string {
  const effect = new Effect(area, QUESTION);
  const { pins: _, ...head } = effect.head();
  return JSON.stringify({ ...head, cells: effect.cells(CELL_RESOLUTION) });
}

function homes(network: WalkNetwork, count: number, random: () => number): Residences {
  return residencesAt(
    Array.from({ length: count }, (_, r) => ({
      ref: `r${r}`,
      position: onStreet(network, random),
      residents: Math.floor(random() * 200),
      community: -1,
    })),
  );
}

function places(network: WalkNetwork, count: number, random: () => number): Facilities {
  const { category } = QUESTION;
  return facilitiesAt(
    Array.from({ length: count }, (_, f) => ({
      ref: `f${f}`,
      category,
      position: onStreet(network, random),
      community: -1,
    })),
  );
}

/** Some 20 m from a random point of a street. */
function onStreet({ shapeLonE7, shapeLatE7 }: WalkNetwork, random: () => number): LonLat {
  const i = Math.floor(random() * shapeLonE7.length);
  const aside = () => (random() - 0.5) * 4e-4;
  return [shapeLonE7[i] / E7 + aside(), shapeLatE7[i] / E7 + aside()];
}
