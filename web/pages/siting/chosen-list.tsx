/** What was pinned and what was refused, each to be taken back. @module */
import { CloseOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { changeSiting, pin, refuse } from "./change.ts";
import { useCalled } from "./use-place-words.ts";
import type { Siting } from "./use-siting.ts";

export function ChosenList({ siting: { wanted, candidates } }: { readonly siting: Siting }) {
  const { t } = useTranslation();
  const called = useCalled(candidates);
  const groups = [
    ["force", wanted.force, pin],
    ["forbid", wanted.forbid, refuse],
  ] as const;
  return groups.map(([kind, ids, turn]) => {
    if (ids.length === 0) return null;
    return (
      <section key={kind} className="field" aria-label={t(`siting.${kind}`)}>
        <span className="field-head">
          {t(`siting.${kind}`)}
          {ids.length > 1 && (
            <button type="button" className="more" onClick={() => changeSiting({ [kind]: [] })}>
              {t("siting.clear")}
            </button>
          )}
        </span>
        <ul className={`chips chips-${kind}`}>
          {ids.map((id) => (
            <li key={id}>
              <button type="button" className="chip-name" onClick={() => changeSiting({ site: id }, "replace")}>
                {called(id)}
              </button>
              <button
                type="button"
                className="chip-drop"
                aria-label={t("siting.takeBack", { name: called(id) })}
                onClick={() => turn(id)}
              >
                <CloseOutlined />
              </button>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
