/** The small map beside the files: where their points lie, over the streets of the area. @module */
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PreviewScene, PreviewView } from "../../map/open-preview.ts";
import "../../style/map.css";
import { Notice } from "../../parts/states.tsx";

export function PreviewMap({ scene, label }: { readonly scene: PreviewScene; readonly label: string }) {
  const { t } = useTranslation();
  const hole = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<PreviewView | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let opened: PreviewView | null = null;
    let gone = false;
    import("../../map/open-preview.ts")
      .then(({ openPreview }) => {
        if (gone || hole.current === null) return;
        opened = openPreview(hole.current);
        setView(opened);
      })
      .catch(() => setFailed(true));
    return () => {
      gone = true;
      opened?.close();
    };
  }, []);
  useEffect(() => view?.show(scene), [view, scene]);
  useEffect(() => view?.name(label), [view, label]);
  return (
    <div className="preview-map" ref={hole}>
      {failed && <Notice tone="failed" title={t("map.failed")} text={t("map.failedNext")} />}
    </div>
  );
}
