/** A choice of columns by its name: a group of the document, what is asked of a community as such, or all. @module */
import { useTranslation } from "react-i18next";
import { useWords } from "../coverage/use-words.ts";
import { type GroupChoice, WHOLE } from "./matrix-shape.ts";

export function useGroupName(): (id: string, name: GroupChoice["name"]) => string {
  const { t } = useTranslation();
  const words = useWords();
  return (id, name) => (name === null ? t(id === WHOLE ? "standards.wholeGroup" : "standards.allItems") : words(name));
}
