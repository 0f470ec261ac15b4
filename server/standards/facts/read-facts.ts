/** A filled table of facts into a register: all of it or nothing, each fault with its row and column. @module */

import { type Alias, nameMatcher } from "../names/match-names.ts";
import { normaliseName } from "../names/normalise.ts";
import type { Term } from "../pack/file-schema.ts";
import type { Pack, PackItem } from "../pack/pack.ts";
import { FIXED_FACTS, type FixedFact } from "./asked-facts.ts";
import { type FactValue, NOT_DONE, readFact } from "./fact-value.ts";
import type { AcceptanceFacts, FacilityFacts, Register, UnitFacts } from "./register.ts";

export const FACT_COLUMNS = {
  street: "街道",
  community: "社区",
  item: "项目",
  name: "设施名称",
  fact: "事实",
  value: "值",
} as const;
export type FactColumn = keyof typeof FACT_COLUMNS;
/** One line, cells by column, "" where nothing is written. */
export type FactLine = { readonly row: number } & { readonly [C in FactColumn]: string };

export interface FactRefusal {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly expected: string;
}
export interface FactsTaken {
  /** null where any line was refused: nothing is half taken. */
  readonly register: Register | null;
  /** Lines with a value; lines without one say nothing. */
  readonly taken: number;
  readonly empty: number;
  readonly refusals: readonly FactRefusal[];
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

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
  work.checkAcceptances();
  return {
    register: work.refusals.length > 0 ? null : work.register(),
    taken: filled.length,
    empty: lines.length - filled.length,
    refusals: work.refusals,
  };
}

class FactWork {
  readonly refusals: FactRefusal[] = [];
  private readonly pack: Pack;
  private readonly before: Register;
  private readonly units: Map<string, Draft<UnitFacts>>;
  private readonly facilities: Map<string, Draft<FacilityFacts>>;
  private readonly acceptances = new Map<string, Partial<Draft<AcceptanceFacts>> & { row: number }>();
  private readonly matcher: ReturnType<typeof nameMatcher>;
  /** Value by fact, so that a fact told twice in two ways is found. */
  private readonly told = new Map<string, string>();

  constructor(pack: Pack, register: Register, aliases: readonly Alias[]) {
    this.pack = pack;
    this.before = register;
    this.units = new Map(register.units.map((unit) => [unit.id, { ...unit }]));
    this.facilities = new Map(register.facilities.map((one) => [one.id, { ...one }]));
    this.matcher = nameMatcher(register.units, aliases, pack.suspectedNames);
  }

  take(line: FactLine): void {
    const unit = this.unitOf(line);
    const item = line.item === "" ? null : this.itemOf(line);
    if (unit === null || item === undefined) return;
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
    const key = [unit.id, item?.id ?? "", line.name, line.fact].join("|");
    const before = this.told.get(key);
    if (before !== undefined && before !== line.value) {
      this.refuse(line, "value", line.value, `与前文一致：${before}`);
      return;
    }
    this.told.set(key, line.value);
    if (fixed === undefined) this.takeTerm(unit, item, line, term as Term, value);
    else this.takeFixed(unit, item, line, fixed, value);
  }

  /** An inspection has a day and a result. */
  checkAcceptances(): void {
    for (const { row, on, passed } of this.acceptances.values()) {
      const lacking = on === undefined ? FIXED_FACTS.acceptedOn : passed === undefined ? FIXED_FACTS.accepted : null;
      if (lacking !== null)
        this.refusals.push({ row, column: FACT_COLUMNS.fact, value: "", expected: `同时填写“${lacking.zh}”` });
    }
  }

  register(): Register {
    const added = [...this.acceptances].map(([key, { on, passed, score }]) => {
      const [unit, item] = key.split("|");
      return { unit, item, on: on as string, passed: passed as boolean, score: score ?? null };
    });
    return {
      ...this.before,
      units: [...this.units.values()],
      facilities: [...this.facilities.values()],
      acceptances: [...this.before.acceptances, ...added],
    };
  }

  private takeTerm(
    unit: Draft<UnitFacts>,
    item: PackItem | null,
    line: FactLine,
    { id, form }: Term,
    value: FactValue,
  ): void {
    if (form === "step") {
      if (item === null) {
        this.refuse(line, "item", "", "该步骤所属的项目");
        return;
      }
      unit.steps = { ...unit.steps, [`${item.id}.${id}`]: value === NOT_DONE ? null : (value as string) };
      return;
    }
    const target = item === null || item.form === "unit" ? unit : this.facilityOf(unit, item, line.name);
    if (form === "mark") target.marks = { ...target.marks, [id]: value as boolean };
    else if (target === unit && (id === "households" || id === "residents")) unit[id] = value as number;
    else target.figures = { ...target.figures, [id]: value as number };
  }

  private takeFixed(
    unit: Draft<UnitFacts>,
    item: PackItem | null,
    line: FactLine,
    fact: FixedFact,
    value: FactValue,
  ): void {
    if (fact === "setting") unit.setting = value as "urban" | "rural";
    else if (fact === "age") unit.age = value as "old" | "new";
    else if (item === null) this.refuse(line, "item", "", "该事实所属的项目");
    else if (fact === "listed") {
      const others = unit.listedKinds.filter((kind) => !item.kinds.includes(kind));
      unit.listedKinds = value === true ? [...others, ...item.kinds] : others;
    } else if (fact === "acceptedOn" || fact === "accepted" || fact === "score") {
      const key = `${unit.id}|${item.id}`;
      const known = this.acceptances.get(key) ?? { row: line.row };
      if (fact === "acceptedOn") known.on = value as string;
      else if (fact === "accepted") known.passed = value as boolean;
      else known.score = value as number;
      this.acceptances.set(key, known);
    } else {
      const facility = this.facilityOf(unit, item, line.name);
      if (fact === "since") facility.since = value as string;
      else
        facility.area = {
          m2: value as number,
          basis: fact === "grossArea" ? "gross" : fact === "netArea" ? "net" : "unknown",
        };
    }
  }

  /** The facility of that name, or the only one of the item where no name is given, or a new one. */
  private facilityOf(unit: UnitFacts, item: PackItem, name: string): Draft<FacilityFacts> {
    const inUnit = [...this.facilities.values()].filter((one) => one.unit === unit.id && item.kinds.includes(one.kind));
    const known =
      name === ""
        ? inUnit.length === 1
          ? inUnit[0]
          : undefined
        : inUnit.find((one) => normaliseName(one.name ?? "") === normaliseName(name));
    if (known !== undefined) return known;
    const id = `${unit.id}/${item.id}/${name}`;
    const made = this.facilities.get(id) ?? {
      id,
      unit: unit.id,
      kind: item.kinds[0],
      name: name === "" ? null : name,
      also: [],
      area: null,
      since: null,
      until: null,
      rooms: [],
      marks: {},
      figures: {},
      source: "table",
    };
    this.facilities.set(id, made);
    return made;
  }

  private unitOf(line: FactLine): Draft<UnitFacts> | null {
    if (line.street === "" && line.community === "") {
      const whole = [...this.units.values()].find(({ level }) => level === "district");
      if (whole === undefined) this.refuse(line, "community", "", "街道、社区名称");
      return whole ?? null;
    }
    const column = line.community === "" ? "street" : "community";
    const match =
      column === "street"
        ? this.matcher.street(line.street)
        : this.matcher.community(line.street === "" ? null : line.street, line.community);
    if (match.state === "sure") return this.units.get(match.unit) ?? null;
    const names =
      match.state === "doubtful" ? match.candidates.map((id) => this.units.get(id)?.name ?? id).join("、") : "";
    this.refuse(line, column, line[column], names === "" ? "区域内的街道、社区名称" : `待确认，可能是：${names}`);
    return null;
  }

  private itemOf(line: FactLine): PackItem | undefined {
    const name = normaliseName(line.item);
    const found = [...this.pack.items.values()].filter(
      ({ id, zh, aliases }) => id === line.item || [zh, ...(aliases ?? [])].some((one) => normaliseName(one) === name),
    );
    if (found.length !== 1)
      this.refuse(
        line,
        "item",
        line.item,
        found.length === 0 ? "本标准包的项目名称" : `写明是哪一项：${found.map(({ zh }) => zh).join("、")}`,
      );
    return found.length === 1 ? found[0] : undefined;
  }

  private refuse({ row }: FactLine, column: FactColumn, value: string, expected: string): void {
    this.refusals.push({ row, column: FACT_COLUMNS[column], value, expected });
  }
}

const EXPECTED = { mark: "是、否", figure: "数字（0 或以上）", step: "日期，或“未完成”" } as const;
