import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

/** Every view of the tenant's annotations is asked anew. */
export function useAnnotationChanges(tenant: string): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: ["annotations", tenant] }), [client, tenant]);
}
