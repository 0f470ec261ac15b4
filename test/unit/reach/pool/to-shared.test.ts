import { expect, it } from "vitest";
import { readSnapshot, writeSnapshot } from "../../../../server/network/snapshot.ts";
import { toShared } from "../../../../server/reach/pool/to-shared.ts";
import { openStreets } from "../../../../server/reach/walker.ts";
import { streetMap } from "../../../support/street-map.ts";

const { network } = streetMap("a-b-c");

it("leaves a loaded network and its grid where they are", () => {
  const streets = openStreets(readSnapshot(writeSnapshot(network)));
  const shared = toShared(streets);
  expect(shared.network.forward.pairs).toBe(streets.network.forward.pairs);
  expect(shared.network.shapeMm).toBe(streets.network.shapeMm);
  expect(shared.grid.segment).toBe(streets.grid.segment);
});

it("moves the columns of a network just built, and nothing else", () => {
  const shared = toShared(network);
  expect(shared).toEqual(network);
  expect(network.edgeFlags.buffer).toBeInstanceOf(ArrayBuffer);
  expect(shared.edgeFlags.buffer).toBeInstanceOf(SharedArrayBuffer);
});

it("keeps numbers, words, lists and instances of classes", () => {
  const when = new Date(0);
  const data = { a: 1, b: null, list: ["x", Float64Array.of(1.5)], when };
  expect(toShared(data)).toEqual(data);
  expect(toShared(data).when).toBe(when);
});
