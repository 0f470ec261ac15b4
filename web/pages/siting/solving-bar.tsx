/** How far a plan is: what is being done, how long it may still take, and the way to stop with the best so far. @module */
import { Button } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Siting } from "./use-siting.ts";

export function SolvingBar({ siting: { solving, wanted } }: { readonly siting: Siting }) {
  const { t } = useTranslation();
  const { run, startedAtMs, answer, outdated, stop, again } = solving;
  const isRunning = run === null ? startedAtMs > 0 && (answer === null || outdated) : run.state === "running";
  const elapsed = useElapsed(isRunning ? startedAtMs : null);
  if (run?.state === "cancelled")
    return (
      <p className="solving" role="status">
        <span>{t("siting.stopped")}</span>
        <Button size="small" onClick={again}>
          {t("siting.goOn")}
        </Button>
      </p>
    );
  if (!isRunning) return null;
  const step = run?.step ?? "laying_out";
  return (
    <div className="solving" role="status">
      <span>{t(`siting.step.${step}`)}</span>
      {step === "proving" && wanted.seconds > 0 ? (
        <progress max={wanted.seconds} value={Math.min(elapsed, wanted.seconds)} aria-label={t("siting.progress")} />
      ) : (
        <progress aria-label={t("siting.progress")} />
      )}
      <span className="solving-time">{t("siting.elapsed", { n: elapsed, most: wanted.seconds })}</span>
      <Button size="small" onClick={stop} disabled={run === null}>
        {t(answer === null || outdated ? "siting.stop" : "siting.stopKeep")}
      </Button>
    </div>
  );
}

const TICK_MS = 500;

/** Whole seconds since; 0 while nothing goes on. */
function useElapsed(sinceMs: number | null): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (sinceMs === null) return;
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [sinceMs]);
  return sinceMs === null ? 0 : Math.max(0, Math.floor((now - sinceMs) / 1000));
}
