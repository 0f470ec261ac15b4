/** The view as React sees it: read from the address bar, changed through it, so that back and forward restore it. @module */
import { useSyncExternalStore } from "react";
import { type ReadView, readView, type View, writeView } from "./view.ts";

/** `push` makes a step that the back button undoes; `replace` does not (map moves, a slider being dragged). */
export type Step = "push" | "replace";

const CHANGED = "view-changed";
let held: { search: string; read: ReadView } | null = null;
/** Told until it is dismissed: the address itself is soon rewritten without what could not be read. */
let unread: readonly string[] = [];

/** The same object as long as the address is the same. */
export function currentView(): ReadView {
  const { search } = window.location;
  if (held?.search !== search) {
    held = { search, read: readView(search) };
    const found = held.read.unread.filter((name) => !unread.includes(name));
    if (found.length > 0) unread = [...unread, ...found];
  }
  return held.read;
}

export function changeView(patch: Partial<View>, step: Step = "push"): void {
  const before = currentView().view;
  const search = writeView({ ...before, ...patch });
  if (search === writeView(before)) return;
  const address = `${window.location.pathname}${search}`;
  if (step === "push") window.history.pushState(null, "", address);
  else window.history.replaceState(null, "", address);
  window.dispatchEvent(new Event(CHANGED));
}

export function useView(): View {
  return useSyncExternalStore(subscribe, currentView).view;
}

/** Names of address parameters that could not be read. */
export function useUnread(): readonly string[] {
  return useSyncExternalStore(subscribe, () => {
    currentView();
    return unread;
  });
}

export function dismissUnread(): void {
  unread = [];
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener("popstate", listener);
    window.removeEventListener(CHANGED, listener);
  };
}
