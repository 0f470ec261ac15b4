/** Changes of the siting question in the address. @module */
import type { SitingAsked } from "../../state/siting/asked.ts";
import { changeView, currentView, type Step } from "../../state/use-view.ts";

export function changeSiting(patch: Partial<SitingAsked>, step: Step = "push"): void {
  changeView({ siting: { ...currentView().view.siting, ...patch } }, step);
}

/** In every plan from now on, or no longer. */
export function pin(id: string): void {
  const { force, forbid } = currentView().view.siting;
  changeSiting({ force: turned(force, id), forbid: forbid.filter((other) => other !== id) });
}

/** In no plan from now on, or no longer kept out. */
export function refuse(id: string): void {
  const { force, forbid } = currentView().view.siting;
  changeSiting({ forbid: turned(forbid, id), force: force.filter((other) => other !== id) });
}

function turned(list: readonly string[], id: string): readonly string[] {
  return list.includes(id) ? list.filter((other) => other !== id) : [...list, id];
}
