import { QueryClient } from "@tanstack/react-query";
import { AppError } from "@/lib/shared/errors";

const retryable = new Set(["UPSTREAM_FAILED", "INTERNAL"]);

/**
 * Asks whether or not the browser takes itself for online: a console on this machine or in a closed network is there without
 * the internet, and where it is not, saving says so instead of waiting without a word.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        refetchOnWindowFocus: false,
        networkMode: "always",
        refetchOnReconnect: true,
        retry: (failures, error) =>
          failures < 1 && (!(error instanceof AppError) || retryable.has(error.code)),
      },
      mutations: { networkMode: "always" },
    },
  });
}

let pageClient: QueryClient | null = null;

/** The one that all of a page shares. On the server, where every visitor's page is made, nothing is shared. */
export function queryClient(): QueryClient {
  if (typeof window === "undefined") return createQueryClient();
  if (!pageClient) {
    pageClient = createQueryClient();
    pageClient.mount();
  }
  return pageClient;
}
