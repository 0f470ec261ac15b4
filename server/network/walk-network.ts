/** The walking network: built once, then read-only, shared by all workers. @module */

/** Bits of {@link WalkNetwork.edgeFlags}, seen from `edgeFrom` to `edgeTo`. */
export const EdgeFlag = {
  /** Walked only by those who live along it, outwards. */
  PRIVATE: 1,
  STEPS: 2,
  FORWARD: 4,
  BACKWARD: 8,
  UNLIT: 16,
  ROUGH: 32,
  LIFT: 64,
  /** The edge runs along a road whose crossing takes time. */
  LARGE_ROAD: 128,
  /** With LARGE_ROAD: along one carriageway of it, which counts as half the road. */
  CARRIAGEWAY: 256,
  /** Only where steps cost a profile time: steps that take it longer than `LONGEST_FELT_MM`, closed to it. */
  ENDLESS: 512,
} as const;

/** Bits of {@link WalkNetwork.nodeFlags}. */
export const JunctionFlag = {
  /** Nobody passes: every edge that arrives here ends at a junction of its own. */
  BLOCKED: 1,
  PRIVATE_GATE: 2,
  /** On a large road, walked or not; on one carriageway of such a road. */
  LARGE_ROAD: 4,
  CARRIAGEWAY: 8,
  /** At a lift: a point that is one, or where one mapped as a way is entered. */
  LIFT: 16,
} as const;

/** Arcs of one direction in compressed sparse rows. */
export interface Arcs {
  /** Shape [n + 1]. Arcs leaving v are `start[v] … start[v + 1] - 1`. */
  readonly start: Uint32Array;
  /** Shape [2 a]. Pairs: junction the arc arrives at, length in millimetres (≥ 0; 0 only between the halves of a split junction or nodes at one place). */
  readonly pairs: Int32Array;
  /** Shape [a]. Edge the arc belongs to; −1 for the step from the private to the public half of a junction. */
  readonly edge: Int32Array;
}

export interface WalkNetwork {
  /** Number of junctions, n. */
  readonly nodeCount: number;
  /** Number of edges (chains of street between junctions), m; each is one or two arcs. */
  readonly edgeCount: number;
  /**
   * Shape [n]. Degrees × 10⁷. Junctions stand in Hilbert order. Where the streets lie on both sides of the antimeridian,
   * longitudes run on beyond 180° (as do those of shapes and of whatever is read from them), so that lines do not tear.
   */
  readonly nodeLonE7: Int32Array;
  readonly nodeLatE7: Int32Array;
  /** Shape [n]. Sums of {@link JunctionFlag}. */
  readonly nodeFlags: Uint8Array;
  /** Shape [n]. Junctions of one number are one node of the map: halves of a split junction, ends at a blocked node. */
  readonly nodeOrigin: Int32Array;
  /** Shape [n]. Number of the weakly connected component, 0 the one with the most junctions. */
  readonly component: Int32Array;
  readonly componentCount: number;
  /** Arcs as walked. */
  readonly forward: Arcs;
  /** The same arcs turned round: from a facility to those who can walk to it. */
  readonly backward: Arcs;
  /** Shape [m]. Junctions at both ends; the same one for a loop. */
  readonly edgeFrom: Int32Array;
  readonly edgeTo: Int32Array;
  /** Shape [m]. Millimetres, equal to the last `shapeMm` of the edge. */
  readonly edgeLengthMm: Int32Array;
  /** Shape [m]. Sums of {@link EdgeFlag}; 0 for an edge that is closed to everybody. */
  readonly edgeFlags: Uint16Array;
  /** Shape [m]. Steps in a kilometre of the edge where they were counted; 0 where it has none or nobody counted them. */
  readonly edgeStepsPerKm: Uint16Array;
  /** Shape [m]. Index into `names`, −1 where the street has none. */
  readonly edgeName: Int32Array;
  /** Shape [m + 1]. Shape points of edge e are `shapeStart[e] … shapeStart[e + 1] - 1`, both ends included. */
  readonly shapeStart: Uint32Array;
  /** Degrees × 10⁷. */
  readonly shapeLonE7: Int32Array;
  readonly shapeLatE7: Int32Array;
  /** Millimetres from the start of the edge; how they are rounded, see `Pieces.lengthMm`. */
  readonly shapeMm: Int32Array;
  readonly names: readonly string[];
}

export const E7 = 1e7;
