/** Notes in the browser's own timeline when a new shape stands painted on the map, for its developer tools and for benchmarks. @module */
import type { Map as MapLibreMap } from "maplibre-gl";

/**
 * Marks `painted <source>` in the first frame after the one in which the map has drawn the shape whole.
 *
 * @param given resolves once the source has taken the shape in
 */
export async function markPainted(map: MapLibreMap, source: string, given: Promise<void>): Promise<void> {
  await given;
  const look = () => {
    if (!map.getSource(source) || !map.isSourceLoaded(source)) return;
    map.off("render", look);
    requestAnimationFrame(() => performance.mark(`painted ${source}`));
  };
  map.on("render", look);
  map.triggerRepaint();
}
