/**
 * The shape of every page with a map: what is asked on the left, the map, the answer on the right, either side foldable.
 * On a phone: the map above, and one sheet that slides up with the same things in the same order. @module
 */
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Sheet } from "./sheet.tsx";
import { useNarrow } from "./use-narrow.ts";

interface Props {
  readonly asked: ReactNode;
  readonly map: ReactNode;
  readonly answer: ReactNode;
  /** Card about one place: stands before the answer for as long as it is open, so that the map stays free. */
  readonly card: ReactNode | null;
  /** The answer in one line, for the folded sheet. */
  readonly summary: ReactNode;
}

export function Workbench({ asked, map, answer, card, summary }: Props) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const [left, setLeft] = useState(true);
  const [right, setRight] = useState(true);
  const hasCard = card !== null;
  // A click on the map is always answered, so what answers it unfolds.
  useEffect(() => {
    if (hasCard) setRight(true);
  }, [hasCard]);
  if (narrow) {
    return (
      <main className="workbench workbench-narrow">
        {map}
        <Sheet summary={summary} card={card}>
          {asked}
          {answer}
        </Sheet>
      </main>
    );
  }
  return (
    <main className="workbench">
      <aside className="side side-left" aria-label={t("asked.title")} hidden={!left}>
        {asked}
      </aside>
      <div className="middle">
        {map}
        <Fold
          side="left"
          open={left}
          label={left ? t("frame.foldLeft") : t("frame.unfoldLeft")}
          onClick={() => setLeft(!left)}
        />
        <Fold
          side="right"
          open={right}
          label={right ? t("frame.foldRight") : t("frame.unfoldRight")}
          onClick={() => setRight(!right)}
        />
      </div>
      <aside className="side side-right" aria-label={t("answer.title")} hidden={!right}>
        {card ?? answer}
      </aside>
    </main>
  );
}

function Fold({
  side,
  open,
  label,
  onClick,
}: {
  readonly side: "left" | "right";
  readonly open: boolean;
  readonly label: string;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      className={`fold fold-${side}`}
      aria-expanded={open}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {(side === "left") === open ? <LeftOutlined /> : <RightOutlined />}
    </button>
  );
}
