import classes from "@/components/panels/series-note.module.css";
import type { UnseenReason } from "@/lib/shared/panels/timeseries/unseen-reason";

const texts: Record<UnseenReason, string> = {
  no_numbers: "All values are NaN or infinite: there is nothing to draw.",
  not_positive: "A logarithmic axis has no place for values of 0 and less.",
};

/** Says why the chart is empty although there are samples. */
export function UnseenNote({ reason }: { reason: UnseenReason }) {
  return (
    <p className={classes.middle} role="status">
      {texts[reason]}
    </p>
  );
}
