/** The table that an office fills in: one line for each fact that the pack asks of each unit, with room for its value. @module */
import type { Pack } from "../pack/pack.ts";
import { askedFacts } from "./asked-facts.ts";
import type { RegisterIndex } from "./index-register.ts";
import { FACT_COLUMNS } from "./read-facts.ts";

/** @returns the header and the lines, all texts; of a facility that is not in the register yet the name is empty */
export function factTemplate(
  pack: Pack,
  index: RegisterIndex,
  asOf: string,
): { header: readonly string[]; rows: string[][] } {
  const asked = askedFacts(pack);
  const rows = index.register.units.flatMap((unit) => {
    const [street, community] =
      unit.level === "community"
        ? [index.units.get(unit.parent ?? "")?.name ?? "", unit.name]
        : [unit.level === "street" ? unit.name : "", ""];
    return asked
      .filter(({ level }) => level === unit.level)
      .flatMap(({ item, fact, expected }) => {
        const found = item === null ? undefined : pack.items.get(item);
        const isPlace =
          found !== undefined &&
          found.form !== "unit" &&
          !UNIT_FACTS.has(fact) &&
          [...pack.terms.values()].every(({ zh, form }) => zh !== fact || form !== "step");
        const names = isPlace
          ? index
              .places(unit, found.kinds, asOf)
              .filter(({ facility }) => facility.unit === unit.id)
              .map(({ facility }) => facility.name ?? "")
          : [];
        return (names.length === 0 ? [""] : names).map((name) => [
          street,
          community,
          found?.zh ?? "",
          name,
          fact,
          "",
          expected,
        ]);
      });
  });
  return { header: [...Object.values(FACT_COLUMNS), "填写说明"], rows };
}

/** Told of an item as a whole, not of one facility. */
const UNIT_FACTS = new Set(["台账齐全", "验收日期", "验收通过", "验收得分"]);
