import type { ComponentProps } from "react";
import classes from "./button.module.css";

interface IconButtonProps extends ComponentProps<"button"> {
  "aria-label": string;
  small?: boolean;
}

/** A button that is only a picture. Every page and every panel has some, so they are plain elements, not Mantine's. */
export function IconButton({ small = false, className = "", ...props }: IconButtonProps) {
  return (
    <button
      type="button"
      className={`${classes.icon} ${className}`}
      data-small={small || undefined}
      {...props}
    />
  );
}
