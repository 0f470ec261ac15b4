/** Lets a page see what is asked of spacing once the rules of the day are known; until then waits, or says what failed. @module */
import type { ReactNode } from "react";
import { BlankPage } from "../../parts/blank-page.tsx";
import { Failed, Waiting } from "../../parts/states.tsx";
import { AskedGate } from "../coverage/asked-gate.tsx";
import type { Asked } from "../coverage/use-asked.ts";
import { type AskedSpacing, useAskedSpacing } from "./use-spacing.ts";

type Page = (spacing: AskedSpacing) => ReactNode;

export function RulesGate({ children }: { readonly children: Page }) {
  return <AskedGate>{(asked) => <OfRules asked={asked}>{children}</OfRules>}</AskedGate>;
}

function OfRules({ asked, children }: { readonly asked: Asked; readonly children: Page }) {
  const state = useAskedSpacing(asked);
  if (state.state === "ready") return children(state.spacing);
  return (
    <BlankPage>{state.state === "failed" ? <Failed error={state.error} retry={state.retry} /> : <Waiting />}</BlankPage>
  );
}
