import { useMemo } from "react";
import { textWidth } from "@/components/panels/fit-font-size";
import type { ValueLine } from "@/lib/shared/panels/fields/value-line";
import { sparklinePath } from "@/lib/shared/panels/stat/sparkline-path";
import type { TableColumn } from "@/lib/shared/panels/table/prepare";
import type { TableCell } from "@/lib/shared/panels/table/table-cell";
import classes from "./table.module.css";

interface LineCellProps {
  cell: TableCell;
  line: ValueLine;
  column: TableColumn;
  width: number;
  height: number;
}

const paddingPx = 16;
const gapPx = 8;

/** A series as a small line, with the value that it is reduced to beside it. */
export function LineCell({ cell, line, column, width, height }: LineCellProps) {
  const { showValue, line: style } = column.cellOptions;
  const text = showValue ? cell.text : "";
  const textPx = text === "" ? 0 : Math.ceil(textWidth(column.longest(), 13)) + gapPx;
  const box = { width: Math.max(20, width - paddingPx - textPx), height: height - 6 };
  const [fromMs = 0, toMs = 0] = [line.timesMs[0], line.timesMs.at(-1)];
  const paths = useMemo(
    () => sparklinePath(line, { width: box.width, height: box.height }, { fromMs, toMs }),
    [line, box.width, box.height, fromMs, toMs],
  );
  return (
    <div className={classes.gauge}>
      {text === "" ? null : (
        <span style={{ flex: "none", width: textPx - gapPx, textAlign: "right" }}>{text}</span>
      )}
      <svg width={box.width} height={box.height} role="img" aria-label={`Course, ${cell.text}`}>
        {paths ? (
          <>
            <path d={paths.area} fill={cell.color} fillOpacity={style.fillOpacity} />
            <path d={paths.line} fill="none" stroke={cell.color} strokeWidth={style.width} />
          </>
        ) : null}
      </svg>
    </div>
  );
}
