/** One fact by hand: of which community, of what, which fact and its value. @module */
import { Button, Input, Select } from "antd";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useTellFact } from "../../client/register.ts";
import { useFindings, useMatrix } from "../../client/standards.ts";
import { ProblemText } from "../../parts/states.tsx";
import { useView } from "../../state/use-view.ts";
import { useWords } from "../coverage/use-words.ts";
import { KnownFacts } from "./known-facts.tsx";
import type { RegisterPart } from "./register-view.tsx";

const OF_UNIT = "";

export function TellFact({ asked, office }: RegisterPart) {
  const { t } = useTranslation();
  const words = useWords();
  const id = useId();
  const { area, pack, question } = asked;
  const { community } = useView();
  const matrix = useMatrix(question);
  const units = (matrix.data?.rows ?? []).map(({ unit }) => unit);
  const communities = units.filter(({ level }) => level === "community");
  const [picked, setPicked] = useState<string | null>(null);
  const unit = picked ?? community ?? communities[0]?.id ?? null;
  const findings = useFindings(question, unit);
  const tell = useTellFact(area.id, pack.id, office);
  const [item, setItem] = useState<string>(OF_UNIT);
  const [place, setPlace] = useState("");
  const [fact, setFact] = useState<string | null>(null);
  const [value, setValue] = useState("");
  const items = matrix.data?.items ?? [];
  const ofUnit = new Set(items.filter(({ form }) => form === "unit").map((one) => one.id));
  const wanted = (findings.data ?? [])
    // A survey of prices is no single fact.
    .filter(({ kind }) => kind !== "price")
    .filter((one) =>
      // What is asked of a place is told of that; whom a requirement is about is told of the unit.
      item === OF_UNIT ? ofUnit.has(one.item.id) || one.reason === "applicability_unknown" : one.item.id === item,
    )
    .flatMap((one) => one.wanted);
  const names = [...new Map(wanted.map((one) => [one.zh, words(one)]))].map(([zh, label]) => ({ value: zh, label }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (unit === null || fact === null || value.trim() === "") return;
    const told = {
      unit,
      item: item === OF_UNIT ? null : (items.find((one) => one.id === item)?.name.zh ?? item),
      place: place.trim() === "" ? null : place.trim(),
      fact,
      value: value.trim(),
    };
    // What was typed meanwhile stays.
    tell.mutate(told, { onSuccess: () => setValue((now) => (now === value ? "" : now)) });
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t("register.byHand")}</h3>
      <form className="tell-fact" onSubmit={submit}>
        <div className="field">
          <label htmlFor={`${id}-unit`}>{t("standards.community")}</label>
          <Select
            id={`${id}-unit`}
            showSearch
            optionFilterProp="label"
            value={unit}
            options={communities.map((one) => ({ value: one.id, label: one.name }))}
            onChange={setPicked}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-item`}>{t("standards.item")}</label>
          <Select
            id={`${id}-item`}
            value={item}
            popupMatchSelectWidth={false}
            options={[
              { value: OF_UNIT, label: t("register.ofUnit") },
              ...items.map((one) => ({ value: one.id, label: words(one.name) })),
            ]}
            onChange={(next) => {
              setItem(next);
              setFact(null);
            }}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-place`}>{t("register.place")}</label>
          <Input id={`${id}-place`} value={place} onChange={({ target }) => setPlace(target.value)} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-fact`}>{t("register.fact")}</label>
          <Select
            id={`${id}-fact`}
            value={fact}
            placeholder={t("register.wantedFirst")}
            popupMatchSelectWidth={false}
            options={names}
            onChange={setFact}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-value`}>{t("register.value")}</label>
          <Input
            id={`${id}-value`}
            value={value}
            placeholder={t("register.valueHint")}
            onChange={({ target }) => setValue(target.value)}
          />
        </div>
        <Button
          htmlType="submit"
          type="primary"
          loading={tell.isPending}
          disabled={unit === null || fact === null || value.trim() === ""}
        >
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
      <KnownFacts asked={asked} unit={unit} />
    </section>
  );
}
