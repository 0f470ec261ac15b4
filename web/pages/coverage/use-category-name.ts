/** Codes of the catalogue by their names; a code that the area does not know stays a code, none says nothing. @module */
import type { Asked } from "./use-asked.ts";
import { useWords } from "./use-words.ts";

export function useCategoryName({ categories }: Pick<Asked, "categories">): (code: string | undefined) => string {
  const words = useWords();
  return (code) => {
    const known = categories.find((one) => one.code === code);
    return known === undefined ? (code ?? "") : words(known.name);
  };
}
