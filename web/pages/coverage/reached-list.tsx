/** Category by category: how many minutes to the nearest and how many within the limit; then what is missing. @module */
import { useTranslation } from "react-i18next";
import "../../style/reached-list.css";
import type { NearestFacility } from "../../../server/api/schemas/walks.ts";
import { categorySymbol } from "../../parts/category-symbol.ts";
import { countShown, minutesShown } from "../../state/figures.ts";
import type { Asked } from "./use-asked.ts";
import { useCategoryName } from "./use-category-name.ts";
import type { Looked } from "./use-looked.ts";

interface Props {
  readonly asked: Asked;
  readonly looked: Looked;
  readonly nearest: readonly NearestFacility[];
  readonly missing: readonly string[];
  /** Category → facilities within the limit; null while it is being worked out. */
  readonly counts: Readonly<Record<string, number>> | null;
}

export function ReachedList({ asked, looked, nearest, missing, counts }: Props) {
  const { t } = useTranslation();
  const { minutes } = asked.question;
  const within = nearest.filter(({ withinLimit }) => withinLimit);
  const lacking = missing
    .map((code) => ({ code, seconds: nearest.find(({ category }) => category === code)?.walk.seconds ?? null }))
    .toSorted((a, b) => (a.seconds ?? Infinity) - (b.seconds ?? Infinity));
  return (
    <>
      <h3>
        {t("card.missing", { minutes })} <small>{lacking.length}</small>
      </h3>
      {lacking.length === 0 && <p className="hint">{t("card.nothingMissing")}</p>}
      <ul className="reached">
        {lacking.map(({ code, seconds }) => (
          <Row key={code} asked={asked} looked={looked} code={code} beyond seconds={seconds} count={null} />
        ))}
      </ul>
      <h3>
        {t("card.within", { minutes })} <small>{within.length}</small>
      </h3>
      {within.length === 0 && <p className="hint">{t("card.nothingWithin")}</p>}
      <ul className="reached">
        {within.map(({ category, walk }) => (
          <Row
            key={category}
            asked={asked}
            looked={looked}
            code={category}
            beyond={false}
            seconds={walk.seconds}
            count={counts?.[category] ?? null}
          />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  readonly asked: Asked;
  readonly looked: Looked;
  readonly code: string;
  readonly beyond: boolean;
  readonly seconds: number | null;
  readonly count: number | null;
}

function Row({ asked, looked, code, beyond, seconds, count }: RowProps) {
  const { t } = useTranslation();
  const name = useCategoryName(asked)(code);
  const chinese = asked.categories.find((one) => one.code === code)?.name.zh ?? code;
  return (
    <li>
      <button
        type="button"
        className={`reached-row${beyond ? " beyond" : ""}`}
        disabled={seconds === null}
        aria-pressed={looked.shown === code}
        title={seconds === null ? undefined : t("card.showWalk", { category: name })}
        onClick={() => looked.show(code)}
      >
        <i className="badge" aria-hidden="true">
          {categorySymbol(code, chinese)}
        </i>
        <span>{name}</span>
        <small>{count === null ? "" : t("card.count", { n: countShown(count) })}</small>
        <b>
          {seconds === null
            ? t("card.never")
            : `${minutesShown(seconds, asked.question.minutes)} ${t("card.minutesHead")}`}
        </b>
      </button>
    </li>
  );
}
