/** Parameters of a pack as they are given in an address or on a command line: `reach_share=0.9`, `life_grants=both`. @module */

import { standardsError } from "../../standards/errors.ts";

/** What reads as a number is one. @throws StandardsError `parameter_repeated` */
export function settingsOf(given: readonly string[] = []): Record<string, number | string> {
  const pairs = given.map((pair): readonly [string, number | string] => {
    const [name, ...rest] = pair.split("=");
    const value = rest.join("=");
    return [name, /^\d+(\.\d+)?$/.test(value) ? Number(value) : value];
  });
  assertOnce(pairs.map(([name]) => name));
  return Object.fromEntries(pairs);
}

/** @throws StandardsError `parameter_repeated` */
export function assertOnce(parameters: readonly string[]): void {
  const again = parameters.find((one, i) => parameters.indexOf(one) !== i);
  if (again !== undefined) throw standardsError("parameter_repeated", { field: again });
}
