/** Values of parameters in words, and what a finding says of those that it hangs on. @module */
import { useTranslation } from "react-i18next";
import type { Words } from "../../../server/api/schemas/common.ts";
import type { Finding } from "../../../server/api/schemas/standards.ts";
import { dayShown } from "../../state/figures.ts";
import { useWords } from "../coverage/use-words.ts";

export function useSettingWords() {
  const { t } = useTranslation();
  const words = useWords();
  const valueTold = (value: number | string | null, choice: Words | null) =>
    choice !== null ? words(choice) : value === null ? t("register.notSet") : String(value);
  return {
    /** The choice by name, the number as it is, or that none is set. */
    valueTold,
    /** One line for each parameter of those given. */
    settingsTold(settings: Finding["settings"]): readonly string[] {
      return settings.flatMap(({ name, value, choice, from, office, setAt, unusable }) => {
        const told = { name: words(name), value: valueTold(value, choice) };
        const used =
          from === "district"
            ? t("standards.settingOfDistrict", { ...told, office, day: dayShown(setAt ?? "") })
            : t(from === "pack" ? "standards.settingOfPack" : "standards.settingTried", told);
        if (unusable === null) return used;
        const { setAt: day, ...set } = unusable;
        return [used, t("standards.settingUnusable", { name: words(name), ...set, day: dayShown(day) })];
      });
    },
  };
}
