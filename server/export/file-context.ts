/** What a file of an area is written with: whose it is, in which language, and what classes are called. @module */
import type { Catalogue } from "../import/categories.ts";
import type { AreaRelease } from "../store/areas.ts";
import { categoryName, type Language } from "./order.ts";

export interface FileContext {
  readonly release: AreaRelease;
  readonly language: Language;
  readonly categoryName: (code: string) => string;
}

export function fileContext(release: AreaRelease, catalogue: Catalogue, language: Language): FileContext {
  return { release, language, categoryName: (code) => categoryName({ catalogue, language }, code) };
}
