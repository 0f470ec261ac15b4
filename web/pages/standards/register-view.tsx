/** The register: the pack's tables to fill in and hand back, facts and prices by hand, what the district sets, names that wait, versions. @module */
import { Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRegister } from "../../client/register.ts";
import { Failed, Waiting } from "../../parts/states.tsx";
import { DistrictSettings } from "./district-settings.tsx";
import { NameQueue } from "./name-queue.tsx";
import { RegisterVersions } from "./register-versions.tsx";
import { TableUpload } from "./table-upload.tsx";
import { TellFact } from "./tell-fact.tsx";
import { TellPrice } from "./tell-price.tsx";
import type { AskedStandards } from "./use-standards.ts";

export interface RegisterPart {
  readonly asked: AskedStandards;
  /** Whoever changes the register, as the office calls itself; "" where nobody says. */
  readonly office: string;
}

export function RegisterView({ asked }: { readonly asked: AskedStandards }) {
  const { t } = useTranslation();
  const id = useId();
  const register = useRegister(asked.area.id);
  const [office, setOffice] = useState("");
  if (register.data === undefined) {
    if (register.error === null) return <Waiting lines={12} />;
    return <Failed error={register.error} retry={() => void register.refetch()} />;
  }
  const { pack } = asked;
  const part = { asked, office };
  return (
    <div className="sheet-scroll register-view">
      <div className="field register-office">
        <label htmlFor={id}>{t("register.office")}</label>
        <Input id={id} maxLength={100} value={office} onChange={({ target }) => setOffice(target.value)} />
        <p className="hint">{t("register.officeHint")}</p>
      </div>
      {/* What was tried for one pack is not taken for another. */}
      <div className="register-columns" key={`${asked.area.id} ${pack.id}`}>
        <div>
          <TableUpload {...part} table="facts" />
          <TellFact {...part} />
          {pack.priced.length > 0 && (
            <>
              <TableUpload {...part} table="prices" />
              <TellPrice {...part} />
            </>
          )}
        </div>
        <div>
          {pack.parameters.length > 0 && <DistrictSettings {...part} />}
          <NameQueue {...part} />
          <RegisterVersions area={asked.area.id} register={register.data} office={office} />
        </div>
      </div>
    </div>
  );
}
