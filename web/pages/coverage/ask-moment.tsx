/** At which hour facilities are to be open: a day and a time, or any hour. @module */
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { changeView, useView } from "../../state/use-view.ts";
import { DAYS, type Day } from "../../state/view.ts";

/** Any hour: opening hours are not asked about. */
const ANY = "any";
/** Shown and said as soon as a day is chosen; late enough that the answer differs. */
const FIRST_TIME = "22:00";
const STEP_MINUTES = 30;
const TIMES = Array.from({ length: (24 * 60) / STEP_MINUTES }, (_, i) => {
  const minutes = i * STEP_MINUTES;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
});

export function AskMoment({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { at } = useView();
  const [day, time] = at === null ? [ANY, FIRST_TIME] : (at.split(" ") as [Day, string]);
  const ask = (nextDay: string, nextTime: string) =>
    changeView({ at: nextDay === ANY ? null : `${nextDay} ${nextTime}` });
  // A time of an address that somebody else wrote need not be a half hour.
  const times = TIMES.includes(time) ? TIMES : [...TIMES, time].sort();
  return (
    <div className="field">
      <label htmlFor={id}>{t("moment.title")}</label>
      <div className="moment">
        <Select
          id={id}
          value={day}
          options={[
            { value: ANY, label: t("moment.any") },
            ...DAYS.map((value) => ({ value, label: t(`moment.day.${value}`) })),
          ]}
          onChange={(next) => ask(next, time)}
        />
        {day !== ANY && (
          <Select
            aria-label={t("moment.time")}
            showSearch
            value={time}
            options={times.map((value) => ({ value, label: value }))}
            onChange={(next) => ask(day, next)}
          />
        )}
      </div>
    </div>
  );
}
