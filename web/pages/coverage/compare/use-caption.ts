/** What each side is called: by what differs between them, the scenario or the walker. @module */
import { useTranslation } from "react-i18next";
import type { Asked } from "../use-asked.ts";
import { useWords } from "../use-words.ts";

export type Captions = readonly [left: string, right: string];

export function useCaption(left: Asked, right: Asked): Captions {
  const { t } = useTranslation();
  const words = useWords();
  const caption = ({ scenario, profile }: Asked): string => {
    const parts = [
      left.profile.id !== right.profile.id && t("compare.profile", { name: words(profile.name) }),
      (left.profile.id === right.profile.id || scenario !== null) &&
        (scenario === null ? t("compare.base") : t("compare.scenario", { name: scenario.name })),
    ];
    return parts.filter(Boolean).join(" · ");
  };
  return [caption(left), caption(right)];
}
