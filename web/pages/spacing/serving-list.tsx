/** Where one would be both permitted and of use, and the gaps that no permitted place can fill. @module */
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { SpacingServing } from "../../../server/api/schemas/spacing.ts";
import { useMap } from "../../parts/map-context.tsx";
import { Failed, Waiting } from "../../parts/states.tsx";
import { countShown } from "../../state/figures.ts";
import { changeView, useView } from "../../state/use-view.ts";
import type { AskedSpacing } from "./use-spacing.ts";

const FIRST = 8;

interface Props {
  readonly spacing: AskedSpacing;
  readonly serving: UseQueryResult<SpacingServing>;
}

export function ServingList({ spacing, serving }: Props) {
  const { t } = useTranslation();
  const { zone, minutes } = useView();
  const { map } = useMap();
  if (!zone || spacing.category === null) return null;
  if (serving.error !== null) return <Failed error={serving.error} retry={() => void serving.refetch()} />;
  if (serving.data === undefined) return <Waiting lines={3} />;
  const { places, gaps, uncovered, unserved } = serving.data;
  const hint =
    uncovered.residents === 0
      ? "spacing.servingNone"
      : unserved.residents === 0
        ? "spacing.servingAll"
        : "spacing.servingHint";
  return (
    <section aria-labelledby="spacing-serving">
      <h3 id="spacing-serving">{t("spacing.serving")}</h3>
      <p className="hint">
        {t(hint, {
          minutes,
          uncovered: countShown(uncovered.residents),
          unserved: countShown(unserved.residents),
        })}
      </p>
      <div className="gap-list">
        {places.slice(0, FIRST).map(({ position, community, residents }, k) => (
          <button
            key={position.join(" ")}
            type="button"
            className="gap"
            onClick={() => changeView({ place: position, residence: null, crs: "wgs84", source: "map" })}
          >
            <span className="place-number">{k + 1}</span>
            <span className="gap-name">{community ?? position.map((value) => value.toFixed(5)).join(", ")}</span>
            <span className="gap-figures">
              <span>{t("spacing.serves", { n: countShown(residents) })}</span>
            </span>
          </button>
        ))}
        {places.length === 0 && <p className="hint">{t("spacing.noPlaces")}</p>}
      </div>
      {gaps.length > 0 && (
        <>
          <h4>{t("spacing.unfillable")}</h4>
          <div className="gap-list">
            {gaps.slice(0, FIRST).map(({ id, name, street, community, unserved: people, position }) => (
              <button key={id} type="button" className="gap" onClick={() => map?.fly(position, 15)}>
                <span className="gap-name">
                  {name ?? street ?? community ?? id}
                  {community !== null && <span className="gap-why">{community}</span>}
                </span>
                <span className="gap-figures">
                  <span>{t("spacing.people", { n: countShown(people.residents) })}</span>
                </span>
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
