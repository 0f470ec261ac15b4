/** What one community is paid, what waits for a fact, and what is refused and why. @module */
import { useTranslation } from "react-i18next";
import { useMoney } from "../../client/standards.ts";
import { ProblemText } from "../../parts/states.tsx";
import { MoneyRows } from "./money-rows.tsx";
import { moneyShown } from "./quantity.ts";
import type { AskedStandards } from "./use-standards.ts";

export function UnitMoney({ asked, unit }: { readonly asked: AskedStandards; readonly unit: string }) {
  const { t } = useTranslation();
  const money = useMoney(asked.question, unit);
  if (money.error !== null)
    return (
      <p role="alert">
        <ProblemText error={money.error} />
      </p>
    );
  if (money.data === undefined || money.data.lines.length === 0) return null;
  const { total, lines } = money.data;
  return (
    <section>
      <h3>
        {t("standards.unitMoney", { cny: moneyShown(total.owedCny) })}
        {total.unknownLines > 0 && <small> {t("standards.moneyWaits", { n: total.unknownLines })}</small>}
      </h3>
      <MoneyRows lines={lines} withUnit={false} />
    </section>
  );
}
