import { useEffect, useState } from "react";
import { callApi, tenantApi } from "@/lib/client/api-client";
import type { LintAnswer } from "@/lib/shared/dashboards/lint/lint-request";
import type { DashboardDocument } from "@/lib/shared/dashboards/reading-model";
import type { DraftLint } from "./use-draft-lint";

interface ServerLintInput {
  tenant: string;
  uid: string;
  document: DashboardDocument;
}

const settledMs = 600;

interface ServerLint {
  lint: DraftLint | null;
  error: string | null;
}

/** The same rules with what the datasources know: which metrics there are, of which type, with how many series. */
export function useServerLint({ tenant, uid, document }: ServerLintInput): ServerLint {
  const [answer, setAnswer] = useState<ServerLint>({ lint: null, error: null });
  useEffect(() => {
    const abort = new AbortController();
    const ask = async () => {
      try {
        const body = { document, cardinality: true };
        const path = tenantApi(tenant, `dashboards/${uid}/lint`);
        const { unreachable, ...report } = await callApi<LintAnswer>(path, {
          method: "POST",
          body,
          signal: abort.signal,
        });
        setAnswer({ lint: { document, report, unreachable }, error: null });
      } catch (error) {
        if (!abort.signal.aborted)
          setAnswer({ lint: null, error: error instanceof Error ? error.message : "" });
      }
    };
    const timer = setTimeout(() => void ask(), settledMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [tenant, uid, document]);
  return answer;
}
