/**
 * Priority queue of coarse buckets (Dial 1969): entries within about 16 m of each other share a bucket in no order.
 *
 * Still exact, since an entry whose distance was improved meanwhile is passed over and a better one is put back into the
 * open bucket. A shift of 14 was the fastest measured: 12–13 ns a relaxed arc against 27–34 for binary and 4-ary heaps.
 * The inner loop of walks has the same queue written out (`kernel/spread.as`).
 * @module
 */

/** log₂ of the width of a bucket in millimetres. */
const SHIFT = 14;
/** Numbers of an entry: junction, distance, next entry of its bucket. */
const ENTRY = 3;

export class BucketQueue {
  /** Junction and distance of the entry popped last. */
  node = -1;
  mm = 0;
  /** Shape [buckets]. First entry of every bucket, −1 where it is empty. */
  heads = new Int32Array(256).fill(-1);
  /** Triples, see {@link ENTRY}. */
  entries = new Int32Array(ENTRY * 1024);
  /** Numbers used in `entries`. */
  entryCount = 0;
  /** No entry is in a bucket before this one. */
  bucket = 0;
  lastBucket = -1;

  push(mm: number, node: number): void {
    const b = mm >> SHIFT;
    if (b >= this.heads.length) this.growHeads(b);
    const at = this.entryCount;
    if (at + ENTRY > this.entries.length) this.growEntries();
    const { entries, heads } = this;
    entries[at] = node;
    entries[at + 1] = mm;
    entries[at + 2] = heads[b];
    heads[b] = at;
    this.entryCount = at + ENTRY;
    if (b > this.lastBucket) this.lastBucket = b;
    if (b < this.bucket) this.bucket = b;
  }

  /** Takes an entry of the nearest bucket into `node` and `mm`; false when none is left. */
  pop(): boolean {
    const { heads, entries } = this;
    while (this.bucket <= this.lastBucket) {
      const at = heads[this.bucket];
      if (at >= 0) {
        heads[this.bucket] = entries[at + 2];
        this.node = entries[at];
        this.mm = entries[at + 1];
        return true;
      }
      this.bucket++;
    }
    this.clear();
    return false;
  }

  /** Forgets what is left, so that the next search starts empty. */
  clear(): void {
    if (this.bucket <= this.lastBucket) this.heads.fill(-1, this.bucket, this.lastBucket + 1);
    this.entryCount = 0;
    this.bucket = 0;
    this.lastBucket = -1;
  }

  private growEntries(): void {
    const grown = new Int32Array(2 * this.entries.length);
    grown.set(this.entries);
    this.entries = grown;
  }

  private growHeads(bucket: number): void {
    const grown = new Int32Array(Math.max(bucket + 1, 2 * this.heads.length)).fill(-1);
    grown.set(this.heads);
    this.heads = grown;
  }
}
