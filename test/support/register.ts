/** Registers for tests: a unit or a facility by what matters of it, all else unknown or none. @module */
import type {
  FacilityFacts,
  PricedGood,
  Register,
  RoomFacts,
  UnitFacts,
} from "../../server/standards/facts/register.ts";

export function unit(id: string, facts: Partial<UnitFacts> = {}): UnitFacts {
  return {
    id,
    level: "community",
    parent: null,
    name: id,
    setting: null,
    age: null,
    households: null,
    residents: null,
    marks: {},
    figures: {},
    steps: {},
    listedKinds: [],
    ...facts,
  };
}

/** @param area square metres of unknown basis, where it is a number */
export function facility(
  id: string,
  unitId: string,
  kind: string,
  facts: Partial<Omit<FacilityFacts, "area">> & { readonly area?: number | FacilityFacts["area"] } = {},
): FacilityFacts {
  const { area = null, ...rest } = facts;
  return {
    id,
    unit: unitId,
    kind,
    name: null,
    also: [],
    since: null,
    until: null,
    rooms: [],
    source: null,
    marks: {},
    figures: {},
    ...rest,
    area: typeof area === "number" ? { m2: area, basis: "unknown" } : area,
  };
}

export function room(kind: string, m2: number | null, facts: Partial<RoomFacts> = {}): RoomFacts {
  const area = m2 === null ? null : ({ m2, basis: "net" } as const);
  return { id: kind, kind, area, sharedWith: [], marks: {}, figures: {}, ...facts };
}

export function register(facts: Partial<Register>): Register {
  return { units: [], facilities: [], acceptances: [], reach: [], spacing: [], prices: [], ...facts };
}

/** A good by the 斤: what it costs here, and in the markets that it is held against. */
export function priced(name: string, cny: number, ...markets: number[]): PricedGood {
  const others = markets.map((price, i) => ({ market: `市场${i + 1}`, cny: price, source: null }));
  return { name, per: "斤", cny, markets: others };
}

/** Marks that are all so. */
export function marked(...terms: string[]): Record<string, boolean> {
  return Object.fromEntries(terms.map((term) => [term, true]));
}
