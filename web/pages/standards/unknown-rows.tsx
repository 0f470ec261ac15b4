/** What nobody knows, item by item: the facts that would tell, as the template of the pack heads them. @module */
import { useTranslation } from "react-i18next";
import type { Finding } from "../../../server/api/schemas/standards.ts";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { useWords } from "../coverage/use-words.ts";
import { useFindingWords } from "./use-finding-words.ts";

export function UnknownRows({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const { titleTold } = useFindingWords();
  const byItem = [...Map.groupBy(findings, ({ item }) => item.id).values()];
  return (
    <TableScroll label={t("standards.unknownTable")}>
      <table className="plain finding-table">
        <thead>
          <tr>
            <th scope="col">{t("standards.item")}</th>
            <th scope="col">{t("standards.unknownRequirements")}</th>
            <th scope="col">{t("standards.wantedHead")}</th>
            <th scope="col">{t("standards.clauseHead")}</th>
          </tr>
        </thead>
        <tbody>
          {byItem.map((group) => {
            const [{ item }] = group;
            const wanted = new Map(group.flatMap((one) => one.wanted).map((fact) => [fact.zh, words(fact)]));
            return (
              <tr key={item.id}>
                <th scope="row">{words(item)}</th>
                <td>{group.map(titleTold).join(t("standards.join"))}</td>
                <td>{wanted.size === 0 ? t("standards.fromMap") : [...wanted.values()].join(t("standards.join"))}</td>
                <td>{[...new Set(group.map(({ clause }) => clause))].join(t("standards.join"))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}
