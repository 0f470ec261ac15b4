/** Answers that are kept for the next who ask: all of them, the latest few, or the latest that fit into so many bytes. @module */

/** Kept as long as the map, or by a weak map as long as the key. */
interface Memory<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
  delete(key: Key): boolean;
}

/** For few questions. */
export function kept<Key, Value>(map: Memory<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** As {@link kept}, for questions without end: those asked longest ago are let go. */
export function recent<Key, Value>(map: Map<Key, Value>, key: Key, most: number, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) break;
    map.delete(oldest);
  }
  return value;
}

/** For what takes its time: a failure is not kept, so that whoever asks next may have more luck. */
export function unlessFailed<Key, Value>(
  map: Memory<Key, Promise<Value>>,
  key: Key,
  made: Promise<Value>,
): Promise<Value> {
  made.catch(() => {
    if (map.get(key) === made) map.delete(key);
  });
  return made;
}

/** As {@link recent}, where answers are large: the latest is kept whatever its size, others while all fit. */
export class RecentBytes<Value> {
  private readonly values = new Map<string, Value>();
  private bytes = 0;
  private readonly mostBytes: number;
  private readonly bytesOf: (value: Value) => number;

  /** @param bytesOf must stay the same for a value as long as it is kept */
  constructor(mostBytes: number, bytesOf: (value: Value) => number) {
    this.mostBytes = mostBytes;
    this.bytesOf = bytesOf;
  }

  get(key: string, make: () => Value): Value {
    const known = this.values.get(key);
    const value = known ?? make();
    this.values.delete(key);
    this.values.set(key, value);
    if (known === undefined) this.bytes += this.bytesOf(value);
    for (const [oldest, old] of this.values) {
      if (this.bytes <= this.mostBytes || this.values.size === 1) break;
      this.values.delete(oldest);
      this.bytes -= this.bytesOf(old);
    }
    return value;
  }
}
