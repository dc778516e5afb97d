import { useEffect, useState } from "react";

/**
 * Gives the focus back to where it was before this was shown. Mantine does so only for what stays mounted while it is
 * closed; here dialogs come and go.
 */
export function useReturnedFocus(): void {
  const [before] = useState(() =>
    typeof document === "undefined" ? null : openerOf(document.activeElement),
  );
  useEffect(
    () => () => {
      const { activeElement, body } = document;
      const isLost = activeElement === null || activeElement === body || !activeElement.isConnected;
      if (isLost && before?.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
}

/** A menu closes with the press of its item: then it is the menu's button that is left. */
function openerOf(focused: Element | null): HTMLElement | null {
  const label = focused?.closest("[role='menu']")?.getAttribute("aria-labelledby");
  const opener = label ? document.getElementById(label) : focused;
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}
