/** Figures of what is inside the polygon that was drawn, and files of them. @module */
import { LeftOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import "../../../style/answer.css";
import "../../../style/card.css";
import "../../../style/drawing.css";
import { address } from "../../../client/http.ts";
import { type Question, usePolygonCoverage } from "../../../client/queries.ts";
import { ProblemText, Waiting } from "../../../parts/states.tsx";
import { useEscape } from "../../../parts/use-escape.ts";
import { writePolygon } from "../../../state/polygon.ts";
import { changeView, useView } from "../../../state/use-view.ts";
import type { Place } from "../../../state/view.ts";
import type { Asked } from "../use-asked.ts";
import { PolygonFigures } from "./polygon-figures.tsx";

interface Props {
  readonly asked: Asked;
  readonly question: Question;
  readonly polygon: readonly Place[];
  readonly onAgain: () => void;
}

const FORMATS = ["xlsx", "geojson", "csv"] as const;

const close = () => changeView({ polygon: null });

export function PolygonCard({ asked, question, polygon, onAgain }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch, isPlaceholderData } = usePolygonCoverage(question, polygon);
  useEscape(close);
  return (
    <section
      className={`card${isPlaceholderData ? " outdated" : ""}`}
      aria-label={t("drawing.title")}
      aria-live="polite"
    >
      <button type="button" className="back" onClick={close}>
        <LeftOutlined aria-hidden="true" /> {t("card.back")}
      </button>
      {error !== null ? (
        <div className="card-failed" role="alert">
          <ProblemText error={error} />
          <button type="button" className="more" onClick={() => void refetch()}>
            {t("state.retry")}
          </button>
        </div>
      ) : data === undefined ? (
        <Waiting lines={6} />
      ) : (
        <>
          <PolygonFigures asked={asked} answer={data} />
          <Files question={question} polygon={polygon} />
        </>
      )}
      <button type="button" className="more" onClick={onAgain}>
        {t("drawing.again")}
      </button>
    </section>
  );
}

function Files({ question, polygon }: { readonly question: Question; readonly polygon: readonly Place[] }) {
  const { t } = useTranslation();
  const { language } = useView();
  const { area, category, minutes, profile, scenario, at } = question;
  const asked = { category, minutes, profile, scenario, at, polygon: writePolygon(polygon), lang: language };
  return (
    <p className="polygon-files">
      {t("take.export")}
      {FORMATS.map((format) => (
        <a key={format} href={address(`/areas/${area}/export/polygon`, { ...asked, format })} download>
          {t(`drawing.format.${format}`)}
        </a>
      ))}
    </p>
  );
}
