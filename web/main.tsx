/** Where the console starts. @module */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { isSilence } from "./client/http.ts";
import { whenBack } from "./client/silence.ts";
import { currentView } from "./state/use-view.ts";
import "./style/base.css";
import { setUpWords } from "./words/set-up.ts";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: false,
      // The service has answered: asking again gives the same. Only silence is worth another try.
      retry: (failures, error) => failures < 2 && isSilence(error),
    },
  },
});
whenBack(() => void queries.refetchQueries({ type: "active", predicate: ({ state }) => isSilence(state.error) }));

await setUpWords(currentView().view.language);
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
