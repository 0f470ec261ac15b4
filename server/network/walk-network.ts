/** The walking network: built once, then read-only, shared by all workers. @module */

/** Bits of {@link WalkNetwork.edgeFlags}, seen from `edgeFrom` to `edgeTo`. */
export const EdgeFlag = {
  /** Walked only by those who live along it, outwards. */
  PRIVATE: 1,
  STEPS: 2,
  FORWARD: 4,
  BACKWARD: 8,
} as const;

/** Bits of {@link WalkNetwork.nodeFlags}. */
export const JunctionFlag = { PRIVATE_GATE: 1 } as const;

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
  /** Shape [n]. Degrees × 10⁷. Junctions stand in Hilbert order. */
  readonly nodeLonE7: Int32Array;
  readonly nodeLatE7: Int32Array;
  /** Shape [n]. Sums of {@link JunctionFlag}. */
  readonly nodeFlags: Uint8Array;
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
  /** Shape [m]. Sums of {@link EdgeFlag}. */
  readonly edgeFlags: Uint8Array;
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
