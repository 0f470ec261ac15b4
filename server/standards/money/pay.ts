/** Subsidies computed from facts: what is owed to whom, what waits, what is refused; nothing is paid on what nobody knows. @module */
import { monthsTouched } from "../dates.ts";
import type { Place } from "../facts/index-register.ts";
import type { UnitFacts } from "../facts/register.ts";
import { amountOf, type Context } from "../judge/context.ts";
import { exactly, type Interval, tidy } from "../judge/interval.ts";
import { placeFigure, unitFigure } from "../judge/measure.ts";
import type { Subsidy } from "../pack/pack.ts";
import type { Level } from "../pack/values.ts";
import { type Obstacle, obstaclesTo } from "./eligibility.ts";

export type PaymentState =
  /** All conditions are met by known facts. */
  | "owed"
  /** A fact that decides is not known. */
  | "unknown"
  /** A condition is surely not met. */
  | "refused"
  /** The document names no amount. */
  | "not_stated";

export interface PaymentLine {
  readonly subsidy: string;
  readonly item: string;
  readonly unit: string;
  /** Id of the facility or team; null where the unit itself is paid for. */
  readonly thing: string | null;
  /** Which payment of the subsidy, from 0. */
  readonly part: number;
  readonly state: PaymentState;
  /** Yuan, two decimals; null unless owed. */
  readonly cny: number | null;
  /** The document says "at least": more may be given. */
  readonly isAtLeast: boolean;
  /** As 6 × 600 or 3000 × 4: what was multiplied; null where nothing was. */
  readonly times: number | null;
  readonly shares: readonly { readonly payer: string; readonly cny: number }[];
  readonly obstacles: readonly Obstacle[];
  readonly clause: string;
}

/** Every payment of every subsidy, by unit and thing. Yearly sums are those of one year; months run to the day asked. */
export function paymentsOf(context: Context): PaymentLine[] {
  return context.pack.subsidies.flatMap((subsidy) => {
    const level = subsidy.level ?? "community";
    const lines = context.index
      .ofLevel(level)
      .flatMap((unit) => thingsOf(context, subsidy, unit).flatMap((thing) => linesFor(context, subsidy, unit, thing)));
    return [...lines, ...strays(context, subsidy, level)];
  });
}

/** Facilities that the register puts in no unit of the level that is paid, such as one outside every community: they wait. */
function strays(context: Context, subsidy: Subsidy, level: Level): PaymentLine[] {
  return ABOVE[level].flatMap((higher) =>
    context.index.ofLevel(higher).flatMap((unit) =>
      thingsOf(context, subsidy, unit).flatMap((place): PaymentLine[] => {
        if (place === null || place.facility.unit !== unit.id) return [];
        const obstacles: Obstacle[] = [{ certain: false, reason: "unit_unknown", about: level }];
        return [
          { ...baseOf(subsidy, unit, place, 0), state: "unknown", cny: null, times: null, shares: [], obstacles },
        ];
      }),
    ),
  );
}

const ABOVE = { community: ["street", "district"], street: ["district"], district: [] } as const;

/** Facilities of the item, or the unit itself where the item is one, or where the sum goes to a street as such. */
function thingsOf(context: Context, subsidy: Subsidy, unit: UnitFacts): (Place | null)[] {
  const item = context.pack.items.get(subsidy.item);
  if (
    item === undefined ||
    item.form === "unit" ||
    subsidy.payments.every(({ basis }) => basis === "per_month" || basis === "not_stated")
  )
    return [null];
  return [...context.index.places(unit, item.kinds, context.asOf)];
}

function linesFor(context: Context, subsidy: Subsidy, unit: UnitFacts, place: Place | null): PaymentLine[] {
  const common = obstaclesTo(context, subsidy, unit, place);
  if (common.some(({ reason }) => reason === "not_applicable")) return [];
  return subsidy.payments.map((payment, part) => {
    const obstacles = [...common, ...(payment.mark === undefined ? [] : markObstacle(payment.mark, unit, place))];
    const base = baseOf(subsidy, unit, place, part);
    if (payment.basis === "not_stated")
      return { ...base, state: "not_stated", cny: null, times: null, shares: [], obstacles };
    const times = timesOf(context, payment, unit, place);
    const each = payment.basis === "at_cost" ? 1 : amountOf(context, payment.cny ?? 0);
    const missing: Obstacle[] =
      times.low === times.high && each !== null
        ? []
        : [{ certain: false, reason: "figure_unknown", about: payment.figure ?? "cny" }];
    const all = [...obstacles, ...missing];
    const state = all.some(({ certain }) => certain) ? "refused" : all.length > 0 ? "unknown" : "owed";
    const cny = state === "owed" ? money((each ?? 0) * times.low) : null;
    const isCounted = payment.basis !== "each" && payment.basis !== "per_year";
    return {
      ...base,
      state,
      cny,
      times: state === "owed" && isCounted ? times.low : null,
      shares: sharesOf(subsidy, payment, cny),
      obstacles: all,
    };
  });
}

function baseOf(subsidy: Subsidy, unit: UnitFacts, place: Place | null, part: number) {
  return {
    subsidy: subsidy.id,
    item: subsidy.item,
    unit: unit.id,
    thing: place?.id ?? null,
    part,
    isAtLeast: subsidy.payments[part].at_least === true,
    clause: subsidy.clause,
  };
}

type Part = Subsidy["payments"][number];

function timesOf(context: Context, payment: Part, unit: UnitFacts, place: Place | null): Interval {
  if (payment.basis === "per_month")
    return exactly(monthsTouched(payment.since ?? context.pack.head.document.issued, context.asOf));
  if (payment.times !== undefined) return exactly(payment.times);
  if (payment.figure === undefined) return exactly(1);
  return place === null ? unitFigure(unit, payment.figure) : placeFigure(place, payment.figure);
}

function markObstacle(mark: string, unit: UnitFacts, place: Place | null): Obstacle[] {
  const known = place?.room?.marks[mark] ?? place?.facility.marks[mark] ?? unit.marks[mark];
  if (known === true) return [];
  return [{ certain: known === false, reason: known === false ? "mark_missing" : "mark_unknown", about: mark }];
}

/** Split to the fen; what rounding leaves goes to the first payer. */
function sharesOf(subsidy: Subsidy, payment: Part, cny: number | null): PaymentLine["shares"] {
  if (cny === null) return [];
  const split = payment.split ?? (subsidy.payer === undefined ? [] : [{ payer: subsidy.payer, share: 1 }]);
  const shares = split.map(({ payer, share }) => ({ payer, cny: money(cny * share) }));
  if (shares.length === 0) return [];
  const rest = money(cny - shares.reduce((sum, one) => sum + one.cny, 0));
  return shares.map((one, i) => (i === 0 ? { ...one, cny: money(one.cny + rest) } : one));
}

function money(cny: number): number {
  return Math.round(tidy(cny) * 100) / 100;
}

/** Sums of what is owed, and how many lines wait for a fact, by any key of a line: `item`, `unit`, `subsidy`. */
export function totalsBy(
  lines: readonly PaymentLine[],
  keyOf: (line: PaymentLine) => string,
): Map<string, { owedCny: number; unknownLines: number }> {
  const totals = new Map<string, { owedCny: number; unknownLines: number }>();
  for (const line of lines) {
    const total = totals.get(keyOf(line)) ?? { owedCny: 0, unknownLines: 0 };
    totals.set(keyOf(line), {
      owedCny: money(total.owedCny + (line.cny ?? 0)),
      unknownLines: total.unknownLines + (line.state === "unknown" ? 1 : 0),
    });
  }
  return totals;
}
