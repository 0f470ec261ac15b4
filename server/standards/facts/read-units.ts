/** A list of units into what the register keeps: streets and communities with their people, all of it or nothing. @module */
import { type Alias, nameMatcher } from "../names/match-names.ts";
import { keysOf, unitKey } from "../names/unit-key.ts";
import { readFact } from "./fact-value.ts";
import type { KeptFact } from "./kept-fact.ts";
import type { FactRefusal, UnsureName } from "./line-subjects.ts";
import type { Register } from "./register.ts";

export const UNIT_COLUMNS = {
  street: "街道",
  community: "社区",
  setting: "城乡",
  age: "新旧城区",
  households: "户数",
  residents: "居民人数",
} as const;
export type UnitColumn = keyof typeof UNIT_COLUMNS;
/** Columns that a list may not do without. */
export const NEEDED_UNIT_COLUMNS: readonly UnitColumn[] = ["street", "community"];
export type UnitLine = { readonly row: number } & { readonly [C in UnitColumn]: string };

export interface UnitsTaken {
  readonly facts: readonly KeptFact[];
  readonly refusals: readonly FactRefusal[];
  readonly unsure: readonly UnsureName[];
}

const EXPECTED = {
  setting: "城市、农村",
  age: "新、老",
  households: "数字（0 或以上）",
  residents: "数字（0 或以上）",
} as const;

/** A name like one that the register has waits for a person; a name unlike any of them is a new unit. */
export function readUnits(register: Register, lines: readonly UnitLine[], aliases: readonly Alias[] = []): UnitsTaken {
  const refusals: FactRefusal[] = [];
  const unsure: UnsureName[] = [];
  const facts = new Map<string, KeptFact>();
  const rows = new Map<string, number>();
  const matcher = nameMatcher(register.units, aliases);
  const byId = new Map(register.units.map((unit) => [unit.id, unit]));
  const keys = keysOf(register.units);
  const refuse = (row: number, column: UnitColumn, value: string, expected: string) =>
    refusals.push({ row, column: UNIT_COLUMNS[column], value, expected });
  /** Key of the unit; null where nobody can say which it is. */
  const keyOf = ({ row }: UnitLine, street: string, community: string | null): string | null => {
    const match = community === null ? matcher.street(street) : matcher.community(street, community);
    if (match.state === "sure") return keys.get(match.unit) ?? null;
    if (match.state === "missing") return unitKey(street, community);
    const names = match.candidates.map((id) => byId.get(id)?.name ?? id).join("、");
    const written = community ?? street;
    unsure.push({ row, street: community === null ? null : street, written, candidates: match.candidates });
    refuse(row, community === null ? "street" : "community", written, `待确认，可能是：${names}`);
    return null;
  };
  const keep = (unit: string, fact: Pick<KeptFact, "form" | "fact" | "value">) =>
    facts.set(`${unit}|${fact.fact}`, { unit, kind: "", place: "", since: "", ...fact });

  for (const line of lines) {
    if (line.street === "") {
      refuse(line.row, "street", "", "街道名称");
      continue;
    }
    const street = keyOf(line, line.street, null);
    const key = line.community === "" || street === null ? street : keyOf(line, line.street, line.community);
    if (street === null || key === null) continue;
    const before = rows.get(key);
    if (before !== undefined) {
      const [column, where] =
        line.community === "" ? (["street", "区"] as const) : (["community", "同一街道"] as const);
      refuse(line.row, column, line[column], `${where}内名称不重复（第 ${before} 行已有）`);
      continue;
    }
    rows.set(key, line.row);
    if (!facts.has(`${street}|unit`)) keep(street, { form: "unit", fact: "unit", value: { name: line.street } });
    if (key !== street) keep(key, { form: "unit", fact: "unit", value: { name: line.community } });
    for (const column of ["setting", "age", "households", "residents"] as const) {
      if (line[column] === "") continue;
      const form = column === "setting" || column === "age" ? column : "figure";
      const value = readFact(form, line[column]);
      const isWhole = form !== "figure" || Number.isInteger(value);
      if (value === null || !isWhole) refuse(line.row, column, line[column], EXPECTED[column]);
      else keep(key, { form, fact: column, value });
    }
  }
  return { facts: [...facts.values()], refusals, unsure };
}
