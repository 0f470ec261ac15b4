/** What the register keeps, laid over what the map knows, as of a day. The order of the facts changes nothing. @module */
import type { IsoDate } from "../dates.ts";
import { normaliseName } from "../names/normalise.ts";
import { keysOf, partsOfKey, unitKey, WHOLE_KEY } from "../names/unit-key.ts";
import { NOT_DONE } from "./fact-value.ts";
import type { KeptFact } from "./kept-fact.ts";
import type { AcceptanceFacts, Area, FacilityFacts, PriceSurvey, Register, UnitFacts } from "./register.ts";

export interface KeptFacts {
  readonly facts: readonly KeptFact[];
  /** Day as of which they are taken; null: the latest of each. */
  readonly asOf: IsoDate | null;
  /** Confirmed spellings, from key to key. */
  readonly aliases?: ReadonlyMap<string, string>;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** What is kept goes before what was there; a unit that the register alone knows becomes one beside the others. */
export function applyFacts(register: Register, { facts, asOf, aliases = new Map() }: KeptFacts): Register {
  const holding = holdingOn(facts, asOf);
  const units = new UnitsByKey(register.units, aliases);
  units.declare(holding);
  const places = new PlacesByName(register.facilities);
  const acceptances: AcceptanceFacts[] = [...register.acceptances];
  const prices: PriceSurvey[] = [...register.prices];
  for (const fact of holding) {
    const unit = units.of(fact.unit);
    switch (fact.form) {
      case "unit":
        break;
      case "acceptance":
        acceptances.push({
          unit: unit.id,
          item: fact.kind,
          on: fact.since,
          ...(fact.value as Pick<AcceptanceFacts, "passed" | "score">),
        });
        break;
      case "price":
        prices.push({
          facility: places.of(unit.id, fact).id,
          on: fact.since,
          ...(fact.value as Pick<PriceSurvey, "goods">),
        });
        break;
      default:
        if (isOfUnit(fact)) tellUnit(unit, fact);
        else tellPlace(places.of(unit.id, fact), fact);
    }
  }
  return { ...register, units: units.all(), facilities: places.all(), acceptances, prices };
}

/** Id of a unit that no map shows. */
export function registerUnitId(key: string): string {
  return `register/${key}`;
}

function isOfUnit({ form, kind }: KeptFact): boolean {
  return form === "setting" || form === "age" || form === "listed" || form === "step" || kind === "";
}

/** Of facts about one subject the last that holds on the day; every inspection and survey until then. */
function holdingOn(facts: readonly KeptFact[], asOf: IsoDate | null): KeptFact[] {
  const last = new Map<string, KeptFact>();
  const dated: KeptFact[] = [];
  for (const fact of facts) {
    if (asOf !== null && fact.since > asOf) continue;
    if (fact.form === "acceptance" || fact.form === "price") {
      dated.push(fact);
      continue;
    }
    const key = JSON.stringify([fact.unit, fact.kind, fact.place, fact.fact]);
    const known = last.get(key);
    if (known === undefined || known.since < fact.since) last.set(key, fact);
  }
  return [...last.values(), ...dated];
}

function tellUnit(unit: Draft<UnitFacts>, { form, kind, fact, value }: KeptFact): void {
  if (form === "setting") unit.setting = value as "urban" | "rural";
  else if (form === "age") unit.age = value as "old" | "new";
  else if (form === "step")
    unit.steps = { ...unit.steps, [`${kind}.${fact}`]: value === NOT_DONE ? null : (value as string) };
  else if (form === "mark") unit.marks = { ...unit.marks, [fact]: value as boolean };
  else if (form === "listed") {
    const others = unit.listedKinds.filter((one) => one !== kind);
    unit.listedKinds = value === true ? [...others, kind] : others;
  } else if (fact === "households" || fact === "residents") unit[fact] = value as number;
  else unit.figures = { ...unit.figures, [fact]: value as number };
}

function tellPlace(place: Draft<FacilityFacts>, { form, fact, value }: KeptFact): void {
  if (form === "area") place.area = value as Area;
  else if (form === "since" || form === "until") place[form] = value as string;
  else if (form === "also") place.also = [...new Set([...place.also, ...(value as readonly string[])])];
  else if (form === "mark") place.marks = { ...place.marks, [fact]: value as boolean };
  else place.figures = { ...place.figures, [fact]: value as number };
}

class UnitsByKey {
  private readonly units: Draft<UnitFacts>[];
  private readonly byKey: Map<string, Draft<UnitFacts>>;
  private readonly aliases: ReadonlyMap<string, string>;
  private readonly names = new Map<string, string>();

  constructor(units: readonly UnitFacts[], aliases: ReadonlyMap<string, string>) {
    this.units = units.map((unit) => ({ ...unit }));
    const keys = keysOf(units);
    this.byKey = new Map(this.units.map((unit) => [keys.get(unit.id) as string, unit]));
    this.aliases = aliases;
  }

  /** Units that facts name and the map does not, streets before the communities in them, in the order of their keys. */
  declare(facts: readonly KeptFact[]): void {
    for (const { form, unit, value } of facts)
      if (form === "unit") this.names.set(unit, (value as { name: string }).name);
    const keys = [...new Set(facts.map(({ unit }) => unit))].sort();
    for (const level of ["street", "community"] as const)
      for (const key of keys) if (key.includes("/") === (level === "community")) this.of(key);
  }

  of(key: string): Draft<UnitFacts> {
    const known = this.byKey.get(key) ?? this.byKey.get(this.aliases.get(key) ?? "");
    if (known !== undefined) return known;
    const { street, community } = partsOfKey(key);
    const whole = this.byKey.get(WHOLE_KEY)?.id ?? null;
    const made: Draft<UnitFacts> = {
      id: registerUnitId(key),
      level: community === null ? (street === null ? "district" : "street") : "community",
      parent: community === null || street === null ? whole : this.of(unitKey(street, null)).id,
      name: this.names.get(key) ?? community ?? street ?? "",
      setting: null,
      age: null,
      households: null,
      residents: null,
      marks: {},
      figures: {},
      steps: {},
      listedKinds: [],
    };
    this.byKey.set(key, made);
    this.units.push(made);
    return made;
  }

  all(): UnitFacts[] {
    return this.units;
  }
}

class PlacesByName {
  private readonly facilities: Draft<FacilityFacts>[];
  /** By unit and kind, as the map has them: what is made here never decides which one is meant. */
  private readonly before = new Map<string, Draft<FacilityFacts>[]>();
  private readonly found = new Map<string, Draft<FacilityFacts>>();

  constructor(facilities: readonly FacilityFacts[]) {
    this.facilities = facilities.map((one) => ({ ...one }));
    for (const one of this.facilities) {
      const key = `${one.unit}|${one.kind}`;
      const list = this.before.get(key);
      if (list === undefined) this.before.set(key, [one]);
      else list.push(one);
    }
  }

  /** The facility of that name, or the only one of its kind where none is given, or a new one. */
  of(unit: string, { kind, place }: KeptFact): Draft<FacilityFacts> {
    const key = `${unit}|${kind}|${normaliseName(place)}`;
    const known = this.found.get(key) ?? this.onMap(unit, kind, place) ?? this.make(unit, kind, place);
    this.found.set(key, known);
    return known;
  }

  all(): FacilityFacts[] {
    return this.facilities;
  }

  private onMap(unit: string, kind: string, place: string): Draft<FacilityFacts> | undefined {
    const list = this.before.get(`${unit}|${kind}`) ?? [];
    if (place === "") return list.length === 1 ? list[0] : undefined;
    return list.find(({ name }) => normaliseName(name ?? "") === normaliseName(place));
  }

  private make(unit: string, kind: string, place: string): Draft<FacilityFacts> {
    const made: Draft<FacilityFacts> = {
      id: `${unit}/${kind}/${place}`,
      unit,
      kind,
      name: place === "" ? null : place,
      also: [],
      area: null,
      since: null,
      until: null,
      rooms: [],
      marks: {},
      figures: {},
      source: "table",
    };
    this.facilities.push(made);
    return made;
  }
}
