/** Joins the ways of a boundary end to end into closed rings of nodes. Knows nothing of positions. @module */

/** Node indices; first and last are the same. */
export type NodeRing = readonly number[];

export interface JoinedRings {
  readonly rings: readonly NodeRing[];
  /** Lines that could not be closed, each as far as it could be joined. */
  readonly open: readonly (readonly number[])[];
}

/**
 * Lines are walked from end to end. Where the walk meets a place at which a line began or ended before, the loop walked
 * since then is cut off as a ring of its own, so that rings which touch in a point come out apart.
 *
 * @param lines node indices, each line two nodes or more; order and direction don't matter
 */
export function joinRings(lines: readonly (readonly number[])[]): JoinedRings {
  const rings: NodeRing[] = [];
  const open: (readonly number[])[] = [];
  const ends = new Map<number, number[]>();
  const used = new Uint8Array(lines.length);
  for (const [i, line] of lines.entries()) {
    const first = line[0];
    const last = line[line.length - 1];
    if (first === last) {
      used[i] = 1;
      rings.push(line);
      continue;
    }
    listAt(ends, first).push(i);
    listAt(ends, last).push(i);
  }

  for (let start = 0; start < lines.length; start++) {
    if (used[start]) continue;
    used[start] = 1;
    let path = [...lines[start]];
    /** Positions in `path` at which a line begins or ends, by node. */
    const joints = new Map<number, number>([[path[0], 0]]);
    for (;;) {
      const tip = path[path.length - 1];
      const met = joints.get(tip);
      if (met !== undefined) {
        rings.push(path.slice(met));
        for (const [node, at] of joints) if (at > met) joints.delete(node);
        path = path.slice(0, met + 1);
        if (path.length === 1) break;
      } else joints.set(tip, path.length - 1);
      const next = ends.get(path[path.length - 1])?.find((i) => !used[i]);
      if (next === undefined) {
        open.push(path);
        break;
      }
      used[next] = 1;
      append(path, lines[next]);
    }
  }
  return { rings, open };
}

/** Adds a line that begins or ends at the path's tip. */
function append(path: number[], line: readonly number[]): void {
  if (line[0] === path[path.length - 1]) for (let i = 1; i < line.length; i++) path.push(line[i]);
  else for (let i = line.length - 2; i >= 0; i--) path.push(line[i]);
}

function listAt(map: Map<number, number[]>, key: number): number[] {
  let list = map.get(key);
  if (!list) {
    list = [];
    map.set(key, list);
  }
  return list;
}
