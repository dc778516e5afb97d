import type { TargetError } from "@/lib/shared/prometheus/panel-batch";
import { promqlDiagnostics } from "../promql-diagnostics";
import classes from "./panel-editor.module.css";

interface QueryProblemsProps {
  expr: string;
  errors: readonly TargetError[];
  warnings: readonly string[];
}

/** Why a query gives nothing, at the query itself: what cannot be read, else what the server said. */
export function QueryProblems({ expr, errors, warnings }: QueryProblemsProps) {
  const [unreadable] = promqlDiagnostics(expr).filter(({ severity }) => severity === "error");
  const problems = unreadable ? [unreadable.message] : errors.map(({ message }) => message);
  return (
    <div aria-live="polite">
      {[...new Set(problems)].map((problem) => (
        <p key={problem} className={classes.problem} data-query-error>
          {problem}
        </p>
      ))}
      {[...new Set(warnings)].map((warning) => (
        <p key={warning} className={classes.problem} data-tone="warn">
          {warning}
        </p>
      ))}
    </div>
  );
}
