/** Findings as an address asks for them: of a pack by its id, today where no day is stated. @module */
import { type OpenFindings, openFindings, type StandardsHands } from "../analysis/register/open-findings.ts";
import { settingsOf } from "../analysis/register/settings.ts";
import { packNamed, shippedPacks } from "../analysis/standard-packs.ts";
import { dayInChina } from "../base/day.ts";
import { dueDate } from "../standards/dates.ts";

export interface AskedFindings {
  readonly area: string;
  readonly asOf?: string | undefined;
  /** Name of a street office. */
  readonly street?: string | undefined;
  readonly profile: string;
  readonly set?: readonly string[] | undefined;
  readonly register?: number | undefined;
}

/** @throws DomainError `pack_unknown`, `date_unreadable`, and whatever else the question has wrong */
export async function askedFindings(
  hands: StandardsHands,
  packId: string,
  { area, asOf, street, profile, set, register }: AskedFindings,
): Promise<OpenFindings> {
  return openFindings(hands, area, packNamed(await shippedPacks(), packId), {
    asOf: dueDate(asOf ?? dayInChina(new Date())),
    profile,
    within: street,
    settings: settingsOf(set),
    register,
  });
}
