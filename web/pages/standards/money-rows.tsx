/** Payments as a table: to whom, for what, by which rule, how much and who bears it, or what stands against it. @module */
import { useTranslation } from "react-i18next";
import type { PaymentLine } from "../../../server/api/schemas/standard-views.ts";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { useWords } from "../coverage/use-words.ts";
import { moneyShown } from "./quantity.ts";
import { useMoneyWords } from "./use-money-words.ts";

export function MoneyRows({ lines, withUnit }: { readonly lines: readonly PaymentLine[]; readonly withUnit: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const { ruleTold, obstacleTold } = useMoneyWords();
  return (
    <TableScroll label={t("standards.moneyTable")}>
      <table className="plain finding-table money-table">
        <thead>
          <tr>
            {withUnit && <th scope="col">{t("standards.payee")}</th>}
            <th scope="col">{t("standards.subsidy")}</th>
            <th scope="col">{t("standards.rule")}</th>
            <th scope="col">{t("standards.state")}</th>
            <th scope="col" className="numeric">
              {t("standards.cny")}
            </th>
            <th scope="col">{t("standards.whyMoney")}</th>
            <th scope="col">{t("standards.clauseHead")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.subsidy} ${line.unit.id} ${line.thing?.id} ${words(line.payment)}`}>
              {withUnit && (
                <th scope="row">
                  {line.unit.name}
                  {line.unit.street !== null && <small className="cell-note">{line.unit.street}</small>}
                </th>
              )}
              <td>
                {words(line.item)}
                {line.thing?.name != null && <small className="cell-note">{line.thing.name}</small>}
              </td>
              <td>{ruleTold(line)}</td>
              <td className={`state-${line.state}`}>{t(`standards.states.${line.state}`)}</td>
              <td className="numeric">
                {line.cny === null ? "–" : moneyShown(line.cny)}
                {line.isAtLeast && line.cny !== null && <small className="cell-note">{t("standards.atLeast")}</small>}
              </td>
              <td>
                {line.shares.length > 1
                  ? line.shares.map(({ payer, cny }) => `${words(payer)} ${moneyShown(cny)}`).join(t("standards.join"))
                  : line.obstacles.map(obstacleTold).join(t("answer.join"))}
              </td>
              <td>{line.clause}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
