"use client";

import dynamic from "next/dynamic";
import {
  cloneElement,
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  useEffect,
  useRef,
  useState,
} from "react";
import type { LabelBubbleProps } from "./label-bubble";

const load = () => import("./label-bubble");
const LabelBubble = dynamic(() => load().then((module) => module.LabelBubble), { ssr: false });

const delayMs = 300;

interface Listeners {
  onPointerEnter?: (event: PointerEvent<HTMLElement>) => void;
  onPointerLeave?: () => void;
  onPointerDown?: () => void;
  onFocus?: (event: FocusEvent<HTMLElement>) => void;
  onBlur?: () => void;
}

interface HoverLabelProps extends Omit<LabelBubbleProps, "target"> {
  disabled?: boolean;
  /** An element that passes listeners on and has none of these of its own. */
  children: ReactElement<Listeners>;
}

/** A tooltip whose code and work begin with the first hover or focus: pages hold dozens that nobody opens. */
export function HoverLabel({ disabled = false, children, ...bubble }: HoverLabelProps) {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function show(element: HTMLElement) {
    if (disabled) return;
    void load();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setTarget(element), delayMs);
  }
  function hide() {
    clearTimeout(timer.current);
    setTarget(null);
  }

  return (
    <>
      {cloneElement(children, {
        onPointerEnter: (event) => (event.pointerType === "touch" ? undefined : show(event.currentTarget)),
        onPointerLeave: hide,
        onPointerDown: hide,
        onFocus: ({ currentTarget }) =>
          currentTarget.matches(":focus-visible") ? show(currentTarget) : undefined,
        onBlur: hide,
      })}
      {target && !disabled ? <LabelBubble target={target} {...bubble} /> : null}
    </>
  );
}
