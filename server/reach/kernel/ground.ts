/**
 * Memory of one search: its arcs, packed for the inner loop, and what it finds, in one block that the loop works in.
 *
 * Each search has its own copy of its arcs, 17 bytes a junction and direction (of 10 million nodes of the map 40 MB), packed
 * when a direction is first asked for. Addresses are laid out for the worst case; pages never written take no memory.
 * The block is of the shared kind though no other thread sees it: views of such a block stay valid when it grows.
 * @module
 */
import type { Arcs } from "../../network/walk-network.ts";
import { createMemory, type Kernel, PAGE, startKernel } from "./kernel.ts";
import { mostRestWords, packArcs, ROW_WORDS } from "./pack-arcs.ts";

/** Buckets of the longest walk that 31 bits of millimetres can tell. */
const HEADS_BYTES = 4 * (1 << 17);
/** What the loop may read beyond both ends of the distances and the arcs. */
const MARGIN = 4096;
const FIRST_ENTRIES_BYTES = PAGE;
const ALIGN = 64;

export interface Ground {
  readonly kernel: Kernel;
  /** Shape [n] each; see `Search`. */
  readonly mm: Int32Array;
  readonly label: Int32Array;
  readonly touched: Int32Array;
  /** Where the arcs of a direction stand. */
  rowsOf(arcs: Arcs): Rows;
  /** Doubles the room for entries of the queue. */
  growEntries(): void;
}

export interface Rows {
  readonly rows: number;
  readonly rest: number;
}

export function openGround(directions: readonly Arcs[]): Ground {
  const junctions = directions[0].start.length - 1;
  let top = MARGIN;
  const take = (bytes: number): number => {
    const at = top;
    top = Math.ceil((top + bytes) / ALIGN) * ALIGN;
    return at;
  };
  const heads = take(HEADS_BYTES);
  const columnBytes = 4 * (junctions + 1);
  const [mm, label, touched] = [take(columnBytes), take(columnBytes), take(columnBytes)];
  const places = directions.map((arcs): Rows => {
    take(MARGIN);
    return { rows: take(4 * ROW_WORDS * junctions), rest: take(4 * mostRestWords(arcs)) };
  });
  take(MARGIN);
  const entries = take(FIRST_ENTRIES_BYTES);
  const memory = createMemory(top);
  const kernel = startKernel(memory);
  kernel.layOut(junctions, mm, label, touched, heads, entries, memory.buffer.byteLength);
  const view = (at: number, length: number) => new Int32Array(memory.buffer, at, length);
  const packed = new Set<Arcs>();
  return {
    kernel,
    mm: view(mm, junctions),
    label: view(label, junctions),
    touched: view(touched, junctions),
    rowsOf(arcs) {
      const place: Rows | undefined = places[directions.indexOf(arcs)];
      if (place === undefined) throw new Error("arcs of another search");
      if (!packed.has(arcs)) {
        packArcs(arcs, view(place.rows, ROW_WORDS * junctions), view(place.rest, mostRestWords(arcs)));
        packed.add(arcs);
      }
      return place;
    },
    growEntries() {
      memory.grow(Math.ceil((memory.buffer.byteLength - entries) / PAGE));
      kernel.makeRoom(memory.buffer.byteLength);
    },
  };
}
