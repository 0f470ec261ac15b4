/** The changes one by one, numbered as on the map: shown, undone, removed; and why one does not apply. @module */
import { DeleteOutlined, RedoOutlined, UndoOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Change } from "../../../../server/api/schemas/scenarios.ts";
import type { Fault } from "../../../client/scenarios.ts";
import { useMap } from "../../../parts/map-context.tsx";
import { changeView } from "../../../state/use-view.ts";
import type { Place } from "../../../state/view.ts";
import type { FacilityBook } from "./facility-book.ts";
import type { useChangeWords } from "./use-change-words.ts";
import type { Plan } from "./use-plan.ts";

/** Near enough to see the streets round a change. */
const CLOSE_UP = 14;

interface Props {
  readonly plan: Plan;
  readonly faults: readonly Fault[];
  readonly told: ReturnType<typeof useChangeWords>;
  readonly book: FacilityBook;
}

export function ChangeList({ plan, faults, told, book }: Props) {
  const { t } = useTranslation();
  const { changes, before, after } = plan;
  const failing = new Set(faults.map(({ index }) => index));
  return (
    <section className="changes" aria-labelledby="changes-title">
      <div className="section-head">
        <h3 id="changes-title">
          {t("whatIf.changes")} <small>{changes.length}</small>
        </h3>
        <span>
          <Step label={t("whatIf.undo")} icon={<UndoOutlined />} to={before} />
          <Step label={t("whatIf.redo")} icon={<RedoOutlined />} to={after} />
        </span>
      </div>
      {changes.length === 0 && <p className="hint">{t("whatIf.noChanges")}</p>}
      <ol>
        {changes.map((change, index) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: a change is what stands at its place in the list
            key={index}
            number={index + 1}
            words={told.changeWords(change)}
            at={placeOf(change, book)}
            fault={faults.find((one) => one.index === index) ?? null}
            told={told}
            onDrop={() => plan.become(changes.toSpliced(index, 1))}
          />
        ))}
      </ol>
      {failing.size > 1 && (
        <Button size="small" onClick={() => plan.become(changes.filter((_, index) => !failing.has(index)))}>
          {t("whatIf.dropFailing", { n: failing.size })}
        </Button>
      )}
    </section>
  );
}

interface RowProps {
  readonly number: number;
  readonly words: string;
  readonly at: Place | null;
  readonly fault: Fault | null;
  readonly told: Props["told"];
  readonly onDrop: () => void;
}

function Row({ number, words, at, fault, told, onDrop }: RowProps) {
  const { t } = useTranslation();
  const { map } = useMap();
  return (
    <li className={fault === null ? "change" : "change change-fails"}>
      <i className="change-number" aria-hidden="true">
        {number}
      </i>
      <span className="change-words">
        <button
          type="button"
          disabled={at === null}
          title={t("whatIf.locate", { change: words })}
          onClick={() => at !== null && map?.fly(at, CLOSE_UP)}
        >
          {words}
        </button>
        {fault !== null && <small>{t("whatIf.fails", { why: told.whyNot(fault.error) })}</small>}
      </span>
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={t("whatIf.drop", { change: words })}
        onClick={onDrop}
      />
    </li>
  );
}

function Step({
  label,
  icon,
  to,
}: {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly to: string | null;
}) {
  return (
    <Button
      type="text"
      size="small"
      icon={icon}
      aria-label={label}
      title={label}
      disabled={to === null}
      onClick={() => changeView({ draft: to })}
    />
  );
}

function placeOf({ ref, position, at, from, line }: Change, book: FacilityBook): Place | null {
  return position ?? at ?? from ?? line?.[0] ?? (ref === undefined ? null : (book.get(ref)?.stands ?? null));
}
