import { Button } from "@mantine/core";
import type { DatasourceTestState } from "@/lib/client/admin/use-datasource-tests";
import classes from "../admin.module.css";

interface TestResultProps {
  test: DatasourceTestState;
  /** Takes the address over at which a Prometheus was found instead. */
  onUse?: (url: string) => void;
}

/** What a test found, in the words of the console. */
export function TestResult({ test, onUse }: TestResultProps) {
  if (test.isPending) {
    return (
      <p className={classes.dim} role="status">
        Asking the server…
      </p>
    );
  }
  if (test.isError) {
    return (
      <p className={classes.problem} role="alert">
        {test.error?.message}
      </p>
    );
  }
  if (!test.data) return null;
  const { ok, message, warning, suggestedUrl } = test.data;
  return (
    <>
      <p className={ok ? classes.success : classes.problem} role={ok ? "status" : "alert"}>
        {message}
      </p>
      {warning ? (
        <p className={classes.warning} role="alert">
          {warning}
        </p>
      ) : null}
      {suggestedUrl && onUse ? (
        <div>
          <Button variant="default" onClick={() => onUse(suggestedUrl)}>
            Use {suggestedUrl}
          </Button>
        </div>
      ) : null}
    </>
  );
}
