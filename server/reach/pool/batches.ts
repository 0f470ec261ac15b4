/** Streams of any length in bounded memory: a batch at a time, the next one under way while the last is read. @module */

/**
 * Answers in the order of the items. No more than two batches are in memory; a slow reader holds the work back, and one
 * that stops reading calls it off.
 *
 * @param answer one answer an item, in their order; its signal is aborted once nobody waits for it
 */
export async function* inBatches<Item, Answer>(
  items: Iterable<Item> | AsyncIterable<Item>,
  size: number,
  answer: (batch: readonly Item[], signal: AbortSignal) => Promise<Iterable<Answer>>,
): AsyncGenerator<Answer, void, void> {
  const stop = new AbortController();
  let ahead: Promise<Iterable<Answer>> | null = null;
  try {
    for await (const batch of gathered(items, size)) {
      const next = answer(batch, stop.signal);
      // Its failure is told when its turn comes, or not at all where the reader stops before.
      next.catch(() => {});
      if (ahead !== null) yield* await ahead;
      ahead = next;
    }
    if (ahead !== null) yield* await ahead;
  } finally {
    stop.abort();
  }
}

async function* gathered<Item>(items: Iterable<Item> | AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
