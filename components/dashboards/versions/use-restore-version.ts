import { useRouter } from "next/navigation";
import { notifyError } from "@/components/ui/notify";
import { notifyUndo } from "@/components/ui/notify-undo";
import { callApi, tenantApi } from "@/lib/client/api-client";
import { useMutation } from "@/lib/client/queries";

/** Restoring makes a new version, so undoing it is restoring the one before. */
export function useRestoreVersion(tenant: string, uid: string, current: number) {
  const router = useRouter();
  const send = (version: number) =>
    callApi(tenantApi(tenant, `dashboards/${uid}/versions/${version}/restore`), { method: "POST", body: {} });
  return useMutation({
    mutationFn: send,
    onError: (error) => notifyError("The version was not restored", error),
    onSuccess: (_answer, version) => {
      router.refresh();
      void notifyUndo(`Version ${version} is the current one again.`, () => {
        void send(current)
          .catch((error: unknown) => notifyError("The version was not restored", error))
          .finally(() => router.refresh());
      });
    },
  });
}
