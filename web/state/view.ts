/** What the address bar holds: everything a person would want to share of what they are looking at. @module */
import { type Comparand, readComparand, writeComparand } from "./comparand.ts";
import { anyText, day, isOne, oneOf, rowNumber, someOf, within, word } from "./parse.ts";
import { readPolygon, writePolygon } from "./polygon.ts";
import { DEFAULT_SITING, readSiting, type SitingAsked, writeSiting } from "./siting/asked.ts";

export type PageId =
  | "coverage"
  | "spacing"
  | "siting"
  | "violations"
  | "batch"
  | "standards"
  | "standards-paper"
  | "report"
  | "verdict"
  | "data";
export type Language = "zh" | "en";
export type LayerId = "cells" | "residences" | "facilities" | "gaps" | "units";
/** System that {@link View.place} is written in. */
export type PlaceCrs = "wgs84" | "gcj02" | "bd09";
/** How the place was found, which says how far it may be off. */
export type PlaceSource = "map" | "surveyed" | "gps" | "geocoded" | "unstated";
export type UnitLevel = "community" | "subdistrict";
/** What of a pack is looked at. */
export type StandardsTab = "matrix" | "community" | "progress" | "money" | "register";
/** What of a pack is printed. */
export type PaperId = "matrix" | "community" | "week" | "month";
export type PaperSize = "a4" | "a3";
/** The verdict that is looked for; others recede. */
export type SoughtVerdict = "fail" | "unknown" | "not_due" | "waived" | "pass";

/** Longitude, latitude in degrees of WGS 84. */
export type Place = readonly [lon: number, lat: number];

export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

export interface View {
  readonly page: PageId;
  readonly area: string | null;
  /** Code of the catalogue; null lets the page choose the first that the area has. */
  readonly category: string | null;
  readonly profile: string;
  /** Limit on foot, whole minutes, {@link MIN_MINUTES} … {@link MAX_MINUTES}, inclusive. */
  readonly minutes: number;
  /** Weekday and time such as `We 22:00`, as the service takes them; null where hours are not asked about. */
  readonly at: string | null;
  readonly by: UnitLevel;
  /** Point that was asked about; excludes `residence`. */
  readonly place: Place | null;
  /** Ref of the residence that was asked about. */
  readonly residence: string | null;
  /** Ref of the community or subdistrict picked from the ranked table. */
  readonly unit: string | null;
  /** Corners of a polygon that was drawn, three or more. */
  readonly polygon: readonly Place[] | null;
  readonly camera: Camera | null;
  readonly hidden: readonly LayerId[];
  /** What the map is painted on: pale by day, dark by night. */
  readonly ground: "day" | "night";
  readonly language: Language;
  /** Saved scenario that is looked at instead of the area as it is, or worked on where `mode` says so. */
  readonly scenario: number | null;
  /** Whether changes are tried out on the page. */
  readonly mode: "what-if" | null;
  /** Version of unsaved changes, kept by the window: see `plan/drafts.ts`. */
  readonly draft: string | null;
  /** What stands on the right of the divider; null where one map is shown. */
  readonly compare: Comparand | null;
  /** Where the divider stands, whole per cent of the map's width from the left. */
  readonly swipe: number;
  /** Spacing rule that is asked about; null for those that the area is asked by default. */
  readonly rule: string | null;
  /** ISO day as of which spacing is asked about; null for today. */
  readonly date: string | null;
  /** Rule and refs of the pair that is looked at. */
  readonly pair: string | null;
  /** Whether the land where one may open is drawn. */
  readonly zone: boolean;
  readonly crs: PlaceCrs;
  readonly source: PlaceSource;
  /** Import that is being followed on the data page. */
  readonly run: string | null;
  /** Pack of standards; null for the national one. */
  readonly pack: string | null;
  readonly tab: StandardsTab;
  /** Name of the street office whose own communities alone are judged; null for the whole area. */
  readonly street: string | null;
  /** Id of the community in the register that is looked at. */
  readonly community: string | null;
  /** Group of items that are columns, or `all`, or `whole` for what is asked of a community as such; null for the first. */
  readonly group: string | null;
  readonly only: SoughtVerdict | null;
  /** Pack that the first is held against. */
  readonly against: string | null;
  readonly paper: PaperId;
  readonly size: PaperSize;
  readonly siting: SitingAsked;
}

export const MIN_MINUTES = 5;
export const MAX_MINUTES = 30;

const PAGES: readonly PageId[] = [
  "coverage",
  "spacing",
  "siting",
  "violations",
  "batch",
  "standards",
  "standards-paper",
  "report",
  "verdict",
  "data",
];
export const TABS: readonly StandardsTab[] = ["matrix", "community", "progress", "money", "register"];
const PAPERS: readonly PaperId[] = ["matrix", "community", "week", "month"];
export const PAPER_SIZES: readonly PaperSize[] = ["a4", "a3"];
export const SOUGHT: readonly SoughtVerdict[] = ["fail", "unknown", "not_due", "waived", "pass"];
export const PLACE_CRS: readonly PlaceCrs[] = ["wgs84", "gcj02", "bd09"];
const SOURCES: readonly PlaceSource[] = ["map", "surveyed", "gps", "geocoded", "unstated"];
export const LAYERS: readonly LayerId[] = ["cells", "residences", "facilities", "gaps", "units"];

export const DEFAULT_VIEW: View = {
  page: "coverage",
  area: null,
  category: null,
  profile: "adult",
  minutes: 15,
  at: null,
  by: "community",
  place: null,
  residence: null,
  unit: null,
  polygon: null,
  camera: null,
  hidden: [],
  ground: "day",
  language: "zh",
  scenario: null,
  mode: null,
  draft: null,
  compare: null,
  swipe: 50,
  rule: null,
  date: null,
  pair: null,
  zone: false,
  crs: "wgs84",
  source: "map",
  run: null,
  pack: null,
  tab: "matrix",
  street: null,
  community: null,
  group: null,
  only: null,
  against: null,
  paper: "matrix",
  size: "a4",
  siting: DEFAULT_SITING,
};

/** A view, and the names of parameters that could not be read and were replaced by their default. */
export interface ReadView {
  readonly view: View;
  readonly unread: readonly string[];
}

/** Reads the query part of an address. Nothing unreadable passes in silence: it is named in `unread`. */
export function readView(search: string): ReadView {
  const query = new URLSearchParams(search);
  const unread: string[] = [];
  const take = <T>(name: string, parse: (text: string) => T | null, otherwise: T): T => {
    const text = query.get(name);
    if (text === null || text === "") return otherwise;
    const value = parse(text);
    if (value !== null) return value;
    unread.push(name);
    return otherwise;
  };
  const view: View = {
    page: take("page", oneOf(PAGES), DEFAULT_VIEW.page),
    area: take("area", areaId, null),
    category: take("category", word, null),
    profile: take("profile", word, DEFAULT_VIEW.profile),
    minutes: take("minutes", minutes, DEFAULT_VIEW.minutes),
    at: take("at", moment, null),
    by: take("by", oneOf<UnitLevel>(["community", "subdistrict"]), DEFAULT_VIEW.by),
    place: take("place", readPlace, null),
    residence: take("residence", anyText, null),
    unit: take("unit", anyText, null),
    polygon: take("polygon", readPolygon, null),
    camera: take("map", camera, null),
    hidden: take("hide", someOf(LAYERS), DEFAULT_VIEW.hidden),
    ground: take("ground", oneOf(["day", "night"] as const), DEFAULT_VIEW.ground),
    language: take("lang", oneOf<Language>(["zh", "en"]), DEFAULT_VIEW.language),
    scenario: take("scenario", rowNumber, null),
    mode: take("mode", oneOf(["what-if"] as const), null),
    draft: take("draft", draftVersion, null),
    compare: take("compare", readComparand, null),
    swipe: take("swipe", within(0, 100), DEFAULT_VIEW.swipe),
    rule: take("rule", word, null),
    date: take("date", day, null),
    pair: take("pair", anyText, null),
    zone: take("zone", isOne, null) !== null,
    crs: take("crs", oneOf(PLACE_CRS), DEFAULT_VIEW.crs),
    source: take("source", oneOf(SOURCES), DEFAULT_VIEW.source),
    run: take("run", word, null),
    pack: take("pack", word, null),
    tab: take("tab", oneOf(TABS), DEFAULT_VIEW.tab),
    street: take("street", anyText, null),
    community: take("community", anyText, null),
    group: take("group", word, null),
    only: take("only", oneOf(SOUGHT), null),
    against: take("against", word, null),
    paper: take("paper", oneOf(PAPERS), DEFAULT_VIEW.paper),
    size: take("size", oneOf(PAPER_SIZES), DEFAULT_VIEW.size),
    siting: readSiting(take),
  };
  return { view: view.residence === null ? view : { ...view, place: null }, unread };
}

/** The query part of an address, defaults left out, always in the same order. */
export function writeView(view: View): string {
  const query = new URLSearchParams();
  const put = (name: string, text: string | null, usual: string | null) => {
    if (text !== null && text !== usual) query.set(name, text);
  };
  put("page", view.page, DEFAULT_VIEW.page);
  put("area", view.area, null);
  put("category", view.category, null);
  put("profile", view.profile, DEFAULT_VIEW.profile);
  put("minutes", String(view.minutes), String(DEFAULT_VIEW.minutes));
  put("at", view.at, null);
  put("by", view.by, DEFAULT_VIEW.by);
  put("place", view.place && `${written(view.place[0])},${written(view.place[1])}`, null);
  put("residence", view.residence, null);
  put("unit", view.unit, null);
  put("polygon", view.polygon && writePolygon(view.polygon), null);
  put("map", view.camera && writeCamera(view.camera), null);
  put("hide", view.hidden.join(","), "");
  put("ground", view.ground, DEFAULT_VIEW.ground);
  put("lang", view.language, DEFAULT_VIEW.language);
  put("scenario", view.scenario === null ? null : String(view.scenario), null);
  put("mode", view.mode, null);
  put("draft", view.draft, null);
  put("compare", view.compare && writeComparand(view.compare), null);
  put("swipe", String(view.swipe), String(DEFAULT_VIEW.swipe));
  put("rule", view.rule, null);
  put("date", view.date, null);
  put("pair", view.pair, null);
  put("zone", view.zone ? "1" : null, null);
  put("crs", view.crs, DEFAULT_VIEW.crs);
  put("source", view.source, DEFAULT_VIEW.source);
  put("run", view.run, null);
  put("pack", view.pack, null);
  put("tab", view.tab, DEFAULT_VIEW.tab);
  put("street", view.street, null);
  put("community", view.community, null);
  put("group", view.group, null);
  put("only", view.only, null);
  put("against", view.against, null);
  put("paper", view.paper, DEFAULT_VIEW.paper);
  put("size", view.size, DEFAULT_VIEW.size);
  writeSiting(view.siting, put);
  // Commas, slashes, colons and at signs are legal in a query; left readable they survive being typed by hand.
  const text = query
    .toString()
    .replaceAll("%2C", ",")
    .replaceAll("%2F", "/")
    .replaceAll("%3A", ":")
    .replaceAll("%40", "@");
  return text === "" ? "" : `?${text}`;
}

/** Reads `lon,lat` as a person types it: a comma (also the Chinese one) or spaces between. Null when it is no position. */
export function readPlace(text: string): Place | null {
  const parts = text.trim().split(/\s*[,，;；\s]\s*/);
  if (parts.length !== 2 || parts.some((part) => !/^-?\d+(\.\d+)?$/.test(part))) return null;
  const [lon, lat] = parts.map(Number) as [number, number];
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
}

/** Six decimals, about 0.1 m: finer than any click. */
export function degrees(value: number): string {
  return String(Number(value.toFixed(6)));
}

/** Nine decimals, a tenth of a millimetre: a place that was surveyed stays where it is. */
export function written(value: number): string {
  const text = value.toFixed(9).replace(/\.?0+$/, "");
  return text === "-0" ? "0" : text;
}

/** A place of the map, no finer than a click can be. */
export function roughly([lon, lat]: Place): Place {
  return [Number(degrees(lon)), Number(degrees(lat))];
}

/** Rounded as the address holds it, so that a view read back equals the one written. */
export function roundCamera({ lon, lat, zoom }: Camera): Camera {
  return { lon: rounded(lon, 5), lat: rounded(lat, 5), zoom: rounded(zoom, 2) };
}

/** Never −0, which the address cannot hold. */
function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

function writeCamera(value: Camera): string {
  const { lon, lat, zoom } = roundCamera(value);
  return `${lon},${lat},${zoom}`;
}

function camera(text: string): Camera | null {
  const parts = text.split(",").map(Number);
  if (parts.length !== 3 || parts.some((part) => !Number.isFinite(part))) return null;
  const [lon, lat, zoom] = parts as [number, number, number];
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 24 ? { lon, lat, zoom } : null;
}

function minutes(text: string): number | null {
  const value = Number(text);
  return Number.isInteger(value) && value >= MIN_MINUTES && value <= MAX_MINUTES ? value : null;
}

function draftVersion(text: string): string | null {
  return /^[a-z0-9]{1,12}\.\d{1,6}$/.test(text) ? text : null;
}

/** The days of {@link View.at}, Monday first, and public holidays. */
export const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH"] as const;
export type Day = (typeof DAYS)[number];

function moment(text: string): string | null {
  return /^(Mo|Tu|We|Th|Fr|Sa|Su|PH) ([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : null;
}

function areaId(text: string): string | null {
  return /^[a-z0-9][a-z0-9-]{0,62}$/.test(text) ? text : null;
}
