/** What rules of spacing say of the new sites of each unit, for requirements that name such a rule. @module */
import type { Kysely } from "kysely";
import { everyMember } from "../../spacing/members.ts";
import { bindingOf } from "../../spacing/register.ts";
import { isInForce, type Rule } from "../../spacing/rule.ts";
import type { SpacingFacts } from "../../standards/facts/register.ts";
import type { Pack } from "../../standards/pack/pack.ts";
import type { Database } from "../../store/database.ts";
import { unitIdOf, WHOLE } from "../area-register.ts";
import type { OpenArea } from "../open-area.ts";
import { violationsOn } from "../spacing.ts";
import { type AreaRegister, registerOf } from "../spacing-register.ts";
import type { RuleBook } from "../spacing-rules.ts";

/**
 * Facilities that stood on the day. A site is new where it opened while the rule was in force; of two that are too close the
 * later one is. Where an opening day is not known, or less is missing than positions may be off, nobody can tell.
 */
export async function spacingFactsOf(
  db: Kysely<Database>,
  area: OpenArea,
  pack: Pack,
  book: RuleBook,
  asOf: string,
): Promise<SpacingFacts[]> {
  const named = new Set(pack.requirements.flatMap((one) => (one.kind === "spacing" ? [one.rule] : [])));
  if (named.size === 0) return [];
  const rules = (await book.rules()).filter(({ id }) => named.has(id));
  const register = await registerOf(db, area);
  return rules.flatMap((rule) => factsUnder(area, register, rule, asOf));
}

const OK = 1;
const UNSURE = 2;
const TOO_CLOSE = 3;

function factsUnder(area: OpenArea, register: AreaRegister, rule: Rule, asOf: string): SpacingFacts[] {
  const { members, violations } = violationsOn(area, register, rule, asOf);
  const { pairs } = violations;
  // More pairs than are listed: of those left out nobody is known.
  if (pairs.a.length < pairs.total) return [];
  const states = new Map<number, number>();
  const mark = (f: number, state: number) => states.set(f, Math.max(states.get(f) ?? 0, state));
  for (const f of everyMember(members)) {
    const opened = register.openedOn[f];
    if (rule.binds === "existing_too" || (opened !== null && isInForce(rule, opened))) mark(f, OK);
  }
  for (let i = 0; i < pairs.a.length; i++) {
    const [f, g] = [pairs.a[i], pairs.b[i]];
    const { verdict } = bindingOf(rule, register, f, g);
    if (verdict === "does_not_bind") continue;
    const uncertaintyM = register.uncertaintyM[f] + register.uncertaintyM[g];
    const isNear = rule.leastM - pairs.metres[i] - rule.toleranceM < uncertaintyM;
    const [p, q] = [register.openedOn[f], register.openedOn[g]];
    const isSure = verdict === "binds" && !isNear;
    if (rule.binds === "existing_too" || p === null || q === null || p === q) {
      const state = isSure && (rule.binds === "existing_too" || (p !== null && p === q)) ? TOO_CLOSE : UNSURE;
      mark(f, state);
      mark(g, state);
    } else mark(p > q ? f : g, isSure ? TOO_CLOSE : UNSURE);
  }
  return sumByUnit(area, rule, states);
}

function sumByUnit(area: OpenArea, rule: Rule, states: ReadonlyMap<number, number>): SpacingFacts[] {
  const { communities, subdistricts, facilities } = area.content;
  const sums = new Map<string, { checked: number; tooClose: number; unsure: number }>();
  for (const id of [
    WHOLE,
    ...subdistricts.map((_, s) => unitIdOf(area, -1, s)),
    ...communities.map((_, c) => unitIdOf(area, c, -1)),
  ])
    sums.set(id, { checked: 0, tooClose: 0, unsure: 0 });
  for (const [f, state] of states) {
    const { community, subdistrict } = facilities;
    const units = new Set([WHOLE, unitIdOf(area, -1, subdistrict[f]), unitIdOf(area, community[f], subdistrict[f])]);
    for (const unit of units) {
      const sum = sums.get(unit)!;
      sum.checked++;
      if (state === TOO_CLOSE) sum.tooClose++;
      if (state === UNSURE) sum.unsure++;
    }
  }
  return [...sums].map(([unit, sum]) => ({ unit, rule: rule.id, ...sum }));
}
