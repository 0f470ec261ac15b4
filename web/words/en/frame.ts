/** Words of the frame round every page, the map and its states, in English. @module */
import type { Shape } from "../shape.ts";
import type { zhFrame } from "../zh/frame.ts";

export const enFrame: Shape<typeof zhFrame> = {
  app: { name: "Yikezhong", tagline: "The 15-minute walking circle" },
  page: { coverage: "Coverage", data: "Data", nav: "Pages" },
  frame: {
    area: "Area",
    skip: "Skip to the map",
    foldLeft: "Hide the question",
    unfoldLeft: "Show the question",
    foldRight: "Hide the answer",
    unfoldRight: "Show the answer",
    sheetUp: "Open the panel",
    sheetDown: "Close the panel",
    language: "切换到中文",
    unread: "“{{names}}” in the address could not be read; the usual value is shown instead.",
    dismiss: "OK",
  },
  tag: {
    demo: "Demo data",
    demoWhy: "An invented district. It stands for no real place.",
    estimated: "Estimate",
    estimatedWhy:
      "People or households were worked out from building footprints, or are shares of a population raster or table; nobody counted them home by home.",
  },
  map: {
    name: "Map. Arrow keys move it, plus and minus zoom, Enter analyses the centre.",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    whole: "Whole area",
    tools: "Map tools",
    failed: "The map cannot be opened",
    failedNext:
      "The browser must support WebGL2: use a recent Chrome, Edge or Firefox. The figures beside the map are not affected.",
  },
  state: {
    loading: "Reading",
    failed: "Could not read this",
    offline: "The service does not answer",
    offlineNext: "Check that it runs and that the network is up, then try again.",
    noDetail: "The service gave no reason ({{code}}).",
    retry: "Try again",
    noAreas: "No data yet",
    noAreasNext: "Import an area first: one OSM extract is enough to begin.",
    goImport: "Import data",
    areaUnknown: "There is no area “{{area}}”",
    areaUnknownNext: "It may have been renamed. Choose one above.",
    categoryUnknown: "There is no category “{{category}}” in this area",
    categoryUnknownNext: "The catalogue does not hold it. Start with one that the area has.",
    scenarioUnknown: "This area has no scenario {{scenario}}",
    scenarioUnknownNext: "It may have been removed, or belongs to another area.",
    profileUnknown: "There is no walker “{{profile}}”",
    profileUnknownNext: "Start with the pace of: {{name}}.",
    showAnother: "Show {{name}}",
    broken: "Something went wrong on this page",
    brokenNext: "Loading it again usually helps; the address keeps the view.",
    reload: "Load again",
  },
};
