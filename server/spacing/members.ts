/** Whom a rule holds against each other on a day: facilities of its classes that stood then and that nothing exempts. @module */
import type { Facilities } from "../coverage/people.ts";
import { type Register, stoodOn } from "./register.ts";
import type { Rule } from "./rule.ts";

export interface Members {
  /** Sets whose members are held against each other; one a class where the rule is about same classes. */
  readonly alone: readonly Int32Array[];
  /** Two sets whose members are held against those of the other; null where the rule is about same classes. */
  readonly across: readonly [one: Int32Array, other: Int32Array] | null;
  /** Facilities of the classes that had not opened yet, or had closed. */
  readonly notStanding: number;
  /** Those that an exemption of the rule names. */
  readonly exempt: number;
  /** Members whose opening day nobody knows: taken to have stood. */
  readonly openingUnknown: number;
}

export function membersOf(facilities: Facilities, register: Register, rule: Rule, day: string): Members {
  let notStanding = 0;
  let exempt = 0;
  let openingUnknown = 0;
  const take = (codes: readonly string[]): Int32Array => {
    const wanted = new Set(codes.map((code) => facilities.categories.indexOf(code)));
    const own: number[] = [];
    for (let f = 0; f < facilities.count; f++) {
      if (!wanted.has(facilities.category[f])) continue;
      if (!stoodOn(register, f, day)) notStanding++;
      else if (isExempt(rule, facilities.name[f])) exempt++;
      else {
        own.push(f);
        if (register.openedOn[f] === null) openingUnknown++;
      }
    }
    return Int32Array.from(own);
  };
  const alone = rule.sameClass.map((code) => take([code]));
  const across = rule.between && ([take(rule.between[0]), take(rule.between[1])] as const);
  return { alone, across, notStanding, exempt, openingUnknown };
}

export function isExempt({ exemptions }: Rule, name: string | null): boolean {
  return name !== null && exemptions.some(({ nameContains }) => nameContains.some((part) => name.includes(part)));
}

/** All members, whatever set they are of. */
export function everyMember({ alone, across }: Members): Int32Array {
  return Int32Array.from([...alone, ...(across ?? [])].flatMap((set) => [...set]));
}
