/** Which unit, item and facility a line of a table speaks of; a unit that is not surely one is refused, and waits for a person. @module */
import { type Alias, type Match, nameMatcher } from "../names/match-names.ts";
import { normaliseName } from "../names/normalise.ts";
import { keysOf } from "../names/unit-key.ts";
import type { Pack, PackItem } from "../pack/pack.ts";
import type { Register, UnitFacts } from "./register.ts";

/** Columns that every table of facts begins with, as they are headed. */
export const SUBJECT_COLUMNS = { street: "街道", community: "社区", item: "项目", name: "设施名称" } as const;
type SubjectColumn = keyof typeof SUBJECT_COLUMNS;
/** One line, cells by column, "" where nothing is written. */
export type SubjectLine = { readonly row: number } & { readonly [C in SubjectColumn]: string };

export interface FactRefusal {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly expected: string;
}

/** A unit as a table names it, that is not surely one of the register: for the queue. */
export interface UnsureName {
  readonly row: number;
  readonly street: string | null;
  readonly written: string;
  /** Ids of units that it may be. */
  readonly candidates: readonly string[];
}

interface KnownPlace {
  readonly kind: string;
  readonly name: string | null;
}

export class LineSubjects {
  readonly refusals: FactRefusal[] = [];
  readonly unsure: UnsureName[] = [];
  private readonly pack: Pack;
  private readonly units: ReadonlyMap<string, UnitFacts>;
  private readonly keys: ReadonlyMap<string, string>;
  /** Facilities by unit: those of the register, and those that lines before named. */
  private readonly places: Map<string, KnownPlace[]>;
  private readonly matcher: ReturnType<typeof nameMatcher>;
  /** Tables name the same unit and item in hundreds of lines. */
  private readonly matched = new Map<string, Match>();
  private readonly found = new Map<string, readonly PackItem[]>();

  constructor(pack: Pack, register: Register, aliases: readonly Alias[]) {
    this.pack = pack;
    this.units = new Map(register.units.map((unit) => [unit.id, unit]));
    this.keys = keysOf(register.units);
    this.places = new Map<string, KnownPlace[]>(Map.groupBy(register.facilities, ({ unit }) => unit));
    this.matcher = nameMatcher(register.units, aliases, pack.suspectedNames);
  }

  /** @param id of a unit of the register */
  keyOf(id: string): string {
    return this.keys.get(id) as string;
  }

  /** The facility of that name, or the only one of the item where no name is given, or a new one: facts declare facilities. */
  placeOf(unit: UnitFacts, item: PackItem, name: string): { kind: string; place: string } {
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

  /** @returns null for one that is not surely of the register, which is refused */
  unitOf(line: SubjectLine): UnitFacts | null {
    if (line.street === "" && line.community === "") {
      const whole = [...this.units.values()].find(({ level }) => level === "district");
      if (whole === undefined) this.refuse(line, SUBJECT_COLUMNS.community, "", "街道、社区名称");
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
    this.refuse(
      line,
      SUBJECT_COLUMNS[column],
      line[column],
      names === "" ? "区域内的街道、社区名称" : `待确认，可能是：${names}`,
    );
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

  /** @param column head of the column that the name stands in */
  itemOf(line: SubjectLine, column: string = SUBJECT_COLUMNS.item): PackItem | undefined {
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

  refuse({ row }: { readonly row: number }, column: string, value: string, expected: string): void {
    this.refusals.push({ row, column, value, expected });
  }
}
