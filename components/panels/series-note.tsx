import classes from "./series-note.module.css";

interface SeriesNoteProps {
  drawn: number;
  leftOut: number;
}

/** Says over the drawing that it does not show everything. */
export function SeriesNote({ drawn, leftOut }: SeriesNoteProps) {
  if (leftOut === 0) return null;
  const all = (drawn + leftOut).toLocaleString("en-US");
  return (
    <p
      className={classes.note}
      role="status"
      title="Aggregate the query or narrow its labels to see all of it."
    >
      The first {drawn.toLocaleString("en-US")} of {all} series
    </p>
  );
}
