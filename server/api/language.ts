/** The language an answer speaks: Chinese, unless the request prefers English. @module */

export type Language = "zh" | "en";

/** Reads `Accept-Language`; the first of the two that it names wins. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const preferred = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag, ...params] = part.trim().toLowerCase().split(";");
      const q = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find((value) => value !== undefined);
      return { language: tag.split("-")[0], quality: q === undefined ? 1 : Number(q) };
    })
    .filter(({ language, quality }) => (language === "zh" || language === "en") && quality > 0)
    .sort((a, b) => b.quality - a.quality)[0];
  return preferred?.language === "en" ? "en" : "zh";
}
