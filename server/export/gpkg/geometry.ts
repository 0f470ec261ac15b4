/** Shapes as GeoPackage keeps them: its own head (OGC 12-128r18, 2.1.3), then well-known binary; little-endian, WGS 84. @module */
import type { Geometry, Position } from "geojson";

const SRS_ID = 4326;
const POINT = 1;
const POLYGON = 3;
const MULTI_POLYGON = 6;
/** Little-endian; with an envelope of minimum and maximum x and y. */
const PLAIN_FLAGS = 0b0000_0001;
const ENVELOPE_FLAGS = 0b0000_0011;

/** @param kind every shape of a layer is written as this one: a polygon in a layer of multipolygons as one of one part */
export function geometryBlob(geometry: Geometry, kind: "POINT" | "POLYGON" | "MULTIPOLYGON"): Uint8Array {
  if (geometry.type === "Point" && kind === "POINT") {
    const bytes = new Bytes(8 + 21);
    head(bytes, PLAIN_FLAGS);
    bytes.order();
    bytes.uint32(POINT);
    bytes.position(geometry.coordinates);
    return bytes.all;
  }
  const polygons = polygonsOf(geometry);
  if (kind === "POINT" || (kind === "POLYGON" && polygons.length !== 1))
    throw new Error(`a ${geometry.type} in a layer of ${kind}`);
  const bytes = new Bytes(8 + 32 + (kind === "MULTIPOLYGON" ? 9 : 0) + sizeOf(polygons));
  head(bytes, ENVELOPE_FLAGS);
  for (const bound of envelopeOf(polygons)) bytes.float64(bound);
  if (kind === "MULTIPOLYGON") {
    bytes.order();
    bytes.uint32(MULTI_POLYGON);
    bytes.uint32(polygons.length);
  }
  for (const rings of polygons) {
    bytes.order();
    bytes.uint32(POLYGON);
    bytes.uint32(rings.length);
    for (const ring of rings) {
      bytes.uint32(ring.length);
      for (const position of ring) bytes.position(position);
    }
  }
  return bytes.all;
}

/** West, east, south, north: the order of the envelope, and of the extent of a layer. */
export function envelopeOf(polygons: readonly Position[][][]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [lon, lat] of polygons.flat(2)) {
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.max(bounds[1], lon);
    bounds[2] = Math.min(bounds[2], lat);
    bounds[3] = Math.max(bounds[3], lat);
  }
  return bounds;
}

export function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === "Polygon") return [geometry.coordinates];
  if (geometry.type === "MultiPolygon") return geometry.coordinates;
  if (geometry.type === "Point") return [[[geometry.coordinates]]];
  throw new Error(`no layer holds a ${geometry.type}`);
}

function head(bytes: Bytes, flags: number): void {
  for (const byte of [0x47, 0x50, 0, flags]) bytes.uint8(byte);
  bytes.uint32(SRS_ID);
}

function sizeOf(polygons: readonly Position[][][]): number {
  const ofRings = (rings: Position[][]) => rings.reduce((sum, ring) => sum + 4 + ring.length * 16, 9);
  return polygons.reduce((sum, rings) => sum + ofRings(rings), 0);
}

class Bytes {
  readonly all: Uint8Array;
  private readonly view: DataView;
  private at = 0;

  constructor(length: number) {
    this.all = new Uint8Array(length);
    this.view = new DataView(this.all.buffer);
  }

  uint8(value: number): void {
    this.view.setUint8(this.at++, value);
  }

  /** Every part of the binary says its order of bytes anew. */
  order(): void {
    this.uint8(1);
  }

  uint32(value: number): void {
    this.view.setUint32(this.at, value, true);
    this.at += 4;
  }

  float64(value: number): void {
    this.view.setFloat64(this.at, value, true);
    this.at += 8;
  }

  position([lon, lat]: Position): void {
    this.float64(lon);
    this.float64(lat);
  }
}
