/** Whether a pack makes sense in itself: circles, days that no calendar has, bounds that no value meets, sums that fail. @module */
import { dueDate, type IsoDate } from "../dates.ts";
import type { Places } from "./places.ts";
import type { Amount } from "./values.ts";
import type { Path } from "./yaml-file.ts";

const DAY_MEMBERS = ["from", "due", "until", "issued", "published", "to", "by", "since", "new_since"];

export function checkSense(places: Places): void {
  const { merged } = places;
  const elements = [...(merged.pack === undefined ? [] : [merged.pack]), ...merged.requirements, ...merged.subsidies];
  for (const element of elements) checkDays(places, element, element, []);
  for (const requirement of merged.requirements) {
    checkOrder(places, requirement, "from", "due");
    checkOrder(places, requirement, "due", "until");
    checkBounds(places, requirement, requirement, []);
    if ("cases" in requirement)
      for (const [i, one] of (requirement.cases ?? []).entries()) checkBounds(places, requirement, one, ["cases", i]);
    checkMilestones(places, requirement);
    checkHasBound(places, requirement);
  }
  checkCircles(places, merged.items, ({ same_as }) => (same_as === undefined ? [] : [same_as]), "same_as");
  checkCircles(
    places,
    merged.requirements,
    (one) => [
      ...(one.kind === "share" && "requirement" in one.where ? [one.where.requirement] : []),
      ...(one.kind === "floor_area" ? (one.or_sum_of ?? []) : []),
    ],
    "where",
  );
  checkTaskLists(places);
  checkMoney(places);
  checkParameters(places);
  if (merged.pack !== undefined) checkOrder(places, merged.pack, "from", "to", merged.pack.validity, ["validity"]);
}

function checkDays(places: Places, element: object, value: unknown, path: Path): void {
  if (typeof value !== "object" || value === null) return;
  for (const [member, one] of Object.entries(value)) {
    const inner = [...path, Array.isArray(value) ? Number(member) : member];
    if (typeof one === "string" && DAY_MEMBERS.includes(member) && dayOf(one) === null)
      places.raise("pack_date", element, inner, one, "2015-08-20, 2015年8月中旬, 2015年8月底, 2015年底");
    else checkDays(places, element, one, inner);
  }
}

function dayOf(written: unknown): IsoDate | null {
  try {
    return typeof written === "string" ? dueDate(written) : null;
  } catch {
    return null;
  }
}

function checkOrder(
  places: Places,
  element: object,
  early: string,
  late: string,
  on: object = element,
  path: Path = [],
) {
  const days = on as Record<string, unknown>;
  const [a, b] = [dayOf(days[early]), dayOf(days[late])];
  if (a !== null && b !== null && a > b)
    places.raise("pack_contradiction", element, [...path, late], `${late} ${b}`, `not before ${early} ${a}`);
}

function checkBounds(places: Places, element: object, bounds: object, path: Path): void {
  const { at_least, at_most } = bounds as { at_least?: Amount; at_most?: Amount };
  if (typeof at_least === "number" && typeof at_most === "number" && at_least > at_most)
    places.raise(
      "pack_contradiction",
      element,
      [...path, "at_most"],
      `at most ${at_most}`,
      `at least ${at_least} or more`,
    );
}

type Written = Places["merged"]["requirements"][number];

function checkMilestones(places: Places, requirement: Written): void {
  const days = (requirement.milestones ?? []).map(({ by, share }) => ({ by: dayOf(by), share }));
  for (let i = 1; i < days.length; i++) {
    const [before, here] = [days[i - 1], days[i]];
    if (before.by === null || here.by === null) continue;
    if (here.by <= before.by || here.share <= before.share)
      places.raise(
        "pack_contradiction",
        requirement,
        ["milestones", i],
        `${here.share} by ${here.by}`,
        `later than ${before.by} and more than ${before.share}`,
      );
  }
}

/** A requirement that asks for nothing is a slip of the pen. */
function checkHasBound(places: Places, requirement: Written): void {
  const asks = (...members: string[]) => members.some((member) => member in requirement);
  const isBare =
    (requirement.kind === "floor_area" && !asks("at_least", "at_most", "cases")) ||
    (requirement.kind === "figure" && !asks("at_least", "at_most", "cases")) ||
    (requirement.kind === "ratio" && !asks("at_least", "cases")) ||
    (requirement.kind === "opening" && !asks("days_per_week", "services_per_day")) ||
    (requirement.kind === "share" && !asks("share_at_least", "not_meeting_at_most")) ||
    (requirement.kind === "reach" && !asks("minutes", "metres"));
  if (isBare)
    places.raise("pack_contradiction", requirement, ["kind"], `${requirement.kind} without a bound`, "a bound");
  if (requirement.kind === "reach" && asks("minutes") === asks("metres") && !isBare)
    places.raise("pack_contradiction", requirement, ["metres"], "minutes and metres", "one of them");
}

function checkCircles<T extends { readonly id: string }>(
  places: Places,
  elements: readonly T[],
  next: (element: T) => readonly string[],
  member: string,
): void {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const done = new Set<string>();
  const visit = (element: T, above: readonly string[]): void => {
    const start = above.indexOf(element.id);
    if (start >= 0) {
      const circle = [...above.slice(start), element.id].join(" → ");
      places.raise("pack_cycle", byId.get(above.at(-1) ?? "") ?? element, [member], circle, "a chain that ends");
      return;
    }
    if (done.has(element.id)) return;
    for (const id of next(element)) {
      const target = byId.get(id);
      if (target !== undefined) visit(target, [...above, element.id]);
    }
    done.add(element.id);
  };
  for (const element of elements) visit(element, []);
}

function checkTaskLists(places: Places): void {
  for (const list of places.merged.task_lists) {
    let sum = 0;
    for (const [i, { count, communities }] of list.streets.entries()) {
      sum += count;
      if (count !== communities.length)
        places.raise("pack_contradiction", list, ["streets", i, "count"], `${count}`, `${communities.length} as named`);
    }
    if (sum !== list.total)
      places.raise("pack_contradiction", list, ["total"], `${list.total}`, `${sum}, the sum of its rows`);
  }
}

function checkMoney(places: Places): void {
  for (const subsidy of places.merged.subsidies) {
    for (const [i, { basis, cny, split, figure, times }] of subsidy.payments.entries()) {
      const path = ["payments", i];
      const isStated = basis !== "at_cost" && basis !== "not_stated";
      if (isStated !== (cny !== undefined))
        places.raise("pack_contradiction", subsidy, path, isStated ? "no amount" : "an amount", basis);
      if ((basis === "per_figure" || basis === "per_m2") && figure === undefined && times === undefined)
        places.raise("pack_contradiction", subsidy, path, "nothing to multiply", "figure or times");
      const sum = (split ?? []).reduce((total, { share }) => total + share, 0);
      if (split !== undefined && Math.abs(sum - 1) > 1e-9)
        places.raise("pack_contradiction", subsidy, [...path, "split"], `shares of ${sum}`, "shares of 1 together");
    }
  }
}

function checkParameters(places: Places): void {
  for (const parameter of places.merged.parameters) {
    const { default: value, minimum, maximum, choices } = parameter;
    const isOut =
      (typeof value === "number" && ((minimum ?? value) > value || (maximum ?? value) < value)) ||
      (choices !== undefined && value !== null && !choices.some(({ id }) => id === value));
    if (isOut) places.raise("pack_contradiction", parameter, ["default"], String(value), "a value that it allows");
  }
}
