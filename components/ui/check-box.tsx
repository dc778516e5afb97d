import type { ComponentProps } from "react";
import classes from "./button.module.css";

interface CheckBoxProps extends ComponentProps<"input"> {
  "aria-label": string;
  indeterminate?: boolean;
}

/** A box to tick in each row of a long list: a plain element, not Mantine's. */
export function CheckBox({ indeterminate = false, ...props }: CheckBoxProps) {
  return (
    <input
      type="checkbox"
      className={classes.check}
      ref={(box) => {
        if (box) box.indeterminate = indeterminate;
      }}
      {...props}
    />
  );
}
