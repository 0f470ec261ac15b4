/** Where each element of a pack was written, so that a fault found later is told with its line. @module */
import type { PackFaultCode, StandardsError } from "../errors.ts";
import type { WrittenPack } from "./file-schema.ts";
import type { Path, YamlFile } from "./yaml-file.ts";

/** Lists that several files of a pack may add to. */
export const LISTS = [
  "groups",
  "offices",
  "parameters",
  "terms",
  "items",
  "requirements",
  "subsidies",
  "task_lists",
  "suspected_names",
  "ambiguities",
] as const;
type List = (typeof LISTS)[number];
/** Of which a pack has one. */
const SINGLES = ["pack", "empty_slots"] as const;

export type Merged = { readonly [L in List]: NonNullable<WrittenPack[L]> } & Pick<WrittenPack, "pack" | "empty_slots">;

export class Places {
  private readonly of = new Map<object, { yaml: YamlFile; path: Path }>();
  private readonly files: readonly YamlFile[];
  readonly faults: StandardsError[] = [];
  readonly merged: Merged;

  /** @param files of the right shape, one pack */
  constructor(files: readonly YamlFile[]) {
    this.files = files;
    const merged = Object.fromEntries(LISTS.map((list) => [list, [] as object[]])) as Record<List, object[]>;
    const singles: Partial<Record<(typeof SINGLES)[number], object>> = {};
    for (const yaml of files) {
      const written = yaml.value as WrittenPack;
      for (const list of LISTS) {
        for (const [i, element] of (written[list] ?? []).entries()) {
          this.of.set(element, { yaml, path: [list, i] });
          merged[list].push(element);
        }
      }
      for (const single of SINGLES) {
        const element = written[single];
        if (element === undefined) continue;
        this.of.set(element, { yaml, path: [single] });
        const before = singles[single];
        if (before !== undefined) this.raise("pack_duplicate", element, [], single, this.tell(before));
        singles[single] = element;
      }
    }
    this.merged = { ...merged, ...singles } as unknown as Merged;
  }

  /** @param element one that stands in the pack; a fault of the pack as a whole is told at the start of its first file */
  raise(code: PackFaultCode, element: object | null, within: Path, value: string, expected: string): void {
    const place = element === null ? undefined : this.of.get(element);
    const { yaml, path } = place ?? { yaml: this.files[0], path: [] };
    this.faults.push(yaml.fault(code, [...path, ...within], value, expected));
  }

  tell(element: object): string {
    const place = this.of.get(element);
    return place === undefined ? "" : `${place.yaml.file} ${place.path.join(".")}`;
  }
}
