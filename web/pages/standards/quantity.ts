/** What was measured, what is asked and what is short, as an official reads it. Bounds stay bounds: nothing is guessed. @module */
import type { Finding } from "../../../server/api/schemas/standards.ts";
import type { Language } from "../../state/view.ts";

type Bounds = Finding["measured"];

/** Units that the service names by code, and those that terms carry in Chinese. */
const UNITS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  m2: { zh: "平方米", en: "m²" },
  "㎡": { zh: "平方米", en: "m²" },
  count: { zh: "处", en: "places" },
  entries: { zh: "项", en: "entries" },
  units: { zh: "个", en: "units" },
  points: { zh: "分", en: "points" },
  goods: { zh: "种偏高", en: "too dear" },
  sites: { zh: "处", en: "sites" },
  share: { zh: "% 居民", en: "% of residents" },
  ratio: { zh: "", en: "" },
  人: { zh: "人", en: "persons" },
  个: { zh: "个", en: "pieces" },
  米: { zh: "米", en: "m" },
  项: { zh: "项", en: "entries" },
  户: { zh: "户", en: "households" },
  类: { zh: "类", en: "kinds" },
  种: { zh: "种", en: "kinds" },
  班: { zh: "班", en: "classes" },
  日: { zh: "日", en: "days" },
  天: { zh: "天", en: "days" },
  支: { zh: "支", en: "teams" },
  张: { zh: "张", en: "pieces" },
  层: { zh: "层", en: "floors" },
  块: { zh: "块", en: "boards" },
  台: { zh: "台", en: "machines" },
  册: { zh: "册", en: "books" },
  元: { zh: "元", en: "CNY" },
};

/** `3`, `3–5`, `≥ 3`, `≤ 5`; null where nothing is known. */
export function boundsShown(bounds: Bounds, measure: string): string | null {
  if (bounds === null) return null;
  const { low, high } = bounds;
  const shown = (value: number) => (measure === "share" ? percent(value) : plain(value));
  if (low !== null && low === high) return shown(low);
  if (low !== null && high !== null)
    return measure === "share" && low === 0 && high === 1 ? null : `${shown(low)}–${shown(high)}`;
  if (low !== null) return low > 0 ? `≥ ${shown(low)}` : null;
  return high === null ? null : `≤ ${shown(high)}`;
}

/** With its unit, `100 平方米`; null where nothing is known. */
export function quantityShown(bounds: Bounds, measure: string, language: Language): string | null {
  const text = boundsShown(bounds, measure);
  return text === null ? null : withUnit(text, measure, language);
}

/** How much is short; how much is over where it is too much. */
export function shortfallOf(finding: Pick<Finding, "measured" | "asked" | "shortfall">): {
  readonly amount: number;
  readonly isOver: boolean;
} | null {
  const { measured, asked, shortfall } = finding;
  if (shortfall === null || shortfall === 0) return null;
  const isOver = measured?.low != null && asked?.high != null && measured.low > asked.high;
  return { amount: shortfall, isOver };
}

export function amountShown(amount: number, measure: string, language: Language): string {
  return withUnit(measure === "share" ? percent(amount) : plain(amount), measure, language);
}

/** Yuan with thousands separated, and fen where there are any. */
export function moneyShown(cny: number): string {
  return cny.toLocaleString("en-US", {
    minimumFractionDigits: Number.isInteger(cny) ? 0 : 2,
    maximumFractionDigits: 2,
  });
}

function withUnit(text: string, measure: string, language: Language): string {
  const many = UNITS[measure]?.[language] ?? measure;
  if (many.startsWith("%")) return `${text}${many}`;
  const unit = language === "en" && text === "1" ? singular(many) : many;
  return unit === "" ? text : `${text} ${unit}`;
}

/** `1 entry` of `2 entries`. */
function singular(unit: string): string {
  return unit
    .replace(/ies$/, "y")
    .replace(/sses$/, "ss")
    .replace(/([^s])s$/, "$1");
}

/** At most three decimals, thousands separated. */
function plain(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 3 });
}

/** A tenth of a per cent; never 0 or 100 for what is neither. */
function percent(share: number): string {
  const tenths = Math.round(share * 1000);
  if (share < 1 && tenths >= 1000) return "99.9";
  if (share > 0 && tenths <= 0) return "0.1";
  return String(tenths / 10);
}
