/** A catalogue small enough to know by heart. @module */
import type { CategoryCatalogue } from "../../../../server/import/tables/read-facilities.ts";

const WORDS: Readonly<Record<string, string>> = {
  pharmacy: "pharmacy",
  药店: "pharmacy",
  "090601": "pharmacy",
  clinic: "clinic",
  诊所: "clinic",
};

export const catalogue: CategoryCatalogue = {
  categories: [
    { code: "pharmacy", zh: "药店", en: "pharmacy" },
    { code: "clinic", zh: "诊所", en: "clinic" },
  ],
  categoryOfText: (text) => WORDS[text.trim()] ?? null,
};
