/** The fields of every question about coverage, spread into the query of each. @module */
import { Type } from "typebox";
import { AreaId, At, Minutes, ProfileId, ScenarioId } from "./common.ts";

/** Whose walks, and which count. */
export const circumstances = { minutes: Minutes, profile: ProfileId, at: At, scenario: ScenarioId };

/** Of whatever is within the limit, in one area. */
export const inArea = { area: AreaId, ...circumstances };

/** Of one category. */
export const question = { ...inArea, category: Type.String() };
