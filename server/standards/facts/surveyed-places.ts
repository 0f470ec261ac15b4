/** Which facility a line of prices speaks of: one that is there, whatever else it is besides; a new one only where there is none. @module */
import { normaliseName } from "../names/normalise.ts";
import type { PackItem } from "../pack/pack.ts";
import type { Level } from "../pack/values.ts";
import type { FacilityFacts, Register, UnitFacts } from "./register.ts";

/** From the smallest up. */
const LEVELS: readonly Level[] = ["community", "street", "district"];
const NAMES_TOLD = 12;
const NEW_ONE = "新增设施先填入填报表";

type Known = Pick<FacilityFacts, "unit" | "kind" | "name" | "also" | "rooms">;

/** A facility as the register keeps facts of it, or why none is meant for sure, in words for the column of its name. */
export type SurveyedPlace =
  | { readonly unit: string; readonly kind: string; readonly place: string }
  | { readonly expected: string };

export function isAbove(level: Level, asked: Level): boolean {
  return LEVELS.indexOf(level) > LEVELS.indexOf(asked);
}

export class SurveyedPlaces {
  private readonly units: ReadonlyMap<string, UnitFacts>;
  private readonly children: ReadonlyMap<string | null, readonly UnitFacts[]>;
  /** By unit: those of the register, and those that lines before made. */
  private readonly places: Map<string, Known[]>;

  constructor({ units, facilities }: Register) {
    this.units = new Map(units.map((unit) => [unit.id, unit]));
    this.children = Map.groupBy(units, ({ parent }) => parent);
    this.places = Map.groupBy<string, Known>(facilities, ({ unit }) => unit);
  }

  /**
   * @param level at which the pack asks for prices of the item: a facility may stand at any unit up to it
   * @returns with the id of the unit at which the facility stands
   */
  of(unit: UnitFacts, item: PackItem, level: Level, name: string): SurveyedPlace {
    const all = this.around(unit, item.kinds, level);
    if (all.length === 0) return this.make(unit, item, name);
    // As a template has it, a line of a street is of what the street itself has, before what its communities have.
    for (const some of [this.serving([unit], item.kinds), all]) {
      const [meant, ...others] = named(some, name);
      if (meant !== undefined && others.length === 0)
        return { unit: meant.unit, kind: meant.kind, place: meant.name ?? "" };
    }
    return { expected: name === "" ? whichOf(all) : nameOf(all, named(all, name).length) };
  }

  /** Those in the unit and all units in it; where there is none, those told of the units above as a whole. */
  private around(unit: UnitFacts, kinds: readonly string[], level: Level): readonly Known[] {
    const found = this.serving(this.within(unit), kinds);
    return found.length > 0 ? found : this.serving(this.above(unit, level), kinds);
  }

  private serving(units: readonly UnitFacts[], kinds: readonly string[]): Known[] {
    return units.flatMap(({ id }) => this.places.get(id) ?? []).filter((one) => serves(one, kinds));
  }

  private within(unit: UnitFacts): UnitFacts[] {
    return [unit, ...(this.children.get(unit.id) ?? []).flatMap((child) => this.within(child))];
  }

  private above({ parent }: UnitFacts, level: Level): UnitFacts[] {
    const unit = this.units.get(parent ?? "");
    return unit === undefined || isAbove(unit.level, level) ? [] : [unit, ...this.above(unit, level)];
  }

  private make(unit: UnitFacts, { kinds: [kind] }: PackItem, name: string): SurveyedPlace {
    const made = { unit: unit.id, kind, name: name === "" ? null : name, also: [], rooms: [] };
    this.places.set(unit.id, [...(this.places.get(unit.id) ?? []), made]);
    return { unit: unit.id, kind, place: name };
  }
}

function serves({ kind, also, rooms }: Known, kinds: readonly string[]): boolean {
  const all = [kind, ...also, ...rooms.flatMap((room) => [room.kind, ...room.sharedWith])];
  return all.some((one) => kinds.includes(one));
}

function named(all: readonly Known[], name: string): readonly Known[] {
  if (name === "") return all;
  return all.filter((one) => one.name !== null && normaliseName(one.name) === normaliseName(name));
}

/** Of several, where no name is given. */
function whichOf(all: readonly Known[]): string {
  const names = namesOf(all);
  return names === "" ? withoutName(all) : inOrder(`写明是哪一处：${names}`, othersWithoutName(all));
}

/** Where the name given is that of none, or of several. */
function nameOf(all: readonly Known[], alike: number): string {
  if (alike > 1) return `有 ${alike} 处同名，写明所在社区，或先在地图数据中区分名称`;
  const names = namesOf(all);
  if (names !== "") return inOrder(`已有的设施：${names}`, othersWithoutName(all), NEW_ONE);
  return inOrder(all.length === 1 ? "不填：只有一处，尚无名称" : withoutName(all), NEW_ONE);
}

function namesOf(all: readonly Known[]): string {
  const names = all.flatMap(({ name }) => name ?? []);
  const more = names.length > NAMES_TOLD ? ` 等 ${names.length} 处` : "";
  return `${names.slice(0, NAMES_TOLD).join("、")}${more}`;
}

/** One that has no name is meant where it is the only one of its unit; of several a name must tell which. */
function withoutName(all: readonly Known[]): string {
  const isOfOneUnit = new Set(all.map(({ unit }) => unit)).size === 1;
  const count = all.filter(({ name }) => name === null).length;
  return `${count} 处尚无名称，${isOfOneUnit ? "先在地图数据中补名称" : "写明所在社区"}`;
}

function othersWithoutName(all: readonly Known[]): string {
  return all.some(({ name }) => name === null) ? `另有 ${withoutName(all)}` : "";
}

function inOrder(...parts: string[]): string {
  return parts.filter((part) => part !== "").join("；");
}
