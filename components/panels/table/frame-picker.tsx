import { Select } from "@mantine/core";
import type { TableModel } from "@/lib/shared/panels/table/prepare";

interface FramePickerProps {
  model: TableModel;
  onFrame: (index: number) => void;
}

/** Several results that were not merged: one at a time, as in Grafana. */
export function FramePicker({ model, onFrame }: FramePickerProps) {
  return (
    <Select
      aria-label="Result to show"
      size="xs"
      searchable={model.frames.length > 10}
      allowDeselect={false}
      value={String(model.frameIndex)}
      data={model.frames.map((frame) => ({ value: String(frame.index), label: frame.name }))}
      onChange={(value) => value !== null && onFrame(Number(value))}
    />
  );
}
