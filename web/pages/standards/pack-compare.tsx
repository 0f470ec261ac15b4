/** Two packs held against one community, item by item: what each asks, and what comes of it. @module */
import { useTranslation } from "react-i18next";
import type { Words } from "../../../server/api/schemas/common.ts";
import type { Finding } from "../../../server/api/schemas/standards.ts";
import { useComparison } from "../../client/standards.ts";
import { Failed, Notice, Waiting } from "../../parts/states.tsx";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { useView } from "../../state/use-view.ts";
import { useWords } from "../coverage/use-words.ts";
import { quantityShown } from "./quantity.ts";
import { UnverifiedTag } from "./tags.tsx";
import { isUnverified, useFindingWords } from "./use-finding-words.ts";
import type { AskedStandards } from "./use-standards.ts";
import { VerdictMark } from "./verdict-mark.tsx";

interface Props {
  readonly asked: AskedStandards;
  readonly unit: string;
  readonly against: string;
}

export function PackCompare({ asked, unit, against }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const compared = useComparison(asked.question, against, unit);
  const other = asked.packs.find(({ id }) => id === against);
  if (other === undefined)
    return (
      <Notice
        tone="empty"
        title={t("standards.packUnknown", { pack: against })}
        text={t("standards.packUnknownNext")}
      />
    );
  if (compared.error !== null) return <Failed error={compared.error} retry={() => void compared.refetch()} />;
  if (compared.data === undefined) return <Waiting />;
  const pairs = compared.data.items.flatMap(({ kinds, a, findingsA, findingsB }) => {
    const [ours, theirs] = [findingsA, findingsB].map(applying);
    return a === null || ours.length === 0 || theirs.length === 0
      ? []
      : [{ key: `${a.zh} ${kinds.join(" ")}`, a, ours, theirs }];
  });
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
              {pairs.map(({ key, a, ours, theirs }) => (
                <tr key={key}>
                  <th scope="row">{words(a)}</th>
                  <td>
                    <Side item={a} findings={ours} />
                  </td>
                  <td>
                    <Side item={a} findings={theirs} />
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

function applying(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ verdict }) => verdict !== "not_applicable");
}

interface SideProps {
  /** As the row is headed: what a pack calls otherwise is told by its own name. */
  readonly item: Words;
  readonly findings: readonly Finding[];
}

function Side({ item: headed, findings }: SideProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { language } = useView();
  const { titleTold } = useFindingWords();
  return (
    <ul className="compare-side">
      {findings.map((finding) => {
        const { requirement, item, verdict, measured, asked, measure } = finding;
        const wanted = quantityShown(asked, measure, language);
        const found = quantityShown(measured, measure, language);
        return (
          <li key={requirement}>
            <i className={`cell-key verdict-${verdict}`}>
              <VerdictMark verdict={verdict} />
            </i>
            <span>
              {item.zh !== headed.zh && `${words(item)} · `}
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
