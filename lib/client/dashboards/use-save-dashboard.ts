"use client";

import { callApi, tenantApi } from "@/lib/client/api-client";
import { useMutation, useQueryClient } from "@/lib/client/queries";
import { StaleVersion } from "@/lib/shared/dashboards/dashboard";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import { AppError } from "@/lib/shared/errors";

export class SaveError extends AppError {
  /** Set when the only thing wrong was the version. */
  readonly stale: StaleVersion["current"] | null;

  constructor(error: AppError) {
    super(error.code, error.message, error.details);
    const stale = StaleVersion.safeParse(error.details);
    this.stale = error.code === "CONFLICT" && stale.success ? stale.data.current : null;
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
