/** What else of a facility can be tried out: another category, other hours, another capacity. @module */
import { Button, Input, InputNumber, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Change } from "../../../../server/api/schemas/scenarios.ts";
import type { Asked } from "../use-asked.ts";
import { useWords } from "../use-words.ts";
import type { Known } from "./facility-book.ts";

const MOST_PEOPLE = 1_000_000;

interface Props {
  readonly asked: Asked;
  readonly facility: Known;
  readonly onChange: (change: Change) => void;
}

export function FacilityForm({ asked, facility: { ref, category, openingHours, capacity }, onChange }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const id = useId();
  const [hours, setHours] = useState(openingHours ?? "");
  const [places, setPlaces] = useState(capacity);
  const told = hours.trim() === "" ? null : hours.trim();
  return (
    <div className="facility-form">
      <div className="field">
        <label htmlFor={`${id}-category`}>{t("whatIf.category")}</label>
        <Select
          id={`${id}-category`}
          value={category}
          showSearch={{ optionFilterProp: "label" }}
          options={asked.categories.map(({ code, name }) => ({ value: code, label: words(name) }))}
          onChange={(next) => onChange({ kind: "set_category", ref, category: next })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-hours`}>{t("whatIf.hours")}</label>
        <div className="ask-place">
          <Input
            id={`${id}-hours`}
            value={hours}
            maxLength={200}
            placeholder={t("whatIf.hoursHint")}
            onChange={({ target }) => setHours(target.value)}
          />
          <Button
            disabled={told === openingHours}
            onClick={() => onChange({ kind: "set_opening_hours", ref, openingHours: told })}
          >
            {t("whatIf.apply")}
          </Button>
        </div>
      </div>
      <div className="field">
        <label htmlFor={`${id}-capacity`}>{t("whatIf.capacity")}</label>
        <div className="ask-place">
          <InputNumber
            id={`${id}-capacity`}
            className="grow"
            min={0}
            max={MOST_PEOPLE}
            precision={0}
            value={places}
            onChange={setPlaces}
          />
          <Button
            disabled={places === capacity}
            onClick={() => onChange({ kind: "set_capacity", ref, capacity: places })}
          >
            {t("whatIf.apply")}
          </Button>
        </div>
      </div>
    </div>
  );
}
