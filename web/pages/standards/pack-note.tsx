/** Where the rules come from: document, number, office, day; how well they are known; how contradictions are treated. @module */
import { Popover } from "antd";
import { useTranslation } from "react-i18next";
import type { PackDetail } from "../../../server/api/schemas/standard-views.ts";
import { countShown } from "../../state/figures.ts";
import { useWords } from "../coverage/use-words.ts";
import { UnverifiedTag } from "./tags.tsx";

export function PackNote({ pack }: { readonly pack: PackDetail }) {
  const { t } = useTranslation();
  const words = useWords();
  const { title, number, authority, issued } = pack.document;
  return (
    <p className="pack-note">
      <b>{t("standards.documentTitle", { title })}</b>
      <span>
        {[number, authority, t("standards.issued", { day: issued })].filter((one) => one !== null).join(" · ")}
      </span>
      {pack.historic && (
        <span className="tag tag-estimate" title={t("standards.historicWhy")}>
          {t("standards.historic")}
        </span>
      )}
      {pack.unverified > 0 && (
        <UnverifiedTag text={t("standards.unverifiedCount", { n: pack.unverified, of: pack.requirements })} />
      )}
      {pack.emptySlots !== null && (
        <span className="hint">
          {t("standards.slots", {
            name: words(pack.emptySlots.name),
            stated: countShown(pack.emptySlots.stated),
            loaded: countShown(pack.emptySlots.loaded),
          })}
        </span>
      )}
      {pack.notes.length + pack.ambiguities.length > 0 && (
        <Popover
          trigger="click"
          title={t("standards.notes")}
          styles={{ root: { maxWidth: 460 } }}
          content={
            <ul className="pack-notes">
              {pack.notes.map((note) => (
                <li key={note.zh}>{words(note)}</li>
              ))}
              {pack.ambiguities.map(({ id, text }) => (
                <li key={id}>
                  <b>{id}</b> {words(text)}
                </li>
              ))}
            </ul>
          }
        >
          <button type="button" className="more">
            {t("standards.notesOpen", { n: pack.notes.length + pack.ambiguities.length })}
          </button>
        </Popover>
      )}
    </p>
  );
}
