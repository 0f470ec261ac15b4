/** Sites of the plan in the order in which they pay: whom each brings, why there, and the buttons that argue with it. @module */
import { PushpinFilled, PushpinOutlined, StopOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { SitingAnswer } from "../../../server/api/schemas/siting.ts";
import { useMap } from "../../parts/map-context.tsx";
import { type Column, RankTable } from "../../parts/rank-table.tsx";
import { countShown } from "../../state/figures.ts";
import { changeSiting, pin, refuse } from "./change.ts";
import { gainUnit, savesWalks } from "./figures.ts";
import { usePlaceWords } from "./use-place-words.ts";
import type { Site, Siting } from "./use-siting.ts";

const FIRST = 20;
const CLOSE_ZOOM = 14;

interface Props {
  readonly siting: Siting;
  readonly answer: SitingAnswer;
}

export function SiteTable({ siting: { wanted }, answer: { sites, unit, measure } }: Props) {
  const { t } = useTranslation();
  const { nameOf, whereOf } = usePlaceWords();
  const { map } = useMap();
  const saves = savesWalks({ unit });
  const worth = (site: Site) => (saves ? site.gain : site.gained);
  const remarkOf = (site: Site) =>
    [
      whereOf(site),
      site.around !== null && t("siting.around", { n: countShown(site.around), unit: t(`siting.unitOf.${measure}`) }),
    ]
      .filter(Boolean)
      .join(" · ");
  const columns: [Column<Site>, ...Column<Site>[]] = [
    {
      id: "site",
      head: t("siting.site"),
      sortBy: ({ rank }) => -rank,
      cell: (site) => (
        <span className="site-name">
          <i className={`site-number${wanted.force.includes(site.id) ? " is-pinned" : ""}`}>{`${site.rank} `}</i>
          <span>
            {`${nameOf(site)} `}
            <small>{remarkOf(site)}</small>
          </span>
        </span>
      ),
    },
    {
      id: "gained",
      head: saves ? t("siting.savedHead", { unit: t(gainUnit({ unit, measure })) }) : t(`siting.gainedHead.${measure}`),
      numeric: true,
      sortBy: worth,
      cell: (site) => {
        const own = worth(site);
        return own === null ? "–" : countShown(own);
      },
    },
    {
      id: "argue",
      head: "",
      cell: ({ id, ...site }) => (
        <span className="argue">
          <button
            type="button"
            aria-pressed={wanted.force.includes(id)}
            aria-label={t("siting.pinNamed", { name: nameOf(site) })}
            title={t("siting.pin")}
            onClick={(event) => {
              event.stopPropagation();
              pin(id);
            }}
          >
            {wanted.force.includes(id) ? <PushpinFilled /> : <PushpinOutlined />}
          </button>
          <button
            type="button"
            aria-label={t("siting.refuseNamed", { name: nameOf(site) })}
            title={t("siting.refuse")}
            onClick={(event) => {
              event.stopPropagation();
              refuse(id);
            }}
          >
            <StopOutlined />
          </button>
        </span>
      ),
    },
  ];
  return (
    <section aria-labelledby="siting-sites">
      <h3 id="siting-sites">{t("siting.list")}</h3>
      <RankTable
        label={t("siting.list")}
        rows={sites}
        columns={columns}
        initial={{ column: "site", descending: true }}
        keyOf={({ id }) => id}
        selected={wanted.site}
        rowLabel={(site) => `${site.rank} ${nameOf(site)} ${remarkOf(site)}`}
        first={FIRST}
        onPick={({ id, position }) => {
          changeSiting({ site: id });
          map?.fly(position, CLOSE_ZOOM);
        }}
      />
    </section>
  );
}
