/** Whether everything that a pack names is defined in it, once, and by the right form. @module */
import type { Term } from "./file-schema.ts";
import type { Merged, Places } from "./places.ts";
import type { Path } from "./yaml-file.ts";

type Scope =
  | "item"
  | "requirement"
  | "office"
  | "parameter"
  | "list"
  | "group"
  | "mark"
  | "figure"
  | "step"
  | "entry"
  | "thing"
  | "subsidy";

/** What a member of this name refers to, wherever it stands in a requirement, a subsidy, an item or a condition. */
const REFERS: Readonly<Record<string, Scope>> = {
  item: "item",
  same_as: "item",
  area_of: "item",
  count_of: "item",
  loaded: "item",
  requirement: "requirement",
  or_sum_of: "requirement",
  requires: "requirement",
  lead: "office",
  with: "office",
  payer: "office",
  parameter: "parameter",
  list: "list",
  mark: "mark",
  not_mark: "mark",
  figure: "figure",
  step: "step",
  entries: "entry",
  term: "figure",
  excludes: "subsidy",
  touches: "thing",
};

export function checkReferences(places: Places, sharedTerms: readonly Term[]): void {
  const { merged } = places;
  for (const [list, elements] of Object.entries(identified(merged))) {
    const first = new Map<string, object>();
    for (const element of elements) {
      const before = first.get(element.id);
      if (before !== undefined) places.raise("pack_duplicate", element, ["id"], element.id, places.tell(before));
      else if (list === "terms" && sharedTerms.some(({ id }) => id === element.id))
        places.raise("pack_duplicate", element, ["id"], element.id, "terms.yaml");
      first.set(element.id, element);
    }
  }
  checkTermNames(places, sharedTerms);
  const known = namesByScope(merged, sharedTerms);
  const walk = (element: object, value: unknown, path: Path): void => {
    if (Array.isArray(value)) for (const [i, one] of value.entries()) walk(element, one, [...path, i]);
    else if (typeof value === "object" && value !== null)
      for (const [member, one] of Object.entries(value)) walk(element, one, [...path, member]);
    else if (typeof value === "string") {
      const member = path.findLast((step) => typeof step === "string") as string | undefined;
      const scope = member === undefined ? undefined : REFERS[member];
      if (scope === undefined || known[scope].has(value)) return;
      places.raise("pack_reference", element, path, value, `${scope}: ${nearest(value, known[scope])}`);
    }
  };
  const { items, requirements, subsidies, task_lists, ambiguities } = merged;
  for (const element of [...items, ...requirements, ...subsidies, ...task_lists, ...ambiguities])
    walk(element, element, []);
  if (merged.empty_slots !== undefined) walk(merged.empty_slots, merged.empty_slots, []);
  for (const item of items) {
    if (item.group !== undefined && !known.group.has(item.group))
      places.raise("pack_reference", item, ["group"], item.group, `group: ${nearest(item.group, known.group)}`);
  }
}

/** Registers call a fact by its Chinese name, which must therefore mean one. */
function checkTermNames(places: Places, sharedTerms: readonly Term[]): void {
  const names = new Map(sharedTerms.map(({ zh, id }) => [zh, id]));
  for (const term of places.merged.terms) {
    const before = names.get(term.zh);
    if (before !== undefined) places.raise("pack_duplicate", term, ["zh"], term.zh, before);
    names.set(term.zh, term.id);
  }
}

function identified(merged: Merged) {
  const { groups, offices, parameters, terms, items, requirements, subsidies, task_lists, ambiguities } = merged;
  return { groups, offices, parameters, terms, items, requirements, subsidies, task_lists, ambiguities };
}

function namesByScope(merged: Merged, sharedTerms: readonly Term[]): Record<Scope, ReadonlySet<string>> {
  const ids = (elements: readonly { readonly id: string }[]) => new Set(elements.map(({ id }) => id));
  const terms = [...sharedTerms, ...merged.terms];
  const ofForm = (...forms: Term["form"][]) => ids(terms.filter(({ form }) => forms.includes(form)));
  return {
    item: ids(merged.items),
    requirement: ids(merged.requirements),
    office: ids(merged.offices),
    parameter: ids(merged.parameters),
    list: ids(merged.task_lists),
    group: ids(merged.groups),
    subsidy: ids(merged.subsidies),
    mark: ofForm("mark"),
    figure: ofForm("figure"),
    step: ofForm("step"),
    entry: ofForm("mark", "figure"),
    thing: ids([
      ...merged.items,
      ...merged.requirements,
      ...merged.subsidies,
      ...merged.parameters,
      ...merged.task_lists,
    ]),
  };
}

/** A few names that begin alike, so that a message stays short. */
function nearest(value: string, names: ReadonlySet<string>): string {
  const alike = [...names].filter((name) => name.slice(0, 3) === value.slice(0, 3));
  return (alike.length > 0 ? alike : [...names]).slice(0, 8).join(", ") || "(none is defined)";
}
