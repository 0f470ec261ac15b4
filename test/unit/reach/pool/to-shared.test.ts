import { expect, it } from "vitest";
import { readSnapshot, writeSnapshot } from "../../../../server/network/snapshot.ts";
import type { SharedWalker } from "../../../../server/reach/pool/messages.ts";
import { Roster } from "../../../../server/reach/pool/roster.ts";
import { toShared } from "../../../../server/reach/pool/to-shared.ts";
import { createWalker, openStreets } from "../../../../server/reach/walker.ts";
import { profileOf } from "../../../support/profiles.ts";
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

it("moves what is met twice once, in one walker and in several of one network", () => {
  const streets = openStreets(network);
  const [adult, elderly] = ["adult", "elderly"].map((id) => createWalker(streets, profileOf(id)));
  const told: SharedWalker[] = [];
  const roster = new Roster();
  for (const walker of [adult, elderly])
    roster.idOf(walker, (message) => {
      if (message.kind === "walker") told.push(message.walker);
    });
  const [one, other] = told;
  expect(one.forward.pairs.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(one.network.forward).toBe(one.forward);
  expect(one.plain).toBe(one.network);
  expect(other.network).toBe(one.network);
  expect(other.grid.segment).toBe(one.grid.segment);
});

it("moves a column anew each time where nothing says that it stays as it is", () => {
  const column = Int32Array.of(1);
  const first = toShared({ column });
  column[0] = 2;
  expect([first.column[0], toShared({ column }).column[0]]).toEqual([1, 2]);
});

it("keeps numbers, words, lists and instances of classes", () => {
  const when = new Date(0);
  const data = { a: 1, b: null, list: ["x", Float64Array.of(1.5)], when };
  expect(toShared(data)).toEqual(data);
  expect(toShared(data).when).toBe(when);
});
