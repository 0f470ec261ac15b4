/** A filled table of facts into what the register keeps: all of it or nothing, each fault with its row and column. @module */

import { type StandardsError, standardsError } from "../errors.ts";
import { type Alias, type Match, nameMatcher } from "../names/match-names.ts";
import { normaliseName } from "../names/normalise.ts";
import { keysOf } from "../names/unit-key.ts";
import type { Term } from "../pack/file-schema.ts";
import type { Pack, PackItem } from "../pack/pack.ts";
import { applyFacts } from "./apply-facts.ts";
import { FIXED_FACTS, type FixedFact } from "./asked-facts.ts";
import { dayOf, type FactValue, readFact } from "./fact-value.ts";
import type { FactForm, KeptFact, KeptValue } from "./kept-fact.ts";
import type { Area, Register, UnitFacts } from "./register.ts";

export const FACT_COLUMNS = {
  street: "街道",
  community: "社区",
  item: "项目",
  name: "设施名称",
  fact: "事实",
  value: "值",
} as const;
/** A column that a table may do without: the day from which the fact holds. */
export const SINCE_COLUMN = "起始日期";
export type FactColumn = keyof typeof FACT_COLUMNS;
/** One line, cells by column, "" where nothing is written. */
export type FactLine = { readonly row: number; readonly since?: string } & { readonly [C in FactColumn]: string };

export interface FactRefusal {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly expected: string;
}

/** @returns the error that these amount to, at least one: it names the first */
export function refusedTable(refusals: readonly FactRefusal[]): StandardsError {
  const [{ row, column, value, expected }] = refusals;
  return standardsError("facts_refused", { count: refusals.length, row, column, value, expected });
}

/** A unit as a table names it, that is not surely one of the register: for the queue. */
export interface UnsureName {
  readonly row: number;
  readonly street: string | null;
  readonly written: string;
  /** Ids of units that it may be. */
  readonly candidates: readonly string[];
}

export interface FactsTaken {
  /** null where any line was refused: nothing is half taken. */
  readonly register: Register | null;
  /** What the lines say, each fact once; of lines that were not refused. */
  readonly facts: readonly KeptFact[];
  /** Lines with a value; lines without one say nothing. */
  readonly taken: number;
  readonly empty: number;
  readonly refusals: readonly FactRefusal[];
  readonly unsure: readonly UnsureName[];
}

/** Adds the facts of the lines to those of the register. What the lines say goes before what was there. */
export function readFacts(
  pack: Pack,
  register: Register,
  lines: readonly FactLine[],
  aliases: readonly Alias[] = [],
): FactsTaken {
  const work = new FactWork(pack, register, aliases);
  const filled = lines.filter(({ value }) => value !== "");
  for (const line of filled) work.take(line);
  const facts = work.facts();
  return {
    register: work.refusals.length > 0 ? null : applyFacts(register, { facts, asOf: null }),
    facts,
    taken: filled.length,
    empty: lines.length - filled.length,
    refusals: work.refusals,
    unsure: work.unsure,
  };
}

interface Inspection {
  readonly row: number;
  on?: string;
  passed?: boolean;
  score?: number;
}

class FactWork {
  readonly refusals: FactRefusal[] = [];
  readonly unsure: UnsureName[] = [];
  private readonly pack: Pack;
  private readonly units: ReadonlyMap<string, UnitFacts>;
  private readonly keys: ReadonlyMap<string, string>;
  /** Facilities by unit: those of the register, and those that lines before named. */
  private readonly places: Map<string, { readonly kind: string; readonly name: string | null }[]>;
  private readonly kept = new Map<string, KeptFact>();
  private readonly inspections = new Map<string, Inspection>();
  private readonly matcher: ReturnType<typeof nameMatcher>;
  /** Tables name the same unit and item in hundreds of lines. */
  private readonly matched = new Map<string, Match>();
  private readonly found = new Map<string, readonly PackItem[]>();
  /** Value by fact, so that a fact told twice in two ways is found. */
  private readonly told = new Map<string, string>();

  constructor(pack: Pack, register: Register, aliases: readonly Alias[]) {
    this.pack = pack;
    this.units = new Map(register.units.map((unit) => [unit.id, unit]));
    this.keys = keysOf(register.units);
    this.places = Map.groupBy(register.facilities, ({ unit }) => unit) as Map<
      string,
      { kind: string; name: string | null }[]
    >;
    this.matcher = nameMatcher(register.units, aliases, pack.suspectedNames);
  }

  take(line: FactLine): void {
    const unit = this.unitOf(line);
    const item = line.item === "" ? null : this.itemOf(line);
    if (unit === null || item === undefined) return;
    const since = this.sinceOf(line);
    if (since === null) return;
    const fixed = (Object.keys(FIXED_FACTS) as FixedFact[]).find((name) => FIXED_FACTS[name].zh === line.fact);
    const term =
      fixed === undefined
        ? [...this.pack.terms.values()].find(({ id, zh }) => zh === line.fact || id === line.fact)
        : undefined;
    if (fixed === undefined && term === undefined) {
      this.refuse(line, "fact", line.fact, "本标准包模板所列的事实名称");
      return;
    }
    const value = readFact(fixed ?? (term as Term).form, line.value);
    if (value === null) {
      this.refuse(
        line,
        "value",
        line.value,
        fixed === undefined ? EXPECTED[(term as Term).form] : FIXED_FACTS[fixed].expected,
      );
      return;
    }
    const key = [unit.id, item?.id ?? "", line.name, line.fact, since].join("|");
    const before = this.told.get(key);
    if (before !== undefined && before !== line.value) {
      this.refuse(line, "value", line.value, `与前文一致：${before}`);
      return;
    }
    this.told.set(key, line.value);
    if (fixed === undefined) this.takeTerm(unit, item, line, since, term as Term, value);
    else this.takeFixed(unit, item, line, since, fixed, value);
  }

  /** An inspection has a day and a result. */
  facts(): KeptFact[] {
    for (const [key, { row, on, passed, score }] of this.inspections) {
      if (on === undefined || passed === undefined) {
        const { zh } = on === undefined ? FIXED_FACTS.acceptedOn : FIXED_FACTS.accepted;
        this.refusals.push({ row, column: FACT_COLUMNS.fact, value: "", expected: `同时填写“${zh}”` });
        continue;
      }
      const [unit, kind] = key.split("|");
      const value = { passed, score: score ?? null };
      this.keep({ unit, kind, place: "", form: "acceptance", fact: "acceptance", since: on, value });
    }
    return [...this.kept.values()];
  }

  private takeTerm(
    unit: UnitFacts,
    item: PackItem | null,
    line: FactLine,
    since: string,
    { id, form }: Term,
    value: FactValue,
  ): void {
    const of = this.keys.get(unit.id) as string;
    if (form === "step") {
      if (item === null) this.refuse(line, "item", "", "该步骤所属的项目");
      else this.keep({ unit: of, kind: item.id, place: "", form, fact: id, since, value });
      return;
    }
    const { kind, place } =
      item === null || item.form === "unit" ? { kind: "", place: "" } : this.placeOf(unit, item, line.name);
    this.keep({ unit: of, kind, place, form, fact: id, since, value });
  }

  private takeFixed(
    unit: UnitFacts,
    item: PackItem | null,
    line: FactLine,
    since: string,
    fact: FixedFact,
    value: FactValue,
  ): void {
    const of = this.keys.get(unit.id) as string;
    if (fact === "setting" || fact === "age") {
      this.keep({ unit: of, kind: "", place: "", form: fact, fact, since, value });
    } else if (item === null) this.refuse(line, "item", "", "该事实所属的项目");
    else if (fact === "listed") {
      for (const kind of item.kinds) this.keep({ unit: of, kind, place: "", form: fact, fact, since, value });
    } else if (fact === "acceptedOn" || fact === "accepted" || fact === "score") {
      const key = `${of}|${item.id}`;
      const known = this.inspections.get(key) ?? { row: line.row };
      if (fact === "acceptedOn") known.on = value as string;
      else if (fact === "accepted") known.passed = value as boolean;
      else known.score = value as number;
      this.inspections.set(key, known);
    } else {
      const told = this.toldOfPlace(line, fact, value);
      if (told === null) return;
      const { kind, place } = this.placeOf(unit, item, line.name);
      this.keep({ unit: of, kind, place, ...told, since });
    }
  }

  private toldOfPlace(
    line: FactLine,
    fact: "area" | "grossArea" | "netArea" | "since" | "until" | "also",
    value: FactValue,
  ): { form: FactForm; fact: string; value: KeptValue } | null {
    if (fact === "since" || fact === "until") return { form: fact, fact, value };
    if (fact === "also") {
      const items = String(value)
        .split(/[、,，;；]/)
        .map((name) => this.itemOf({ ...line, item: name.trim() }, "value"));
      return items.includes(undefined)
        ? null
        : { form: fact, fact, value: items.map((item) => (item as PackItem).kinds[0]) };
    }
    const basis: Area["basis"] = fact === "grossArea" ? "gross" : fact === "netArea" ? "net" : "unknown";
    return { form: "area", fact: "area", value: { m2: value as number, basis } };
  }

  /** The facility of that name, or the only one of the item where no name is given, or a new one. */
  private placeOf(unit: UnitFacts, item: PackItem, name: string): { kind: string; place: string } {
    const all = this.places.get(unit.id) ?? [];
    const inUnit = all.filter(({ kind }) => item.kinds.includes(kind));
    const known =
      name === ""
        ? inUnit.length === 1
          ? inUnit[0]
          : undefined
        : inUnit.find((one) => normaliseName(one.name ?? "") === normaliseName(name));
    if (known !== undefined) return { kind: known.kind, place: known.name ?? "" };
    const [kind] = item.kinds;
    const made = { kind, name: name === "" ? null : name };
    if (!inUnit.some((one) => one.kind === kind && one.name === made.name)) this.places.set(unit.id, [...all, made]);
    return { kind, place: name };
  }

  private keep(fact: KeptFact): void {
    this.kept.set(JSON.stringify([fact.unit, fact.kind, fact.place, fact.fact, fact.since]), fact);
  }

  private unitOf(line: FactLine): UnitFacts | null {
    if (line.street === "" && line.community === "") {
      const whole = [...this.units.values()].find(({ level }) => level === "district");
      if (whole === undefined) this.refuse(line, "community", "", "街道、社区名称");
      return whole ?? null;
    }
    const street = line.street === "" ? null : line.street;
    const isStreetAmiss = street !== null && this.matchOf(street, null).state !== "sure";
    const column = line.community === "" || isStreetAmiss ? "street" : "community";
    const match = this.matchOf(column === "street" ? line.street : street, column === "street" ? null : line.community);
    if (match.state === "sure") return this.units.get(match.unit) ?? null;
    const candidates = match.state === "doubtful" ? match.candidates : [];
    const names = candidates.map((id) => this.units.get(id)?.name ?? id).join("、");
    this.unsure.push({
      row: line.row,
      street: column === "street" ? null : street,
      written: line[column],
      candidates,
    });
    this.refuse(line, column, line[column], names === "" ? "区域内的街道、社区名称" : `待确认，可能是：${names}`);
    return null;
  }

  private matchOf(street: string | null, community: string | null): Match {
    const key = JSON.stringify([street, community]);
    const known = this.matched.get(key);
    if (known !== undefined) return known;
    const match = community === null ? this.matcher.street(street ?? "") : this.matcher.community(street, community);
    this.matched.set(key, match);
    return match;
  }

  private itemsNamed(written: string): readonly PackItem[] {
    const known = this.found.get(written);
    if (known !== undefined) return known;
    const name = normaliseName(written);
    const found = [...this.pack.items.values()].filter(
      ({ id, zh, aliases }) => id === written || [zh, ...(aliases ?? [])].some((one) => normaliseName(one) === name),
    );
    this.found.set(written, found);
    return found;
  }

  private itemOf(line: FactLine, column: FactColumn = "item"): PackItem | undefined {
    const found = this.itemsNamed(line.item);
    if (found.length !== 1)
      this.refuse(
        line,
        column,
        line.item,
        found.length === 0 ? "本标准包的项目名称" : `写明是哪一项：${found.map(({ zh }) => zh).join("、")}`,
      );
    return found.length === 1 ? found[0] : undefined;
  }

  /** @returns null for a day that is none */
  private sinceOf({ row, since = "" }: FactLine): string | null {
    if (since === "") return "";
    const day = dayOf(since);
    if (day === null)
      this.refusals.push({ row, column: SINCE_COLUMN, value: since, expected: "如 2015-06-30，或不填" });
    return day;
  }

  private refuse({ row }: FactLine, column: FactColumn, value: string, expected: string): void {
    this.refusals.push({ row, column: FACT_COLUMNS[column], value, expected });
  }
}

const EXPECTED = { mark: "是、否", figure: "数字（0 或以上）", step: "日期，或“未完成”" } as const;
