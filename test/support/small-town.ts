/** A town small enough to be imported many times in one suite: five streets each way, 100 m apart, and tables that fit it. @module */

const WEST = 116.3;
const SOUTH = 39.9;
/** Degrees of 100 m here. */
const STEP_LON = 0.00117;
const STEP_LAT = 0.0009;
const SIDE = 5;

/** Column and row of the grid, fractions allowed, to lon, lat. */
export function at(column: number, row: number): [lon: number, lat: number] {
  return [Number((WEST + column * STEP_LON).toFixed(7)), Number((SOUTH + row * STEP_LAT).toFixed(7))];
}

/** OSM XML: the streets, one clinic and, where it is wanted, one house, of so many flats if the map counts them. */
export function townOsm({ withHouse = true, flats }: { withHouse?: boolean; flats?: number } = {}): string {
  const nodes: string[] = [];
  const ways: string[] = [];
  const id = (column: number, row: number) => 1 + column + row * SIDE;
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const [lon, lat] = at(column, row);
      nodes.push(`<node id="${id(column, row)}" lon="${lon}" lat="${lat}"/>`);
    }
  }
  const way = (refs: readonly number[], name: string) =>
    ways.push(
      `<way id="${100 + ways.length}">${refs.map((ref) => `<nd ref="${ref}"/>`).join("")}<tag k="highway" v="residential"/><tag k="name" v="${name}"/></way>`,
    );
  for (let i = 0; i < SIDE; i++) {
    way(
      Array.from({ length: SIDE }, (_, k) => id(k, i)),
      `东西${i + 1}街`,
    );
    way(
      Array.from({ length: SIDE }, (_, k) => id(i, k)),
      `南北${i + 1}路`,
    );
  }
  const [lon, lat] = at(0.5, 0.1);
  nodes.push(
    `<node id="900" lon="${lon}" lat="${lat}"><tag k="amenity" v="clinic"/><tag k="name" v="街口诊所"/></node>`,
  );
  const corners = [at(2.2, 2.1), at(2.4, 2.1), at(2.4, 2.3), at(2.2, 2.3)];
  corners.forEach(([x, y], i) => {
    nodes.push(`<node id="${910 + i}" lon="${x}" lat="${y}"/>`);
  });
  if (withHouse)
    ways.push(
      `<way id="200">${[910, 911, 912, 913, 910].map((ref) => `<nd ref="${ref}"/>`).join("")}<tag k="building" v="apartments"/>${flats === undefined ? "" : `<tag k="building:flats" v="${flats}"/>`}</way>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">${nodes.join("")}${ways.join("")}</osm>\n`;
}

export const FACILITY_HEADER = "编号,名称,类别,经度,纬度";

/** One row, in WGS 84. */
export function pharmacy(ref: string, column: number, row: number): string {
  const [lon, lat] = at(column, row);
  return `${ref},${ref}号药店,药店,${lon},${lat}`;
}

/** CSV of so many pharmacies, spread over the town. */
export function pharmacies(count: number): string {
  return csv(
    Array.from({ length: count }, (_, i) => pharmacy(`P${i + 1}`, (i % 40) / 10, (Math.floor(i / 40) % 40) / 10)),
  );
}

export function csv(rows: readonly string[], header = FACILITY_HEADER): string {
  return [header, ...rows, ""].join("\n");
}

/** GeoJSON of one polygon from one place of the grid to another. */
export function rectangle(
  [west, south]: readonly [number, number],
  [east, north]: readonly [number, number],
  properties: Record<string, string> = {},
): string {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return JSON.stringify({
    type: "FeatureCollection",
    features: [{ type: "Feature", properties, geometry: { type: "Polygon", coordinates: [ring] } }],
  });
}
