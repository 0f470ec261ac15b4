/** A moment such as `We 22:00` in the reader's words. @module */
import { useTranslation } from "react-i18next";
import type { Day } from "../../state/view.ts";

export function useMoment(): (at: string) => string {
  const { t } = useTranslation();
  return (at) => {
    const [day, time] = at.split(" ") as [Day, string];
    return `${t(`moment.day.${day}`)} ${time}`;
  };
}
