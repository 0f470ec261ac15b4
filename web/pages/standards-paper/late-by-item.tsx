/** The late list on paper: requirement by requirement, and whose it still is; a row for each community would be sheets of repetition. @module */
import { useTranslation } from "react-i18next";
import type { Finding } from "../../../server/api/schemas/standards.ts";
import { countShown } from "../../state/figures.ts";
import { useWords } from "../coverage/use-words.ts";
import { isAcrossStreets } from "../standards/sheet-of.ts";
import { useFindingWords } from "../standards/use-finding-words.ts";

/** @param findings late ones that are not met; days late are those of their day and the same for all of a row */
export function LateByItem({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const { titleTold } = useFindingWords();
  const isAcross = isAcrossStreets(findings);
  return (
    <table className="plain finding-table late-by-item">
      <thead>
        <tr>
          <th scope="col">{t("standards.item")}</th>
          <th scope="col">{t("standards.requirement")}</th>
          <th scope="col">{t("standards.dueHead")}</th>
          <th scope="col" className="numeric">
            {t("standards.lateDays")}
          </th>
          <th scope="col" className="numeric">
            {t("paper.lateCount")}
          </th>
          <th scope="col">{t("paper.lateUnits")}</th>
          <th scope="col">{t("standards.leadHead")}</th>
        </tr>
      </thead>
      <tbody>
        {[...Map.groupBy(findings, ({ requirement, due }) => `${requirement} ${due}`)].map(([key, group]) => {
          const [one] = group;
          return (
            <tr key={key}>
              <th scope="row">{words(one.item)}</th>
              <td>{titleTold(one)}</td>
              <td className="day">{one.due}</td>
              <td className="numeric">{one.lateDays === null ? "–" : countShown(one.lateDays)}</td>
              <td className="numeric">{countShown(group.length)}</td>
              <td>
                <Whose findings={group} withStreet={isAcross} />
              </td>
              <td>{one.lead.map(words).join(t("standards.join")) || "–"}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface Props {
  readonly findings: readonly Finding[];
  readonly withStreet: boolean;
}

/** Units of a street that lack as much as one another, together. */
function Whose({ findings, withStreet }: Props) {
  const { t } = useTranslation();
  const { shortTold } = useFindingWords();
  const nameOf = ({ unit }: Finding) => (unit.level === "district" ? t("standards.everywhere") : unit.name);
  const groups = Map.groupBy(findings, (one) => `${one.unit.street} ${shortTold(one)}`);
  return [...groups].map(([key, group]) => {
    const [one] = group;
    const short = shortTold(one);
    return (
      <span key={key} className="late-units">
        {withStreet && one.unit.street !== null && `${one.unit.street} `}
        {group.map(nameOf).join(t("standards.join"))}
        {short !== null && <b className="short"> {group.length > 1 ? t("paper.each", { short }) : short}</b>}
      </span>
    );
  });
}
