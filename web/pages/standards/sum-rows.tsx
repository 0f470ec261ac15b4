/** Sums of money by item or by street: owed, and how many lines wait for a fact. @module */
import { useTranslation } from "react-i18next";
import type { Words } from "../../../server/api/schemas/common.ts";
import { countShown } from "../../state/figures.ts";
import { useWords } from "../coverage/use-words.ts";
import { moneyShown } from "./quantity.ts";

interface Props {
  readonly title: string;
  /** Of its first column. */
  readonly head: string;
  readonly rows: readonly { id: string; name: Words; owedCny: number; unknownLines: number }[];
}

export function SumRows({ title, head, rows }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <section>
      <h3>{title}</h3>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="numeric">
              {t("standards.owedCny")}
            </th>
            <th scope="col" className="numeric">
              {t("standards.waitingLines")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, owedCny, unknownLines }) => (
            <tr key={id}>
              <th scope="row">{words(name)}</th>
              <td className="numeric">{moneyShown(owedCny)}</td>
              <td className="numeric">{countShown(unknownLines)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
