/** What an estimate of people rests on, in words that stand beside every figure made of it. @module */
import estimate from "../../data/homes/estimate.json" with { type: "json" };
import type { Words } from "../base/errors.ts";

export type EstimatedSource = "footprint" | "raster" | "cells";

const { grossAreaPerHouseholdM2: area, personsPerHousehold: persons, grossAreaPerDormitoryPlaceM2: place } = estimate;

export const SOURCE_NOTES: Readonly<Record<EstimatedSource, Words>> = {
  footprint: {
    zh: `部分人数由建筑估算：基底面积 × 层数，每户 ${area.value} 平方米、${persons.value} 人，宿舍每人 ${place.value} 平方米（${persons.sourceZh}；${area.sourceZh}）`,
    en: `Some people are estimated from buildings: footprint × storeys at ${area.value} m² and ${persons.value} persons a household, ${place.value} m² a place in dormitories (${persons.source}; ${area.source})`,
  },
  raster: {
    zh: "部分人数由人口栅格按建筑面积分摊到格内住宅，合计与栅格一致",
    en: "Some people are shares of a population raster, by floor area of the homes in each cell; sums are those of the raster",
  },
  cells: {
    zh: "部分人数由六边形人口表按建筑面积分摊到格内住宅，合计与表一致",
    en: "Some people are shares of a table of H3 cells, by floor area of the homes in each cell; sums are those of the table",
  },
};

/** How homes without a stated count came by one. */
export interface HomeEstimates {
  /** Homes from OSM in all. */
  readonly homes: number;
  /** Of these, homes whose flats are counted in the file, so that the residents alone are estimated. */
  readonly flatsGiven: number;
  /** Homes whose floor area rests on storeys that we assumed. */
  readonly levelsAssumed: number;
}

/** Null where there is nothing to tell. */
export function estimateNote({ homes, flatsGiven, levelsAssumed }: HomeEstimates): Words | null {
  if (homes === 0) return null;
  const levels = Object.entries(estimate.levels.value);
  const list = levels.map(([kind, storeys]) => `${kind} ${storeys}`);
  return {
    zh: `OSM 住宅 ${homes} 处：${flatsGiven} 处标有户数，${levelsAssumed} 处未标层数而按假定层数估算（${list.join("，")}，其余 1）`,
    en: `${homes} homes from OSM: ${flatsGiven} state their flats; of ${levelsAssumed} the storeys are not mapped and were assumed (${list.join(", ")}, others 1)`,
  };
}
