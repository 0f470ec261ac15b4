/** Facilities dragged over the map, by mouse or finger: a ghost follows the pointer, and where it is let go is told. @module */
import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from "maplibre-gl";
import type { Place } from "../state/view.ts";
import { facilityAt } from "./hits.ts";

/** What pointing at the map means while a plan is made. */
export interface Editing {
  /** Facilities can be dragged. */
  readonly drags: boolean;
  /** A place was clicked, with the facility that stands there. */
  picked(place: Place, facility: string | null): void;
  dropped(facility: string, to: Place): void;
}

/** Pixels of movement that still are a click. */
const CLICK_PX = 4;

/** @param editing what pointing means now; null while no plan is made */
export function dragFacilities(map: MapLibreMap, editing: () => Editing | null): void {
  const start = (event: MapMouseEvent | MapTouchEvent) => {
    if (editing()?.drags !== true || event.originalEvent.defaultPrevented) return;
    if ("points" in event && event.points.length !== 1) return;
    if (event.originalEvent instanceof MouseEvent && event.originalEvent.button !== 0) return;
    const facility = facilityAt(map, event.point);
    if (facility === null) return;
    // Else the map would move along.
    event.preventDefault();
    follow(map, event.point, (to) => editing()?.dropped(facility, to));
  };
  map.on("mousedown", start);
  map.on("touchstart", start);
}

/** @param from pixels of the map */
function follow(map: MapLibreMap, from: { x: number; y: number }, drop: (to: Place) => void): void {
  const box = map.getCanvas().getBoundingClientRect();
  const ghost = document.createElement("div");
  ghost.className = "drag-ghost";
  ghost.hidden = true;
  map.getContainer().append(ghost);
  const end = new AbortController();
  const within = ({ clientX, clientY }: PointerEvent): [number, number] => [clientX - box.left, clientY - box.top];
  const isMoved = ([x, y]: [number, number]) => Math.hypot(x - from.x, y - from.y) > CLICK_PX;
  const stop = () => {
    end.abort();
    ghost.remove();
  };
  const on = <K extends "pointerdown" | "pointermove" | "pointerup" | "pointercancel" | "keydown">(
    type: K,
    listener: (event: WindowEventMap[K]) => void,
  ) => window.addEventListener(type, listener, { signal: end.signal });
  on("pointermove", (event) => {
    const at = within(event);
    if (isMoved(at)) ghost.hidden = false;
    ghost.style.transform = `translate(${at[0]}px, ${at[1]}px)`;
  });
  on("pointerup", (event) => {
    stop();
    const at = within(event);
    if (!isMoved(at) || at[0] < 0 || at[1] < 0 || at[0] > box.width || at[1] > box.height) return;
    const { lng, lat } = map.unproject(at);
    drop([lng, lat]);
  });
  on("pointercancel", stop);
  // A second finger: the map is to be zoomed.
  on("pointerdown", stop);
  on("keydown", ({ key }) => {
    if (key === "Escape") stop();
  });
}
