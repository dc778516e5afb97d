import { QueryClient } from "@tanstack/react-query";
import { AppError } from "@/lib/shared/errors";

const retryable = new Set(["UPSTREAM_FAILED", "INTERNAL"]);

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          failures < 1 && (!(error instanceof AppError) || retryable.has(error.code)),
      },
    },
  });
}
