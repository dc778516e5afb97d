"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { callApi, tenantApi } from "@/lib/client/api-client";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { AppError } from "@/lib/shared/errors";

const StaleDetails = z.object({
  version: z.number().int(),
  document: z.custom<DashboardDocument>((value) => typeof value === "object" && value !== null),
  savedBy: z.string().nullish(),
  savedAt: z.string().nullish(),
});

/** The version that somebody saved meanwhile. */
export type StaleVersion = z.infer<typeof StaleDetails>;

export class SaveError extends AppError {
  /** Set when the only thing wrong was the version. */
  readonly stale: StaleVersion | null;

  constructor(error: AppError) {
    super(error.code, error.message, error.details);
    const stale = StaleDetails.safeParse(error.details);
    this.stale = error.code === "CONFLICT" && stale.success ? stale.data : null;
  }
}

interface Save {
  document: DashboardDocument;
  /** The version that the edit started from. */
  version: number;
  message?: string;
}

export function useSaveDashboard(tenant: string, uid: string) {
  const queries = useQueryClient();
  return useMutation<{ version: number }, SaveError, Save>({
    mutationFn: async (save) => {
      try {
        return await callApi<{ version: number }>(tenantApi(tenant, `dashboards/${uid}`), {
          method: "PUT",
          body: save,
        });
      } catch (error) {
        throw new SaveError(error instanceof AppError ? error : new AppError("INTERNAL", String(error)));
      }
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["dashboards", tenant] }),
  });
}
