/** The order in which homes matter: most residents first, then households; what is unknown last. @module */
import type { Residences } from "../people.ts";

/** Of equal ones the lower ref comes first, so that the order of a file never matters. */
export function byPeople({ residents, households, ref }: Residences, a: number, b: number): number {
  return (
    residents[b] - residents[a] || households[b] - households[a] || (ref[a] < ref[b] ? -1 : ref[a] > ref[b] ? 1 : 0)
  );
}
