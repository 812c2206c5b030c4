import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { ApiProblem } from "../api/api-problem.ts";
import { SpeakingProvider } from "../words/speaking.tsx";
import { keptScheme } from "./kept-scheme.ts";
import { ReauthenticationDialog } from "./reauthentication-dialog.tsx";
import { router } from "./router.tsx";
import { colorVariables, theme } from "./theme.ts";
import { nonce } from "./trust-styles.ts";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // The server may run on this machine, so the browser's online state does not matter.
      networkMode: "always",
      // The server would refuse the same request again; only network failures are worth a retry.
      retry: (times, error) => error instanceof ApiProblem && error.code === "network" && times < 2,
    },
    mutations: { networkMode: "always" },
  },
});

/** The whole console. */
export function Console() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={colorVariables}
      defaultColorScheme="auto"
      colorSchemeManager={keptScheme}
      getStyleNonce={() => nonce}
      deduplicateInlineStyles
    >
      <SpeakingProvider>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
          <ReauthenticationDialog />
        </QueryClientProvider>
      </SpeakingProvider>
    </MantineProvider>
  );
}
