/** What holds the plan back: each condition with the candidate that would add most without it. @module */
import { useTranslation } from "react-i18next";
import type { SitingAnswer } from "../../../server/api/schemas/siting.ts";
import { useMap } from "../../parts/map-context.tsx";
import { countShown } from "../../state/figures.ts";
import { changeSiting } from "./change.ts";
import { gainUnit } from "./figures.ts";
import { useCalled } from "./use-place-words.ts";
import type { Siting } from "./use-siting.ts";

const CLOSE_ZOOM = 14;

interface Props {
  readonly siting: Siting;
  readonly answer: SitingAnswer;
}

export function BindingList({ siting: { candidates }, answer: { binds, sites, unit, measure } }: Props) {
  const { t } = useTranslation();
  const called = useCalled(candidates);
  const { map } = useMap();
  if (binds.length === 0) return null;
  const rankOf = (id: string) => sites.find((site) => site.id === id)?.rank ?? 0;
  const inUnit = t(gainUnit({ unit, measure }));
  return (
    <section aria-labelledby="siting-binds">
      <h3 id="siting-binds">{t("siting.binds")}</h3>
      <div className="gap-list">
        {binds.map(({ kind, id, position, gain, by }) => {
          return (
            <button
              key={kind}
              type="button"
              className="gap"
              onClick={() => {
                changeSiting({ site: id });
                map?.fly(position, CLOSE_ZOOM);
              }}
            >
              <span className="gap-name">
                {t(`siting.bind.${kind}`)}
                <span className="gap-why">
                  {t(`siting.bindWhy.${kind}`, {
                    place: called(id),
                    by: by
                      .map((other) => rankOf(other))
                      .sort((a, b) => a - b)
                      .join(t("siting.and")),
                  })}
                </span>
              </span>
              <span className="gap-figures">
                <span>
                  +{countShown(gain)} {inUnit}
                </span>
              </span>
            </button>
          );
        })}
      </div>
    </section>
  );
}
