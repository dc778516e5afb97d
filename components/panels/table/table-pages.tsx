import classes from "./table-pages.module.css";

interface TablePagesProps {
  rows: number;
  /** What is paged through, in the plural. */
  what?: string;
  perPage: number;
  page: number;
  onPage: (page: number) => void;
}

/** Which rows are shown, and the way to those before and after. */
export function TablePages({ rows, what = "rows", perPage, page, onPage }: TablePagesProps) {
  const pages = Math.max(1, Math.ceil(rows / perPage));
  const first = page * perPage;
  return (
    <nav className={classes.pages} aria-label={`Pages of ${what}`}>
      <span role="status">
        {rows === 0 ? `No ${what}` : `${first + 1} – ${Math.min(rows, first + perPage)} of ${rows} ${what}`}
      </span>
      <span>
        <button
          type="button"
          aria-label="Previous page"
          disabled={page === 0}
          onClick={() => onPage(page - 1)}
        >
          ‹
        </button>{" "}
        {page + 1} / {pages}{" "}
        <button
          type="button"
          aria-label="Next page"
          disabled={page + 1 >= pages}
          onClick={() => onPage(page + 1)}
        >
          ›
        </button>
      </span>
    </nav>
  );
}
