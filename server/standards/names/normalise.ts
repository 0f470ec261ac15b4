/** Names of places as they are compared: without blanks, brackets in one form, without the word for their kind. @module */

/** Traditional forms that documents mix in; a full conversion is not attempted. */
const SIMPLIFIED: Readonly<Record<string, string>> = {
  標: "标",
  區: "区",
  園: "园",
  東: "东",
  風: "风",
  鄉: "乡",
  鎮: "镇",
  樓: "楼",
};
const ENDINGS = /(街道办事处|街道党工委|街道办|街道|办事处|社区居委会|社区居民委员会|居民委员会|居委会|村委会|社区)$/;

/** 杜 岭街道办事处 → 杜岭, 丰乐 花苑社区 → 丰乐花苑. A name that is nothing but the word for its kind stays whole. */
export function normaliseName(name: string): string {
  const plain = [...name.normalize("NFKC").replace(/[\s\u200b\ufeff]+/g, "")]
    .map((letter) => SIMPLIFIED[letter] ?? letter)
    .join("")
    .toLowerCase();
  return plain.replace(ENDINGS, "") || plain;
}
