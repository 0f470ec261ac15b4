/** The frame that every page shares: language, theme, top bar, the one map, and the page that the address names. @module */
import { ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { type ComponentType, type LazyExoticComponent, lazy, Suspense, useEffect } from "react";
import { AreaProvider } from "./parts/area-context.tsx";
import { ErrorBoundary } from "./parts/error-boundary.tsx";
import { MapProvider } from "./parts/map-context.tsx";
import { SilenceNotice } from "./parts/silence-notice.tsx";
import { Waiting } from "./parts/states.tsx";
import { TopBar } from "./parts/top-bar.tsx";
import { UnreadNotice } from "./parts/unread-notice.tsx";
import { useView } from "./state/use-view.ts";
import type { PageId } from "./state/view.ts";
import { theme } from "./theme.ts";
import { switchWords } from "./words/set-up.ts";

/** Each page is fetched when it is first opened. A new page is a folder, a line here, and its name in `state/view.ts`. */
const PAGES: Readonly<Record<PageId, LazyExoticComponent<ComponentType>>> = {
  coverage: lazy(async () => ({ default: (await import("./pages/coverage/page.tsx")).CoveragePage })),
  spacing: lazy(async () => ({ default: (await import("./pages/spacing/page.tsx")).SpacingPage })),
  violations: lazy(async () => ({ default: (await import("./pages/violations/page.tsx")).ViolationsPage })),
  batch: lazy(async () => ({ default: (await import("./pages/batch/page.tsx")).BatchPage })),
  standards: lazy(async () => ({ default: (await import("./pages/standards/page.tsx")).StandardsPage })),
  "standards-paper": lazy(async () => ({ default: (await import("./pages/standards-paper/page.tsx")).PaperPage })),
  siting: lazy(async () => ({ default: (await import("./pages/siting/page.tsx")).SitingPage })),
  verdict: lazy(async () => ({ default: (await import("./pages/verdict/page.tsx")).VerdictPage })),
  report: lazy(async () => ({ default: (await import("./pages/report/page.tsx")).ReportPage })),
  data: lazy(async () => ({ default: (await import("./pages/data/page.tsx")).DataPage })),
};

export function App() {
  const { language, page } = useView();
  useEffect(() => void switchWords(language), [language]);
  const Page = PAGES[page];
  return (
    <ConfigProvider theme={theme} locale={language === "zh" ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <AreaProvider>
        <MapProvider>
          <div className="frame">
            <TopBar />
            <UnreadNotice />
            <SilenceNotice />
            <ErrorBoundary key={page}>
              <Suspense fallback={<Waiting />}>
                <Page />
              </Suspense>
            </ErrorBoundary>
          </div>
        </MapProvider>
      </AreaProvider>
    </ConfigProvider>
  );
}
