/** Findings of a pack on an area: by the map and the stored register, as of a day and at a version, with what they rest on. @module */
import type { FactLine } from "../../standards/facts/read-facts.ts";
import { evaluate, type Findings } from "../../standards/findings/evaluate.ts";
import type { Waiver } from "../../standards/findings/finding.ts";
import type { Settings } from "../../standards/judge/context.ts";
import type { Pack } from "../../standards/pack/pack.ts";
import type { Store } from "../../store/open.ts";
import type { Desk } from "../desk.ts";
import { kept, recent } from "../kept.ts";
import type { OpenArea } from "../open-area.ts";
import { ALGORITHM } from "../pins.ts";
import { sha256 } from "../spacing-pins.ts";
import type { RuleBook } from "../spacing-rules.ts";
import { streetNamed, withFacts } from "../standards.ts";
import { settingsFor, type UsedSetting } from "./district-settings.ts";
import { registerParts, type WholeRegister, wholeRegister } from "./whole-register.ts";

/** What questions about standards are answered with. */
export interface StandardsHands {
  readonly desk: Desk;
  readonly store: Pick<Store, "db">;
  readonly rules: RuleBook;
}

export interface FindingsQuestion {
  /** Day of the findings, `2015-07-01`. */
  readonly asOf: string;
  /** Profile of walks. */
  readonly profile: string;
  /** Name of a street office that answers for its own communities alone. */
  readonly within?: string | undefined;
  /** Parameters to try other values of, before those that the district has set. */
  readonly settings?: Settings | undefined;
  /** Version of the register; the newest where left out. */
  readonly register?: number | undefined;
  /** Of a table that is not stored, laid over the register. */
  readonly facts?: readonly FactLine[] | undefined;
}

/** The same pins give the same bytes. */
export interface StandardsPins {
  area: string;
  release: number;
  datasets: Record<string, number>;
  /** Version of the register of facts; 0: none was ever registered. */
  register: number;
  pack: string;
  /** Parameters that the district or the question has set; the others are as the pack has them. */
  settings: Record<string, number | string | null>;
  /** Of all that the pack states. */
  packHash: string;
  asOf: string;
  profile: string;
  algorithm: string;
}

export interface OpenFindings extends Findings {
  readonly area: OpenArea;
  readonly whole: WholeRegister;
  /** Every parameter of the pack. */
  readonly used: ReadonlyMap<string, UsedSetting>;
  readonly pins: StandardsPins;
}

/** To be raised whenever the same data would give another verdict; walks have an algorithm of their own. */
const STANDARDS_ALGORITHM = `standards-3 ${ALGORITHM}`;
const HASH_DIGITS = 16;
/** A district's findings are some 30,000. */
const MOST_KEPT = 8;
const answers = new WeakMap<OpenArea, Map<string, OpenFindings>>();

/** @throws DomainError `area_unknown`, `street_unknown`, `register_version_unknown`, `facts_refused`, and whatever settings have wrong */
export async function openFindings(
  { desk, store, rules }: StandardsHands,
  areaId: string,
  pack: Pack,
  question: FindingsQuestion,
): Promise<OpenFindings> {
  const area = await desk.open(areaId);
  const { name } = await desk.release(areaId);
  const parts = await registerParts(store.db, area, pack, rules, { ...question, areaName: name });
  const make = () => findOn(area, pack, question, wholeRegister(parts));
  if (question.facts !== undefined && question.facts.length > 0) return make();
  const mine = kept(answers, area, () => new Map<string, OpenFindings>());
  const { asOf, profile, within, settings } = question;
  const stamp = sha256(parts.spacing);
  const key = JSON.stringify([pack.head.id, parts.stored.version, asOf, profile, within, settings, name, stamp]);
  return recent(mine, key, MOST_KEPT, make);
}

function findOn(area: OpenArea, pack: Pack, question: FindingsQuestion, whole: WholeRegister): OpenFindings {
  const register = withFacts(pack, whole.register, question.facts ?? [], whole.aliases);
  const { settings, used } = settingsFor(pack, whole.stored.settings, question.settings);
  const within = question.within === undefined ? undefined : streetNamed(register, question.within, whole.aliases);
  const found = evaluate(pack, register, question.asOf, {
    settings,
    aliases: whole.aliases,
    waivers: waiversOf(pack, whole),
    within,
  });
  return { ...found, area, whole, used, pins: pinsFor(area, pack, question, settings, whole) };
}

function waiversOf(pack: Pack, { stored, idOf }: WholeRegister): Waiver[] {
  return stored.waivers.flatMap(({ unit, pack: of, ...waiver }) => {
    const id = idOf.get(unit);
    return of === pack.head.id && id !== undefined ? [{ ...waiver, unit: id }] : [];
  });
}

function pinsFor(
  { content }: OpenArea,
  pack: Pack,
  { asOf, profile }: FindingsQuestion,
  settings: Settings,
  { stored }: WholeRegister,
): StandardsPins {
  return {
    area: content.areaId,
    release: content.release,
    datasets: { ...content.datasets },
    register: stored.version,
    pack: pack.head.id,
    settings: { ...settings },
    packHash: packHash(pack),
    asOf,
    profile,
    algorithm: STANDARDS_ALGORITHM,
  };
}

const hashes = new WeakMap<Pack, string>();

export function packHash(pack: Pack): string {
  return kept(hashes, pack, () => {
    const { terms, items, requirement: _, taskLists, ...rest } = pack;
    const stated = { ...rest, terms: [...terms.values()], items: [...items.values()], lists: [...taskLists.values()] };
    return sha256(stated).slice(0, HASH_DIGITS);
  });
}
