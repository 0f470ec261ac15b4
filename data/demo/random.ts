/** Chance that repeats: the same seed and the same label give the same sequence, on every machine. @module */

export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  between(low: number, high: number): number;
  /** Both ends included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Index drawn in proportion to weights ≥ 0; −1 where all are 0. */
  weighted(weights: readonly number[]): number;
  shuffle<T>(from: readonly T[]): T[];
}

/**
 * A stream of its own for each part of the town, so that one more tree in a park does not move every shop.
 * Generator: sfc32 (Chris Doty-Humphrey, PractRand), seeded by FNV-1a of seed and label.
 */
export function newRandom(seed: number, label: string): Random {
  let a = fnv1a(`a${seed}/${label}`);
  let b = fnv1a(`b${seed}/${label}`);
  let c = fnv1a(`c${seed}/${label}`);
  let counter = 1;

  function next(): number {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  }
  for (let round = 0; round < 12; round++) next();

  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    whole,
    chance: (probability) => next() < probability,
    pick: (from) => from[whole(0, from.length - 1)],
    weighted: (weights) => {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
      return weights.findIndex((weight) => {
        left -= weight;
        return weight > 0 && left <= 0;
      });
    },
    shuffle: (from) => {
      const out = [...from];
      for (let last = out.length - 1; last > 0; last--) {
        const other = whole(0, last);
        [out[last], out[other]] = [out[other], out[last]];
      }
      return out;
    },
  };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}
