/** The register: the pack's table to fill in and hand back, names that wait for a person, and one fact by hand. @module */
import { useTranslation } from "react-i18next";
import { useRegister } from "../../client/register.ts";
import { Failed, Waiting } from "../../parts/states.tsx";
import { instantShown } from "../../state/figures.ts";
import { NameQueue } from "./name-queue.tsx";
import { TableUpload } from "./table-upload.tsx";
import { TellFact } from "./tell-fact.tsx";
import type { AskedStandards } from "./use-standards.ts";

const VERSIONS_LISTED = 8;

export function RegisterView({ asked }: { readonly asked: AskedStandards }) {
  const { t } = useTranslation();
  const register = useRegister(asked.area.id);
  if (register.error !== null) return <Failed error={register.error} retry={() => void register.refetch()} />;
  if (register.data === undefined) return <Waiting lines={12} />;
  const { version, versions } = register.data;
  return (
    <div className="sheet-scroll register-view">
      <div className="register-columns">
        <div>
          <TableUpload asked={asked} />
          <TellFact asked={asked} />
        </div>
        <div>
          <NameQueue asked={asked} />
          <section>
            <h3>{t("register.versions", { n: version })}</h3>
            {versions.length === 0 ? (
              <p className="hint">{t("register.noVersions")}</p>
            ) : (
              <ol className="register-versions">
                {versions.slice(0, VERSIONS_LISTED).map((one) => (
                  <li key={one.number}>
                    <b>{one.number}</b> {instantShown(one.madeAt)} ·{" "}
                    {t(`register.actions.${one.action}`, { n: one.changed })}
                    {one.file !== null && ` · ${one.file}`}
                    {one.office !== null && ` · ${one.office}`}
                  </li>
                ))}
              </ol>
            )}
          </section>
        </div>
      </div>
    </div>
  );
}
