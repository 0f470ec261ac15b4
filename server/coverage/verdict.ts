/** One residence, one category, one limit: covered, uncovered or unknown. @module */
import { UNREACHED } from "../base/units.ts";
import { type CategoryWalks, State } from "./category-walks.ts";

/** A verdict's place in the list stands for it in columns. */
export const VERDICTS = ["covered", "uncovered", "unknown"] as const;
export const COVERED = 0;
const UNCOVERED = 1;
export const UNKNOWN = 2;
export type Verdict = (typeof VERDICTS)[number];
export type Reason =
  | "no_street_within_200m"
  | "island"
  | "closed_to_profile"
  | "gates_closed"
  | "facilities_off_network"
  | "hours_unknown";

/**
 * At a moment: covered where it would be by the facilities that are surely open, uncovered where it would be even if all
 * of unknown hours were open, and unknown in between.
 *
 * @param limitMm inclusive
 */
export function verdictOf(walks: CategoryWalks, residence: number, limitMm: number): Verdict {
  return VERDICTS[verdictIndex(walks, residence, limitMm)];
}

/** Of every residence, shape [r]: index into {@link VERDICTS}. */
export function verdictColumn(walks: CategoryWalks, limitMm: number): Uint8Array {
  const verdicts = new Uint8Array(walks.state.length);
  for (let r = 0; r < verdicts.length; r++) verdicts[r] = verdictIndex(walks, r, limitMm);
  return verdicts;
}

/** Index into {@link VERDICTS} of what {@link verdictOf} says: columns are filled with it many times faster. */
export function verdictIndex(walks: CategoryWalks, residence: number, limitMm: number): number {
  if (isUnknownAtEveryLimit(walks, residence)) return UNKNOWN;
  if (walks.state[residence] === State.WALK && walks.totalMm[residence] <= limitMm) return COVERED;
  return mayBeServedUnseen(walks, residence, limitMm) ? UNKNOWN : UNCOVERED;
}

/** Why it is unknown, or why no walk at all can be had; null where the walk, or the lack of one, speaks for itself. */
export function reasonOf(walks: CategoryWalks, residence: number, limitMm: number): Reason | null {
  switch (walks.state[residence]) {
    case State.NO_STREET:
      return "no_street_within_200m";
    case State.ISLAND:
      return "island";
    case State.CLOSED_TO_PROFILE:
      return "closed_to_profile";
    case State.GATES_CLOSED:
      return "gates_closed";
    default:
      if (verdictOf(walks, residence, limitMm) !== "unknown") return null;
      return mayBeOpen(walks, residence, limitMm) ? "hours_unknown" : "facilities_off_network";
  }
}

/** Whether it is the residence of which nothing is known, rather than a facility. */
export function isUnknownAtEveryLimit({ state }: CategoryWalks, residence: number): boolean {
  switch (state[residence]) {
    case State.NO_STREET:
    case State.ISLAND:
    case State.GATES_CLOSED:
      return true;
    default:
      return false;
  }
}

/** Whether a facility of unknown hours or without a street may serve it beside those that are known to. */
export function mayBeServedUnseen(walks: CategoryWalks, residence: number, limitMm: number): boolean {
  return mayBeOpen(walks, residence, limitMm) || mayReachOffNetwork(walks, residence, limitMm);
}

/** The limit from which on {@link mayBeServedUnseen} holds, inclusive; beyond every limit where it never does. */
export function unseenMm({ state, unsureMm, offNetworkMm }: CategoryWalks, residence: number): number {
  const openMm = unsureMm === null ? UNREACHED : unsureMm[residence];
  return state[residence] === State.CLOSED_TO_PROFILE ? openMm : Math.min(openMm, offNetworkMm[residence]);
}

function mayBeOpen({ unsureMm }: CategoryWalks, residence: number, limitMm: number): boolean {
  return unsureMm !== null && unsureMm[residence] <= limitMm;
}

/** Beyond the straight line it is certain that the facility is not within the limit either. */
function mayReachOffNetwork({ state, offNetworkMm }: CategoryWalks, residence: number, limitMm: number): boolean {
  return state[residence] !== State.CLOSED_TO_PROFILE && offNetworkMm[residence] <= limitMm;
}
