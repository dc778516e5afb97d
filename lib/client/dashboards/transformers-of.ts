import { loadCode } from "@/lib/client/load-code";
import type { ReadPanel } from "@/lib/shared/dashboards/reading-model";
import { loadTransformers } from "@/lib/shared/panels/transformations/registry";
import type { Transformers } from "@/lib/shared/panels/transformations/transformer";

const loading = new Map<string, Promise<Transformers>>();

/** What a panel's transformations are carried out with, the same promise for the same ones; null where it has none. */
export function transformersOf({ transformations }: ReadPanel): Promise<Transformers> | null {
  const ids = transformations.filter(({ disabled }) => !disabled).map(({ id }) => id);
  if (ids.length === 0) return null;
  const key = ids.join(" ");
  const known =
    loading.get(key) ??
    readAtOnce(
      loadCode(
        () => loadTransformers(ids),
        () => loading.delete(key),
      ),
    );
  loading.set(key, known);
  return known;
}

/** For `use` of React: what a promise says it holds is taken at once, any other is waited for, even a settled one. */
function readAtOnce<T>(promise: Promise<T>): Promise<T> {
  promise.then(
    (value) => Object.assign(promise, { status: "fulfilled", value }),
    () => undefined,
  );
  return promise;
}
