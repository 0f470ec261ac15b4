/** "How?": what a figure means, from which data and versions it comes. @module */
import { QuestionCircleOutlined } from "@ant-design/icons";
import { Popover } from "antd";
import { useTranslation } from "react-i18next";
import type { Pins } from "../../server/api/schemas/common.ts";
import { countShown, instantShown } from "../state/figures.ts";
import { zh } from "../words/zh.ts";
import { useArea } from "./area-context.tsx";

export type Topic = "share" | "households" | "mean" | "unknown" | "gaps" | "units" | "reach" | "walks" | "polygon";

interface Props {
  readonly topic: Topic;
  /** The figure by name, for readers. */
  readonly what: string;
  readonly pins: Pins | null;
  readonly limitM: number | null;
}

export function How({ topic, what, pins, limitM }: Props) {
  const { t } = useTranslation();
  return (
    <Popover
      trigger="click"
      title={t("how.title")}
      content={<Told topic={topic} pins={pins} limitM={limitM} />}
      styles={{ root: { maxWidth: 360 } }}
    >
      <button type="button" className="how" aria-label={t("how.open", { what })}>
        <QuestionCircleOutlined />
      </button>
    </Popover>
  );
}

function Told({
  topic,
  pins,
  limitM,
}: {
  readonly topic: Topic;
  readonly pins: Pins | null;
  readonly limitM: number | null;
}) {
  const { t } = useTranslation();
  const { area } = useArea();
  return (
    <dl className="how-told">
      <dt>{t("how.definition")}</dt>
      <dd>
        {t(`how.${topic}`)}
        {pins !== null && limitM !== null && (
          <span className="how-line">
            {t("how.speed", { speed: (pins.speedMmPerSecond / 1000).toFixed(1), metres: countShown(limitM) })}
          </span>
        )}
      </dd>
      {area !== null && (
        <>
          <dt>{t("how.date")}</dt>
          <dd>{instantShown(area.releasedAt)}</dd>
        </>
      )}
      {pins !== null && (
        <>
          <dt>{t("how.versions")}</dt>
          <dd>
            {t("how.release", { n: pins.release })} · {t("how.algorithm", { name: pins.algorithm })}
            <span className="how-line">
              {Object.entries(pins.datasets)
                .map(([kind, version]) => `${kindName(t, kind)} ${version}`)
                .join(" · ")}
            </span>
          </dd>
        </>
      )}
      {area !== null && (
        <>
          <dt>{t("how.source")}</dt>
          <dd>
            {area.datasets.map(({ file }) => file).join(", ")}
            <span className="how-line">{area.attribution}</span>
          </dd>
        </>
      )}
    </dl>
  );
}

type Kind = keyof typeof zh.data.kind;

/** Name of a kind of dataset; the code itself where we have no word for it. */
export function kindName(t: (key: `data.kind.${Kind}`) => string, kind: string): string {
  return kind in zh.data.kind ? t(`data.kind.${kind as Kind}`) : kind;
}
