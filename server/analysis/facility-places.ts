/** Facilities laid out for walks: where walks to them may end, and for every category the nearest one from everywhere. @module */
import type { Facilities } from "../coverage/people.ts";
import type { Place } from "../network/snap.ts";
import { endsOf } from "../reach/ends.ts";
import { createMatrix, type Matrix } from "../reach/matrix.ts";
import { type Ends, spreadFromEnds } from "../reach/nearest.ts";
import { endsByEdge, keptField, type NearestField } from "../reach/nearest-field.ts";
import { hasPenalties } from "../reach/true-lengths.ts";
import type { Walker } from "../reach/walker.ts";

/** Of all categories together; an area beyond it is searched anew for every question. */
const MOST_FIELD_BYTES = 256 * 1024 ** 2;
const BYTES_A_JUNCTION = 6;

export interface CategoryPlaces {
  /** By facilities of the area, in their order. */
  readonly ends: Ends;
  readonly onEdge: ReadonlyMap<number, readonly number[]>;
}

/** Shared by walkers who join points to the same places of the same streets. */
export class FacilityPlaces {
  /** Shape [facilities]. Where walks to each may end. */
  readonly ofFacility: readonly (readonly Place[])[];
  /** Facilities where none may: no street is near enough. */
  readonly offNetwork: readonly number[];
  /** Shape [categories]. */
  readonly categories: readonly CategoryPlaces[];
  /** Of all facilities; its walker and limit are put in by whoever asks. */
  readonly matrix: Matrix;
  private readonly known: NearestField[] = [];
  private readonly mayKnow: boolean;
  private askedFor = 0;

  constructor(walker: Walker, facilities: Facilities) {
    const { count, lon, lat } = facilities;
    this.ofFacility = Array.from({ length: count }, (_, f) => endsOf(walker, [lon[f], lat[f]]));
    this.offNetwork = this.ofFacility.flatMap((own, f) => (own.length === 0 ? [f] : []));
    const all: Ends = {
      places: this.ofFacility.flat(),
      facility: Int32Array.from(this.ofFacility.flatMap((own, f) => own.map(() => f))),
    };
    this.matrix = createMatrix(walker, all, 0);
    this.categories = facilities.categories.map((_, category) => {
      const ends = endsWithin(all, (facility) => facilities.category[facility] === category);
      return { ends, onEdge: endsByEdge(ends) };
    });
    const bytes = walker.network.nodeCount * facilities.categories.length * BYTES_A_JUNCTION;
    // True lengths of walks that were chosen by time are read from a search of their own.
    this.mayKnow = bytes <= MOST_FIELD_BYTES && !hasPenalties(walker);
  }

  /**
   * For every category the nearest end from every junction. Null until all are known, and where they would be too large.
   *
   * They are found one category at a time between other work, from the second question on: one alone never pays for them.
   */
  fields(walker: Walker): readonly NearestField[] | null {
    if (!this.mayKnow) return null;
    if (this.known.length === this.categories.length) return this.known;
    if (++this.askedFor === 2) this.findInTurns(walker);
    return null;
  }

  /** Finds what is still missing at once: some milliseconds a category on a city. */
  findFields(walker: Walker): void {
    while (this.mayKnow && this.known.length < this.categories.length) this.findNext(walker);
  }

  private findInTurns(walker: Walker): void {
    if (this.known.length === this.categories.length) return;
    this.findNext(walker);
    setImmediate(() => this.findInTurns(walker)).unref();
  }

  private findNext(walker: Walker): void {
    const { ends } = this.categories[this.known.length];
    spreadFromEnds(walker, ends);
    this.known.push(keptField(walker.search, ends));
  }
}

function endsWithin({ places, facility }: Ends, isIn: (facility: number) => boolean): Ends {
  return { places: places.filter((_, i) => isIn(facility[i])), facility: facility.filter(isIn) };
}
