/** A fault on one page leaves the frame standing and offers a way on. @module */

import i18next from "i18next";
import { Component, type ReactNode } from "react";
import { Notice } from "./states.tsx";

interface State {
  readonly failed: boolean;
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Notice
        tone="failed"
        title={i18next.t("state.broken")}
        text={i18next.t("state.brokenNext")}
        action={{ label: i18next.t("state.reload"), onClick: () => window.location.reload() }}
      />
    );
  }
}
