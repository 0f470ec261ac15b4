/** One price by hand: of which shop, on which day, what a good costs there and in a market. @module */
import { Button, Input, Select } from "antd";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useTellPrice } from "../../client/register.ts";
import { useMatrix } from "../../client/standards.ts";
import { ProblemText } from "../../parts/states.tsx";
import { useView } from "../../state/use-view.ts";
import { useWords } from "../coverage/use-words.ts";
import type { RegisterPart } from "./register-view.tsx";

/** Fields that are typed, in the order of the table. */
const TYPED = ["place", "on", "good", "per", "cny", "market", "marketCny", "source"] as const;
type Typed = (typeof TYPED)[number];
const MAY_BE_EMPTY: readonly Typed[] = ["place", "source"];
const PRICES: readonly Typed[] = ["cny", "marketCny"];

export function TellPrice({ asked, office }: RegisterPart) {
  const { t } = useTranslation();
  const words = useWords();
  const id = useId();
  const { area, pack, question } = asked;
  const { community } = useView();
  const matrix = useMatrix(question);
  const tell = useTellPrice(area.id, pack.id, office);
  const [item, setItem] = useState(pack.priced[0].id);
  const [picked, setPicked] = useState<string | null>(null);
  const [typed, setTyped] = useState<Partial<Record<Typed, string>>>({ on: question.asOf });
  const level = pack.priced.find((one) => one.id === item)?.level;
  const units = (matrix.data?.rows ?? []).map(({ unit }) => unit).filter((unit) => unit.level === level);
  const unit = [picked, community, units[0]?.id].find((one) => units.some((each) => each.id === one)) ?? null;
  const text = (field: Typed) => (typed[field] ?? "").trim();
  const isWhole =
    unit !== null &&
    TYPED.every((field) => MAY_BE_EMPTY.includes(field) || text(field) !== "") &&
    PRICES.every((field) => Number(text(field)) > 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole || unit === null) return;
    const price = {
      unit,
      item,
      place: text("place") || null,
      on: text("on"),
      good: text("good"),
      per: text("per"),
      cny: Number(text("cny")),
      market: text("market"),
      marketCny: Number(text("marketCny")),
      source: text("source") || null,
    };
    // The same good in the next market, or the next good in the same one, is told with few keys.
    const sent = text("marketCny");
    // What was typed meanwhile stays.
    const emptied = (now = "") => (now.trim() === sent ? "" : now);
    tell.mutate(price, {
      onSuccess: () => setTyped((before) => ({ ...before, marketCny: emptied(before.marketCny) })),
    });
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t("register.priceByHand")}</h3>
      <form className="tell-fact" onSubmit={submit}>
        <div className="field">
          <label htmlFor={`${id}-item`}>{t("standards.item")}</label>
          <Select
            id={`${id}-item`}
            value={item}
            popupMatchSelectWidth={false}
            options={pack.priced.map((one) => ({ value: one.id, label: words(one) }))}
            onChange={setItem}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-unit`}>{t("register.whose")}</label>
          <Select
            id={`${id}-unit`}
            showSearch
            optionFilterProp="label"
            value={unit}
            options={units.map((one) => ({ value: one.id, label: one.name }))}
            onChange={setPicked}
          />
        </div>
        {TYPED.map((field) => (
          <div className="field" key={field}>
            <label htmlFor={`${id}-${field}`}>{t(`register.prices.${field}`)}</label>
            <Input
              id={`${id}-${field}`}
              type={field === "on" ? "date" : "text"}
              {...(PRICES.includes(field) && { inputMode: "decimal" as const })}
              value={typed[field] ?? ""}
              onChange={({ target }) => setTyped((before) => ({ ...before, [field]: target.value }))}
            />
          </div>
        ))}
        <Button htmlType="submit" type="primary" loading={tell.isPending} disabled={!isWhole}>
          {t("register.tell")}
        </Button>
      </form>
      {tell.error !== null && (
        <p className="bad" role="alert">
          <ProblemText error={tell.error} />
        </p>
      )}
      <p role="status" className="hint">
        {tell.data !== undefined && t("register.told", { version: tell.data.version })}
      </p>
    </section>
  );
}
