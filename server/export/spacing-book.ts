/** Spacing as a workbook: the pairs that stand too close with their clusters, or the verdict over one place. @module */

import type { SpacingAnswer, SpacingPair } from "../analysis/spacing.ts";
import type { CheckAnswer, NearAnswer, RuleCheck } from "../analysis/spacing-check.ts";
import type { SpacingClusterAnswer } from "../analysis/spacing-clusters.ts";
import type { RuleAnswer } from "../analysis/spacing-rule-answer.ts";
import type { FileContext } from "./file-context.ts";
import type { Note } from "./notes.ts";
import { demoNote, pinNotes, ruleNotes, type Say } from "./spacing-notes.ts";
import { BINDING_WORDS, CHECK_WORDS, metresToShow } from "./spacing-words.ts";
import type { Column } from "./table.ts";
import { notesSheet } from "./xlsx/notes-sheet.ts";
import { rowsSheet } from "./xlsx/rows-sheet.ts";
import { workbookOf } from "./xlsx/workbook.ts";

export function spacingBook(
  answer: SpacingAnswer,
  clusters: readonly SpacingClusterAnswer[],
  context: FileContext,
): AsyncGenerator<Uint8Array> {
  const { release, language } = context;
  const say: Say = (zh, en) => ({ zh, en })[language];
  const title = say(`${release.name} 设施间距 ${answer.date}`, `${release.name}: spacing as of ${answer.date}`);
  const notes: Note[] = [
    [title, null],
    ...demoNote(release, say),
    [say("日期", "as of"), answer.date],
    [say("列出", "listed"), say(`${answer.total} 对`, `${answer.total} pairs`)],
    ...answer.rules.flatMap((rule) => ruleNotes(rule, say)),
    ...pinNotes(answer.pins, release, say),
  ];
  return workbookOf(
    [
      notesSheet(notes, say("说明", "Notes"), title),
      rowsSheet(pairColumns(context, answer.rules), answer.items, say("距离不足", "Too close"), title, language),
      rowsSheet(clusterColumns(answer.rules), clusters, say("成片", "Clusters"), title, language),
    ],
    title,
    release.releasedAt,
  );
}

export function verdictBook(check: CheckAnswer, context: FileContext): AsyncGenerator<Uint8Array> {
  const { release, language, categoryName } = context;
  const say: Say = (zh, en) => ({ zh, en })[language];
  const title = say(`${release.name} 间距校核 ${check.number}`, `${release.name}: spacing verdict ${check.number}`);
  const { place } = check;
  const notes: Note[] = [
    [title, null],
    ...demoNote(release, say),
    [say("结论", "verdict"), CHECK_WORDS[check.verdict][language]],
    [say("类别", "class"), categoryName(check.category)],
    [say("位置", "place"), `${place.position.join(", ")} (WGS 84)`],
    [say("原坐标", "as given"), `${place.original.x}, ${place.original.y} (${place.original.crs})`],
    [say("位置误差", "may be off by"), `± ${place.uncertaintyM} m`],
    [say("所在", "within"), [place.subdistrict, place.community].filter((name) => name !== null).join(" ") || "—"],
    [say("日期", "as of"), check.date],
    ...check.rules.flatMap(({ rule }) => ruleNotes(rule, say)),
    [say("校验", "hash"), check.hash],
    ...pinNotes(check.pins, release, say),
  ];
  const rows = check.rules.flatMap((each) => each.near.map((near) => ({ ...each, near })));
  return workbookOf(
    [
      notesSheet(notes, say("结论", "Verdict"), title),
      rowsSheet(nearColumns(context), rows, say("附近设施", "Nearby"), title, language),
    ],
    title,
    release.releasedAt,
  );
}

function pairColumns({ language, categoryName }: FileContext, rules: readonly RuleAnswer[]): Column<SpacingPair>[] {
  const titleOf = (id: string) => rules.find((rule) => rule.id === id)?.title[language] ?? id;
  const sideOf = (side: "a" | "b", mark: string): Column<SpacingPair>[] => [
    { key: `${side}_ref`, head: { zh: `编号${mark}`, en: `ref ${mark}` }, kind: "text", of: (pair) => pair[side].ref },
    {
      key: `${side}_name`,
      head: { zh: `名称${mark}`, en: `name ${mark}` },
      kind: "text",
      width: 26,
      of: (pair) => pair[side].name,
    },
    {
      key: `${side}_subdistrict`,
      head: { zh: `街道${mark}`, en: `subdistrict ${mark}` },
      kind: "text",
      of: (pair) => pair[side].subdistrict,
    },
    {
      key: `${side}_opened_on`,
      head: { zh: `开业日期${mark}`, en: `opened ${mark}` },
      kind: "text",
      width: 12,
      of: (pair) => pair[side].openedOn,
    },
    {
      key: `${side}_lon`,
      head: { zh: `经度${mark}`, en: `lon ${mark}` },
      kind: "degrees",
      of: (pair) => pair[side].position[0],
    },
    {
      key: `${side}_lat`,
      head: { zh: `纬度${mark}`, en: `lat ${mark}` },
      kind: "degrees",
      of: (pair) => pair[side].position[1],
    },
  ];
  return [
    { key: "rule", head: { zh: "规则", en: "rule" }, kind: "text", width: 26, of: ({ rule }) => titleOf(rule) },
    {
      key: "category",
      head: { zh: "类别", en: "class" },
      kind: "text",
      width: 12,
      of: ({ a }) => categoryName(a.category),
    },
    {
      key: "distance_m",
      head: { zh: "距离（米）", en: "distance, m" },
      kind: "raw",
      of: ({ distanceM }) => distanceM,
      shown: ({ distanceM, leastM }) => metresToShow(distanceM, leastM),
    },
    {
      key: "shortfall_m",
      head: { zh: "差额（米）", en: "short by, m" },
      kind: "raw",
      of: ({ shortfallM }) => shortfallM,
      shown: ({ shortfallM }) => metresToShow(shortfallM, Number.MIN_VALUE),
    },
    {
      key: "binding",
      head: { zh: "是否受约束", en: "binds" },
      kind: "text",
      of: ({ binding }) => BINDING_WORDS[binding.verdict][language],
    },
    {
      key: "within_uncertainty",
      head: { zh: "在误差内", en: "within uncertainty" },
      kind: "flag",
      of: ({ withinUncertainty }) => withinUncertainty,
    },
    {
      key: "maybe_same",
      head: { zh: "疑似同一家", en: "maybe the same" },
      kind: "flag",
      of: ({ maybeSame }) => maybeSame,
    },
    ...sideOf("a", "甲"),
    ...sideOf("b", "乙"),
  ];
}

function clusterColumns(rules: readonly RuleAnswer[]): Column<SpacingClusterAnswer>[] {
  const leastOf = (id: string) => rules.find((rule) => rule.id === id)?.leastM ?? null;
  return [
    { key: "rule", head: { zh: "规则", en: "rule" }, kind: "text", width: 24, of: ({ rule }) => rule },
    { key: "least_m", head: { zh: "规定（米）", en: "asks, m" }, kind: "raw", of: ({ rule }) => leastOf(rule) },
    { key: "facilities", head: { zh: "设施", en: "facilities" }, kind: "count", of: ({ facilities }) => facilities },
    { key: "pairs", head: { zh: "对数", en: "pairs" }, kind: "count", of: ({ pairs }) => pairs },
    {
      key: "least_moves",
      head: { zh: "最少迁移", en: "fewest moves" },
      kind: "count",
      of: ({ leastMoves }) => leastMoves,
    },
    {
      key: "most_moves",
      head: { zh: "至多迁移", en: "moves known to do" },
      kind: "count",
      of: ({ mostMoves }) => mostMoves,
    },
    {
      key: "members",
      head: { zh: "成员", en: "members" },
      kind: "text",
      width: 60,
      of: ({ members }) => members.map(({ name, ref }) => name ?? ref).join("；"),
    },
  ];
}

function nearColumns({
  language,
  categoryName,
}: FileContext): Column<Pick<RuleCheck, "rule"> & { near: NearAnswer }>[] {
  return [
    { key: "rule", head: { zh: "规则", en: "rule" }, kind: "text", width: 26, of: ({ rule }) => rule.title[language] },
    {
      key: "name",
      head: { zh: "设施", en: "facility" },
      kind: "text",
      width: 26,
      of: ({ near }) => near.facility.name ?? near.facility.ref,
    },
    {
      key: "category",
      head: { zh: "类别", en: "class" },
      kind: "text",
      width: 12,
      of: ({ near }) => categoryName(near.facility.category),
    },
    {
      key: "distance_m",
      head: { zh: "距离（米）", en: "distance, m" },
      kind: "raw",
      of: ({ near }) => near.distanceM,
      shown: ({ near, rule }) => near.distanceM && metresToShow(near.distanceM, rule.leastM),
    },
    {
      key: "margin_m",
      head: { zh: "余量（米）", en: "margin, m" },
      kind: "raw",
      of: ({ near }) => near.marginM,
      shown: ({ near }) => near.marginM && metresToShow(near.marginM, 0),
    },
    {
      key: "uncertainty_m",
      head: { zh: "合计误差（米）", en: "may be off by, m" },
      kind: "raw",
      of: ({ near }) => near.uncertaintyM,
    },
    {
      key: "verdict",
      head: { zh: "结论", en: "verdict" },
      kind: "text",
      of: ({ near }) => CHECK_WORDS[near.verdict][language],
    },
  ];
}
