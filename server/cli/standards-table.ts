/** Findings, progress and money as tables that an office reads: Chinese heads, verdicts in words, figures apart. @module */
import type { UsedSetting } from "../analysis/register/district-settings.ts";
import type { OpenFindings } from "../analysis/register/open-findings.ts";
import type { Words } from "../base/errors.ts";
import { PAYMENT_WORDS, VERDICT_WORDS } from "../export/standards-words.ts";
import type { UnitFacts } from "../standards/facts/register.ts";
import type { Findings } from "../standards/findings/evaluate.ts";
import type { Finding } from "../standards/findings/finding.ts";
import { milestonesOf } from "../standards/findings/milestones.ts";
import type { Interval } from "../standards/judge/interval.ts";
import { paymentsOf } from "../standards/money/pay.ts";
import { pendingNames } from "../standards/names/pending-names.ts";
import { type Cell, csvLine } from "./csv.ts";

export const STANDARDS_VIEWS = ["finding", "lacking", "matrix", "milestone", "money", "name", "setting"] as const;
export type StandardsView = (typeof STANDARDS_VIEWS)[number];

/** Lines of CSV, the header first. */
export function standardsLines(found: OpenFindings, view: StandardsView, language: keyof Words): string[] {
  const rows = {
    finding: findingRows,
    lacking: lackingRows,
    matrix: matrixRows,
    milestone: milestoneRows,
    money: moneyRows,
    name: nameRows,
    setting: settingRows,
  }[view];
  return rows(found, language).map(csvLine);
}

type Rows = (found: OpenFindings, language: keyof Words) => Cell[][];

const findingRows: Rows = (found, language) => [
  language === "zh"
    ? [
        "街道",
        "社区",
        "项目",
        "要求",
        "结论",
        "实测",
        "应有",
        "差额",
        "计量",
        "缺少",
        "条款",
        "强度",
        "期限",
        "逾期天数",
        "编号",
      ]
    : [
        "street",
        "community",
        "item",
        "requirement",
        "verdict",
        "measured",
        "asked",
        "shortfall",
        "measure",
        "missing",
        "clause",
        "strength",
        "due",
        "days_late",
        "id",
      ],
  ...found.findings.map((finding) => {
    const { street, community } = placeOf(found, finding.unit);
    const { pack } = found;
    return [
      street,
      community,
      pack.items.get(finding.item)?.[language] ?? finding.item,
      pack.requirement.get(finding.requirement)?.title[language] ?? finding.requirement,
      VERDICT_WORDS[finding.verdict][language],
      told(finding.measured),
      told(finding.asked),
      finding.shortfall,
      finding.measure,
      missingOf(found, finding, language),
      finding.clause,
      finding.strength,
      finding.due,
      finding.lateDays,
      finding.requirement,
    ];
  }),
];

/** What is surely missing and binds: the to-do list. */
const lackingRows: Rows = (found, language) =>
  findingRows(
    { ...found, findings: found.findings.filter(({ verdict, counts }) => verdict === "fail" && counts) },
    language,
  );

/** Communities by item: `达标/未达标/未知` of the requirements that bind. */
const matrixRows: Rows = (found, language) => {
  const items = [...found.pack.items.values()].filter(({ id }) =>
    found.findings.some((one) => one.item === id && one.level === "community"),
  );
  const cells = Map.groupBy(
    found.findings.filter(({ counts }) => counts),
    ({ unit, item }) => `${unit} ${item}`,
  );
  return [
    [...(language === "zh" ? ["街道", "社区"] : ["street", "community"]), ...items.map((item) => item[language])],
    ...found.context.index.ofLevel("community").map((unit) => {
      const { street, community } = placeOf(found, unit.id);
      return [street, community, ...items.map(({ id }) => cellOf(cells.get(`${unit.id} ${id}`) ?? [], language))];
    }),
  ];
};

const milestoneRows: Rows = (found, language) => [
  language === "zh"
    ? ["范围", "要求", "截止", "应达比例", "完成", "总数", "未知", "完成率", "应完成", "结论", "编号"]
    : ["unit", "requirement", "by", "share_asked", "done", "of", "unknown", "percent", "asked", "verdict", "id"],
  ...milestonesOf(found.context).map(
    ({ requirement, unit, by, shareAsked, yes, total, unknown, percent, asked, verdict }) => [
      found.context.index.units.get(unit)?.name ?? unit,
      found.pack.requirement.get(requirement)?.title[language] ?? requirement,
      by,
      shareAsked,
      yes,
      total,
      unknown,
      percent,
      asked,
      VERDICT_WORDS[verdict][language],
      requirement,
    ],
  ),
];

const moneyRows: Rows = (found, language) => [
  language === "zh"
    ? ["街道", "社区", "奖补", "对象", "状态", "金额（元）", "分担", "原因", "条款"]
    : ["street", "community", "subsidy", "thing", "state", "cny", "shares", "reasons", "clause"],
  ...paymentsOf(found.context).map(({ unit, subsidy, part, thing, state, cny, shares, obstacles, clause }) => {
    const { street, community } = placeOf(found, unit);
    const payment = found.pack.subsidies.find(({ id }) => id === subsidy);
    return [
      street,
      community,
      payment?.payments[part]?.[language] ?? subsidy,
      thing,
      PAYMENT_WORDS[state][language],
      cny,
      shares
        .map(
          ({ payer, cny: share }) =>
            `${found.pack.offices.find(({ id }) => id === payer)?.[language] ?? payer} ${share}`,
        )
        .join("; "),
      obstacles.map(({ reason, about }) => `${reason}: ${about}`).join("; "),
      clause,
    ];
  }),
];

/** Names of the document that are not surely one unit of the area. */
const nameRows: Rows = (found, language) => [
  language === "zh" ? ["街道", "文件中的名称", "可能是", "涉及"] : ["street", "written", "may_be", "asked_by"],
  ...pendingNames(found.pack, found.context.index.register.units, found.whole.aliases).map(
    ({ street, written, candidates, askedBy }) => [
      street,
      written,
      candidates.map((id) => found.context.index.units.get(id)?.name ?? id).join("; "),
      askedBy.join("; "),
    ],
  ),
];

/** What the pack leaves to the district: the value that holds, and who says so. */
const settingRows: Rows = ({ used }, language) => [
  language === "zh"
    ? ["编号", "参数", "值", "出处", "设定单位", "设定时间", "不再可用的区设定"]
    : ["id", "parameter", "value", "from", "office", "set_at", "unusable"],
  ...Array.from(used.values(), ({ id, name, value, choice, from, office, setAt, unusable }) => [
    id,
    name[language],
    choice?.[language] ?? value,
    SAID_BY[from][language],
    office,
    setAt,
    unusable?.value ?? null,
  ]),
];

const SAID_BY: Readonly<Record<UsedSetting["from"], Words>> = {
  pack: { zh: "标准包", en: "pack" },
  district: { zh: "区设定", en: "district" },
  question: { zh: "本次试用", en: "question" },
};

function placeOf({ context }: Findings, unitId: string): { street: string | null; community: string | null } {
  const unit = context.index.units.get(unitId) as UnitFacts;
  if (unit.level === "community")
    return { street: context.index.units.get(unit.parent ?? "")?.name ?? null, community: unit.name };
  return { street: unit.level === "street" ? unit.name : null, community: null };
}

/** A known number as it is; bounds as 3–5, an open end as ≥3; nothing where nothing is known. */
function told(interval: Interval | null): Cell {
  if (interval === null) return null;
  const { low, high } = interval;
  if (low === high) return round(low);
  if (Number.isFinite(low) && Number.isFinite(high)) return `${round(low)}–${round(high)}`;
  if (Number.isFinite(low) && low > 0) return `≥${round(low)}`;
  return Number.isFinite(high) ? `≤${round(high)}` : null;
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function missingOf({ pack }: Findings, { missing }: Finding, language: keyof Words): string {
  return missing.map((term) => pack.terms.get(term)?.[language] ?? term).join(language === "zh" ? "、" : "; ");
}

/** The worst that is certain, and how many are of it. */
function cellOf(findings: readonly Finding[], language: keyof Words): Cell {
  for (const verdict of ["fail", "unknown", "not_due", "waived", "pass"] as const) {
    const count = findings.filter((one) => one.verdict === verdict).length;
    if (count > 0)
      return `${VERDICT_WORDS[verdict][language]} ${count}/${findings.filter((one) => one.verdict !== "not_applicable").length}`;
  }
  return findings.length > 0 ? VERDICT_WORDS.not_applicable[language] : null;
}
