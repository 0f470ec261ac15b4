/** Two languages, bundled: nothing is fetched, so a switch is at once. @module */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../state/view.ts";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export async function setUpWords(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "zh",
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  markLanguage(language);
}

export async function switchWords(language: Language): Promise<void> {
  if (i18next.language !== language) await i18next.changeLanguage(language);
  markLanguage(language);
}

/** The root element tells browsers, readers and our own requests which language is shown. */
function markLanguage(language: Language): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = i18next.t("app.name");
}
