/** Subsidies of a pack as a page looks at them: each line with its rule and what stands against it, sums, ceilings. @module */
import type { UnitFacts } from "../standards/facts/register.ts";
import type { Findings } from "../standards/findings/evaluate.ts";
import { ceilingsOf } from "../standards/money/ceilings.ts";
import type { Obstacle } from "../standards/money/eligibility.ts";
import { type PaymentLine, paymentsOf, totalsBy } from "../standards/money/pay.ts";
import type { Pack, Subsidy } from "../standards/pack/pack.ts";
import { knownUnit, unitRef } from "./register/unit-answers.ts";
import { officeNames } from "./standard-packs.ts";
import { itemNames } from "./standards-views.ts";

export interface MoneyQuestion {
  /** Id of a unit: only lines of it and of what lies in it. */
  readonly unit?: string | undefined;
  readonly state?: PaymentLine["state"] | undefined;
}

/**
 * All lines that are asked for; sums and counts by state are of the unit, whatever state is asked for.
 *
 * @throws StandardsError `unit_unknown`
 */
export function moneyOf(found: Findings, { unit, state }: MoneyQuestion) {
  const { pack, context } = found;
  const { index } = context;
  const place = (id: string) => index.units.get(id) as UnitFacts;
  if (unit !== undefined) knownUnit(index.units, unit);
  const isInside = (id: string) => unit === undefined || index.above(place(id)).some((one) => one.id === unit);
  const lines = paymentsOf(context).filter((line) => isInside(line.unit));
  const streetOf = (line: PaymentLine) =>
    index.above(place(line.unit)).find(({ level }) => level === "street")?.id ?? "";
  const total = totalsBy(lines, () => "").get("") ?? { owedCny: 0, unknownLines: 0 };
  return {
    lines: lines.filter((line) => state === undefined || line.state === state),
    answer: (line: PaymentLine) => lineAnswer(found, line),
    sums: {
      total: { ...total, states: statesOf(lines) },
      byItem: [...totalsBy(lines, ({ item }) => item)].map(([id, sum]) => ({ item: itemNames(pack, id), ...sum })),
      byStreet: [...totalsBy(lines, streetOf)].map(([id, sum]) => ({
        unit: id === "" ? null : unitRef(place(id), index.units),
        ...sum,
      })),
      ceilings: ceilingsOf(pack).map(({ subsidy, item, things, eachCny, totalCny }) => ({
        subsidy,
        name: namesOf(subsidyOf(pack, subsidy)),
        item: itemNames(pack, item),
        things,
        eachCny,
        totalCny,
        clause: subsidyOf(pack, subsidy).clause,
      })),
    },
  };
}

function statesOf(lines: readonly PaymentLine[]) {
  const states = { owed: 0, unknown: 0, refused: 0, not_stated: 0 };
  for (const { state } of lines) states[state]++;
  return states;
}

function lineAnswer({ pack, context }: Findings, line: PaymentLine) {
  const subsidy = subsidyOf(pack, line.subsidy);
  const payment = subsidy.payments[line.part];
  const { basis, cny, figure } = payment;
  const term = figure === undefined ? undefined : pack.terms.get(figure);
  const facility = context.index.register.facilities.find(
    ({ id }) => line.thing === id || line.thing?.startsWith(`${id}/`),
  );
  return {
    subsidy: line.subsidy,
    name: namesOf(subsidy),
    payment: namesOf(payment),
    item: itemNames(pack, line.item),
    unit: unitRef(context.index.units.get(line.unit) as UnitFacts, context.index.units),
    thing: line.thing === null ? null : { id: line.thing, name: facility?.name ?? null },
    state: line.state,
    cny: line.cny,
    isAtLeast: line.isAtLeast,
    basis,
    eachCny: typeof cny === "number" ? cny : null,
    times: line.times,
    timesOf: term === undefined ? null : { zh: term.zh, en: term.en },
    shares: line.shares.map(({ payer, cny: share }) => ({ payer: officeNames(pack, [payer])[0], cny: share })),
    obstacles: line.obstacles.map((one) => ({ ...one, about: aboutOf(pack, one) })),
    due: subsidy.due,
    clause: line.clause,
  };
}

/** The requirement, mark, subsidy, item or day by name. */
function aboutOf(pack: Pack, { about }: Obstacle) {
  const requirement = pack.requirement.get(about);
  if (requirement !== undefined) {
    const item = itemNames(pack, requirement.item);
    const { title } = requirement;
    return title.zh === item.zh ? title : { zh: `${item.zh}：${title.zh}`, en: `${item.en}: ${title.en}` };
  }
  const named = pack.terms.get(about) ?? pack.subsidies.find(({ id }) => id === about) ?? pack.items.get(about);
  return named === undefined ? { zh: about, en: about } : namesOf(named);
}

function namesOf({ zh, en }: { readonly zh: string; readonly en: string }) {
  return { zh, en };
}

function subsidyOf(pack: Pack, id: string): Subsidy {
  return pack.subsidies.find((one) => one.id === id) as Subsidy;
}
