/** A register made ready for questions: units by name and place, facilities and rooms by unit and kind. @module */
import type { IsoDate } from "../dates.ts";
import { standardsError } from "../errors.ts";
import { normaliseName } from "../names/normalise.ts";
import type { Level } from "../pack/values.ts";
import type { FacilityFacts, Register, RoomFacts, UnitFacts } from "./register.ts";

/** A facility, or a room of one. */
export interface Place {
  readonly id: string;
  readonly facility: FacilityFacts;
  readonly room: RoomFacts | null;
}

export interface RegisterIndex {
  readonly register: Register;
  readonly units: ReadonlyMap<string, UnitFacts>;
  /** Units of a level, in the order of the register. */
  readonly ofLevel: (level: Level) => readonly UnitFacts[];
  /** Units of a level within a unit, itself included. */
  readonly within: (unit: UnitFacts, level: Level) => readonly UnitFacts[];
  /** The unit and all above it, from the inside out. */
  readonly above: (unit: UnitFacts) => readonly UnitFacts[];
  /** Facilities and rooms of any of the kinds in the unit and all units in it, that were there on the day. */
  readonly places: (unit: UnitFacts, kinds: readonly string[], on: IsoDate) => readonly Place[];
  /** Whether all there are of these kinds stand in the register. */
  readonly isListed: (unit: UnitFacts, kinds: readonly string[]) => boolean;
}

/** @throws StandardsError `register_faulty`: two units of one name in one parent, a parent that is not there, a number that cannot be */
export function indexRegister(register: Register): RegisterIndex {
  const units = checkUnits(register.units);
  checkFacilities(register.facilities, units);
  const children = Map.groupBy(register.units, ({ parent }) => parent);
  const placesOf = Map.groupBy(register.facilities, ({ unit }) => unit);
  const subtree = (unit: UnitFacts): UnitFacts[] => [unit, ...(children.get(unit.id) ?? []).flatMap(subtree)];
  const isListed = (unit: UnitFacts, kind: string): boolean => {
    if (unit.listedKinds.includes(kind)) return true;
    const below = children.get(unit.id) ?? [];
    return below.length > 0 && below.every((child) => isListed(child, kind));
  };
  const above = (unit: UnitFacts): UnitFacts[] => {
    const parent = unit.parent === null ? undefined : units.get(unit.parent);
    return [unit, ...(parent === undefined ? [] : above(parent))];
  };
  return {
    register,
    units,
    ofLevel: (level) => register.units.filter((unit) => unit.level === level),
    within: (unit, level) => subtree(unit).filter((one) => one.level === level),
    above,
    places: (unit, kinds, on) =>
      subtree(unit)
        .flatMap(({ id }) => placesOf.get(id) ?? [])
        .filter(({ since, until }) => (since === null || since <= on) && (until === null || until >= on))
        .flatMap((facility) => placesIn(facility, kinds)),
    isListed: (unit, kinds) => kinds.every((kind) => isListed(unit, kind)),
  };
}

function placesIn(facility: FacilityFacts, kinds: readonly string[]): Place[] {
  const isOne = kinds.includes(facility.kind) || facility.also.some((kind) => kinds.includes(kind));
  const rooms = facility.rooms.filter((room) => [room.kind, ...room.sharedWith].some((kind) => kinds.includes(kind)));
  return [
    ...(isOne ? [{ id: facility.id, facility, room: null }] : []),
    ...rooms.map((room) => ({ id: `${facility.id}/${room.id}`, facility, room })),
  ];
}

function checkUnits(list: readonly UnitFacts[]): Map<string, UnitFacts> {
  const units = new Map<string, UnitFacts>();
  const names = new Map<string, string>();
  for (const unit of list) {
    if (units.has(unit.id)) throw faulty("unit", unit.id, "each unit once");
    units.set(unit.id, unit);
    const key = `${unit.parent ?? ""}/${unit.level}/${normaliseName(unit.name)}`;
    const before = names.get(key);
    if (before !== undefined)
      throw faulty("unit", `${unit.name} (${before}, ${unit.id})`, "one unit of a name in its parent");
    names.set(key, unit.id);
    for (const [field, value] of [
      ["households", unit.households],
      ["residents", unit.residents],
    ] as const) {
      if (value !== null && !(value >= 0)) throw faulty(`${unit.id}.${field}`, String(value), "0 or more");
    }
  }
  for (const { id, parent, level } of list) {
    if (parent !== null && !units.has(parent)) throw faulty(`${id}.parent`, parent, "a unit of the register");
    if (parent !== null && LEVELS.indexOf(units.get(parent)?.level as Level) <= LEVELS.indexOf(level))
      throw faulty(`${id}.parent`, parent, "a unit of a higher level");
  }
  return units;
}

/** From the smallest up. */
const LEVELS: readonly Level[] = ["community", "street", "district"];

function checkFacilities(list: readonly FacilityFacts[], units: ReadonlyMap<string, UnitFacts>): void {
  const seen = new Set<string>();
  for (const { id, unit, area, rooms } of list) {
    if (seen.has(id)) throw faulty("facility", id, "each facility once");
    seen.add(id);
    if (!units.has(unit)) throw faulty(`${id}.unit`, unit, "a unit of the register");
    for (const one of [area, ...rooms.map((room) => room.area)]) {
      if (one !== null && !(one.m2 >= 0 && one.m2 < Number.POSITIVE_INFINITY))
        throw faulty(`${id}.area`, String(one.m2), "square metres, 0 or more");
    }
  }
}

function faulty(field: string, value: string, expected: string) {
  return standardsError("register_faulty", { field, value, expected });
}
