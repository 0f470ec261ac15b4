/** What the pool and its workers say to each other. @module */
import type { WireError } from "../../base/errors.ts";
import type { Walker } from "../walker.ts";
import type { Claims } from "./claims.ts";
import type { Job } from "./jobs.ts";

/** A walker without its working memory, of which every worker has its own. */
export type SharedWalker = Omit<Walker, "search">;

export type ToWorker =
  | { readonly kind: "walker"; readonly id: number; readonly walker: SharedWalker }
  | { readonly kind: "forget"; readonly id: number }
  | {
      readonly kind: "job";
      readonly run: number;
      readonly job: Job;
      readonly walker: number;
      readonly open: number;
      readonly claims: Claims;
    };

export type FromWorker =
  | { readonly kind: "done"; readonly run: number }
  | { readonly kind: "refused"; readonly run: number; readonly error: WireError }
  | { readonly kind: "fault"; readonly run: number; readonly message: string; readonly stack: string };
