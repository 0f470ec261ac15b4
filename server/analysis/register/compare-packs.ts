/** One unit under two packs, item by item: what each asks of the same thing, and what came of it. @module */
import type { Pack, PackItem } from "../../standards/pack/pack.ts";
import { findingAnswer } from "../standards.ts";
import { type FindingsQuestion, type OpenFindings, openFindings, type StandardsHands } from "./open-findings.ts";
import { knownUnit } from "./unit-answers.ts";

type FindingAnswer = ReturnType<typeof findingAnswer>;

export interface ComparedItem {
  /** Kinds of the register that both, or the one, count as it. */
  readonly kinds: readonly string[];
  readonly a: { readonly zh: string; readonly en: string } | null;
  readonly b: { readonly zh: string; readonly en: string } | null;
  readonly findingsA: readonly FindingAnswer[];
  readonly findingsB: readonly FindingAnswer[];
}

export interface ComparedPacks {
  readonly items: readonly ComparedItem[];
  readonly a: OpenFindings;
  readonly b: OpenFindings;
}

/** Items are one where any kind of facility counts as both; those of one pack alone follow in the order of the packs. */
export async function comparePacks(
  hands: StandardsHands,
  areaId: string,
  [one, other]: readonly [Pack, Pack],
  unit: string,
  question: FindingsQuestion,
): Promise<ComparedPacks> {
  const a = await openFindings(hands, areaId, one, question);
  const b = await openFindings(hands, areaId, other, question);
  knownUnit(a.context.index.units, unit);
  const [left, right] = [itemsAsked(a, unit), itemsAsked(b, unit)];
  const paired = new Set<PackItem>();
  const items = left.map((item): ComparedItem => {
    const same = right.filter((each) => each.kinds.some((kind) => item.kinds.includes(kind)));
    for (const each of same) paired.add(each);
    const [first] = same;
    return {
      kinds: [...new Set([...item.kinds, ...same.flatMap(({ kinds }) => kinds)])],
      a: wordsOf(item),
      b: first === undefined ? null : wordsOf(first),
      findingsA: answers(a, unit, [item]),
      findingsB: answers(b, unit, same),
    };
  });
  const alone = right.filter((item) => !paired.has(item));
  return {
    items: [
      ...items,
      ...alone.map((item) => ({
        kinds: item.kinds,
        a: null,
        b: wordsOf(item),
        findingsA: [],
        findingsB: answers(b, unit, [item]),
      })),
    ],
    a,
    b,
  };
}

function itemsAsked({ pack, findings }: OpenFindings, unit: string): PackItem[] {
  const asked = new Set(findings.flatMap((one) => (one.unit === unit ? [one.item] : [])));
  return [...pack.items.values()].filter(({ id }) => asked.has(id));
}

function answers(found: OpenFindings, unit: string, items: readonly PackItem[]): FindingAnswer[] {
  const ids = items.map(({ id }) => id);
  return found.findings
    .filter((one) => one.unit === unit && ids.includes(one.item))
    .map((one) => findingAnswer(found, one));
}

function wordsOf({ zh, en }: PackItem) {
  return { zh, en };
}
