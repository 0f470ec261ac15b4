/** Whom to credit wherever the data is shown or taken along. @module */

const OSM_ATTRIBUTION = "© OpenStreetMap contributors";
const DEMO_ATTRIBUTION = "虚构的演示数据 · invented demo data";

export function attributionOf(isDemo: boolean): string {
  return isDemo ? DEMO_ATTRIBUTION : OSM_ATTRIBUTION;
}
