import dynamic from "next/dynamic";
import { type ReactNode, useCallback, useRef, useState } from "react";
import type { ChartPin } from "@/components/charts/chart-pin";

const PinnedTooltip = dynamic(
  () => import("@/components/charts/pinned-tooltip").then((module) => module.PinnedTooltip),
  { ssr: false },
);

type Pinned = Pick<ChartPin, "content" | "series">;

/** The tooltip of a pressed bar or slice stays, as on charts over time. */
export function useMarkPin(): {
  pin: (at: { clientX: number; clientY: number }, pinned: Pinned) => void;
  /** No other tooltip is shown beside it. */
  pinned: boolean;
  tooltip: ReactNode;
} {
  const [shown, setShown] = useState<ChartPin | null>(null);
  const before = useRef<Element | null>(null);
  const pin = useCallback(({ clientX, clientY }: { clientX: number; clientY: number }, pinned: Pinned) => {
    before.current = document.activeElement;
    setShown({ ...pinned, x: clientX, y: clientY });
  }, []);
  const close = useCallback(() => {
    setShown(null);
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
  }, []);
  return {
    pin,
    pinned: shown !== null,
    tooltip: shown ? <PinnedTooltip pin={shown} onClose={close} /> : null,
  };
}
