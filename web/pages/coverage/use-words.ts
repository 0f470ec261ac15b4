/** Names that come in both languages, in the one that is shown. @module */
import type { Words } from "../../../server/api/schemas/common.ts";
import { useView } from "../../state/use-view.ts";

export function useWords(): (words: Words) => string {
  const { language } = useView();
  return (words) => words[language];
}
