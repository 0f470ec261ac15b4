/** Standards: what each community still lacks against a document, how far a programme is, and what it pays. @module */
import { useTranslation } from "react-i18next";
import { useView } from "../../state/use-view.ts";
import { AskedBar } from "./asked-bar.tsx";
import { CommunityView } from "./community-view.tsx";
import { MatrixView } from "./matrix-view.tsx";
import { MoneyView } from "./money-view.tsx";
import { ProgressView } from "./progress-view.tsx";
import { RegisterView } from "./register-view.tsx";
import { StandardsGate } from "./standards-gate.tsx";
import type { AskedStandards } from "./use-standards.ts";
import "../../style/answer.css";
import "../../style/standards.css";
import "../../style/standards-lists.css";
import "../../style/table.css";

export function StandardsPage() {
  return <StandardsGate>{(asked) => <Standards asked={asked} />}</StandardsGate>;
}

function Standards({ asked }: { readonly asked: AskedStandards }) {
  const { t } = useTranslation();
  return (
    <main className="standards" id="map" tabIndex={-1} aria-label={t("standards.title")}>
      <AskedBar asked={asked} />
      <View asked={asked} />
    </main>
  );
}

function View({ asked }: { readonly asked: AskedStandards }) {
  const { tab } = useView();
  if (tab === "community") return <CommunityView asked={asked} />;
  if (tab === "progress") return <ProgressView asked={asked} />;
  if (tab === "money") return <MoneyView asked={asked} />;
  if (tab === "register") return <RegisterView asked={asked} />;
  return <MatrixView asked={asked} />;
}
