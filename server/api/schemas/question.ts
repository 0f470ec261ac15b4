/** The fields of every question about coverage, spread into the query of each. @module */
import { Type } from "typebox";
import { AreaId, At, Minutes, ProfileId, ScenarioId } from "./common.ts";

const walk = { minutes: Minutes, profile: ProfileId, at: At };

/** Whose walks, and which count. */
export const circumstances = { ...walk, scenario: ScenarioId };

/** Of whatever is within the limit, in one area. */
export const inArea = { area: AreaId, scenario: ScenarioId, ...walk };

/** Of one category. */
export const question = { area: AreaId, scenario: ScenarioId, category: Type.String(), ...walk };
