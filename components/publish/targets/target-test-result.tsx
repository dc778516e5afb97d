import { IconCircleCheck, IconCircleX, IconHelpCircle } from "@tabler/icons-react";
import classes from "@/components/publish/publish.module.css";
import type { TargetCheck, TargetTest } from "@/lib/shared/publish/grafana-target";

const names: Record<TargetCheck["name"], string> = {
  server: "Server",
  credentials: "Credentials",
  dashboards: "Dashboards",
  folder: "Folder",
  datasources: "Data sources",
};

/** Every check in words; what fails says how to mend it. */
export function TargetTestResult({ test }: { test: TargetTest }) {
  return (
    <div data-test-ok={test.ok} role="status">
      <ul className={classes.checks}>
        {test.checks.map(({ name, state, message }) => (
          <li key={name} className={classes.check} data-check={name} data-check-state={state}>
            <CheckIcon state={state} />
            <span className={classes.dim}>{names[name]}</span>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function CheckIcon({ state }: { state: TargetCheck["state"] }) {
  if (state === "ok") return <IconCircleCheck size={16} color="var(--ps-ok)" aria-label="Passed" />;
  if (state === "failed") return <IconCircleX size={16} color="var(--ps-error)" aria-label="Failed" />;
  return <IconHelpCircle size={16} color="var(--ps-dim)" aria-label="Not known" />;
}
