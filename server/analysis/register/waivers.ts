/** Decisions to do without: a requirement that falls short in a unit, allowed by an office, for a time. @module */
import { dueDate } from "../../standards/dates.ts";
import { standardsError } from "../../standards/errors.ts";
import { whyNotWaived } from "../../standards/findings/evaluate.ts";
import type { Pack } from "../../standards/pack/pack.ts";
import type { RegisterWaiver } from "../../store/register/read-register.ts";
import { type RegisterWritten, writeRegister } from "../../store/register/write-register.ts";
import { registerNow } from "./import-tables.ts";
import type { StandardsHands } from "./open-findings.ts";
import { knownUnit, type UnitAnswer } from "./unit-answers.ts";

export interface AskedWaiver {
  readonly unit: string;
  readonly requirement: string;
  readonly reason: string;
  /** The body that allows it, never a person. */
  readonly office: string;
  readonly from: string;
  readonly until: string | null;
}

export interface WaiverAnswer extends Omit<RegisterWaiver, "unit"> {
  readonly unit: UnitAnswer;
}

/** Those that count now, in the order in which they were made. Of a unit that is not there any more none is told. */
export async function listWaivers(hands: StandardsHands, areaId: string, pack: Pack): Promise<WaiverAnswer[]> {
  const { units, stored, idOf } = await registerNow(hands, areaId, pack);
  return stored.waivers.flatMap(({ unit, ...waiver }) => {
    const id = idOf.get(unit);
    return id === undefined || waiver.pack !== pack.head.id ? [] : [{ ...waiver, unit: knownUnit(units, id) }];
  });
}

/** @throws StandardsError `waiver_not_allowed`, `unit_unknown`, `date_unreadable` */
export async function addWaiver(
  hands: StandardsHands,
  areaId: string,
  pack: Pack,
  asked: AskedWaiver,
): Promise<RegisterWritten> {
  const { units, keys } = await registerNow(hands, areaId, pack);
  const unit = knownUnit(units, asked.unit);
  const [from, until] = [dueDate(asked.from), asked.until === null ? null : dueDate(asked.until)];
  const level = pack.requirement.get(asked.requirement)?.level;
  const why =
    whyNotWaived(pack, { ...asked, from, until }) ??
    (level === unit.level
      ? null
      : { zh: `这项要求不针对这一级（${unit.level}）`, en: `it is not asked of a ${unit.level}` }) ??
    (until !== null && until < from ? { zh: "截止日期早于起始日期", en: "it ends before it begins" } : null);
  if (why !== null)
    throw standardsError("waiver_not_allowed", {
      unit: unit.name,
      value: asked.requirement,
      reasonZh: why.zh,
      reasonEn: why.en,
    });
  const waiver = { ...asked, unit: keys.get(asked.unit) as string, pack: pack.head.id, from, until };
  return writeRegister(hands.store.db, {
    areaId,
    action: "waiver",
    office: asked.office,
    pack: pack.head.id,
    waivers: [waiver],
  });
}

/** @throws DomainError `waiver_unknown` */
export async function endWaiver(
  { store, desk }: StandardsHands,
  areaId: string,
  id: number,
  office: string | null,
): Promise<RegisterWritten> {
  await desk.release(areaId);
  return writeRegister(store.db, { areaId, action: "waiver", office, endedWaivers: [id] });
}
