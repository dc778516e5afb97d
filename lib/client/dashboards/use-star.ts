import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { callApi, tenantApi } from "@/lib/client/api-client";

/** Shows the change at once and takes it back when the console refuses it. */
export function useStar(tenant: string, uid: string, initial: boolean) {
  const [starred, setStarred] = useState(initial);
  const queryClient = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (next: boolean) =>
      callApi<void>(tenantApi(tenant, `dashboards/${uid}/star`), { method: next ? "PUT" : "DELETE" }),
    onMutate: (next) => setStarred(next),
    onError: (_error, next) => setStarred(!next),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["dashboards", tenant] }),
  });
  return { starred, toggle: () => mutate(!starred) };
}
