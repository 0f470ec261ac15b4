/** Why no plan keeps all conditions: a smallest set of them that clash, found by leaving out one after another (deletion filter, Chinneck and Dravnieks 1991). @module */
import type { DomainError, Words } from "../base/errors.ts";
import { mergeByCover } from "./cover-classes.ts";
import { sitingError } from "./errors.ts";
import { anyCoverModel } from "./exact/cover-model.ts";
import { type Proof, prove } from "./exact/proof.ts";
import type { Conditions, SitingProblem, SitingQuestion } from "./problem.ts";
import { EVERYWHERE, leastCosts } from "./radii.ts";

/** How candidates and communities are called in messages. */
export interface Names {
  readonly candidate: (j: number) => string;
  readonly community: (group: number) => string;
}

interface Named {
  readonly words: Words;
  readonly without: (question: SitingQuestion) => SitingQuestion;
}

/** More conditions of one kind than this are looked at as one. */
const MOST_ONE_BY_ONE = 60;

export async function whyInfeasible(proof: Proof, names: Names): Promise<DomainError> {
  const { problem } = proof;
  const silent: Proof = { ...proof, onPlan: () => {}, onBound: () => {} };
  let asked = feasibilityOf(proof.question);
  const clash: Words[] = [];
  const total = problem.weight.reduce((sum, weight) => sum + weight, 0);
  for (const { words, without } of namedConditions(problem, asked, names, total)) {
    const fewer = without(asked);
    const found = await prove(silent, anyCoverModel(problem, fewer), null);
    if (found.ending === "infeasible") asked = fewer;
    else clash.push(words);
  }
  return sitingError("siting_infeasible", {
    conditionsZh: clash.map(({ zh }) => zh).join("；"),
    conditionsEn: clash.map(({ en }) => en).join("; "),
  });
}

/** Whatever is to be made best, a plan must join everybody to a site, or cover the share. */
function feasibilityOf(question: SitingQuestion): SitingQuestion {
  if (question.objective === "fewest") return question;
  if (question.objective === "cover") return { ...question, objective: "fewest", share: 0 };
  return { ...question, objective: "fewest", limit: EVERYWHERE, share: 1 };
}

function namedConditions(problem: SitingProblem, question: SitingQuestion, names: Names, total: number): Named[] {
  const { conditions, sites, share } = question;
  const { forced, forbidden, conflicts, mostPerGroup, neededGroups, price, budget, capacity } = conditions;
  const list: Named[] = [];
  const name = (zh: string, en: string, fewer: Partial<Conditions>) =>
    list.push({ words: { zh, en }, without: (asked) => ({ ...asked, conditions: { ...asked.conditions, ...fewer } }) });
  const eachOf = (items: readonly number[], one: (item: number) => Words, key: "forced" | "neededGroups") => {
    const parts = items.length > MOST_ONE_BY_ONE ? [items] : items.map((item) => [item]);
    for (const part of parts) {
      const words = part.map(one);
      list.push({
        words: { zh: words.map(({ zh }) => zh).join("、"), en: words.map(({ en }) => en).join(", ") },
        without: (asked) => ({
          ...asked,
          conditions: { ...asked.conditions, [key]: asked.conditions[key].filter((item) => !part.includes(item)) },
        }),
      });
    }
  };
  if (forbidden.length > 0)
    name(`不用被禁止的 ${forbidden.length} 个候选点`, `none of the ${forbidden.length} forbidden candidates`, {
      forbidden: [],
    });
  if (capacity !== null) name("网点容量", "capacities of sites", { capacity: null });
  if (budget !== null) name(`总价不超过 ${budget}`, `a total price of at most ${budget}`, { budget: null, price });
  if (mostPerGroup !== null)
    name(`每个社区至多 ${mostPerGroup} 个`, `at most ${mostPerGroup} a community`, { mostPerGroup: null });
  if (conflicts.length > 0) name("新网点之间的间距", "the spacing among new sites", { conflicts: [] });
  eachOf(
    neededGroups,
    (group) => ({ zh: `${names.community(group)}至少一个`, en: `at least one in ${names.community(group)}` }),
    "neededGroups",
  );
  eachOf(forced, (j) => ({ zh: `必选 ${names.candidate(j)}`, en: `${names.candidate(j)} in every plan` }), "forced");
  if (sites !== null)
    list.push({
      words: { zh: `至多 ${sites} 个新网点`, en: `at most ${sites} new sites` },
      without: (asked) => ({ ...asked, sites: null }),
    });
  if (share > 0)
    list.push({ words: shareWords(problem, question, total), without: (asked) => ({ ...asked, share: 0 }) });
  return list;
}

function shareWords(problem: SitingProblem, { limit, share }: SitingQuestion, total: number): Words {
  if (limit === EVERYWHERE) {
    const lost = leastCosts(problem).reduce(
      (count, cost, d) => (cost === Infinity && problem.weight[d] > 0 ? count + 1 : count),
      0,
    );
    return {
      zh: `每个需求点都要有网点可去（有 ${lost} 个需求点到不了任何候选点）`,
      en: `a site for every demand point (${lost} of them reach no candidate at all)`,
    };
  }
  const { coveredWeight, weight } = mergeByCover(problem, limit!);
  const most = total === 0 ? 1 : (coveredWeight + weight.reduce((sum, own) => sum + own, 0)) / total;
  // Rounded down: a share that cannot quite be met is not shown as met.
  const percent = (part: number) => Math.floor(part * 1e4) / 100;
  return {
    zh: `覆盖 ${share * 100}% 的人（全部候选点加起来最多 ${percent(most)}%）`,
    en: `${share * 100} % of all people covered (all candidates together: ${percent(most)} % at most)`,
  };
}
