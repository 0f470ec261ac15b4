/** What a file is called: area, what was asked, release; nothing that a file system refuses. @module */
import type { ExportFormat } from "./formats.ts";
import { LEVEL_WORDS, type TableLevel } from "./levels.ts";
import { categoryName, type ExportOrder } from "./order.ts";

/** Windows refuses longer paths. */
const MAX_CHARACTERS = 80;

/** @param plain ASCII alone, made of codes */
export function fileName(
  order: ExportOrder,
  levels: readonly TableLevel[],
  format: ExportFormat,
  plain = false,
): string {
  const { release, scenario, questions, language } = order;
  const say = (zh: string, en: string) => ({ zh, en })[language];
  const [{ category }] = questions;
  const categories = new Set(questions.map((question) => question.category)).size;
  const minutes = [...new Set(questions.map((question) => question.minutes))].join("-");
  const one = plain ? category : categoryName(order, category);
  const parts = [
    plain ? release.areaId : release.name,
    categories === 1 ? one : say(`${categories}类设施`, `${categories}-categories`),
    say(`${minutes}分钟步行`, `${minutes}-min-walk`),
    levels.length === 1 ? (plain ? levels[0] : LEVEL_WORDS[levels[0]].sheet[language]) : say("覆盖", "coverage"),
    ...(scenario
      ? [plain ? `scenario-${scenario.id}` : say(`方案-${scenario.name}`, `scenario-${scenario.name}`)]
      : []),
    say(`第${release.release}版`, `release-${release.release}`),
  ];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced
  const name = parts.join("_").replace(/[\u0000-\u001F\u007F<>:"/\\|?*\s]+/g, "-");
  return `${[...name].slice(0, MAX_CHARACTERS).join("")}.${format}`;
}
