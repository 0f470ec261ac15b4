/** The figures of both sides with their difference, and the units in which they differ most. @module */
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import "../../../style/answer.css";
import type { Coverage } from "../../../../server/api/schemas/coverage.ts";
import { BeforeAfter, type BeforeAfterRow } from "../../../parts/before-after.tsx";
import { Failed, Notice, Waiting } from "../../../parts/states.tsx";
import { DemoTag } from "../../../parts/tags.tsx";
import { signedTenths } from "../../../state/signed.ts";
import { beforeAfterRows, type Side } from "../before-after-rows.ts";
import { measureOf, shareOf } from "../headline.ts";
import type { Asked } from "../use-asked.ts";
import { useWords } from "../use-words.ts";
import { UnitsOfBoth } from "./units-of-both.tsx";
import type { Captions } from "./use-caption.ts";

type Coverages = readonly [left: UseQueryResult<Coverage>, right: UseQueryResult<Coverage>];

interface Props {
  readonly left: Asked;
  readonly right: Asked;
  readonly captions: Captions;
  readonly coverages: Coverages;
}

export function FiguresOfBoth({ left, right, captions, coverages }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const failed = coverages.find(({ error }) => error !== null);
  if (failed?.error != null) return <Failed error={failed.error} retry={() => void failed.refetch()} />;
  const [one, other] = coverages.map(({ data }) => data);
  if (one === undefined || other === undefined) return <Waiting lines={8} />;
  const outdated = coverages.some(({ isPlaceholderData }) => isPlaceholderData);
  const isSame = left.profile.id === right.profile.id && left.scenario?.id === right.scenario?.id;
  const category = words(left.category.name);
  return (
    <div className={`panel answer${outdated ? " outdated" : ""}`} aria-busy={outdated}>
      {isSame && <Notice tone="empty" title={t("compare.same")} text={t("compare.sameWhy")} />}
      <section aria-labelledby="both-title">
        <h2 id="both-title">
          {t("compare.figures")} <small>{category}</small>
        </h2>
        <p className="hint">
          {t("compare.leftIs", { name: captions[0] })}
          <br />
          {t("compare.rightIs", { name: captions[1] })}
        </p>
        <BeforeAfter
          label={t("compare.figures")}
          heads={[t("compare.left"), t("compare.right"), t("whatIf.effect.difference")]}
          rows={rowsOf(t, one, other)}
        />
      </section>
      <UnitsOfBoth left={one} right={other} />
    </div>
  );
}

function rowsOf(t: ReturnType<typeof useTranslation>["t"], left: Coverage, right: Coverage): readonly BeforeAfterRow[] {
  const measure = measureOf(left.whole);
  const side = ({ whole }: Coverage): Side => ({ tally: whole[measure], meanSeconds: whole.meanSeconds });
  return beforeAfterRows(t, measure, left.minutes, side(left), side(right));
}

/** The difference in one line, for the folded sheet of a phone. */
export function SummaryOfBoth({ left, captions, coverages }: Omit<Props, "right">) {
  const { t } = useTranslation();
  const [one, other] = coverages.map(({ data }) => data);
  const measure = one === undefined ? "residents" : measureOf(one.whole);
  const [before, after] = [one && shareOf(one.whole, measure), other && shareOf(other.whole, measure)];
  const difference = before == null || after == null ? null : (after - before) * 100;
  return (
    <>
      <b className="summary-figure">{difference === null ? "–" : signedTenths(difference)}</b>
      <span>
        {t("whatIf.effect.share")} · {t("compare.difference")}
        <small className="summary-line">
          {captions[0]} → {captions[1]}
        </small>
      </span>
      {left.area.demo && <DemoTag />}
    </>
  );
}
