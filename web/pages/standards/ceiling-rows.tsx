/** What it comes to where all that the document names is built and accepted, with the multiplication. @module */
import { useTranslation } from "react-i18next";
import type { MoneyPage } from "../../../server/api/schemas/standard-views.ts";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { countShown } from "../../state/figures.ts";
import { useWords } from "../coverage/use-words.ts";
import { moneyShown } from "./quantity.ts";

export function CeilingRows({ ceilings }: { readonly ceilings: MoneyPage["ceilings"] }) {
  const { t } = useTranslation();
  const words = useWords();
  const sum = ceilings.reduce((all, { totalCny }) => all + totalCny, 0);
  return (
    <section>
      <h3>
        {t("standards.ceilings")} <small>{t("standards.ceilingsHint")}</small>
      </h3>
      <TableScroll label={t("standards.ceilings")}>
        <table className="plain ceiling-table">
          <thead>
            <tr>
              <th scope="col">{t("standards.subsidy")}</th>
              <th scope="col" className="numeric">
                {t("standards.eachCny")}
              </th>
              <th scope="col" className="numeric">
                {t("standards.things")}
              </th>
              <th scope="col" className="numeric">
                {t("standards.ceilingCny")}
              </th>
              <th scope="col">{t("standards.clauseHead")}</th>
            </tr>
          </thead>
          <tbody>
            {ceilings.map(({ subsidy, name, eachCny, things, totalCny, clause }) => (
              <tr key={subsidy}>
                <th scope="row">{words(name)}</th>
                <td className="numeric">{eachCny === 0 ? "–" : moneyShown(eachCny)}</td>
                <td className="numeric">{countShown(things)}</td>
                <td className="numeric">{moneyShown(totalCny)}</td>
                <td>{clause}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("standards.sum")}</th>
              <td />
              <td />
              <td className="numeric">{moneyShown(sum)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </TableScroll>
    </section>
  );
}
