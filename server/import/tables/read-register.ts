/** Since when a facility stands and how its position was found: what cannot be read is noted, and counts as not said. @module */
import { readDay } from "../../base/day.ts";
import type { RowReason } from "../reasons.ts";
import { type FacilityRow, POSITION_SOURCES, type PositionSource } from "../rows.ts";
import type { FacilityField } from "./column-aliases.ts";
import { isAbsent, parseNumber } from "./parse-cells.ts";
import type { RowReader } from "./row-reader.ts";

type RegisterPart = Pick<FacilityRow, "openedOn" | "closedOn" | "positionSource" | "positionAccuracyM">;
type Tell = (reason: RowReason, field: FacilityField, expected: string) => void;

const DAY_EXPECTED = "2013-09-25";
/** A position that may lie farther away than this is none. */
const MAX_ACCURACY_M = 10_000;
/** What tables call the ways of finding a position. */
const SOURCE_WORDS: Readonly<Record<PositionSource, readonly string[]>> = {
  surveyed: ["surveyed", "survey", "rtk", "测绘", "实测", "测量", "现场测绘"],
  gps: ["gps", "gnss", "北斗", "手机定位", "卫星定位", "gps定位"],
  map: ["map", "地图", "地图标注", "标注", "图上标注", "人工标注"],
  geocoded: ["geocoded", "geocoding", "地理编码", "地址解析", "地址匹配"],
};

export function readRegister(row: RowReader, tell: Tell): RegisterPart {
  const day = (field: "openedOn" | "closedOn") => {
    const cell = row.cell(field);
    const read = isAbsent(cell) ? null : readDay(cell);
    if (read === null && !isAbsent(cell)) tell("date_unreadable", field, DAY_EXPECTED);
    return read;
  };
  const [openedOn, closedOn] = [day("openedOn"), day("closedOn")];
  const isSwapped = openedOn !== null && closedOn !== null && closedOn < openedOn;
  if (isSwapped) tell("dates_swapped", "closedOn", `≥ ${openedOn}`);
  return {
    openedOn: isSwapped ? null : openedOn,
    closedOn: isSwapped ? null : closedOn,
    positionSource: readSource(row, tell),
    positionAccuracyM: readAccuracy(row, tell),
  };
}

function readSource(row: RowReader, tell: Tell): PositionSource | null {
  const cell = row.cell("positionSource");
  if (isAbsent(cell)) return null;
  const source = positionSourceOf(cell);
  if (source === null) tell("position_source_unknown", "positionSource", POSITION_SOURCES.join(", "));
  return source;
}

function readAccuracy(row: RowReader, tell: Tell): number | null {
  const cell = row.cell("positionAccuracy");
  if (isAbsent(cell)) return null;
  const metres = parseNumber(cell.normalize("NFKC").replace(/\s*(米|m)$/i, ""));
  if (metres !== null && metres >= 0 && metres <= MAX_ACCURACY_M) return metres;
  tell("accuracy_unreadable", "positionAccuracy", `0 … ${MAX_ACCURACY_M} m`);
  return null;
}

/** Null for a word that is none of them. */
export function positionSourceOf(text: string): PositionSource | null {
  const word = text.normalize("NFKC").trim().toLowerCase();
  return POSITION_SOURCES.find((source) => SOURCE_WORDS[source].includes(word)) ?? null;
}
