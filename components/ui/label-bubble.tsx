"use client";

import { Tooltip, type TooltipProps } from "@mantine/core";

export interface LabelBubbleProps
  extends Pick<TooltipProps, "label" | "multiline" | "maw" | "position" | "style"> {
  target: HTMLElement;
}

/** The tooltip of an element that is on the page already. */
export function LabelBubble(props: LabelBubbleProps) {
  return <Tooltip opened {...props} />;
}
