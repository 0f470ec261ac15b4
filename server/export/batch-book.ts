/** Applications decided at once as a workbook: a row each in the order in which they came, and under which rules. @module */
import { type BatchItem, type DecidedBatch, decidedBy } from "../analysis/spacing-batch.ts";
import type { CheckAnswer } from "../analysis/spacing-check.ts";
import type { Words } from "../base/errors.ts";
import type { Refusal } from "../import/rows.ts";
import { REASONS } from "../import/write-refusals.ts";
import type { FileContext } from "./file-context.ts";
import type { Note } from "./notes.ts";
import { demoNote, pinNotes, ruleNotes, type Say } from "./spacing-notes.ts";
import { CHECK_WORDS, metresToShow, OUTSIDE_WORDS, WARNING_WORDS } from "./spacing-words.ts";
import type { Cell, Column } from "./table.ts";
import { notesSheet } from "./xlsx/notes-sheet.ts";
import { rowsSheet } from "./xlsx/rows-sheet.ts";
import { workbookOf } from "./xlsx/workbook.ts";

/** Either decided or refused. */
interface Line {
  readonly row: number | null;
  readonly ref: string | null;
  readonly item: BatchItem | null;
  readonly refusal: Refusal | null;
}

const NOT_CHECKED: Words = { zh: "未校核", en: "not checked" };

export function batchBook(batch: DecidedBatch, context: FileContext): AsyncGenerator<Uint8Array> {
  const { date, rules, pins, items, refusals } = batch;
  const { release, language } = context;
  const say: Say = (zh, en) => ({ zh, en })[language];
  const title = say(
    `${release.name} 设置申请批量校核 ${date}`,
    `${release.name}: applications checked at once as of ${date}`,
  );
  const notes: Note[] = [
    [title, null],
    ...demoNote(release, say),
    [say("日期", "as of"), date],
    [say("结论", "verdicts"), countsOf(batch, say)],
    [
      say("次序", "order"),
      say(
        "按受理先后逐件判定：先判“符合”的算作后来者的邻居；“需实测”的不算。",
        "decided one by one in their order: whoever complies stands in the way of those after; whoever needs a survey does not.",
      ),
    ],
    ...rules.flatMap((rule) => ruleNotes(rule, say)),
    ...pinNotes(pins, release, say),
  ];
  const lines = [
    ...items.map((item): Line => ({ row: item.row, ref: item.ref, item, refusal: null })),
    ...refusals.map((refusal): Line => ({ row: refusal.row, ref: refusal.ref, item: null, refusal })),
  ].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return workbookOf(
    [
      notesSheet(notes, say("说明", "Notes"), title),
      rowsSheet(columnsIn(context), lines, say("校核结果", "Results"), title, language),
    ],
    title,
    release.releasedAt,
  );
}

function countsOf({ items, refusals }: DecidedBatch, say: Say): string {
  const word = ({ zh, en }: Words) => say(zh, en);
  const counts = (Object.keys(CHECK_WORDS) as CheckAnswer["verdict"][]).map(
    (verdict) => [word(CHECK_WORDS[verdict]), items.filter(({ check }) => check.verdict === verdict).length] as const,
  );
  return [...counts, [word(NOT_CHECKED), refusals.length] as const]
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`)
    .join(say("，", ", "));
}

function columnsIn({ language, categoryName }: FileContext): Column<Line>[] {
  const of =
    (tell: (item: BatchItem) => Cell) =>
    ({ item }: Line): Cell =>
      item && tell(item);
  const ofNear = (tell: (decided: ReturnType<typeof nearOf>) => Cell) => of((item) => tell(nearOf(item)));
  return [
    { key: "row", head: { zh: "行", en: "row" }, kind: "count", width: 7, of: ({ row }) => row },
    { key: "ref", head: { zh: "编号", en: "ref" }, kind: "text", of: ({ ref }) => ref },
    { key: "name", head: { zh: "名称", en: "name" }, kind: "text", width: 26, of: of(({ name }) => name) },
    {
      key: "category",
      head: { zh: "类别", en: "class" },
      kind: "text",
      width: 12,
      of: of(({ check }) => categoryName(check.category)),
    },
    {
      key: "verdict",
      head: { zh: "结论", en: "verdict" },
      kind: "text",
      width: 14,
      of: ({ item }) => (item === null ? NOT_CHECKED : CHECK_WORDS[item.check.verdict])[language],
    },
    {
      key: "rule",
      head: { zh: "依据规则", en: "rule" },
      kind: "text",
      width: 26,
      of: ofNear(({ rule }) => rule?.title[language] ?? null),
    },
    {
      key: "near",
      head: { zh: "起决定作用的邻近设施", en: "neighbour that decides" },
      kind: "text",
      width: 26,
      of: ofNear(({ near }) => near && (near.facility.name ?? near.facility.ref)),
    },
    {
      key: "approved_before",
      head: { zh: "本批先批", en: "approved in this batch" },
      kind: "flag",
      of: ofNear(({ near }) => (near?.approvedBefore ? true : null)),
    },
    {
      key: "distance_m",
      head: { zh: "距离（米）", en: "distance, m" },
      kind: "raw",
      of: ofNear(({ near }) => near?.distanceM ?? null),
      shown: ofNear(({ near, rule }) => shownM(near?.distanceM ?? null, rule?.leastM ?? 0)),
    },
    {
      key: "margin_m",
      head: { zh: "余量（米）", en: "margin, m" },
      kind: "raw",
      of: ofNear(({ near }) => near?.marginM ?? null),
      shown: ofNear(({ near }) => shownM(near?.marginM ?? null, 0)),
    },
    {
      key: "uncertainty_m",
      head: { zh: "合计误差（米）", en: "may be off by, m" },
      kind: "raw",
      of: ofNear(({ near }) => near?.uncertaintyM ?? null),
    },
    {
      key: "reason",
      head: { zh: "未校核的原因", en: "why not checked" },
      kind: "text",
      width: 34,
      of: ({ refusal }) => refusal && reasonOf(refusal, language),
    },
    {
      key: "remarks",
      head: { zh: "提示", en: "to be noted" },
      kind: "text",
      width: 40,
      of: of(({ check }) => remarksOn(check, language)),
    },
    {
      key: "lon",
      head: { zh: "经度（WGS 84）", en: "longitude (WGS 84)" },
      kind: "degrees",
      of: of(({ check }) => check.place.position[0]),
    },
    {
      key: "lat",
      head: { zh: "纬度（WGS 84）", en: "latitude (WGS 84)" },
      kind: "degrees",
      of: of(({ check }) => check.place.position[1]),
    },
    {
      key: "number",
      head: { zh: "校核编号", en: "verdict no." },
      kind: "text",
      width: 34,
      of: of(({ check }) => check.number),
    },
    { key: "hash", head: { zh: "校验值", en: "hash" }, kind: "text", width: 66, of: of(({ check }) => check.hash) },
  ];
}

function nearOf({ check }: BatchItem) {
  const { ruling, near } = decidedBy(check);
  return { rule: ruling?.rule ?? null, near };
}

/** Why nobody knows, what is odd about the place, and which rules were not asked as they did not hold on the day. */
function remarksOn({ verdict, warnings, notInForce }: CheckAnswer, language: "zh" | "en"): string | null {
  const titles = notInForce.map(({ title }) => title[language]);
  const remarks = [
    ...(verdict === "unknown" ? [OUTSIDE_WORDS[language]] : []),
    ...warnings.map((warning) => WARNING_WORDS[warning][language]),
    ...(titles.length === 0
      ? []
      : [
          { zh: `当日无效的规则：${titles.join("、")}。`, en: `Not in force that day: ${titles.join(", ")}.` }[
            language
          ],
        ]),
  ];
  return remarks.length === 0 ? null : remarks.join({ zh: "", en: " " }[language]);
}

function shownM(metres: number | null, limitM: number): number | null {
  return metres === null ? null : metresToShow(metres, limitM);
}

function reasonOf({ reason, field, value, expected }: Refusal, language: "zh" | "en"): string {
  const words = REASONS[reason]?.[language] ?? reason;
  return [words, field, value, expected].filter((part) => part !== null).join(" · ");
}
