/** Who works on which chunk of a job: one block of shared memory, claimed by atomic counter. @module */
import { sharedInt32 } from "./to-shared.ts";

/** Slots of the block: the next chunk never claimed, whether the job is called off, then one state a chunk. */
const NEXT = 0;
const CALLED_OFF = 1;
const STATES = 2;

/** State of a chunk: free, done, or worker w + {@link FIRST_WORKER} is at it. */
const FREE = 0;
const DONE = 1;
const FIRST_WORKER = 2;

export type Claims = Int32Array<SharedArrayBuffer>;

export function createClaims(chunks: number): Claims {
  return sharedInt32(STATES + chunks);
}

/** A chunk for this worker, or −1 where none is left. Chunks that a crashed worker left come last. */
export function claim(claims: Claims, worker: number): number {
  const chunks = claims.length - STATES;
  if (Atomics.load(claims, CALLED_OFF) !== 0) return -1;
  // The counter stops at the end, so that it cannot run over however often it is asked.
  while (Atomics.load(claims, NEXT) < chunks) {
    const chunk = Atomics.add(claims, NEXT, 1);
    if (chunk < chunks && take(claims, chunk, worker)) return chunk;
  }
  for (let chunk = 0; chunk < chunks; chunk++) if (take(claims, chunk, worker)) return chunk;
  return -1;
}

export function markDone(claims: Claims, chunk: number): void {
  Atomics.store(claims, STATES + chunk, DONE);
}

/** Workers finish the chunk they are at and claim no other. */
export function callOff(claims: Claims): void {
  Atomics.store(claims, CALLED_OFF, 1);
}

/** Frees what a worker had claimed and not done. */
export function release(claims: Claims, worker: number): void {
  for (let i = STATES; i < claims.length; i++) Atomics.compareExchange(claims, i, FIRST_WORKER + worker, FREE);
}

export function isAllDone(claims: Claims): boolean {
  for (let i = STATES; i < claims.length; i++) if (Atomics.load(claims, i) !== DONE) return false;
  return true;
}

function take(claims: Claims, chunk: number, worker: number): boolean {
  return Atomics.compareExchange(claims, STATES + chunk, FREE, FIRST_WORKER + worker) === FREE;
}
