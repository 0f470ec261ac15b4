/** Packs as shipped, and requirements told in one short line, for tables that are read beside the documents. @module */
import { loadPacks } from "../../server/analysis/standard-packs.ts";
import type { Pack, Requirement } from "../../server/standards/pack/pack.ts";

export const shippedPacks = await loadPacks();

export function shipped(id: string): Pack {
  const pack = shippedPacks.get(id);
  if (pack === undefined) throw new Error(`no pack ${id}`);
  return pack;
}

/** `area≥100`, `windows:6` (things on a list), `built@2013-11-30` (due), `~` generally, `?` encouraged, `…` open list. */
export function toldShortly(requirement: Requirement): string {
  const name = requirement.id.slice(requirement.item.length + 1);
  const strength = { must: "", generally: "~", in_principle: "≈", encouraged: "?", open_list: "…" }[
    requirement.strength
  ];
  const due = requirement.due === null ? "" : `@${requirement.due}`;
  return `${name}${askedShortly(requirement)}${due}${strength}`;
}

function askedShortly(requirement: Requirement): string {
  switch (requirement.kind) {
    case "count":
      return `≥${amount(requirement.at_least)}`;
    case "floor_area":
    case "figure": {
      const cases = (requirement.cases ?? []).map(
        ({ when, at_least }) => `|${Object.values(when).join("+")}≥${amount(at_least)}`,
      );
      return `${bound("≥", requirement.at_least)}${bound("≤", requirement.at_most)}${cases.join("")}`;
    }
    case "ratio": {
      const cases = (requirement.cases ?? []).map(
        ({ when, at_least }) => `|${Object.values(when).join("+")}≥${amount(at_least)}`,
      );
      return `${bound("≥", requirement.at_least)}/${requirement.per ?? 1}${cases.join("")}`;
    }
    case "checklist":
      return `:${requirement.entries.length}${requirement.stated === undefined ? "" : `of${requirement.stated}`}`;
    case "opening":
      return `:${requirement.days_per_week}d${requirement.services_per_day}s`;
    case "share":
      return `${bound("≥", requirement.share_at_least)}${bound("≤", requirement.not_meeting_at_most)}`;
    case "step":
      return requirement.every === undefined ? "" : `/${requirement.every}`;
    case "acceptance":
      return bound("≥", requirement.score_at_least);
    case "reach":
      return `:${requirement.minutes ?? ""}${requirement.minutes === undefined ? `${requirement.metres}m` : "min"}`;
    case "spacing":
      return `:${requirement.metres}m`;
    case "price":
      return "";
  }
}

type Amount = number | { readonly parameter: string } | undefined;

function bound(sign: string, value: Amount): string {
  return value === undefined ? "" : `${sign}${amount(value)}`;
}

function amount(value: Amount): string {
  return typeof value === "object" ? value.parameter : String(value);
}
