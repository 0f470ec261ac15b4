/** GeoJSON shapes as hexadecimal EWKB, the form that PostGIS reads fastest; SRID 4326, two dimensions. @module */
import type { Geometry, Position } from "geojson";

const SRID = 4326;
/** Flag of EWKB: the type is followed by the SRID. */
const WITH_SRID = 0x20000000;
const LITTLE_ENDIAN = 1;
const TYPES = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
  GeometryCollection: 7,
} as const;

/** Grows as needed and is used again for every shape. */
let bytes = new DataView(new ArrayBuffer(1 << 16));
let end = 0;

export function ewkbHex(geometry: Geometry): string {
  end = 0;
  writeGeometry(geometry, true);
  return Buffer.from(bytes.buffer, 0, end).toString("hex");
}

function writeGeometry(geometry: Geometry, outermost: boolean): void {
  room(9);
  bytes.setUint8(end, LITTLE_ENDIAN);
  bytes.setUint32(end + 1, TYPES[geometry.type] | (outermost ? WITH_SRID : 0), true);
  end += 5;
  if (outermost) writeUint32(SRID);
  switch (geometry.type) {
    case "Point":
      writePosition(geometry.coordinates);
      break;
    case "LineString":
      writePositions(geometry.coordinates);
      break;
    case "Polygon":
      writeUint32(geometry.coordinates.length);
      geometry.coordinates.forEach(writePositions);
      break;
    case "MultiPoint":
      writeParts(geometry.coordinates.map((coordinates) => ({ type: "Point", coordinates })));
      break;
    case "MultiLineString":
      writeParts(geometry.coordinates.map((coordinates) => ({ type: "LineString", coordinates })));
      break;
    case "MultiPolygon":
      writeParts(geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates })));
      break;
    case "GeometryCollection":
      writeParts(geometry.geometries);
  }
}

function writeParts(parts: readonly Geometry[]): void {
  writeUint32(parts.length);
  for (const part of parts) writeGeometry(part, false);
}

function writePositions(positions: readonly Position[]): void {
  writeUint32(positions.length);
  for (const position of positions) writePosition(position);
}

function writePosition([lon, lat]: Position): void {
  room(16);
  bytes.setFloat64(end, lon, true);
  bytes.setFloat64(end + 8, lat, true);
  end += 16;
}

function writeUint32(value: number): void {
  room(4);
  bytes.setUint32(end, value, true);
  end += 4;
}

function room(size: number): void {
  if (end + size <= bytes.byteLength) return;
  const larger = new Uint8Array(bytes.byteLength * 2);
  larger.set(new Uint8Array(bytes.buffer));
  bytes = new DataView(larger.buffer);
}
