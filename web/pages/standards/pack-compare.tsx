/** Two packs held against one community, item by item: what each asks, and what comes of it. @module */
import { useTranslation } from "react-i18next";
import type { Finding } from "../../../server/api/schemas/standards.ts";
import { useFindings } from "../../client/standards.ts";
import { Failed, Notice, Waiting } from "../../parts/states.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { useView } from "../../state/use-view.ts";
import { useWords } from "../coverage/use-words.ts";
import { quantityShown } from "./quantity.ts";
import { pairsOf } from "./sheet-of.ts";
import { UnverifiedTag } from "./tags.tsx";
import { isUnverified, useFindingWords } from "./use-finding-words.ts";
import type { AskedStandards } from "./use-standards.ts";
import { VerdictMark } from "./verdict-mark.tsx";

interface Props {
  readonly asked: AskedStandards;
  readonly unit: string;
  readonly findings: readonly Finding[];
  readonly against: string;
}

export function PackCompare({ asked, unit, findings, against }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const others = useFindings({ ...asked.question, pack: against }, unit);
  const other = asked.packs.find(({ id }) => id === against);
  if (other === undefined)
    return (
      <Notice
        tone="empty"
        title={t("standards.packUnknown", { pack: against })}
        text={t("standards.packUnknownNext")}
      />
    );
  if (others.error !== null) return <Failed error={others.error} retry={() => void others.refetch()} />;
  if (others.data === undefined) return <Waiting />;
  const pairs = pairsOf(findings, others.data);
  return (
    <section className="pack-compare">
      <h3>{t("standards.compareTitle", { n: pairs.length })}</h3>
      {pairs.length === 0 ? (
        <p className="hint">{t("standards.nothingShared")}</p>
      ) : (
        <TableScroll label={t("standards.compareTable")}>
          <table className="plain finding-table">
            <thead>
              <tr>
                <th scope="col">{t("standards.item")}</th>
                <th scope="col">{words(asked.pack.name)}</th>
                <th scope="col">{words(other.name)}</th>
              </tr>
            </thead>
            <tbody>
              {pairs.map(({ item, ours, theirs }) => (
                <tr key={item.id}>
                  <th scope="row">{words(item)}</th>
                  <td>
                    <Side findings={ours} />
                  </td>
                  <td>
                    <Side findings={theirs} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}

function Side({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation();
  const { language } = useView();
  const { titleTold } = useFindingWords();
  return (
    <ul className="compare-side">
      {findings.map((finding) => {
        const { requirement, verdict, measured, asked, measure } = finding;
        const wanted = quantityShown(asked, measure, language);
        const found = quantityShown(measured, measure, language);
        return (
          <li key={requirement}>
            <i className={`cell-key verdict-${verdict}`}>
              <VerdictMark verdict={verdict} />
            </i>
            <span>
              {titleTold(finding)}
              <small className="cell-note">
                {[
                  t(`standards.verdicts.${verdict}`),
                  wanted !== null && t("standards.asked", { amount: wanted }),
                  found !== null && t("standards.measured", { amount: found }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </span>
            {isUnverified(finding) && <UnverifiedTag />}
          </li>
        );
      })}
    </ul>
  );
}
