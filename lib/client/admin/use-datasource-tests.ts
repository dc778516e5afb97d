import { useState } from "react";
import type { DatasourceTest } from "@/lib/shared/prometheus/datasource";
import { useTestDatasource } from "./use-datasource-admin";

export interface DatasourceTestState {
  isPending: boolean;
  isError: boolean;
  error: Error | null;
  data: DatasourceTest | undefined;
}

export interface DatasourceTests {
  of: (uid: string) => DatasourceTestState;
  run: (uid: string) => void;
}

const untested: DatasourceTestState = { isPending: false, isError: false, error: null, data: undefined };

/** One test a datasource, several at once if wanted. */
export function useDatasourceTests(tenant: string): DatasourceTests {
  const { mutateAsync } = useTestDatasource(tenant);
  const [states, setStates] = useState<Readonly<Record<string, DatasourceTestState>>>({});
  const put = (uid: string, state: Partial<DatasourceTestState>) =>
    setStates((all) => ({ ...all, [uid]: { ...untested, ...state } }));
  return {
    of: (uid) => states[uid] ?? untested,
    run(uid) {
      put(uid, { isPending: true });
      mutateAsync({ uid }).then(
        (data) => put(uid, { data }),
        (error: Error) => put(uid, { isError: true, error }),
      );
    },
  };
}
