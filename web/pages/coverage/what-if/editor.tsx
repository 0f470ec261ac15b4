/** One plan: its name, the tools, its changes one by one, and saving. @module */
import type { Fault } from "../../../client/scenarios.ts";
import type { Asked } from "../use-asked.ts";
import { ChangeList } from "./change-list.tsx";
import type { FacilityBook } from "./facility-book.ts";
import { SaveBar } from "./save-bar.tsx";
import { ToolBar } from "./tool-bar.tsx";
import { useChangeWords } from "./use-change-words.ts";
import type { Plan } from "./use-plan.ts";
import type { Tools } from "./use-tools.ts";

interface Props {
  readonly asked: Asked;
  readonly plan: Plan;
  readonly book: FacilityBook;
  readonly tools: Tools;
  readonly faults: readonly Fault[];
}

export function Editor({ asked, plan, book, tools, faults }: Props) {
  const told = useChangeWords(asked, book);
  return (
    <>
      {/* A name typed before the first change stays. */}
      <SaveBar key={plan.saved && `${plan.saved.id} ${plan.unsaved}`} asked={asked} plan={plan} />
      <ToolBar asked={asked} tools={tools} book={book} told={told} />
      <ChangeList plan={plan} faults={faults} told={told} book={book} />
    </>
  );
}
