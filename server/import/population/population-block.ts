/** A population as one block of bytes, the form in which it is stored. @module */
import { AGE_GROUPS, type AgeGroup } from "../age-groups.ts";
import type { CellPopulation, Population, RasterGrid } from "./population.ts";

/** What stands before the columns, as JSON. */
type Head = { readonly groups: readonly AgeGroup[]; readonly count: number } & (
  | { readonly form: "raster"; readonly grid: RasterGrid }
  | Pick<CellPopulation, "form" | "resolution" | "cells">
);

const ALIGNED = 8;

/** Length of the head (uint32), the head with blanks to a multiple of eight, people, then each group; float64, little-endian. */
export function writePopulation(population: Population): Uint8Array {
  const groups = [...population.ages.keys()];
  const common = { groups, count: population.people.length };
  const head: Head =
    population.form === "raster"
      ? { ...common, form: "raster", grid: population.grid }
      : { ...common, form: "cells", resolution: population.resolution, cells: population.cells };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const start = alignedAfter(text.length);
  const block = new Uint8Array(start + ALIGNED * common.count * (1 + groups.length)).fill(0x20, 4, start);
  const view = new DataView(block.buffer);
  view.setUint32(0, text.length, true);
  block.set(text, 4);
  let offset = start;
  for (const column of [population.people, ...population.ages.values()]) {
    for (const value of column) {
      view.setFloat64(offset, value, true);
      offset += ALIGNED;
    }
  }
  return block;
}

export function readPopulation(block: Uint8Array): Population {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const length = view.getUint32(0, true);
  const { groups, count, ...form } = JSON.parse(new TextDecoder().decode(block.subarray(4, 4 + length))) as Head;
  const start = alignedAfter(length);
  const column = (k: number) =>
    Float64Array.from({ length: count }, (_, i) => view.getFloat64(start + ALIGNED * (k * count + i), true));
  const known = AGE_GROUPS.map(({ code }) => code).filter((code) => groups.includes(code));
  return {
    ...form,
    people: column(0),
    ages: new Map(known.map((group) => [group, column(1 + groups.indexOf(group))])),
  };
}

function alignedAfter(headLength: number): number {
  return Math.ceil((4 + headLength) / ALIGNED) * ALIGNED;
}
