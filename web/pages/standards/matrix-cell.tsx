/** One cell: the verdict as symbol and ground, how many of its requirements are met, and the days it is late. @module */
import { useTranslation } from "react-i18next";
import { useView } from "../../state/use-view.ts";
import { useWords } from "../coverage/use-words.ts";
import { askedIn, type Cell, type Column, type Row } from "./matrix-shape.ts";
import type { PickedCell } from "./matrix-view.tsx";
import { VerdictMark } from "./verdict-mark.tsx";

interface Props {
  readonly cell: Cell | null;
  readonly unit: Row["unit"];
  readonly item: Column["item"];
  readonly isPinned: boolean;
  readonly isStop: boolean;
  readonly onStop: (cell: PickedCell) => void;
  readonly onPoint: (cell: PickedCell | null) => void;
  readonly onPin: (cell: PickedCell) => void;
}

export function MatrixCell({ cell, unit, item, isPinned, isStop, onStop, onPoint, onPin }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { only } = useView();
  if (cell === null) return <td className="matrix-none" />;
  const { verdict, tally, binds } = cell;
  const isPale = only !== null && verdict !== only;
  const here = { unit: unit.id, item: item.id };
  const name = t("standards.cellName", {
    unit: unit.name,
    item: words(item.name),
    verdict: t(`standards.verdicts.${verdict}`),
    pass: tally.pass,
    of: askedIn(tally),
  });
  return (
    <td>
      <button
        type="button"
        className={`cell verdict-${verdict}${binds ? "" : " is-encouraged"}${isPale ? " is-pale" : ""}`}
        aria-label={name}
        aria-pressed={isPinned}
        onPointerEnter={() => onPoint(here)}
        tabIndex={isStop ? 0 : -1}
        onFocus={() => {
          onStop(here);
          onPoint(here);
        }}
        onBlur={() => onPoint(null)}
        onClick={() => onPin(here)}
      >
        <VerdictMark verdict={verdict} />
        {askedIn(tally) > 1 && (
          <small>
            {tally.pass}/{askedIn(tally)}
          </small>
        )}
      </button>
    </td>
  );
}
