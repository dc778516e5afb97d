import { GaugeTrack } from "@/components/panels/bargauge/gauge-track";
import { ValueLink } from "@/components/panels/value-link";
import type { TableColumn } from "@/lib/shared/panels/table/prepare";
import type { TableCell } from "@/lib/shared/panels/table/table-cell";
import classes from "./table.module.css";

interface RowCellProps {
  column: TableColumn;
  cell: TableCell;
  height: number;
}

export function RowCell({ column, cell, height }: RowCellProps) {
  const { mode, wrap, showValue, type } = column.cellOptions;
  const colors = { color: cell.textColor ?? undefined, background: cell.background ?? undefined };
  const text = (
    <ValueLink links={cell.links} className={classes.link}>
      {cell.text}
    </ValueLink>
  );
  if (cell.share !== null) {
    const bar = {
      color: cell.color,
      share: cell.share,
      stops: [{ at: 0, color: cell.color }],
      cellColor: cell.cellColor,
    };
    return (
      <td title={cell.text}>
        <div className={classes.gauge} style={{ ...colors, height: height - 12 }}>
          <GaugeTrack bar={bar} mode={mode} unfilled length={120} />
          {showValue ? <span>{text}</span> : null}
        </div>
      </td>
    );
  }
  const isMono = type === "json-view";
  return (
    <td
      data-align={column.align}
      data-wrap={wrap || undefined}
      data-mono={isMono || undefined}
      style={colors}
      title={cell.text}
    >
      {text}
    </td>
  );
}
