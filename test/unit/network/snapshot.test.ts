import { describe, expect, it } from "vitest";
import { readSnapshot, SNAPSHOT_FORMAT, writeSnapshot } from "../../../server/network/snapshot.ts";
import { streetMap } from "../../support/street-map.ts";

const { network } = streetMap(`
  a-b>c
  : | ~
  d=e-f
`);

function changed(block: Uint8Array, at: number, value: number): Uint8Array {
  const copy = block.slice();
  copy[at] = value;
  return copy;
}

describe("the snapshot of a network", () => {
  const block = writeSnapshot(network);

  it("gives back the network, in shared memory", () => {
    const read = readSnapshot(block);
    expect(read).toEqual(network);
    expect(read.forward.pairs.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it("is the same bytes for the same streets", () => expect(writeSnapshot(readSnapshot(block))).toEqual(block));

  it.each([
    ["cut off", () => block.subarray(0, block.length - 5), "snapshot_torn"],
    ["cut inside the header", () => block.subarray(0, 10), "snapshot_torn"],
    ["with one byte changed", () => changed(block, block.length - 9, 77), "snapshot_torn"],
    ["of another kind", () => changed(block, 0, 0), "snapshot_not_ours"],
    ["of another format", () => changed(block, 12, SNAPSHOT_FORMAT + 1), "snapshot_other_version"],
    ["of another byte order", () => changed(block, 8, block[11]), "snapshot_other_endianness"],
  ])("is refused when %s", (_, torn, code) => {
    expect(() => readSnapshot(torn())).toThrow(expect.objectContaining({ code }));
  });
});
