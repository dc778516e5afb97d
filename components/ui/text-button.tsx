import type { ComponentProps } from "react";
import classes from "./button.module.css";

export type ButtonLook = "filled" | "default" | "subtle";

/** A button with words for pages that load little: a plain element, not Mantine's. */
export function TextButton({ look = "filled", ...props }: ComponentProps<"button"> & { look?: ButtonLook }) {
  return <button type="button" className={classes.text} data-look={look} {...props} />;
}
