/** What the document leaves to the district: each parameter with the pack's value, what is set, by whom and when. @module */
import { Button, Input, Select } from "antd";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SettingList } from "../../../server/api/schemas/register-settings.ts";
import { useSet, useSettings } from "../../client/register.ts";
import { ProblemText, Waiting } from "../../parts/states.tsx";
import { dayShown } from "../../state/figures.ts";
import { useWords } from "../coverage/use-words.ts";
import type { RegisterPart } from "./register-view.tsx";
import { useSettingWords } from "./use-setting-words.ts";

type Setting = SettingList["items"][number];

export function DistrictSettings({ asked, office }: RegisterPart) {
  const { t } = useTranslation();
  const id = useId();
  const settings = useSettings(asked.area.id, asked.pack.id);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t("register.settings")}</h3>
      <p className="hint">{t("register.settingsHint")}</p>
      {settings.error !== null && (
        <p className="bad" role="alert">
          <ProblemText error={settings.error} />
        </p>
      )}
      {settings.isPending && <Waiting lines={3} />}
      <ul className="district-settings">
        {settings.data?.items.map((one) => (
          <SettingForm key={`${one.id} ${one.version}`} asked={asked} office={office} setting={one} />
        ))}
      </ul>
    </section>
  );
}

function SettingForm({ asked, office, setting }: RegisterPart & { readonly setting: Setting }) {
  const { t } = useTranslation();
  const words = useWords();
  const id = useId();
  const { valueTold } = useSettingWords();
  const set = useSet(asked.area.id, asked.pack.id, office);
  const [value, setValue] = useState(String(setting.value ?? ""));
  const { minimum, maximum, choices } = setting;
  const named = (of: Setting["value"]) => valueTold(of, choices.find((choice) => choice.id === of)?.name ?? null);
  const packValue = t("register.packValue", { value: named(setting.default) });
  const typed = choices.length > 0 ? value : Number(value);
  const isNew = value.trim() !== "" && typed !== setting.value && !Number.isNaN(typed);
  const hasOffice = office.trim() !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isNew && hasOffice) set.mutate({ parameter: setting.id, value: typed });
  };
  return (
    <li>
      <form onSubmit={submit}>
        <label htmlFor={id}>
          {words(setting.name)}
          {setting.clause !== null && <small> {t("standards.clause", { clause: setting.clause })}</small>}
        </label>
        <p className="hint">
          {setting.suggested === null
            ? packValue
            : t("lines.aside", { what: packValue, more: words(setting.suggested) })}
          {minimum !== null && maximum !== null && ` · ${t("register.range", { minimum, maximum })}`} ·{" "}
          {setting.uses === 0 ? t("register.hangsNothing") : t("register.hangOn", { n: setting.uses })}
        </p>
        <div className="setting-fields">
          {choices.length > 0 ? (
            <Select
              id={id}
              value={value === "" ? null : value}
              placeholder={t("register.notSet")}
              popupMatchSelectWidth={false}
              options={choices.map((choice) => ({ value: choice.id, label: words(choice.name) }))}
              onChange={(next: string) => setValue(next)}
            />
          ) : (
            <Input
              id={id}
              inputMode="decimal"
              value={value}
              placeholder={t("register.notSet")}
              onChange={({ target }) => setValue(target.value)}
            />
          )}
          <Button htmlType="submit" loading={set.isPending} disabled={!isNew || !hasOffice}>
            {t("register.set")}
          </Button>
          {setting.value !== null && (
            <Button
              disabled={!hasOffice || set.isPending}
              onClick={() => set.mutate({ parameter: setting.id, value: null })}
            >
              {t("register.takeBack")}
            </Button>
          )}
        </div>
      </form>
      {setting.value !== null && (
        <p className="setting-told">
          {t("register.setBy", {
            value: named(setting.value),
            office: setting.office,
            day: dayShown(setting.setAt ?? ""),
            version: setting.version,
          })}
        </p>
      )}
      {!setting.usable && (
        <p className="bad" role="status">
          {t("register.unusable")}
        </p>
      )}
      {isNew && !hasOffice && <p className="hint">{t("register.officeFirst")}</p>}
      {set.error !== null && (
        <p className="bad" role="alert">
          <ProblemText error={set.error} />
        </p>
      )}
    </li>
  );
}
