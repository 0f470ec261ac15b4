/** A filled table of facts into what the register keeps: all of it or nothing, each fault with its row and column. @module */
import { type StandardsError, standardsError } from "../errors.ts";
import type { Alias } from "../names/match-names.ts";
import type { Term } from "../pack/file-schema.ts";
import type { Pack, PackItem } from "../pack/pack.ts";
import { applyFacts } from "./apply-facts.ts";
import { FIXED_FACTS, type FixedFact } from "./asked-facts.ts";
import { dayOf, type FactValue, readFact } from "./fact-value.ts";
import type { FactForm, KeptFact, KeptValue } from "./kept-fact.ts";
import { type FactRefusal, LineSubjects, SUBJECT_COLUMNS, type UnsureName } from "./line-subjects.ts";
import type { Area, Register, UnitFacts } from "./register.ts";

export const FACT_COLUMNS = { ...SUBJECT_COLUMNS, fact: "事实", value: "值" } as const;
/** A column that a table may do without: the day from which the fact holds. */
export const SINCE_COLUMN = "起始日期";
export type FactColumn = keyof typeof FACT_COLUMNS;
/** One line, cells by column, "" where nothing is written. */
export type FactLine = { readonly row: number; readonly since?: string } & { readonly [C in FactColumn]: string };

/** @returns the error that these amount to, at least one: it names the first */
export function refusedTable(refusals: readonly FactRefusal[]): StandardsError {
  const [{ row, column, value, expected }] = refusals;
  return standardsError("facts_refused", { count: refusals.length, row, column, value, expected });
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
    register: work.subjects.refusals.length > 0 ? null : applyFacts(register, { facts, asOf: null }),
    facts,
    taken: filled.length,
    empty: lines.length - filled.length,
    refusals: work.subjects.refusals,
    unsure: work.subjects.unsure,
  };
}

interface Inspection {
  readonly row: number;
  on?: string;
  passed?: boolean;
  score?: number;
}

class FactWork {
  readonly subjects: LineSubjects;
  private readonly pack: Pack;
  private readonly kept = new Map<string, KeptFact>();
  private readonly inspections = new Map<string, Inspection>();
  /** Value by fact, so that a fact told twice in two ways is found. */
  private readonly told = new Map<string, string>();

  constructor(pack: Pack, register: Register, aliases: readonly Alias[]) {
    this.pack = pack;
    this.subjects = new LineSubjects(pack, register, aliases);
  }

  take(line: FactLine): void {
    const unit = this.subjects.unitOf(line);
    const item = line.item === "" ? null : this.subjects.itemOf(line);
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
        this.subjects.refuse({ row }, FACT_COLUMNS.fact, "", `同时填写“${zh}”`);
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
    const of = this.subjects.keyOf(unit.id);
    if (form === "step") {
      if (item === null) this.refuse(line, "item", "", "该步骤所属的项目");
      else this.keep({ unit: of, kind: item.id, place: "", form, fact: id, since, value });
      return;
    }
    const { kind, place } =
      item === null || item.form === "unit" ? { kind: "", place: "" } : this.subjects.placeOf(unit, item, line.name);
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
    const of = this.subjects.keyOf(unit.id);
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
      const { kind, place } = this.subjects.placeOf(unit, item, line.name);
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
        .map((name) => this.subjects.itemOf({ ...line, item: name.trim() }, FACT_COLUMNS.value));
      return items.includes(undefined)
        ? null
        : { form: fact, fact, value: items.map((item) => (item as PackItem).kinds[0]) };
    }
    const basis: Area["basis"] = fact === "grossArea" ? "gross" : fact === "netArea" ? "net" : "unknown";
    return { form: "area", fact: "area", value: { m2: value as number, basis } };
  }

  private keep(fact: KeptFact): void {
    this.kept.set(JSON.stringify([fact.unit, fact.kind, fact.place, fact.fact, fact.since]), fact);
  }

  /** @returns null for a day that is none */
  private sinceOf({ row, since = "" }: FactLine): string | null {
    if (since === "") return "";
    const day = dayOf(since);
    if (day === null) this.subjects.refuse({ row }, SINCE_COLUMN, since, "如 2015-06-30，或不填");
    return day;
  }

  private refuse(line: FactLine, column: FactColumn, value: string, expected: string): void {
    this.subjects.refuse(line, FACT_COLUMNS[column], value, expected);
  }
}

const EXPECTED = { mark: "是、否", figure: "数字（0 或以上）", step: "日期，或“未完成”" } as const;
