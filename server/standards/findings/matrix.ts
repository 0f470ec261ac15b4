/** Findings as a table of units by items: in each cell the worst that is certain, and how many of how many are met. @module */
import type { UnitFacts } from "../facts/register.ts";
import type { PackItem } from "../pack/pack.ts";
import type { Findings } from "./evaluate.ts";
import type { Finding, Verdict } from "./finding.ts";

export type VerdictTally = Readonly<Record<Verdict, number>>;

/** What surely fails comes before what nobody knows, and both before what is well. */
export const WORST_FIRST = ["fail", "unknown", "not_due", "waived", "pass", "not_applicable"] as const;

export interface MatrixCell {
  /** The first of {@link WORST_FIRST} that any requirement of the item has. */
  readonly verdict: Verdict;
  /** Requirements of the item by verdict: those that bind, or, where none does, those that encourage. */
  readonly tally: VerdictTally;
  /** False where the item is encouraged alone: what falls short there is room for improvement. */
  readonly binds: boolean;
  /** Days of the latest among those that fail; null where none is late. */
  readonly lateDays: number | null;
}

export interface MatrixRow {
  readonly unit: UnitFacts;
  /** In the order of the items; null where the pack asks nothing of units of this level. */
  readonly cells: readonly (MatrixCell | null)[];
}

/** Communities of a street or a district by the verdict of their cells. */
export interface MatrixTotal {
  readonly unit: UnitFacts;
  readonly communities: number;
  /** In the order of the items; null where no community is asked. */
  readonly tallies: readonly (VerdictTally | null)[];
  /** Over all items that bind. */
  readonly all: VerdictTally;
}

export interface Matrix {
  readonly items: readonly PackItem[];
  readonly rows: readonly MatrixRow[];
  readonly totals: readonly MatrixTotal[];
}

/** Rows in the order of the register: every unit of which the pack asks anything. Encouraged items are in no total. */
export function matrixOf({ pack, context, findings }: Findings): Matrix {
  const byCell = Map.groupBy(findings, ({ unit, item }) => `${unit}|${item}`);
  const items = [...pack.items.values()].filter(({ id }) => findings.some(({ item }) => item === id));
  const rows = [...context.index.units.values()]
    .map((unit): MatrixRow => ({ unit, cells: items.map(({ id }) => cellOf(byCell.get(`${unit.id}|${id}`) ?? [])) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null));
  const rowOf = new Map(rows.map((row) => [row.unit.id, row]));
  const totals = (["street", "district"] as const)
    .flatMap((level) => context.index.ofLevel(level))
    .map((unit): MatrixTotal => {
      const inside = context.index.within(unit, "community").flatMap(({ id }) => rowOf.get(id) ?? []);
      const binding = items.map((_, k) => inside.map(({ cells }) => cells[k]).filter((cell) => cell?.binds === true));
      return {
        unit,
        communities: inside.length,
        tallies: binding.map((cells) => (cells.length === 0 ? null : tallyOf(cells))),
        all: tallyOf(binding.flat()),
      };
    });
  return { items, rows, totals };
}

function cellOf(findings: readonly Finding[]): MatrixCell | null {
  if (findings.length === 0) return null;
  const binding = findings.filter(({ counts }) => counts);
  const told = binding.length > 0 ? binding : findings;
  const late = told.flatMap(({ verdict, lateDays }) => (verdict === "fail" && lateDays !== null ? [lateDays] : []));
  return {
    verdict: worstOf(told),
    tally: tallyOf(told),
    binds: binding.length > 0,
    lateDays: late.length === 0 ? null : Math.max(...late),
  };
}

/** @param told one or more */
function worstOf(told: readonly { readonly verdict: Verdict }[]): Verdict {
  return WORST_FIRST.find((verdict) => told.some((one) => one.verdict === verdict)) as Verdict;
}

export function tallyOf(told: readonly ({ readonly verdict: Verdict } | null | undefined)[]): VerdictTally {
  const tally: Record<Verdict, number> = { pass: 0, fail: 0, unknown: 0, not_applicable: 0, waived: 0, not_due: 0 };
  for (const one of told) if (one) tally[one.verdict]++;
  return tally;
}
