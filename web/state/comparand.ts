/** What the view is held against, side by side: the area as it is, a saved scenario, or another walker. @module */

export type Comparand =
  | { readonly kind: "base" }
  | { readonly kind: "scenario"; readonly id: number }
  | { readonly kind: "profile"; readonly id: string };

/** Reads `base`, `scenario:3` or `profile:elderly`; null when it is none of them. */
export function readComparand(text: string): Comparand | null {
  if (text === "base") return { kind: "base" };
  const [, scenario] = /^scenario:([1-9]\d{0,14})$/.exec(text) ?? [];
  if (scenario !== undefined) return { kind: "scenario", id: Number(scenario) };
  const [, profile] = /^profile:([\w-]{1,80})$/.exec(text) ?? [];
  return profile === undefined ? null : { kind: "profile", id: profile };
}

export function writeComparand(comparand: Comparand): string {
  return comparand.kind === "base" ? "base" : `${comparand.kind}:${comparand.id}`;
}
