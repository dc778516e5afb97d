import type { z } from "zod";
import { callApi, tenantApi } from "@/lib/client/api-client";
import type { VariableNames, VariableNamesRequest } from "@/lib/shared/prometheus/variable-names";

/** What a variable of a stored dashboard finds: for people who may run no queries of their own. */
export async function findVariableNames(
  tenant: string,
  body: z.input<typeof VariableNamesRequest>,
): Promise<string[]> {
  const { names } = await callApi<VariableNames>(tenantApi(tenant, "panels/variables"), {
    method: "POST",
    body,
  });
  return names;
}

/** `label/job/values` asks for the values of `job`; any other path for the labels. */
export function labelOfPath(path: string): string | undefined {
  return /^label\/([^/]+)\/values$/.exec(path)?.[1];
}
