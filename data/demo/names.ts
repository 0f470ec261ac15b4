/** Invented names that sound right, each given once. @module */

import words from "./names.json" with { type: "json" };
import type { Random } from "./random.ts";

export interface Names {
  street(): string;
  lane(): string;
  compound(): string;
  park(): string;
}

export function newNames(random: Random): Names {
  const { first, second, trees, sides, compoundFirst, compoundLast, parkFirst } = words;
  const pairs = first.flatMap((a) => second.filter((b) => b !== a).map((b) => `${a}${b}`));
  const streets = random.shuffle([
    ...pairs.slice(0, pairs.length / 2).map((w) => `${w}街`),
    ...pairs.slice(pairs.length / 2).map((w) => `${w}路`),
  ]);
  const lanes = random.shuffle([
    ...trees.flatMap((tree) => sides.map((side) => `${tree}${side}巷`)),
    ...pairs.map((w) => `${w}巷`),
  ]);
  const compounds = random.shuffle(compoundFirst.flatMap((a) => compoundLast.map((b) => `${a}${b}`)));
  const parks = random.shuffle(parkFirst.map((w) => `${w}公园`));
  return { street: taker(streets), lane: taker(lanes), compound: taker(compounds), park: taker(parks) };
}

function taker(list: string[]): () => string {
  let next = 0;
  return () => {
    const name = list[next++];
    if (name === undefined) throw new RangeError(`the recipe has only ${list.length} names like ${list[0]}`);
    return name;
  };
}
