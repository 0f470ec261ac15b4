/** Parameters of a pack as they are given in an address or on a command line: `reach_share=0.9`, `life_grants=both`. @module */

/** What reads as a number is one. */
export function settingsOf(given: readonly string[] = []): Record<string, number | string> {
  return Object.fromEntries(
    given.map((pair) => {
      const [name, ...rest] = pair.split("=");
      const value = rest.join("=");
      return [name, /^\d+(\.\d+)?$/.test(value) ? Number(value) : value];
    }),
  );
}
