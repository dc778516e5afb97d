import classes from "./series-note.module.css";

interface SeriesNoteProps {
  what?: string;
  drawn: number;
  /** How many more there are; null where nobody counted. */
  leftOut: number | null;
}

/** Says over the drawing that it does not show everything. */
export function SeriesNote({ what = "series", drawn, leftOut }: SeriesNoteProps) {
  if (leftOut === 0) return null;
  const count = (series: number) => series.toLocaleString("en-US");
  return (
    <p
      className={classes.note}
      role="status"
      title="Aggregate the query or narrow its labels to see all of it."
    >
      The first {count(drawn)} {what} of {leftOut === null ? "more" : count(drawn + leftOut)}
    </p>
  );
}
