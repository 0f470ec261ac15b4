/** Subsidies: what is owed, what waits for a fact, sums by item and street, the ceilings of the document, and every line. @module */
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MoneyPage, PaymentLine } from "../../../server/api/schemas/standard-views.ts";
import { useMoney } from "../../client/standards.ts";
import { Failed, Notice, Waiting } from "../../parts/states.tsx";
import { useFirst } from "../../parts/use-first.tsx";
import { countShown } from "../../state/figures.ts";
import { useWords } from "../coverage/use-words.ts";
import { CeilingRows } from "./ceiling-rows.tsx";
import { MoneyRows } from "./money-rows.tsx";
import { moneyShown } from "./quantity.ts";
import { SumRows } from "./sum-rows.tsx";
import type { AskedStandards } from "./use-standards.ts";

const FIRST = 60;
const STATES: readonly PaymentLine["state"][] = ["owed", "unknown", "refused", "not_stated"];
const EVERY = "";

export function MoneyView({ asked }: { readonly asked: AskedStandards }) {
  const { t } = useTranslation();
  const money = useMoney(asked.question, null);
  if (money.error !== null) return <Failed error={money.error} retry={() => void money.refetch()} />;
  if (money.data === undefined) return <Waiting lines={12} />;
  const { total, byItem, byStreet, ceilings, lines } = money.data;
  if (lines.length === 0 && ceilings.length === 0)
    return <Notice tone="empty" title={t("standards.noMoney")} text={t("standards.noMoneyNext")} />;
  return (
    <div
      className={`sheet-scroll money-view${money.isPlaceholderData ? " outdated" : ""}`}
      aria-busy={money.isPlaceholderData}
    >
      <section className="money-head">
        <p className="headline">
          <b>{moneyShown(total.owedCny)}</b>
          <span>{t("standards.owedTotal")}</span>
        </p>
        <ul className="money-states">
          {STATES.map((state) => (
            <li key={state} className={`state-${state}`}>
              {t(`standards.states.${state}`)} <b>{countShown(total.states[state])}</b> {t("standards.linesUnit")}
            </li>
          ))}
        </ul>
        <p className="hint">{t("standards.moneyHint")}</p>
      </section>
      <div className="money-sums">
        <SumRows
          title={t("standards.byItem")}
          head={t("standards.item")}
          rows={byItem.map(({ item, ...sum }) => ({ id: item.id, name: item, ...sum }))}
        />
        <SumRows
          title={t("standards.byStreet")}
          head={t("units.subdistrict")}
          rows={byStreet.map((one) => streetRow(one, t("standards.everywhere")))}
        />
      </div>
      {ceilings.length > 0 && <CeilingRows ceilings={ceilings} />}
      <Lines lines={lines} />
    </div>
  );
}

function streetRow({ unit, ...sum }: MoneyPage["byStreet"][number], whole: string) {
  const name = unit?.name ?? whole;
  return { id: unit?.id ?? "", name: { zh: name, en: name }, ...sum };
}

function Lines({ lines }: { readonly lines: readonly PaymentLine[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const [state, setState] = useState<string>(EVERY);
  const [item, setItem] = useState<string>(EVERY);
  const items = new Map(lines.map((line) => [line.item.id, line.item]));
  const chosen = lines.filter(
    (line) => (state === EVERY || line.state === state) && (item === EVERY || line.item.id === item),
  );
  const { shown, more } = useFirst(chosen, FIRST, "lines");
  return (
    <section>
      <div className="matrix-tools lines-tools">
        <h3>{t("standards.moneyLines", { n: countShown(chosen.length) })}</h3>
        <Select
          aria-label={t("standards.state")}
          value={state}
          popupMatchSelectWidth={false}
          options={[
            { value: EVERY, label: t("standards.everyState") },
            ...STATES.map((value) => ({ value, label: t(`standards.states.${value}`) })),
          ]}
          onChange={setState}
        />
        <Select
          aria-label={t("standards.item")}
          value={item}
          popupMatchSelectWidth={false}
          options={[
            { value: EVERY, label: t("standards.allItems") },
            ...[...items].map(([value, name]) => ({ value, label: words(name) })),
          ]}
          onChange={setItem}
        />
      </div>
      <MoneyRows lines={shown} withUnit />
      {more}
    </section>
  );
}
