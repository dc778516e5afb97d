import { VisuallyHidden } from "@mantine/core";
import { sharePercent, usageLevel, usageShare } from "@/lib/client/admin/usage-level";
import type { QuotaUsage } from "@/lib/shared/tenants/quotas";
import classes from "./usage-bar.module.css";

interface UsageBarProps {
  usage: Pick<QuotaUsage, "used" | "limit">;
  /** The numbers are only for screen readers, where they stand beside the bar already. */
  bare?: boolean;
}

const words = { unknown: "", ok: "", near: ", near the limit", full: ", used up" };

/** How much of a limit is used, as a bar and in numbers; nothing where nothing is counted. */
export function UsageBar({ usage, bare = false }: UsageBarProps) {
  const share = usageShare(usage);
  if (share === null) return null;
  const level = usageLevel(usage);
  const numbers = `${(usage.used ?? 0).toLocaleString("en")} of ${usage.limit.toLocaleString("en")}`;
  const text = `${numbers} (${sharePercent(share)})${words[level]}`;
  return (
    <span className={classes.usage}>
      <span className={classes.track} aria-hidden>
        <span className={classes.bar} data-level={level} style={{ width: `${Math.min(1, share) * 100}%` }} />
      </span>
      {bare ? (
        <VisuallyHidden>{text}</VisuallyHidden>
      ) : (
        <span className={classes.numbers} data-level={level}>
          {text}
        </span>
      )}
    </span>
  );
}
