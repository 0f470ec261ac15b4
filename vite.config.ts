/** Builds the console into dist/web; in development the API is the service on port 8080. @module */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: "web",
  plugins: [react()],
  // MapLibre 6 is ESM with a worker file of its own; any other worker format leaves the map blank.
  worker: { format: "es" },
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2023",
    // What is fetched with what: read by the report of sizes, and moved out of what is served.
    manifest: "manifest.json",
    // Small assets stay files: the content security policy allows data: for images only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
});
