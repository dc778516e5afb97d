"use client";

import { type Ref, type RefObject, useEffect, useImperativeHandle } from "react";

export type Anchor = HTMLElement | RefObject<HTMLElement | null>;

interface StandingTargetProps {
  element: Anchor;
  ref?: Ref<HTMLElement | null>;
  id?: string;
  "aria-controls"?: string;
}

/** As the child of Mantine's `.Target`: hangs the dropdown on an element that stands elsewhere on the page. */
export function StandingTarget({ element, ref, id, "aria-controls": controls }: StandingTargetProps) {
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => nodeOf(element), [element]);
  useEffect(() => {
    const node = nodeOf(element);
    if (!id || !node || node.id) return;
    // Taken back: the next overlay on this element is called after another id.
    node.id = id;
    return () => node.removeAttribute("id");
  }, [element, id]);
  useEffect(() => {
    const node = nodeOf(element);
    if (controls) node?.setAttribute("aria-controls", controls);
    else node?.removeAttribute("aria-controls");
  }, [element, controls]);
  return null;
}

function nodeOf(element: Anchor): HTMLElement | null {
  return "current" in element ? element.current : element;
}
