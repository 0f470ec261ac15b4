/** Streams of any length in bounded memory: a batch at a time, the next one under way while the last is read. @module */

/**
 * Answers in the order of the items. No more than two batches are in memory; a slow reader holds the work back.
 *
 * @param answer one answer an item, in their order
 */
export async function* inBatches<Item, Answer>(
  items: Iterable<Item> | AsyncIterable<Item>,
  size: number,
  answer: (batch: readonly Item[]) => Promise<Iterable<Answer>>,
): AsyncGenerator<Answer, void, void> {
  let ahead: Promise<Iterable<Answer>> | null = null;
  for await (const batch of gathered(items, size)) {
    const next = answer(batch);
    // Its failure is told when its turn comes, or not at all where the reader stops before.
    next.catch(() => {});
    if (ahead !== null) yield* await ahead;
    ahead = next;
  }
  if (ahead !== null) yield* await ahead;
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
