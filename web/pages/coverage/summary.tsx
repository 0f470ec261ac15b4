/** The answer in one line, for the folded sheet of a phone. @module */
import { useTranslation } from "react-i18next";
import type { Coverage } from "../../../server/api/schemas/coverage.ts";
import { DemoTag } from "../../parts/tags.tsx";
import { shareShown } from "../../state/figures.ts";
import { headline } from "./headline.ts";
import type { Asked } from "./use-asked.ts";
import { useMoment } from "./use-moment.ts";
import { useWords } from "./use-words.ts";

export function Summary({ asked, coverage }: { readonly asked: Asked; readonly coverage: Coverage | null }) {
  const { t } = useTranslation();
  const words = useWords();
  const moment = useMoment();
  const { at } = asked.question;
  const { share, wording } =
    coverage === null ? { share: null, wording: "shareOf" as const } : headline(coverage.whole);
  return (
    <>
      <b className="summary-figure">{share === null ? "–" : `${shareShown(share)}%`}</b>
      <span>
        {t(`answer.${wording}`, { minutes: asked.question.minutes, category: words(asked.category.name) })}
        {at !== undefined && t("answer.openAt", { when: moment(at) })}
      </span>
      {asked.area.demo && <DemoTag />}
    </>
  );
}
