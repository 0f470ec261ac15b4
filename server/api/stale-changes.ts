/** Changes of a scenario that do not apply any more, in the form in which answers tell them. @module */
import type { Fault } from "../coverage/scenario/apply.ts";
import type { Language } from "./language.ts";
import type { Change, StaleChange } from "./schemas/scenarios.ts";

export function asStale({ index, change, error }: Fault, language: Language): StaleChange {
  const { code, fields, words } = error;
  return { index, change: change as Change, problem: { code, detail: words[language], fields: { ...fields } } };
}
