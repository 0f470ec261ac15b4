/** Tells when the one who asked has left, so that nothing is computed for nobody. @module */
import type { FastifyReply } from "fastify";

/** Aborted once the connection of the answer is closed, whether before the answer or after it. */
export function whenGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once("close", () => gone.abort());
  return gone.signal;
}
