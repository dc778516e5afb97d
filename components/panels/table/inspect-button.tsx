"use client";

import { IconEye } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useLateOverlay } from "@/components/ui/use-late-overlay";
import type { TableColumn } from "@/lib/shared/panels/table/prepare";
import classes from "./table.module.css";

const load = () => import("./cell-inspector");
const CellInspector = dynamic(() => load().then((module) => module.CellInspector), { ssr: false });

interface InspectButtonProps {
  column: TableColumn;
  row: number;
  text: string;
}

/** Shown over the cell that is pointed at: opens the whole of it. */
export function InspectButton({ column, row, text }: InspectButtonProps) {
  const overlay = useLateOverlay(load);
  return (
    <>
      <button
        type="button"
        className={classes.inspect}
        aria-label={`Inspect ${column.name}`}
        aria-haspopup="dialog"
        {...overlay.button}
      >
        <IconEye size={14} aria-hidden />
      </button>
      {overlay.anchor ? (
        <CellInspector
          name={column.name}
          raw={column.field.values[row]}
          text={text}
          opened={overlay.opened}
          onClose={() => overlay.onChange(false)}
        />
      ) : null}
    </>
  );
}
