import dynamic from "next/dynamic";
import { GaugeTrack } from "@/components/panels/bargauge/gauge-track";
import { textWidth } from "@/components/panels/fit-font-size";
import { ValueLink } from "@/components/panels/value-link";
import type { TableColumn } from "@/lib/shared/panels/table/prepare";
import type { TableCell } from "@/lib/shared/panels/table/table-cell";
import { LineCell } from "./line-cell";
import classes from "./table.module.css";

const InspectButton = dynamic(() => import("./inspect-button").then((module) => module.InspectButton), {
  ssr: false,
});

const MarkdownCell = dynamic(() => import("./markdown-cell").then((module) => module.MarkdownCell), {
  ssr: false,
});

interface RowCellProps {
  column: TableColumn;
  cell: TableCell;
  width: number;
  height: number;
}

export function RowCell({ column, cell, row, width, height }: RowCellProps & { row: number }) {
  const { wrap, type } = column.cellOptions;
  const isBox = cell.share !== null || cell.line !== null;
  const colors = { color: cell.textColor ?? undefined, background: cell.background ?? undefined };
  return (
    <td
      data-align={isBox ? undefined : column.align}
      data-wrap={wrap || undefined}
      data-inspect={column.inspect || undefined}
      data-mono={type === "json-view" || undefined}
      style={cell.share === null ? colors : undefined}
      title={cell.text}
    >
      <CellContent column={column} cell={cell} width={width} height={height} />
      {column.inspect ? <InspectButton column={column} row={row} text={cell.text} /> : null}
    </td>
  );
}

function CellContent({ column, cell, width, height }: RowCellProps) {
  const { type, mode, showValue, image } = column.cellOptions;
  const linked = (
    <ValueLink links={cell.links} className={classes.link}>
      {cell.text}
    </ValueLink>
  );
  if (cell.share !== null) {
    const textPx = showValue ? Math.ceil(textWidth(column.longest(), 13)) : 0;
    return (
      <div className={classes.gauge} style={{ color: cell.textColor ?? undefined, height: height - 8 }}>
        <GaugeTrack
          bar={{ ...cell, share: cell.share }}
          mode={mode}
          unfilled
          length={width - textPx - 24}
          lcdCell={8}
        />
        {showValue ? <span style={{ flex: "none", width: textPx, textAlign: "right" }}>{linked}</span> : null}
      </div>
    );
  }
  if (cell.line)
    return <LineCell cell={cell} line={cell.line} column={column} width={width} height={height} />;
  if (cell.image)
    return (
      <ValueLink links={cell.links}>
        <span
          className={classes.image}
          role="img"
          aria-label={image.alt || cell.text}
          style={{ height: height - 4, backgroundImage: `url(${JSON.stringify(cell.image)})` }}
        />
      </ValueLink>
    );
  if (type === "data-links" && cell.links.length > 0) return <Links cell={cell} />;
  if (cell.pills.length > 0) return <Pills cell={cell} />;
  if (type === "markdown") return <MarkdownCell text={cell.text} />;
  return linked;
}

function Links({ cell }: { cell: TableCell }) {
  return cell.links.map((link) => (
    <a
      key={`${link.title} ${link.url}`}
      className={classes.listed}
      href={link.url}
      {...(link.newTab ? { target: "_blank", rel: "noreferrer" } : {})}
    >
      {link.title}
    </a>
  ));
}

function Pills({ cell }: { cell: TableCell }) {
  return cell.pills.map(({ text, background, color }) => (
    <span key={text} className={classes.pill} style={{ background, color }}>
      {text}
    </span>
  ));
}
