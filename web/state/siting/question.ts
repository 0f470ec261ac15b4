/** The question as it is sent: conditions that do not go with the objective are left out of it, as the page says. @module */
import type { SitingBody } from "../../../server/api/schemas/siting.ts";
import type { SitingAsked } from "./asked.ts";
import { refusalOf } from "./offers.ts";
import type { Premises } from "./premises.ts";

export type SitingQuestion = Partial<SitingBody> & Pick<SitingBody, "area" | "category">;

interface Ground {
  readonly area: string;
  readonly category: string;
  readonly minutes: number;
  readonly profile: string;
  readonly scenario?: number | undefined;
}

interface Table {
  readonly crs: string;
  readonly places: readonly Premises[];
}

export function sitingQuestion(
  { area, category, minutes, profile, scenario }: Ground,
  asked: SitingAsked,
  premises: Table | null,
): SitingQuestion {
  const { objective, sites, spacingM, rule, mostPerCommunity, budget, signed } = asked;
  const goes = (condition: Parameters<typeof refusalOf>[0]) => refusalOf(condition, asked) === null;
  return {
    area,
    category,
    minutes,
    profile,
    ...(scenario !== undefined && { scenario }),
    objective,
    ...(sites !== null && { sites }),
    ...(goes("share") && { share: asked.share / 100 }),
    ...(spacingM !== null && { spacingM }),
    ...(rule !== null && { rule }),
    ...(mostPerCommunity !== null && { mostPerCommunity }),
    onePerCommunity: asked.onePerCommunity,
    equity: asked.equity && goes("equity"),
    capacities: asked.capacities && goes("capacities"),
    ...(budget !== null && goes("budget") && { budget }),
    elderlyWeight: asked.elderlyWeight,
    sources: [...asked.sources],
    latticeM: asked.latticeM,
    candidates: asked.most,
    ...(signed !== null && { signed: [...signed] }),
    ...(premises !== null && {
      listed: [...premises.places],
      listedCrs: premises.crs as NonNullable<SitingBody["listedCrs"]>,
    }),
    force: [...asked.force],
    forbid: [...asked.forbid],
    seconds: asked.seconds,
  };
}
