import { useState } from "react";

export interface LateOverlay {
  opened: boolean;
  onChange: (opened: boolean) => void;
  /** The button, once it has been pressed: what hangs on it is not part of the page before. */
  anchor: HTMLButtonElement | null;
  /** To be spread over the button. */
  button: {
    "aria-expanded": boolean;
    onMouseEnter: () => void;
    onClick: (event: { currentTarget: HTMLButtonElement }) => void;
  };
}

/** A menu or popover whose code loads when its button is pointed at, and that mounts when it is pressed. */
export function useLateOverlay(load: () => Promise<unknown>): LateOverlay {
  const [opened, onChange] = useState(false);
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  return {
    opened,
    onChange,
    anchor,
    button: {
      "aria-expanded": opened,
      onMouseEnter: () => void load(),
      onClick: ({ currentTarget }) => {
        setAnchor(currentTarget);
        onChange(!opened);
      },
    },
  };
}
