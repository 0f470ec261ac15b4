/** Findings of a pack as a workbook that an office can file: method, matrix, to-do, progress, late list, money. @module */
import { attributionOf } from "../analysis/attribution.ts";
import type { UsedSetting } from "../analysis/register/district-settings.ts";
import type { OpenFindings } from "../analysis/register/open-findings.ts";
import { findingAnswer, verdictCounts } from "../analysis/standards.ts";
import { moneyOf } from "../analysis/standards-money.ts";
import { matrixAnswer, packDetail, progressAnswer } from "../analysis/standards-views.ts";
import { dayInChina } from "../base/day.ts";
import type { Verdict } from "../standards/findings/finding.ts";
import type { AreaRelease } from "../store/areas.ts";
import type { Note } from "./notes.ts";
import type { Language } from "./order.ts";
import {
  ceilingColumns,
  lateColumns,
  moneyColumns,
  progressColumns,
  sumColumns,
  todoColumns,
} from "./standards-columns.ts";
import { VERDICT_WORDS } from "./standards-words.ts";
import type { Cell, Column } from "./table.ts";
import { notesSheet } from "./xlsx/notes-sheet.ts";
import { rowsSheet } from "./xlsx/rows-sheet.ts";
import { workbookOf } from "./xlsx/workbook.ts";

type Matrix = ReturnType<typeof matrixAnswer>;
type Tally = Readonly<Record<Verdict, number>>;

export interface BookContext {
  readonly release: AreaRelease;
  readonly language: Language;
  /** Street office whose own communities it is about; null for the district. */
  readonly street: string | null;
}

/** In the order of the pack: bytes are the same for the same pins. */
export function standardsBook(found: OpenFindings, context: BookContext): AsyncGenerator<Uint8Array> {
  const { release, language } = context;
  const { pack, asOf } = found;
  const say = (zh: string, en: string) => ({ zh, en })[language];
  const whose = context.street ?? release.name;
  const zh = pack.head.zh.startsWith(whose) ? pack.head.zh : `${whose} ${pack.head.zh}`;
  const title = say(`${zh} ${asOf}`, `${whose}: ${pack.head.en}, ${asOf}`);
  const matrix = matrixAnswer(found);
  const progress = progressAnswer(found);
  const money = moneyOf(found, {});
  const lacking = found.findings.filter(({ verdict, counts }) => verdict === "fail" && counts);
  const sheets = [
    notesSheet(notesOf(found, context, title), say("说明", "Method"), title),
    rowsSheet(
      matrixColumns(matrix, language),
      matrix.rows.filter(({ unit }) => unit.level === "community"),
      say("矩阵", "Matrix"),
      title,
      language,
      matrix.totals.map((total) => totalRow(matrix, total, language)),
    ),
    rowsSheet(
      todoColumns(language),
      lacking.map((one) => findingAnswer(found, one)),
      say("补缺清单", "To do"),
      title,
      language,
    ),
    rowsSheet(progressColumns(language), progress.milestones, say("进度", "Progress"), title, language),
    rowsSheet(lateColumns(language), progress.late, say("滞后通报", "Late"), title, language),
  ];
  if (pack.subsidies.length > 0) {
    const { total, byStreet, byItem, ceilings } = money.sums;
    const sums = [
      ...byItem.map(({ item, ...sum }) => ({ of: say("项目", "item"), name: item[language], ...sum })),
      ...byStreet.map(({ unit, ...sum }) => ({ of: say("街道", "street"), name: unit?.name ?? whose, ...sum })),
    ];
    sheets.push(
      rowsSheet(moneyColumns(language), money.lines.map(money.answer), say("奖补", "Money"), title, language, [
        { street: say("合计", "total"), cny: total.owedCny },
      ]),
      rowsSheet(sumColumns(), sums, say("奖补汇总", "Sums"), title, language),
    );
    // They are of all that the document names: under a street's name they would read as its own.
    if (context.street === null && ceilings.length > 0)
      sheets.push(
        rowsSheet(ceilingColumns(language), ceilings, say("文件上限", "Ceilings"), title, language, [
          { name: say("合计", "total"), total: ceilings.reduce((sum, { totalCny }) => sum + totalCny, 0) },
        ]),
      );
  }
  return workbookOf(sheets, title, release.releasedAt);
}

function matrixColumns({ items }: Matrix, language: Language): Column<Matrix["rows"][number]>[] {
  return [
    { key: "street", head: { zh: "街道", en: "street" }, kind: "text", width: 14, of: ({ unit }) => unit.street },
    { key: "name", head: { zh: "社区", en: "community" }, kind: "text", width: 26, of: ({ unit }) => unit.name },
    ...items.flatMap(({ id, name }, k): Column<Matrix["rows"][number]>[] => [
      { key: id, head: name, kind: "text", width: 11, of: ({ cells }) => cellText(cells[k], language) },
    ]),
  ];
}

/** 未达标 2/5: the worst that is certain, and how many of how many that apply have it. */
function cellText(cell: Matrix["rows"][number]["cells"][number], language: Language): Cell {
  if (cell === null) return null;
  const { verdict, tally } = cell;
  const word = VERDICT_WORDS[verdict][language];
  const asked = askedIn(tally);
  return asked > 1 ? `${word} ${tally[verdict]}/${asked}` : word;
}

function totalRow({ items }: Matrix, { unit, tallies }: Matrix["totals"][number], language: Language) {
  const cells = items.map(({ id }, k) => [id, tallyText(tallies[k], language)]);
  return { street: unit.name, name: { zh: "合计", en: "total" }[language], ...Object.fromEntries(cells) };
}

/** 达标 9/17; a cell of which anything is unknown is neither. */
function tallyText(tally: Tally | null, language: Language): Cell {
  if (tally === null) return null;
  const asked = askedIn(tally);
  return asked === 0
    ? VERDICT_WORDS.not_applicable[language]
    : `${VERDICT_WORDS.pass[language]} ${tally.pass}/${asked}`;
}

/** Of how many the question is asked at all. */
function askedIn(tally: Tally): number {
  return Object.values(tally).reduce((sum, count) => sum + count, 0) - tally.not_applicable;
}

function notesOf(found: OpenFindings, { release, language, street }: BookContext, title: string): Note[] {
  const { pack, pins, asOf } = found;
  const say = (zh: string, en: string) => ({ zh, en })[language];
  const { document, ambiguities, notes } = packDetail(pack);
  const counts = verdictCounts(found);
  const counted = (Object.keys(VERDICT_WORDS) as Verdict[]).map(
    (verdict) => `${VERDICT_WORDS[verdict][language]} ${counts[verdict] ?? 0}`,
  );
  return [
    [title, null],
    ...(release.demo
      ? [
          [
            say("演示数据", "demo data"),
            say(
              "本区域及台账为虚构，数字不可用于决策。",
              "this area and its register are invented: no figure may be acted upon.",
            ),
          ] as const,
        ]
      : []),
    [
      say("依据", "paper"),
      [document.title, document.number, document.authority, document.issued].filter(Boolean).join(say("，", ", ")),
    ],
    [say("截至", "as of"), asOf],
    [say("结论", "findings"), counted.join(say("，", ", "))],
    [say("方法", "method"), null],
    [
      say("结论的含义", "verdicts"),
      say(
        "达标：已知事实满足要求；未达标：已知事实确实不满足，且已到期限；未知：缺少事实，不作未达标论；未到期：期限未至且尚未满足；免除：经批准不作要求，实测值照列；不适用：要求不针对该单位。",
        "pass: known facts meet it; fail: known facts surely do not, and the day is past; unknown: facts are missing, never counted as failing; not due: not met, and the day is still to come; waived: allowed by an office, the value stays shown; not applicable: it is not asked of the unit.",
      ),
    ],
    [
      say("矩阵", "matrix"),
      say(
        "每格写最差的确定结论，以及有此结论的要求数与适用的要求数之比；合计为达标社区数与适用社区数之比。提倡类要求不计入。",
        "each cell has the worst that is certain and how many of the requirements that apply have it; totals are communities that pass of those that are asked. What is only encouraged is left out.",
      ),
    ],
    [
      say("期限", "days due"),
      say("期限当日仍算按期；比例的应完成数向上取整。", "the day itself is in time; shares of units are rounded up."),
    ],
    [
      say("奖补", "money"),
      say(
        "只按已知事实计算；事实未知的列为待核实，不计金额。",
        "computed from known facts alone; what waits for a fact has no amount.",
      ),
    ],
    [
      say("文件上限", "ceilings"),
      street === null
        ? say(
            "文件点名的全部建成并验收时的金额，即每处金额乘以点名的数量；文件未载明数量或金额的不列。",
            "what it comes to where all that the document names is built and accepted: the amount of each times the number named. Where the document gives no number or no amount, none is listed.",
          )
        : say(
            "是全部点名项目的金额，不分街道，见全区的工作簿。",
            "of all that the document names, not of one street: they stand in the workbook of the whole district.",
          ),
    ],
    ...notes.map((note): Note => [say("说明", "note"), note[language]]),
    ...(ambiguities.length === 0 ? [] : ([[say("文件的矛盾与空缺", "contradictions of the paper"), null]] as const)),
    ...ambiguities.map(({ id, text }): Note => [id, text[language]]),
    [say("数据与版本", "data and versions"), null],
    [say("地图数据版本", "release of the map"), String(pins.release)],
    [say("台账版本", "version of the register"), String(pins.register)],
    [say("标准包", "pack"), `${pins.pack} ${pins.packHash}`],
    ...Array.from(found.used.values(), (one): Note => [say("参数", "parameter"), settingTold(one, language)]),
    [say("算法", "algorithm"), pins.algorithm],
    [say("来源", "source"), attributionOf(release.demo)],
  ];
}

/** 居民满意度达标线：0.85（区民政局 2026-03-01 设定） */
function settingTold({ name, value, choice, from, office, setAt, unusable }: UsedSetting, language: Language): string {
  const told = choice?.[language] ?? value ?? { zh: "未设定", en: "not set" }[language];
  const day = setAt === null ? "" : dayInChina(setAt);
  const by = {
    district: { zh: `${office} ${day} 设定`, en: `set by ${office}, ${day}` },
    pack: { zh: "标准包的值", en: "as the pack has it" },
    question: { zh: "本次试用", en: "tried here" },
  }[from][language];
  const beside =
    unusable === null
      ? { zh: "", en: "" }
      : {
          zh: `；${unusable.office} ${dayInChina(unusable.setAt)} 设定的 ${unusable.value} 不在标准包现行范围（${unusable.expected}）内，未采用`,
          en: `; ${unusable.value}, set by ${unusable.office}, ${dayInChina(unusable.setAt)}, is out of the range that the pack now has (${unusable.expected}) and is not used`,
        };
  return {
    zh: `${name.zh}：${told}（${by}）${beside.zh}`,
    en: `${name.en}: ${told} (${by})${beside.en}`,
  }[language];
}
