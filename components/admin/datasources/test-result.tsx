import type { DatasourceTestState } from "@/lib/client/admin/use-datasource-tests";
import classes from "../admin.module.css";

interface TestResultProps {
  test: DatasourceTestState;
}

/** What a test found, in the words of the console. */
export function TestResult({ test }: TestResultProps) {
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
  return (
    <p className={test.data.ok ? classes.success : classes.problem} role={test.data.ok ? "status" : "alert"}>
      {test.data.message}
    </p>
  );
}
