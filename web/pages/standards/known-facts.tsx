/** What the register has of one unit, fact by fact, with the version that told it. @module */
import { useTranslation } from "react-i18next";
import { useFacts } from "../../client/register.ts";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { useWords } from "../coverage/use-words.ts";
import type { AskedStandards } from "./use-standards.ts";

const FACTS_SHOWN = 12;

interface Props {
  readonly asked: AskedStandards;
  readonly unit: string | null;
}

export function KnownFacts({ asked, unit }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const facts = useFacts(asked.area.id, asked.pack.id, unit);
  if (facts.data === undefined || facts.data.items.length === 0) return null;
  return (
    <TableScroll label={t("register.known")}>
      <table className="plain finding-table">
        <thead>
          <tr>
            <th scope="col">{t("standards.item")}</th>
            <th scope="col">{t("register.fact")}</th>
            <th scope="col">{t("register.value")}</th>
            <th scope="col">{t("register.toldAt")}</th>
          </tr>
        </thead>
        <tbody>
          {facts.data.items.slice(-FACTS_SHOWN).map((one) => (
            <tr key={one.id}>
              <td>
                {one.item === null ? t("register.ofUnit") : words(one.item)}
                {one.place !== null && <small className="cell-note">{one.place}</small>}
              </td>
              <td>
                {words(one.name)}
                {one.since !== null && <small className="cell-note">{one.since}</small>}
              </td>
              <td>{valueShown(one.value)}</td>
              <td>{t("register.version", { n: one.version })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );

  function valueShown(told: unknown): string {
    if (typeof told === "boolean") return t(told ? "register.yes" : "register.no");
    if (typeof told !== "object" || told === null) return String(told);
    if ("m2" in told) return `${String(told.m2)} m²`;
    if ("goods" in told) return goodsShown(told.goods as readonly Good[]);
    if ("passed" in told) return t(told.passed === true ? "standards.accepted" : "standards.refused");
    return Array.isArray(told) ? told.join(t("standards.join")) : JSON.stringify(told);
  }

  function goodsShown(goods: readonly Good[]): string {
    return goods.map(({ name, cny, per }) => t("register.goodAt", { name, cny, per })).join(t("standards.join"));
  }
}

interface Good {
  readonly name: string;
  readonly per: string;
  readonly cny: number;
}
