/** Where the people of an answer come from, and how many of them are estimates. @module */
import type { Words } from "../base/errors.ts";
import { PEOPLE_SOURCES, type Residences } from "../coverage/people.ts";
import { type EstimatedSource, SOURCE_NOTES } from "../import/people-notes.ts";

export interface PeopleBasis {
  /** Residents by source. */
  given: number;
  footprint: number;
  raster: number;
  cells: number;
  /** Residences without residents: in no sum of people. */
  unknownResidences: number;
  /** Share of the residents that are estimates, 0 … 1; null where there are none. */
  estimatedShare: number | null;
  /** What the estimates rest on. */
  notes: Words[];
}

const known = new WeakMap<Residences, PeopleBasis>();

export function peopleBasis(residences: Residences): PeopleBasis {
  const before = known.get(residences);
  if (before) return before;
  const sums = { unknown: 0, given: 0, footprint: 0, raster: 0, cells: 0 };
  let unknownResidences = 0;
  for (let r = 0; r < residences.count; r++) {
    if (residences.residents[r] < 0) unknownResidences++;
    else sums[PEOPLE_SOURCES[residences.peopleSource[r]]] += residences.residents[r];
  }
  const { given, footprint, raster, cells } = sums;
  const estimated = footprint + raster + cells;
  const used = (["footprint", "raster", "cells"] satisfies EstimatedSource[]).filter((source) => sums[source] > 0);
  const basis: PeopleBasis = {
    given,
    footprint,
    raster,
    cells,
    unknownResidences,
    estimatedShare: given + estimated === 0 ? null : estimated / (given + estimated),
    notes: used.map((source) => SOURCE_NOTES[source]),
  };
  known.set(residences, basis);
  return basis;
}
