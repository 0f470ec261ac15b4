/** What the page of siting is asked, as the address holds it. @module */
import { anyText, isOne, oneOf, someOf, within, word } from "../parse.ts";

export const OBJECTIVES = ["cover", "fewest", "median", "center"] as const;
export type Objective = (typeof OBJECTIVES)[number];
export const FOUND_SOURCES = ["gate", "corner", "lattice"] as const;
/** Kinds of places that are found on the map. */
export type FoundSource = (typeof FOUND_SOURCES)[number];
/** What the map shows: the plan alone, walks before and after it, or what it changes. */
export const PICTURES = ["plan", "before", "after", "change"] as const;
export type Picture = (typeof PICTURES)[number];

export interface SitingAsked {
  /** Whether it is to be solved: it may take a while, so nobody's page begins with it. */
  readonly solve: boolean;
  readonly objective: Objective;
  /** Most new sites; of `fewest` null for as many as it takes. */
  readonly sites: number | null;
  /** Of `fewest`: whole per cent of all people. */
  readonly share: number;
  readonly spacingM: number | null;
  /** Rule of spacing to be kept. */
  readonly rule: string | null;
  readonly mostPerCommunity: number | null;
  readonly onePerCommunity: boolean;
  readonly equity: boolean;
  readonly elderlyWeight: number;
  readonly budget: number | null;
  readonly capacities: boolean;
  readonly sources: readonly FoundSource[];
  readonly latticeM: number;
  /** Candidates that are looked at, at most. */
  readonly most: number;
  /** Refs of facilities that are signed, all others of the category being candidates; null where all serve. */
  readonly signed: readonly string[] | null;
  /** Table of premises kept by this window: see `premises.ts`. */
  readonly premises: string | null;
  /** Ids of candidates. */
  readonly force: readonly string[];
  readonly forbid: readonly string[];
  /** For the proof; 0 for the quick plan alone. */
  readonly seconds: number;
  /** Id of the site or candidate that is looked at. */
  readonly site: string | null;
  readonly picture: Picture;
}

export const DEFAULT_SITING: SitingAsked = {
  solve: false,
  objective: "cover",
  sites: 5,
  share: 95,
  spacingM: null,
  rule: null,
  mostPerCommunity: null,
  onePerCommunity: false,
  equity: false,
  elderlyWeight: 1,
  budget: null,
  capacities: false,
  sources: ["gate", "corner"],
  latticeM: 100,
  most: 1000,
  signed: null,
  premises: null,
  force: [],
  forbid: [],
  seconds: 30,
  site: null,
  picture: "plan",
};

type Take = <T>(name: string, parse: (text: string) => T | null, otherwise: T) => T;
type Put = (name: string, text: string | null, usual: string | null) => void;

/** What means "none" where a number is usual, and "nobody" for a list that may be empty. */
const NONE = "none";

export function readSiting(take: Take): SitingAsked {
  const usual = DEFAULT_SITING;
  return {
    solve: take("solve", isOne, false),
    objective: take("objective", oneOf(OBJECTIVES), usual.objective),
    // Wrapped, since null is a value of its own here and not what could not be read.
    sites: take<{ n: number | null }>(
      "sites",
      (text) => (text === NONE ? { n: null } : wrapped(within(1, 1000)(text))),
      {
        n: usual.sites,
      },
    ).n,
    share: take("share", within(1, 100), usual.share),
    spacingM: take("spacing", within(1, 100_000), null),
    rule: take("keep", word, null),
    mostPerCommunity: take("per-community", within(1, 1000), null),
    onePerCommunity: take("each-community", isOne, false),
    equity: take("equity", isOne, false),
    elderlyWeight: take("elderly", within(1, 100), usual.elderlyWeight),
    budget: take("budget", (text) => (/^\d{1,12}(\.\d{1,2})?$/.test(text) ? Number(text) : null), null),
    capacities: take("capacities", isOne, false),
    sources: take("from", sources, usual.sources),
    latticeM: take("lattice", within(10, 5000), usual.latticeM),
    most: take("most", within(1, 5000), usual.most),
    signed: take("signed", (text) => (text === NONE ? [] : ids(text)), null),
    premises: take("premises", (text) => (/^[a-z0-9]{1,16}$/.test(text) ? text : null), null),
    force: take("force", ids, []),
    forbid: take("forbid", ids, []),
    seconds: take("seconds", within(0, 600), usual.seconds),
    site: take("site", anyText, null),
    picture: take("shows", oneOf(PICTURES), usual.picture),
  };
}

export function writeSiting(asked: SitingAsked, put: Put): void {
  const usual = DEFAULT_SITING;
  const flag = (name: string, on: boolean) => put(name, on ? "1" : null, null);
  const count = (name: string, value: number | null, otherwise: number | null) =>
    put(name, value === null ? null : String(value), otherwise === null ? null : String(otherwise));
  flag("solve", asked.solve);
  put("objective", asked.objective, usual.objective);
  put("sites", asked.sites === null ? NONE : String(asked.sites), String(usual.sites));
  count("share", asked.share, usual.share);
  count("spacing", asked.spacingM, null);
  put("keep", asked.rule, null);
  count("per-community", asked.mostPerCommunity, null);
  flag("each-community", asked.onePerCommunity);
  flag("equity", asked.equity);
  count("elderly", asked.elderlyWeight, usual.elderlyWeight);
  count("budget", asked.budget, null);
  flag("capacities", asked.capacities);
  put("from", asked.sources.length === 0 ? NONE : asked.sources.join(","), usual.sources.join(","));
  count("lattice", asked.latticeM, usual.latticeM);
  count("most", asked.most, usual.most);
  put("signed", asked.signed && (asked.signed.length === 0 ? NONE : writeIds(asked.signed)), null);
  put("premises", asked.premises, null);
  put("force", writeIds(asked.force), "");
  put("forbid", writeIds(asked.forbid), "");
  count("seconds", asked.seconds, usual.seconds);
  put("site", asked.site, null);
  put("shows", asked.picture, usual.picture);
}

/** Ids hold commas and colons, so what parts them is a bar; one inside an id is escaped. */
function writeIds(list: readonly string[]): string {
  return list.map((id) => id.replaceAll("%", "%25").replaceAll("|", "%7C")).join("|");
}

function ids(text: string): readonly string[] | null {
  const list = text.split("|").map((id) => id.replaceAll("%7C", "|").replaceAll("%25", "%"));
  return list.every((id) => id !== "" && id.length <= 200) && list.length <= 1000 ? list : null;
}

function sources(text: string): readonly FoundSource[] | null {
  return text === NONE ? [] : someOf(FOUND_SOURCES)(text);
}

function wrapped(n: number | null): { n: number } | null {
  return n === null ? null : { n };
}
